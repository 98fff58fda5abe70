// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/RunCrew.h"

#include "core/base/CaughtError.h"

#include <mutex>
#include <optional>
#include <system_error>
#include <thread>

namespace reweigh {
namespace {

class Crew {
public:
    Crew(const std::vector<CrewJob>& jobs, SearchPace& pace)
        : m_jobs(jobs)
        , m_pace(pace)
    {
    }

    Status run(const std::stop_token& stop)
    {
        const std::stop_callback link(stop, [this] { m_stop.request_stop(); });
        std::vector<std::jthread> threads;
        for (;;) {
            const unsigned seen = m_pace.changes();
            {
                const std::lock_guard lock(m_mutex);
                for (; goesOn() && m_workers < m_pace.workers(); ++m_workers)
                    try {
                        threads.emplace_back([this] { work(); });
                    } catch (const std::system_error& error) { // the system has no more threads: those there are finish their runs
                        m_error = Error{ErrorCode::Internal, {}, error.what(), {}};
                        break;
                    }
                if (m_workers == 0)
                    break;
            }
            m_pace.wait(seen);
        }
        threads.clear(); // joins
        if (m_error)
            return *m_error;
        return m_next < m_jobs.size() ? Status(Error{ErrorCode::Interrupted, {}, {}, {}}) : Status();
    }

private:
    bool goesOn() const { return m_next < m_jobs.size() && !m_error && !m_stop.stop_requested(); }

    void work()
    {
        while (const CrewJob* job = claim())
            if (const Status done = guarded(*job); !done)
                end(done.error());
        m_pace.touch();
    }

    /// The next job for the calling worker; none if it is to retire.
    const CrewJob* claim()
    {
        const std::lock_guard lock(m_mutex);
        if (goesOn() && m_workers <= m_pace.workers())
            return &m_jobs[m_next++];
        --m_workers;
        return nullptr;
    }

    Status guarded(const CrewJob& job)
    {
        try {
            return job(m_stop.get_token());
        } catch (...) {
            return caughtError("comparison");
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

    const std::vector<CrewJob>& m_jobs;
    SearchPace& m_pace;
    std::stop_source m_stop; ///< of every job

    std::mutex m_mutex;
    std::size_t m_next = 0;
    int m_workers = 0; ///< threads that have not retired
    std::optional<Error> m_error;
};

} // namespace

Status runJobs(const std::vector<CrewJob>& jobs, SearchPace& pace, std::stop_token stop)
{
    Crew crew(jobs, pace);
    return crew.run(stop);
}

} // namespace reweigh
