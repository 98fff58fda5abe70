// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/NumpyRandom.h"
#include "core/search/Sampler.h"

namespace reweigh {

/// Independent uniform draws (in the logarithm where the distribution is logarithmic); draw for draw
/// those of Optuna 5.0.0's RandomSampler with this seed.
class RandomSampler : public Sampler {
public:
    explicit RandomSampler(std::uint64_t seed);

    std::vector<Parameter> beginTrial(const History& history, std::size_t place) override;
    double suggest(const History& history, std::size_t place, const std::vector<Parameter>& joint,
                   const std::string& name, const Distribution& distribution) override;
    std::string state() const override;
    Status restore(const std::string& state) override;

    /// One value of a distribution that has more than one.
    double draw(const Distribution& distribution);
    std::uint64_t wordsDrawn() const { return m_random.wordsDrawn(); }
    void moveTo(std::uint64_t words) { m_random.moveTo(words); }

private:
    std::uint64_t m_seed;
    NumpyRandom m_random;
};

} // namespace reweigh
