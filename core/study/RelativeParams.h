// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

#include <vector>

namespace reweigh {

/// A running trial's joint draw as Optuna 5.0.0 shares it between workers: one JSON object of outside
/// values, cut into texts of at most 2045 characters, in system attributes `tpe:relative_params:0`, `:1`, ...
/// Empty for an empty draw.
Attributes relativeParams(const std::vector<Parameter>& joint);

/// Is a system attribute of that name part of a joint draw?
bool isRelativeParams(const std::string& attribute);

/// The joint draw that `trial` carries. Distributions are not stored with it: they are those under which
/// the newest trial of `history` holds the same name; a parameter unknown there is left out.
std::vector<Parameter> relativeParams(const FrozenTrial& trial, const std::vector<Observation>& history);

} // namespace reweigh
