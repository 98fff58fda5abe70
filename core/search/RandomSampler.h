// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/NumpyRandom.h"
#include "core/search/Sampler.h"

namespace reweigh {

/// Draws every parameter independently and uniformly (uniformly in the logarithm on a log scale). Each draw equals
/// that of Optuna 5.0.0's RandomSampler with the same seed.
class RandomSampler : public Sampler {
public:
    explicit RandomSampler(std::uint64_t seed);

    std::vector<Parameter> beginTrial(const History& history, std::size_t place) override;
    double suggest(const History& history, std::size_t place, const std::vector<Parameter>& joint, const std::string& name,
                   const Distribution& distribution) override;
    std::string state() const override;
    Status restore(const std::string& state) override;
    void reseed(std::uint64_t seed) override;

    /// Draws an internal value from a distribution that has more than one.
    double draw(const Distribution& distribution);
    std::uint64_t wordsDrawn() const { return m_random.wordsDrawn(); }
    void moveTo(std::uint64_t words) { m_random.moveTo(words); }

private:
    std::uint64_t m_seed;
    NumpyRandom m_random;
};

} // namespace reweigh
