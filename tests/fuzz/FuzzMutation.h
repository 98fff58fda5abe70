// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace reweigh::test {

/// Changes inputs at random. The same seed gives the same inputs on every machine.
class FuzzMutation {
public:
    /// `seeds` must not be empty, and must outlive the object.
    FuzzMutation(const std::vector<std::string>& seeds, std::uint64_t seed)
        : m_seeds(seeds)
        , m_random(seed)
    {
    }

    /// One of the seeds, with one to eight changes.
    std::string next();

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : std::size_t(m_random() % bound); }
    void change(std::string& input);
    void changeNumber(std::string& input);

    const std::vector<std::string>& m_seeds;
    std::mt19937_64 m_random;
};

} // namespace reweigh::test
