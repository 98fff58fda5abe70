// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/SearchBudget.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace reweigh {

/// One training of a search or a comparison, run from beginning to end on the thread of a worker.
using Job = std::function<Status(std::stop_token stop)>;

/// Jobs in the order in which they are to begin. Called by one worker at a time.
class JobQueue {
public:
    virtual ~JobQueue() = default;
    /// There is a job that has not begun.
    virtual bool hasNext() const = 0;
    /// Takes the next job out. Only where hasNext(). An error ends the run.
    virtual Result<Job> next() = 0;
    /// What errors name: the study or comparison.
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

/// Runs the jobs of `queue`, as many at once as the budget allows, until none is left.
/// An error out of a job ends the run: nothing new begins, and the jobs beside it are asked to stop. If the error is the job's own
/// interruption, the jobs beside it run to their end. An exception out of a job is an error too. A budget with 0 workers begins
/// no more jobs.
/// Errors: the first one that is no interruption; Interrupted (where = the queue's name) if jobs are left.
Status runJobs(JobQueue& queue, SearchBudget& budget, const std::stop_token& stop);

} // namespace reweigh
