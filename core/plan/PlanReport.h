// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanState.h"


namespace reweigh {

/// Everything that is known of a plan as JSON, for `reweigh run --json` and reports: cells with their tables (PlanTable.h), hypotheses,
/// phase maps of the first variant against each other one over the first two axes, transfer matrix, and what is missing. What is not
/// finite is null.
nlohmann::json planReport(const PlanState& state);

} // namespace reweigh
