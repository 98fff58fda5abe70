// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace reweigh {

/// `numpy.sum(values)` to the last bit: pairwise, by eight partial sums in blocks of 128. Categories seen
/// equally often have equal scores but for rounding, so the order of additions decides between them.
double numpySum(std::span<const double> values);

} // namespace reweigh
