// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace reweigh {

/// Least width of `count` kernels on an axis of length `range` ("magic clip"): range / min(100, count + 2).
double leastWidth(std::size_t count, double range);

/// Width of each kernel: the larger gap to its neighbours in order, the axis' ends being neighbours of a kernel
/// that is alone, between leastWidth and the range. Of equal mus, which have no gap between them, NumPy's order
/// decides who is first and last.
std::vector<double> kernelWidths(std::span<const double> mus, double low, double high);

} // namespace reweigh
