// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/SearchBudget.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace reweigh {

/// One training of a search or a comparison. A worker's thread runs it from beginning to end.
using Job = std::function<Status(std::stop_token stop)>;

/// Hands out jobs in the order in which they are to begin. Thread: one worker at a time calls it.
class JobQueue {
public:
    virtual ~JobQueue() = default;
    /// Whether there is a job that has not begun.
    virtual bool hasNext() const = 0;
    /// Whether the next job may begin now; if not, it may once a job that runs has ended. Must be true where none runs. Asked only
    /// where hasNext().
    virtual bool isReady() const { return true; }
    /// Removes the next job from the queue and returns it. Call it only where hasNext() and isReady(). An error ends the run.
    virtual Result<Job> next() = 0;
    /// The name of the study or comparison, for error messages.
    virtual std::string name() const = 0;
};

/// A queue of jobs that are known beforehand.
class JobList : public JobQueue {
public:
    JobList(std::string name, std::vector<Job> jobs)
        : m_name(std::move(name))
        , m_jobs(std::move(jobs))
    {
    }

    bool hasNext() const override { return m_next < m_jobs.size(); }
    Result<Job> next() override { return m_jobs[m_next++]; }
    std::string name() const override { return m_name; }

private:
    const std::string m_name;
    const std::vector<Job> m_jobs;
    std::size_t m_next = 0;
};

/// Runs the jobs of `queue`, as many at once as the budget and JobQueue::isReady() allow, until none is left.
/// An error from a job ends the run: no further job begins, and the running jobs are asked to stop. If the error is Interrupted, the
/// running jobs may finish. An exception from a job counts as an error. With 0 workers in the budget no further job begins.
/// Errors: the first one that is no interruption; Interrupted (where = the queue's name) if jobs are left.
Status runJobs(JobQueue& queue, SearchBudget& budget, const std::stop_token& stop);

} // namespace reweigh
