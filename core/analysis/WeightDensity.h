// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/RunFigures.h"

#include <vector>

namespace reweigh {

/// A smooth density of counts over equal bins of [0, 1]: Gaussian kernel, reflected at both ends, so that it integrates to 1.
struct WeightDensity {
    std::vector<double> x, density; ///< `points` of them over [0, 1]
    long n = 0;
};

WeightDensity weightDensity(const std::vector<int>& counts, int points = 200);

/// Bins of all three groups added up: [label right, label wrong].
std::array<WeightDistribution::Counts, 2> overallCounts(const WeightDistribution& distribution);

} // namespace reweigh
