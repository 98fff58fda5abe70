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

/// Computes how many images each of K classes keeps under the imbalance of `options`. `available`: images per class, K >= 2 entries;
/// the result has K entries too. With n_max = max(available) and the imbalance factor IF, a class of rank r keeps
/// floor(n_max IF^(-r/(K-1))) images if exponential; if step, n_max for r < floor(K/2) and floor(n_max/IF) for the other ranks; n_max
/// without imbalance. No class keeps more than it has available. A class's rank is its index, or its place in an order drawn from
/// the seed (`shuffleClasses`). Errors: ClassWouldBeEmpty where a formula gives 0.
Result<std::vector<std::size_t>> imbalancedQuota(const DataOptions& options, std::span<const std::size_t> available);

/// Image indices by class: entry c lists the images of class c in a random order.
using ImagesByClass = std::vector<std::vector<std::uint32_t>>;

/// Groups the images of `pool` by class, each class in random order. `label` is the class of every image of the set, indexed by image;
/// `pool` holds indices into it; labels lie in [0, classes). The order is that of ONE shuffle of ALL images of the set, drawn from
/// `seed` and `stream`. So two images keep their order whatever else is in the pool, and taking more images from the front of a
/// class adds images and drops none. The result has `classes` entries.
ImagesByClass drawByClass(std::span<const std::uint32_t> pool, std::span<const std::uint16_t> label, int classes, std::uint64_t seed,
                          std::string_view stream);

/// Takes the first `quota[c]` images of each class c (all of them where it has fewer); `quota` has an entry per class. The result is
/// one ascending list of image indices.
std::vector<std::uint32_t> takeFront(const ImagesByClass& byClass, std::span<const std::size_t> quota);

/// Counts the images of `pool` per class; `label` is indexed by image. The result has `classes` entries.
std::vector<std::size_t> countByClass(std::span<const std::uint32_t> pool, std::span<const std::uint16_t> label, int classes);

/// Shares `limit` images among classes as evenly as their `available` images allow; the remainder goes to the first classes. The result
/// has one entry per class and sums to min(limit, sum of available).
std::vector<std::size_t> evenQuota(std::span<const std::size_t> available, std::size_t limit);

} // namespace reweigh
