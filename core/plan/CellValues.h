// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanState.h"

#include <string>

/// What the tables, tests and reports of a plan read from a cell.
namespace reweigh {

/// The results of a variant of `cell`: its own, or those of the variant that is the same training.
const VariantResult& resultOf(const CellState& cell, const PlanVariant& variant);

/// The values of a metric by seed, as seedValues(); empty if the cell has no variant of this name.
SeedValues cellValues(const CellState& cell, const std::string& variant, const std::string& metric);

/// Those of two variants that can be compared, as comparableValues().
ComparableValues cellValues(const CellState& cell, const std::string& first, const std::string& second, const std::string& metric);

/// Whether two variants of the cell, or one that is given twice, have a run of one seed: where they have no value of a metric all the same, no
/// further seed brings one, as of the noise AUROC where no label is wrong.
bool hasCommonSeed(const CellState& cell, const std::string& first, const std::string& second);

/// Whether two variants of the cell are one training, so that they differ by 0 with every seed. False if one of them is missing or waits
/// for a search.
bool isSameTraining(const CellState& cell, const std::string& first, const std::string& second);
bool isSameTraining(const CellState& cell, const PlanVariant& first, const PlanVariant& second);

} // namespace reweigh
