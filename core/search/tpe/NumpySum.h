// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace reweigh {

/// The sum of `values`, 0 if there are none, equal to `numpy.sum(values)` to the last bit: pairwise, with eight partial
/// sums in blocks of 128. Categories seen equally often have scores that differ only by rounding, so the order of
/// additions decides between them.
double numpySum(std::span<const double> values);

} // namespace reweigh
