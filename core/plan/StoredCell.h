// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanState.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace reweigh {

/// SHA-256 of files of labels, each of which is read once.
class LabelSums {
public:
    /// Lower-case hexadecimal; none if there is no such file. Errors: those of readFile but FileMissing.
    Result<std::optional<std::string>> of(const std::filesystem::path& file);

private:
    std::map<std::filesystem::path, std::optional<std::string>> m_known;
};

/// What a cell's folder holds, before its variants are matched with the plan's.
struct StoredCell {
    CellState state; ///< all but variants and missingTrials
    StoredVariants variants;
};

/// Reads the studies in a cell's folder, its own and the random search's, as far as the plan's variants need them. `sums`: of all files of
/// labels that the plan's cells name. Errors: those of readPlanState.
Result<StoredCell> readCell(const Plan& plan, const PlanCell& cell, LabelSums& sums);

/// What tells the study in the folder `stranger` from the cell of the plan that is nearest to it, the one with the fewest settings that
/// differ: the first of these, as "lr is 0.1 there, 0.2 in the plan". Empty if the study cannot be read.
std::string strangerDifference(const Plan& plan, const std::filesystem::path& stranger);

} // namespace reweigh
