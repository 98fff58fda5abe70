// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

#include <map>
#include <string>

namespace reweigh {

/// The constraint values that Optuna keeps in a trial's system attributes, by name: the list under "constraints", which
/// `constraints_func` writes, with its places as names, and the entries "constraints:NAME" of Trial.set_constraint (Optuna 5). A value
/// that is no number is NaN. Empty for a trial without any.
std::map<std::string, double> constraintsOf(const FrozenTrial& trial);

/// Whether the trial violates none of its constraints: all are at most 0 (Optuna's rule). True for a trial without any.
bool isFeasible(const FrozenTrial& trial);

} // namespace reweigh
