// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

/// bfloat16 for tests, rounded by the book.
namespace reweigh {

using Bits = std::uint16_t;

inline float wide(Bits bits)
{
    return std::bit_cast<float>(std::uint32_t(bits) << 16);
}

inline Bits narrow(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    if (std::isnan(value))
        return 0x7FC0;
    return Bits((bits + 0x7FFF + (bits >> 16 & 1)) >> 16);
}

inline std::vector<Bits> randomBits(std::size_t count, unsigned seed, float scale = 1)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, scale);
    std::vector<Bits> values(count);
    for (Bits& value : values)
        value = narrow(normal(random));
    return values;
}

} // namespace reweigh
