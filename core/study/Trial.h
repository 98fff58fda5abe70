// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/search/Observation.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace reweigh {

using Attributes = std::map<std::string, nlohmann::json>;

/// A time in UTC with the precision of Optuna's tables, one microsecond.
using Timestamp = std::chrono::sys_time<std::chrono::microseconds>;

inline Timestamp currentTime()
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// A copy of a trial as it was stored at one moment.
struct FrozenTrial {
    std::int64_t number = 0;  ///< within its study, from 0
    std::int64_t trialId = 0; ///< identifies the trial within its storage
    TrialState state = TrialState::Running;
    std::optional<double> value;                      ///< the objective; set for Complete; for Pruned the last report, if any; never NaN
    std::vector<std::pair<int, double>> intermediate; ///< (step, value), steps ascending; values may be NaN
    std::vector<Parameter> parameters;                ///< in the order they were suggested
    std::optional<Timestamp> started, finished;
    Attributes userAttributes;
    Attributes systemAttributes;
    std::vector<double> objectives = {}; ///< in a study of several objectives their values, and `value` is empty; else empty
    /// Seconds of training, by its checkpoint; only of a trial of an earlier version, whose own interruptions are not stored (TrialTimes.h).
    std::optional<double> trained = {};

    friend bool operator==(const FrozenTrial&, const FrozenTrial&) = default;
};

/// The parameter of this name; null if the trial has none.
inline const Parameter* parameterOf(const FrozenTrial& trial, const std::string& name)
{
    const auto found = std::ranges::find(trial.parameters, name, &Parameter::name);
    return found == trial.parameters.end() ? nullptr : &*found;
}

inline bool isFinished(TrialState state)
{
    return state == TrialState::Complete || state == TrialState::Pruned || state == TrialState::Failed;
}

} // namespace reweigh
