// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Distribution.h"
#include "core/search/ParameterNames.h"
#include "core/study/TrialRefs.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// A searched quantity as the axis of a plot: a parameter, or a quantity derived from several (`nodes`: the geometric mean of
/// nodes_0, nodes_1, ... over the layers that a trial has).
struct ParameterAxis {
    std::string name; ///< "hidden_layers", "nodes" (derived), "input"
    bool log = false;
    bool categorical = false;
    std::vector<std::string> categories; ///< categorical: choices as text, in the distribution's order; a value is an index
    double low = 0.0, high = 0.0;        ///< numeric, finite: covers all its distributions (derived, or without ends: all values seen)
    double step = 0.0;                   ///< distance of neighbouring values; 1 for most integers, 0: continuous
    bool derived = false;
    /// How the value of a trial is found where it is no parameter: a column of the trials table. Empty: axisValue() looks for it.
    std::function<std::optional<double>(const FrozenTrial&)> read = {};
};

/// The axes of all parameters in these trials, in the order in which trials suggest them; the derived `nodes` comes before nodes_0.
/// Parameters with only one possible value are left out.
std::vector<ParameterAxis> parameterAxes(const TrialRefs& trials);

/// The trial's internal value on the axis (category: its index); none if it lacks the parameter.
std::optional<double> axisValue(const FrozenTrial& trial, const ParameterAxis& axis);

} // namespace reweigh
