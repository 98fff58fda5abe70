// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/Hypotheses.h"
#include "core/plan/PlanTable.h"
#include "widgets/report/Report.h"

#include <optional>
#include <utility>
#include <vector>

namespace reweigh {

/// The figures of a plan's report. None is taller than a page; a list is empty where there is nothing to show.

/// Each hypothesis with its estimate, its interval and the limit that it is judged against; one figure for each kind of axis.
std::vector<ReportFigure> hypothesisFigures(const std::vector<HypothesisRow>& rows);

/// Test accuracy of the plan's variants, one panel for each cell.
std::vector<ReportFigure> variantFigures(const PlanState& state, const std::vector<CellTable>& tables);

/// Gain of the first variant over those that show what searching is worth: fixed, largest and ce, else the second one; for each value
/// of a third axis. Empty for plans with fewer than two axes.
std::vector<ReportFigure> phaseFigures(const PlanState& state);

/// How networks that one cell found do in the others; none without transfers, where nothing is known of them yet, or where they are
/// more than a page holds.
std::optional<ReportFigure> transferFigure(const PlanState& state);

/// What searched variants were chosen by, and what they are worth.
std::vector<ReportFigure> curseFigures(const std::vector<CellTable>& tables);

/// The metric that figures show.
inline constexpr const char* mainMetric = "test.accuracy";

/// The axes over which cells are shown: noise rate and imbalance where the plan has them, else its first ones. Empty keys where the plan
/// has fewer.
std::pair<PlanAxis, PlanAxis> shownAxes(const Plan& plan);

} // namespace reweigh
