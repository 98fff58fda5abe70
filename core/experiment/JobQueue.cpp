// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/JobQueue.h"

#include "core/base/Error.h"

#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace reweigh {
namespace {

class Workers {
public:
    Workers(JobQueue& queue, SearchBudget& budget)
        : m_queue(queue)
        , m_budget(budget)
    {
    }

    Status run(const std::stop_token& stop)
    {
        const std::stop_callback link(stop, [this] {
            m_stop.request_stop();
            m_budget.touch();
        });
        std::vector<std::jthread> threads;
        for (;;) {
            const unsigned seen = m_budget.changes();
            {
                const std::lock_guard lock(m_mutex);
                for (; mayBegin() && m_workers < m_budget.workers(); ++m_workers)
                    try {
                        threads.emplace_back([this] { work(); });
                    } catch (const std::system_error& error) { // the system has no more threads: those that exist finish their jobs
                        m_error = Error{ErrorCode::Internal, m_queue.name(), error.what(), {}};
                        break;
                    }
                if (m_workers == 0)
                    break;
            }
            m_budget.wait(seen);
        }
        threads.clear(); // joins
        if (m_error)
            return *m_error;
        return m_queue.hasNext() ? Status(Error{ErrorCode::Interrupted, m_queue.name(), {}, {}}) : Status();
    }

private:
    bool mayBegin() const { return !m_error && !m_stop.stop_requested() && m_queue.hasNext(); }

    void work()
    {
        while (const std::optional<Job> job = claim()) {
            if (const Status done = guarded(*job); !done)
                end(done.error());
            m_budget.touch(); // wakes the workers whose next job waited for the end of this one
        }
        m_budget.touch();
    }

    /// The next job for the calling worker, which waits until the job may begin; none if the worker is to end. It is then taken off
    /// m_workers here, under the lock.
    std::optional<Job> claim()
    {
        for (;;) {
            const unsigned seen = m_budget.changes(); // read first, so that a job that ends after the questions below ends the wait
            {
                const std::lock_guard lock(m_mutex);
                if (!mayBegin() || m_workers > m_budget.workers())
                    return leave();
                if (m_queue.isReady()) {
                    Result<Job> job = guardedNext();
                    if (job)
                        return std::move(job).value();
                    m_error = job.error();
                    m_stop.request_stop();
                    return leave();
                }
            }
            m_budget.wait(seen);
        }
    }

    /// Takes the calling worker off m_workers.
    std::optional<Job> leave()
    {
        --m_workers;
        return {};
    }

    Result<Job> guardedNext()
    {
        try {
            return m_queue.next();
        } catch (...) {
            return caughtError(m_queue.name());
        }
    }

    Status guarded(const Job& job)
    {
        try {
            return job(m_stop.get_token());
        } catch (...) {
            return caughtError(m_queue.name());
        }
    }

    void end(const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        if (error.code != ErrorCode::Interrupted)
            m_stop.request_stop();
        if (!m_error || m_error->code == ErrorCode::Interrupted)
            m_error = error;
    }

    JobQueue& m_queue;
    SearchBudget& m_budget;
    std::stop_source m_stop; ///< stops all jobs

    std::mutex m_mutex;
    int m_workers = 0; ///< threads that have not ended
    std::optional<Error> m_error;
};

} // namespace

Status runJobs(JobQueue& queue, SearchBudget& budget, const std::stop_token& stop)
{
    return Workers(queue, budget).run(stop);
}

} // namespace reweigh
