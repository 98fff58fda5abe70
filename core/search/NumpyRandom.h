// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace reweigh {

/// Draws the same numbers as NumPy's legacy RandomState: MT19937 (Matsumoto and Nishimura 1998) seeded by one
/// 32-bit word, with doubles of 53 bits from two words each. The position in the stream is the number of words
/// drawn, so that the seed and this count restore it.
class NumpyRandom {
public:
    /// NumPy accepts seeds below 2^32; the two halves of a larger seed are combined by xor.
    explicit NumpyRandom(std::uint64_t seed);

    double uniform(); ///< in [0, 1); NumPy's random_sample()

    /// Draws `size` indices into `p` with replacement; `p` is not empty and holds probabilities that sum to 1. NumPy's
    /// choice(len(p), size, p=p).
    std::vector<std::size_t> choice(std::span<const double> p, std::size_t size);

    std::uint64_t wordsDrawn() const { return m_drawn; }
    /// Moves the stream to the position at which `words` words have been drawn since its seed.
    void moveTo(std::uint64_t words);

private:
    std::uint32_t m_seed;
    std::mt19937 m_engine;
    std::uint64_t m_drawn = 0;
};

} // namespace reweigh
