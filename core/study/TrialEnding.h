// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Objective.h"
#include "core/study/StudyStorage.h"

namespace reweigh {

/// A failed outcome of trial `number`.
TrialOutcome failedOutcome(ErrorCode code, std::int64_t number, std::string text);

/// What is stored of a trial that ends as `outcome` says, at this moment. A complete one without a value, or with NaN, has failed;
/// a pruned one's value is its last report, as in Optuna.
TrialUpdate ending(TrialOutcome outcome, const Observation& trial);

} // namespace reweigh
