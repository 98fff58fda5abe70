// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

#include <vector>

namespace reweigh {

/// The parameters that a running trial drew jointly, as system attributes in the form in which Optuna 5.0.0 shares them between
/// workers: one JSON object of external values, split into texts of at most 2045 characters, `tpe:relative_params:0`, `:1`, ...
/// Empty if `joint` is empty.
Attributes relativeParams(const std::vector<Parameter>& joint);

/// Whether the system attribute of this name is part of a joint draw.
bool isRelativeParams(const std::string& attribute);

/// Reads the joint draw from the attributes of `trial`; empty if there is none. Distributions are not stored with it: each
/// parameter gets that of the newest trial in `history` that has the parameter, and is left out if no trial has it.
std::vector<Parameter> relativeParams(const FrozenTrial& trial, const std::vector<Observation>& history);

} // namespace reweigh
