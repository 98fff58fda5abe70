// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace reweigh {

/// A mean and the half-width of its Student-t 95 % interval. A single value gives no interval: the half-width is infinite.
struct MeanInterval {
    int n = 0;
    double mean = 0.0;      ///< NaN when n = 0
    double deviation = 0.0; ///< sample standard deviation (n - 1), 0 where it is rounding alone; NaN when n < 2
    double halfWidth = 0.0; ///< t(0.975, n - 1) deviation / sqrt(n); infinite when n < 2
};

/// Mean and interval of `values`, which may be empty. A NaN or infinite value makes mean and deviation NaN or infinite.
MeanInterval meanInterval(std::span<const double> values);

/// The p-quantile of Student's t distribution with `degrees` degrees of freedom; 0 < p < 1, degrees >= 1.
double studentQuantile(double p, int degrees);

} // namespace reweigh
