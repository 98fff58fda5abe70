// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/StoredComparison.h"

namespace reweigh {

/// Threads of each training and trainings at once, of a comparison of `runs` runs. `stored`: threads that an earlier comparison of
/// the study chose; 0: none. Errors: those of measureWorkers.
Result<ComparisonWorkers> chooseComparisonWorkers(const ComparisonRequest& request, Engine& engine, int stored, int runs, const std::stop_token& stop);

} // namespace reweigh
