// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace reweigh {

/// NumPy's legacy RandomState: MT19937 (Matsumoto and Nishimura 1998) seeded by one 32-bit word, and
/// doubles of 53 bits from two words each. The position is the number of words drawn, so a stream is
/// restored by its seed and one count.
class NumpyRandom {
public:
    /// NumPy takes seeds below 2^32; of a larger one the two halves are mixed.
    explicit NumpyRandom(std::uint64_t seed);

    double uniform(); ///< in [0, 1): `random_sample`

    /// `size` indices drawn with replacement: `choice(len(p), size, p=p)`. `p` sums to 1.
    std::vector<std::size_t> choice(std::span<const double> p, std::size_t size);

    std::uint64_t wordsDrawn() const { return m_drawn; }
    /// Puts the stream where it stands after `words` words from its seed.
    void moveTo(std::uint64_t words);

private:
    std::uint32_t m_seed;
    std::mt19937 m_engine;
    std::uint64_t m_drawn = 0;
};

} // namespace reweigh
