// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/SearchPace.h"
#include "core/study/StudyLoop.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace reweigh {

/// The threads of a search, as many as its pace says, each running one trial after another.
/// An error out of a trial ends the search: nothing new begins, and the trials beside it are asked to stop, unless the
/// error is their own interruption, after which the others finish what they are at. An exception out of a trial is an error too.
class SearchCrew {
public:
    /// Runs one trial to its end, on the thread of a worker.
    using Work = std::function<Status(TrialHandle trial, std::stop_token stop)>;

    /// All must outlive the crew.
    SearchCrew(StudyLoop& loop, SearchPace& pace, Work work);

    /// Runs the trials that were cut off, then new ones until the pace's budget is spent.
    /// Errors: the first one of a trial that is no interruption, Interrupted if trials are left.
    Status run(std::stop_token stop);

private:
    void work();
    std::optional<TrialHandle> claim();
    bool trialsLeft() const;
    void end(const Error& error);

    StudyLoop& m_loop;
    SearchPace& m_pace;
    const Work m_work;
    std::stop_source m_stop; ///< of every trial

    std::mutex m_mutex;
    int m_workers = 0; ///< threads that have not retired
    std::optional<Error> m_error;
};

} // namespace reweigh
