// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace reweigh {

/// The indices that sort `values`, with equal values in the same order as `numpy.argsort(values)`. NumPy's default
/// sort is not stable, and TPE's bandwidths depend on which of several equal observations comes first, so that
/// their order affects Optuna's results. It is the order of NumPy 2 on x86: up to 256 values a bitonic network,
/// the same with AVX2 and AVX-512; above, a quicksort by blocks of eight as with AVX-512. Values must be finite.
///
/// With `wanted` (ascending) only the indices of these values are sure to be in their sorted places, in NumPy's order.
/// Parts of the array that hold none of them are not sorted, which saves most of the time.
std::vector<std::uint32_t> numpyArgsort(std::span<const double> values, std::optional<std::span<const double>> wanted = std::nullopt);

} // namespace reweigh
