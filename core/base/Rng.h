// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace reweigh {

/// A random number generator: xoshiro256** (Blackman and Vigna 2021), seeded by splitmix64. Data recipes, batch
/// orders, augmentation and initial weights draw from it, because its numbers, unlike those of the standard
/// library's distributions, are the same on every machine.
class Rng {
public:
    using State = std::array<std::uint64_t, 4>;

    /// Starts the stream named `stream` of `seed`. Streams of one seed are independent of each other, so that
    /// drawing more numbers from one never changes another.
    explicit Rng(std::uint64_t seed, std::string_view stream = {});

    std::uint64_t next();
    double uniform();                         ///< in [0, 1), 53 bits
    std::uint64_t below(std::uint64_t bound); ///< in [0, bound), unbiased (Lemire 2019); bound > 0
    double normal();                          ///< standard normal, Box-Muller; uses two uniforms per draw

    /// Permutes `values` in place, every order equally likely (Fisher-Yates).
    template <typename T> void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

    const State& state() const { return m_state; }
    void setState(const State& state) { m_state = state; }

private:
    State m_state{};
};

/// Derives a seed for one part of a larger experiment: mixes `seed` with a name or a number.
std::uint64_t deriveSeed(std::uint64_t seed, std::string_view name);
std::uint64_t deriveSeed(std::uint64_t seed, std::uint64_t index);

} // namespace reweigh
