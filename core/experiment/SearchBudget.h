// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace reweigh {

/// How far a search goes and how many of its trials run at once. Both may be changed while it runs: a raise is taken
/// up at once, a cut when a trial ends.
/// Thread: any.
class SearchBudget {
public:
    static constexpr int automatic = -1; ///< workers that are yet to be chosen: none begins before settle()

    explicit SearchBudget(int trials, int workers = 1)
        : m_trials(trials)
        , m_workers(workers)
    {
    }

    int trials() const { return m_trials; }   ///< in all, those that ended before included
    int workers() const { return m_workers; } ///< 0: the trials that run are the last

    void setTrials(int trials)
    {
        m_trials = trials;
        touch();
    }

    /// Takes `workers` where their number was to be chosen; a number that was given meanwhile stays.
    void settle(int workers)
    {
        int open = automatic;
        m_workers.compare_exchange_strong(open, workers);
        touch();
    }

    void setWorkers(int workers)
    {
        m_workers = workers;
        touch();
    }

    /// Wakes who waits for a change.
    void touch()
    {
        ++m_changes;
        m_changes.notify_all();
    }

    unsigned changes() const { return m_changes; }
    /// Returns when there have been other changes than `seen`.
    void wait(unsigned seen) const { m_changes.wait(seen); }

private:
    std::atomic<int> m_trials, m_workers;
    std::atomic<unsigned> m_changes{0};
};

} // namespace reweigh
