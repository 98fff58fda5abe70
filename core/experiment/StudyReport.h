// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "core/study/StudyStorage.h"

namespace reweigh {

/// A machine-readable report of a study: name, direction, every trial with state, value, parameters and reweigh's attributes, the best
/// trial's number (null if none is complete and feasible), the compared variants, their summaries (VariantSummary.h), and the verdicts on
/// them. Trials with constraints also have "constraints" and "feasible", those of several objectives "values". Numbers that JSON has no
/// form for are the strings "NaN", "Infinity" and "-Infinity".
nlohmann::json studyReport(const std::string& name, const TrialRefs& trials, Direction direction,
                           const std::vector<VariantResult>& variants);

} // namespace reweigh
