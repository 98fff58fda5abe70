// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>

namespace reweigh {

/// How many trials a search has and how many of them run at once. Both may be changed while it runs: a raise takes effect
/// at once, a cut when a trial ends. A comparison uses the number of workers only.
/// Thread: any.
class SearchBudget {
public:
    static constexpr int automatic = -1; ///< the number of workers is not chosen yet: none begins before settle()

    explicit SearchBudget(int trials, int workers = 1)
        : m_trials(trials)
        , m_workers(workers)
    {
    }

    int trials() const { return m_trials; }   ///< in all, including those that have ended
    int workers() const { return m_workers; } ///< trainings at once; 0: no further one begins

    void setTrials(int trials)
    {
        m_trials = trials;
        touch();
    }

    /// Sets the number of workers where it is `automatic`, now or later; a number that setWorkers() gave meanwhile stays.
    void settle(int workers)
    {
        m_settled = workers;
        takeSettled();
        touch();
    }

    /// `automatic`: the number of settle(), which may still come.
    void setWorkers(int workers)
    {
        m_workers = workers == automatic ? m_settled.load() : workers;
        takeSettled();
        touch();
    }

    /// Counts a change and wakes the threads in wait().
    void touch()
    {
        ++m_changes;
        m_changes.notify_all();
    }

    unsigned changes() const { return m_changes; } ///< changes so far
    /// Blocks until the number of changes differs from `seen`.
    void wait(unsigned seen) const { m_changes.wait(seen); }

private:
    /// Both numbers are written before either is read, so that whichever of settle() and setWorkers() comes last sees the other's.
    void takeSettled()
    {
        int open = automatic;
        if (const int settled = m_settled; settled != automatic)
            m_workers.compare_exchange_strong(open, settled);
    }

    std::atomic<int> m_trials, m_workers, m_settled{automatic};
    std::atomic<unsigned> m_changes{0};
};

} // namespace reweigh
