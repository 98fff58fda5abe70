// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace reweigh {

/// A mean and its Student-t 95 % half-width. One value allows no interval: the half-width is infinite.
struct MeanInterval {
    int n = 0;
    double mean = 0.0;      ///< NaN when n = 0
    double deviation = 0.0; ///< sample standard deviation (n - 1); NaN when n < 2
    double halfWidth = 0.0; ///< t(0.975, n - 1) deviation / sqrt(n); infinite when n < 2
};

MeanInterval meanInterval(std::span<const double> values);

/// Quantile of Student's t distribution; 0 < p < 1, degrees >= 1.
double studentQuantile(double p, int degrees);

} // namespace reweigh
