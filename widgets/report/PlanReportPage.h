// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/plan/CellOrigin.h"
#include "widgets/report/Report.h"

#include <filesystem>
#include <vector>

namespace reweigh {

/// Everything that is known of a plan as one report, in the language of the installed translators: the answer in words, hypotheses,
/// figures, tables of each cell, recipe, settings, versions and what is missing. It names no time, and no path of this machine.
/// `origins`: one for each cell of the state.
Report planReportPage(const PlanState& state, const std::vector<CellOrigin>& origins);

/// Writes the report of a plan to the files that are not empty paths. Each file is written whole or not at all. Thread: as
/// pdfOf().
/// Errors: those of readOrigins and writeFileAtomic.
Status writePlanReport(const PlanState& state, const std::filesystem::path& html, const std::filesystem::path& pdf);

} // namespace reweigh
