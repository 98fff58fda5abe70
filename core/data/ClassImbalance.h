// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"

#include <cstddef>
#include <span>
#include <vector>

namespace reweigh {

/// How many members each class keeps, from the `available` ones; n_max is the largest of them, IF the factor.
/// Exponential: floor(n_max IF^(-r/(K-1))); step: n_max for ranks r < K/2, floor(n_max/IF) for the rest; never more
/// than available. A class's rank r is its index, or its place in an order drawn from the seed (`shuffleClasses`).
/// Errors: ClassWouldBeEmpty.
Result<std::vector<std::size_t>> imbalancedQuota(const DataOptions& options, std::span<const std::size_t> available);

} // namespace reweigh
