// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "core/study/StudyStorage.h"

namespace reweigh {

/// A machine-readable report of a study: name, direction, every trial with state, value, parameters and reweigh's attributes, the best
/// trial's number (null if none is complete), the compared variants, their summaries (VariantSummary.h), and the verdicts on them.
nlohmann::json studyReport(const std::string& name, const TrialRefs& trials, Direction direction,
                           const std::vector<VariantResult>& variants);

} // namespace reweigh
