// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/tpe/TrialTable.h"

namespace reweigh {

/// The observations of both sides, each [parameter][trial] in the history's order.
struct SplitValues {
    Points good, bad;
};

/// Trials that have every parameter of `space`, divided: the best of those finished are good, others are bad. With
/// `liar`, trials that run count as bad, all but the one at place `own` (-1: none), with what they have so far; `jointToo` adds what
/// they drew jointly at their start.
SplitValues splitValues(const TrialTable& table, const SearchSpace& space, const std::vector<Observation>& trials,
                        std::int64_t own, bool liar, bool jointToo);

} // namespace reweigh
