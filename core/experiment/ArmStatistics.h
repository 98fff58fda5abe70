// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"

#include <string>
#include <vector>

namespace reweigh {

/// A metric's values over an arm's seeds: each run's mean over its last k epochs, in order of seed.
std::vector<double> armValues(const ArmResult& arm, const std::string& metric);

enum class ArmVerdict { Better, Worse, CannotTell };

/// Paired difference of two arms over their common seeds.
struct ArmDifference {
    int seeds = 0;
    double mean = 0.0;
    double halfWidth = 0.0; ///< Student-t, 95 %; infinite with one seed
    ArmVerdict verdict = ArmVerdict::CannotTell; ///< Better or Worse only where the interval leaves out 0
    int seedsNeeded = 0; ///< seeds at which an interval as noisy as this one would leave out 0; 0: unknown
};

ArmDifference difference(const ArmResult& arm, const ArmResult& other, const std::string& metric);

} // namespace reweigh
