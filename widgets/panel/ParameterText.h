// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Observation.h"

#include <QString>

#include <string>

namespace reweigh {

/// "hidden layers" for hidden_layers, "nodes, layer 1" for nodes_0, "input layer" for input; names that are not ours (a study
/// of Optuna's) stay as they are.
QString parameterText(const std::string& name);

/// A choice of a categorical parameter: "logits + label" for input = logits+label, "ReLU" for activation = relu.
QString choiceText(const std::string& parameter, const std::string& choice);

/// `value` by the locale, with as many digits as a reader compares: whole numbers whole, else 3 significant ones.
QString quantityText(double value, int digits = 3);

/// What the trial has: "3", "logits + label", "0.00316".
QString valueText(const Parameter& parameter);

} // namespace reweigh
