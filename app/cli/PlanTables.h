// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanState.h"

#include <string>

namespace reweigh {

/// What is known of a plan, as Markdown tables: for each cell its variants, what its searched networks were chosen by, what its weights do
/// and its verdicts; then the hypotheses, the gain of the first variant over each other one in the cells (where these have two axes), the
/// transfer of networks between cells, and what is missing.
std::string planTables(const PlanState& state);

/// A line that says how many cells have one seed, which gives no interval and no verdict; empty if none has.
std::string oneSeedText(const Plan& plan);

/// A cell as it is called on screen: its name, or the plan's where the plan has only one cell.
std::string cellTitle(const Plan& plan, const PlanCell& cell);

} // namespace reweigh
