// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/StudyStorage.h"

#include <optional>
#include <string>

namespace reweigh {

/// Trial system attribute of Optuna's enqueue_trial: parameter to outside value. What is not in it is drawn.
inline constexpr const char* fixedParamsKey = "fixed_params";
/// Trial user attribute: those of fixedParamsKey that lie outside the distribution they were asked for, parameter to value.
inline constexpr const char* outsideSpaceKey = "reweigh:outside_space";

/// The internal value of `name` that `trial` was enqueued with; none if it was not. Optuna uses one that lies outside
/// `distribution` all the same, and warns: `update` then gets it in outsideSpaceKey.
/// Errors: UnknownValue (where = parameter), where `distribution` has no such value at all: no choice of it, or no number.
Result<std::optional<double>> enqueuedValue(const FrozenTrial& trial, const std::string& name, const Distribution& distribution,
                                            TrialUpdate& update);

/// "nodes_0 = 5000, meta_lr = 2": what `trial` has in outsideSpaceKey; empty for nothing.
std::string outsideSpaceText(const FrozenTrial& trial);

} // namespace reweigh
