// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/StudyStorage.h"

#include <optional>
#include <string>

namespace reweigh {

/// Trial system attribute of Optuna's enqueue_trial: maps a parameter to its external value. Parameters not in it are drawn.
inline constexpr const char* fixedParamsKey = "fixed_params";
/// Trial user attribute: the entries of fixedParamsKey whose value lies outside the parameter's distribution.
inline constexpr const char* outsideSpaceKey = "reweigh:outside_space";

/// The internal value of the parameter `name` with which `trial` was enqueued; none if it was enqueued without one. Like Optuna,
/// it accepts a value outside the range of `distribution`; it then adds the value to `update` under outsideSpaceKey.
/// Errors: UnknownValue (where = parameter): the value is not one of the choices, or not a finite number.
Result<std::optional<double>> enqueuedValue(const FrozenTrial& trial, const std::string& name, const Distribution& distribution,
                                            TrialUpdate& update);

/// The entries of outsideSpaceKey in `trial` as text: "nodes_0 = 5000, meta_lr = 2"; empty if there are none.
std::string outsideSpaceText(const FrozenTrial& trial);

} // namespace reweigh
