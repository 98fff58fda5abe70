// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace reweigh {

/// `numpy.argsort(values)` to the order of equal values. NumPy's default sort is not stable, and TPE's
/// bandwidths depend on which of several equal observations comes first, so that order is part of what
/// Optuna computes. It is the order of NumPy 2 on x86: up to 256 values a bitonic network, the same with AVX2
/// and AVX-512; above, quicksort by blocks of eight, which is AVX-512's. Values are finite.
///
/// With `wanted` (ascending) only these values are sure to stand, in NumPy's order, where the sort puts them:
/// parts that hold none of them are left as they are, which saves most of the time.
std::vector<std::uint32_t> numpyArgsort(std::span<const double> values,
                                        std::optional<std::span<const double>> wanted = std::nullopt);

} // namespace reweigh
