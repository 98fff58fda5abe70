// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/JobQueue.h"
#include "core/study/StudyLoop.h"

namespace reweigh {

/// The trials of a search: hands out the interrupted ones first, then new ones until the budget is spent, each as soon as the study's
/// lag lets it begin.
class TrialQueue : public JobQueue {
public:
    using Work = std::function<Status(const TrialHandle& trial, const std::stop_token& stop)>;

    /// `loop` and `budget` must outlive the queue. `work` runs a trial and finishes it.
    TrialQueue(StudyLoop& loop, const SearchBudget& budget, Work work)
        : m_loop(loop)
        , m_budget(budget)
        , m_work(std::move(work))
    {
    }

    /// An interrupted trial continues even if the budget is spent: it is already paid for.
    bool hasNext() const override { return !m_loop.interruptedTrials().empty() || m_loop.spent() < m_budget.trials(); }

    bool isReady() const override { return m_loop.isReady(); }

    Result<Job> next() override
    {
        const std::vector<std::int64_t> interrupted = m_loop.interruptedTrials();
        Result<TrialHandle> trial = interrupted.empty() ? m_loop.begin() : m_loop.resume(interrupted.front());
        if (!trial)
            return trial.error();
        return Job([this, handle = *trial](const std::stop_token& stop) { return m_work(handle, stop); });
    }

    std::string name() const override { return m_loop.storage().studyName(); }

private:
    StudyLoop& m_loop;
    const SearchBudget& m_budget;
    const Work m_work;
};

} // namespace reweigh
