// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <QString>

#include <string>

namespace reweigh {

/// "hidden layers" for hidden_layers, "nodes, layer 1" for nodes_0, "input layer" for input, "best epoch" for column::bestEpoch, the name of
/// an objective for its column; unknown names (from a study that Optuna made) are returned unchanged.
QString parameterText(const std::string& name);

/// The name of a choice of a categorical parameter: "loss + stage 3 + label" for input = loss+stage3+label, "ReLU" for activation = relu.
QString choiceText(const std::string& parameter, const std::string& choice);

/// Formats `value` by the locale with `digits` significant digits; the integer part is always written in full. "∞" or "−∞" for
/// infinities, "–" for NaN.
QString quantityText(double value, int digits = 3);

/// The value of a trial's parameter: "3", "logits + label", "0.00316".
QString valueText(const Parameter& parameter);

} // namespace reweigh
