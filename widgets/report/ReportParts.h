// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/CellOrigin.h"
#include "core/plan/Hypotheses.h"
#include "core/plan/PlanTable.h"
#include "widgets/report/Report.h"

#include <vector>

/// The chapters of a plan's report; planReportPage() puts them together.
namespace reweigh {

using Blocks = std::vector<ReportBlock>;

/// The answer in words, and the table of hypotheses.
void addAnswer(Blocks& blocks, const PlanState& state, const std::vector<HypothesisRow>& rows);

/// Tables of accuracy, calibration, weights and verdicts of each cell.
void addCells(Blocks& blocks, const PlanState& state, const std::vector<CellTable>& tables);

/// What searched variants were chosen by; nothing without a search.
void addChosen(Blocks& blocks, const std::vector<CellTable>& tables);

/// How far networks found in one cell carry; nothing without transfers.
void addTransfers(Blocks& blocks, const PlanState& state);

/// How noise and imbalance were made, the fingerprints, the variants, the settings that differ from the defaults.
void addRecipe(Blocks& blocks, const PlanState& state, const std::vector<CellOrigin>& origins);

/// What was not run, what failed, what belongs to an earlier version of the plan.
void addMissing(Blocks& blocks, const PlanState& state);

/// Versions and devices.
void addOrigins(Blocks& blocks, const std::vector<CellOrigin>& origins);

/// Every setting, with its flag.
void addAllSettings(Blocks& blocks, const PlanState& state);

} // namespace reweigh
