// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace reweigh {

/// Mean and Student-t 95 % interval over runs, at each x that at least one run has. Runs are aggregated before anything is decimated.
struct RunBand {
    std::vector<double> x, mean, low, high; ///< low and high NaN where n < 2
    std::vector<int> n;
};

struct RunSeries {
    std::vector<double> x, y; ///< x ascending; what is not finite in y is left out
};

RunBand runBand(std::span<const RunSeries> runs);

/// Exponential moving average, TensorBoard's: y_s = a y_s-1 + (1 - a) y, corrected for its start; `smoothing` a in [0, 1).
/// What is not finite stays as it is and counts for nothing.
std::vector<double> smoothed(std::span<const double> y, double smoothing);

} // namespace reweigh
