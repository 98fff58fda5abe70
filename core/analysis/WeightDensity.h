// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <vector>

namespace reweigh {

/// A smooth density of weights in [0, 1], estimated with a Gaussian kernel that is reflected at both ends, so that it integrates to 1.
struct WeightDensity {
    std::vector<double> x, density; ///< at equidistant points from 0 to 1; empty if n = 0
    long n = 0;                     ///< number of weights
};

/// `counts` are the numbers of weights in equal bins of [0, 1]; points >= 2.
WeightDensity weightDensity(const std::vector<int>& counts, int points = 200);

/// The counts per bin summed over the three groups of classes: [label right, label wrong]; empty for plain cross entropy.
std::array<WeightDistribution::Counts, 2> overallCounts(const WeightDistribution& distribution);

} // namespace reweigh
