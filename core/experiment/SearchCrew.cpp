// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/SearchCrew.h"

#include "core/base/CaughtError.h"

#include <system_error>
#include <thread>

namespace reweigh {

SearchCrew::SearchCrew(StudyLoop& loop, SearchPace& pace, Work work)
    : m_loop(loop)
    , m_pace(pace)
    , m_work(std::move(work))
{
}

Status SearchCrew::run(std::stop_token stop)
{
    const std::stop_callback link(stop, [this] { m_stop.request_stop(); });
    std::vector<std::jthread> threads;
    for (;;) {
        const unsigned seen = m_pace.changes();
        {
            const std::lock_guard lock(m_mutex);
            for (; !m_error && !m_stop.stop_requested() && m_workers < m_pace.workers() && trialsLeft(); ++m_workers)
                try {
                    threads.emplace_back([this] { work(); });
                } catch (const std::system_error& error) { // the system has no more threads: those there are finish their trials
                    m_error = Error{ErrorCode::Internal, m_loop.storage().studyName(), error.what(), {}};
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
    return trialsLeft() ? Status(Error{ErrorCode::Interrupted, m_loop.storage().studyName(), {}, {}}) : Status();
}

void SearchCrew::work()
{
    try {
        while (const std::optional<TrialHandle> trial = claim())
            if (const Status done = m_work(*trial, m_stop.get_token()); !done)
                end(done.error());
    } catch (...) {
        end(caughtError(m_loop.storage().studyName()));
        const std::lock_guard lock(m_mutex);
        --m_workers; // claim() did not come to it
    }
    m_pace.touch();
}

/// The next trial for the calling worker; none if it is to retire.
std::optional<TrialHandle> SearchCrew::claim()
{
    const std::lock_guard lock(m_mutex);
    if (!m_error && !m_stop.stop_requested() && m_workers <= m_pace.workers() && trialsLeft()) {
        // A trial that was cut off is gone on with even if the budget is spent: it is already paid for.
        const std::vector<std::int64_t> interrupted = m_loop.interruptedTrials();
        Result<TrialHandle> trial = interrupted.empty() ? m_loop.begin() : m_loop.resume(interrupted.front());
        if (trial)
            return *trial;
        m_error = trial.error();
        m_stop.request_stop();
    }
    --m_workers;
    return {};
}

bool SearchCrew::trialsLeft() const
{
    return !m_loop.interruptedTrials().empty() || m_loop.spent() < m_pace.trials();
}

void SearchCrew::end(const Error& error)
{
    const std::lock_guard lock(m_mutex);
    if (error.code != ErrorCode::Interrupted)
        m_stop.request_stop();
    if (!m_error || m_error->code == ErrorCode::Interrupted)
        m_error = error;
}

} // namespace reweigh
