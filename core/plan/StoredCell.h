// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanState.h"

namespace reweigh {

/// What a cell's folder holds, before its variants are matched with the plan's.
struct StoredCell {
    CellState state; ///< all but variants and missingTrials
    StoredVariants variants;
};

/// Reads the studies in a cell's folder, its own and the random search's, as far as the plan's variants need them. Errors: those of
/// readPlanState.
Result<StoredCell> readCell(const Plan& plan, const PlanCell& cell);

} // namespace reweigh
