// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace reweigh {

/// How many members each class keeps, from the `available` ones; n_max is the largest of them, IF the factor.
/// Exponential: floor(n_max IF^(-r/(K-1))); step: n_max for ranks r < K/2, floor(n_max/IF) for the rest; never more
/// than available. A class's rank r is its index, or its place in an order drawn from the seed (`shuffleClasses`).
/// Errors: ClassWouldBeEmpty.
Result<std::vector<std::size_t>> imbalancedQuota(const DataOptions& options, std::span<const std::size_t> available);


/// Images of each class, in an order drawn by chance.
using ImagesByClass = std::vector<std::vector<std::uint32_t>>;

/// The images of `pool` by the class `label` gives them (indexed by image), each class in the order that stream
/// `stream` of `seed` draws for ALL images of the set. So whatever is taken from the front of a class is nested: asking
/// for more adds images and changes none, and an image's place does not depend on who else is in the pool.
ImagesByClass drawByClass(std::span<const std::uint32_t> pool, std::span<const std::uint16_t> label, int classes,
                          std::uint64_t seed, std::string_view stream);

/// The first `quota[c]` images of each class c, ascending.
std::vector<std::uint32_t> takeFront(const ImagesByClass& byClass, std::span<const std::size_t> quota);

/// How many members of each class `pool` has.
std::vector<std::size_t> countByClass(std::span<const std::uint32_t> pool, std::span<const std::uint16_t> label, int classes);

/// Shares `limit` among classes of `available` members as evenly as they allow; the remainder goes to the first ones.
std::vector<std::size_t> evenQuota(std::span<const std::size_t> available, std::size_t limit);

} // namespace reweigh
