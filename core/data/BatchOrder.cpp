// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/BatchOrder.h"

#include "core/base/Rng.h"

#include <numeric>

namespace reweigh {

std::vector<std::uint32_t> batchOrder(std::size_t n, std::uint64_t seed, int epoch)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0u);
    Rng(deriveSeed(seed, static_cast<std::uint64_t>(epoch)), "batch-order").shuffle(std::span(order));
    return order;
}

} // namespace reweigh
