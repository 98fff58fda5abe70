// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace reweigh {

/// The order in which one epoch visits `n` samples: a permutation of 0 .. n-1 that depends on nothing but
/// its arguments, so that a resumed run finds any epoch's order again without replaying the ones before.
std::vector<std::uint32_t> batchOrder(std::size_t n, std::uint64_t seed, int epoch);

} // namespace reweigh
