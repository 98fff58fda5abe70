// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace reweigh {

/// xoshiro256** (Blackman and Vigna 2021), seeded by splitmix64. Every draw of data recipes, batch
/// orders, augmentation and initial weights comes from one of these: unlike the standard library's
/// distributions its numbers are the same on every machine.
class Rng {
public:
    using State = std::array<std::uint64_t, 4>;

    /// The stream named `stream` of `seed`: streams of one seed are independent of each other, so that
    /// drawing more of one kind never shifts another.
    explicit Rng(std::uint64_t seed, std::string_view stream = {});

    std::uint64_t next();
    double uniform();                          ///< in [0, 1), 53 bits
    std::uint64_t below(std::uint64_t bound);  ///< in [0, bound), unbiased (Lemire 2019); bound > 0
    double normal();                           ///< standard normal, Box-Muller; two uniforms a draw

    template <typename T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

    const State& state() const { return m_state; }
    void setState(const State& state) { m_state = state; }

private:
    State m_state{};
};

/// A seed for a part of something larger: mixes `seed` with a name or a number.
std::uint64_t deriveSeed(std::uint64_t seed, std::string_view name);
std::uint64_t deriveSeed(std::uint64_t seed, std::uint64_t index);

} // namespace reweigh
