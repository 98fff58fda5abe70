// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Distribution.h"
#include "core/search/ParameterNames.h"
#include "core/study/TrialRefs.h"

#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// One searched quantity as an axis: a parameter, or a quantity derived from several (`nodes`: the geometric mean of
/// nodes_0 ... over the layers a trial has).
struct ParameterAxis {
    std::string name;          ///< "hidden_layers", "nodes" (derived), "input"
    bool log = false;
    bool categorical = false;
    std::vector<std::string> categories; ///< categorical: choices as text, in the distribution's order; a value is an index
    double low = 0.0, high = 0.0;        ///< numeric: of all its distributions (derived: of the values seen)
    double step = 0.0;                   ///< between neighbouring values; 1 for most integers, 0: continuous
    bool derived = false;
};

inline constexpr const char* derivedNodes = parameter::nodes;

/// Every axis these trials allow, in the order in which trials suggest their parameters; the derived `nodes` stands before nodes_0.
/// A parameter that could take one value only is none.
std::vector<ParameterAxis> parameterAxes(const TrialRefs& trials);

/// The trial's place on the axis; none where it lacks the parameter.
std::optional<double> axisValue(const FrozenTrial& trial, const ParameterAxis& axis);

} // namespace reweigh
