// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace reweigh {

/// Mean and Student-t 95 % interval over runs, at each x that at least one run has.
struct RunBand {
    std::vector<double> x, mean, low, high; ///< one entry per x, ascending; low and high are NaN where n < 2
    std::vector<int> n;                     ///< number of runs with a finite value at x
};

struct RunSeries {
    std::vector<double> x, y; ///< of equal length, x ascending; values of y that are not finite are ignored
};

/// Computes the band of `runs`. Pass complete series, not ones already reduced for drawing.
RunBand runBand(std::span<const RunSeries> runs);

/// The exponential moving average of `y`, as in TensorBoard: s_i = a s_(i-1) + (1 - a) y_i with s_0 = 0, divided by 1 - a^i to
/// correct for the start; a = `smoothing` in [0, 1). Values that are not finite stay unchanged and do not enter the average.
std::vector<double> smoothed(std::span<const double> y, double smoothing);

} // namespace reweigh
