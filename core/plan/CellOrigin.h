// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/recipe/DataChanges.h"
#include "core/plan/PlanState.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace reweigh {

/// What made the figures of a cell, as far as its study and its runs say it.
struct CellOrigin {
    std::set<std::string> programs;     ///< "Reweigh 0.2.0, LibTorch 2.11.0": of the study and of each run
    std::set<std::string> devices;      ///< "cpu, 1 thread, AVX-512"
    std::optional<DataChanges> changes; ///< what the recipe did to the data; none if the study does not say it
};

/// Reads the origin of each cell, in the order of the state; empty for cells that have not begun. Runs whose folder is gone, as in a
/// study kept without its run folders, add nothing. Works on read-only media. Errors: those of SqlStorage::open and StudyStorage.
Result<std::vector<CellOrigin>> readOrigins(const PlanState& state);

} // namespace reweigh
