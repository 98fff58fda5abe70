// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/SearchPace.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace reweigh {

/// Does `jobs` in their order, as many at once as the pace says, each on a thread of a worker.
/// An error out of one ends all: nothing new begins, and those beside it are asked to stop, unless it is the job's own
/// interruption. An exception out of one is such an error. A pace of 0 workers leaves what has not begun.
/// Errors: the first that is no interruption; Interrupted if jobs are left.
using CrewJob = std::function<Status(std::stop_token stop)>;
Status runJobs(const std::vector<CrewJob>& jobs, SearchPace& pace, std::stop_token stop);

} // namespace reweigh
