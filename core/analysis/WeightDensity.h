// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/EpochList.h"

#include <vector>

namespace reweigh {

/// A smooth density of weights in [0, upper], estimated with a Gaussian kernel that is reflected at both ends, so that it integrates
/// to 1.
struct WeightDensity {
    std::vector<double> x, density; ///< at equidistant points from 0 to `upper`; empty if n = 0
    long n = 0;                     ///< number of weights
};

/// `counts` are the numbers of weights in equal bins of [0, upper], upper > 0 (WeightDistribution::upper); points >= 2.
WeightDensity weightDensity(const std::vector<int>& counts, double upper = 1.0, int points = 200);

/// The counts per bin summed over the three groups of classes: [label right, label wrong]; empty for plain cross entropy.
std::array<WeightDistribution::Counts, 2> overallCounts(const WeightDistribution& distribution);

/// Where an axis must end that holds all weights of all epochs: 1, or a larger whole number where a weight exceeds 1. Earlier versions
/// counted weights beyond 1 in the last bin; of their runs only the curve tells how far weights go.
double largestWeight(const EpochList& epochs);

} // namespace reweigh
