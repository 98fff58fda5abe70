// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/RandomSampler.h"

#include "core/search/SamplerState.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

/// The largest number below `high`, because the upper end of a range is excluded.
double below(double high)
{
    return std::nextafter(high, -std::numeric_limits<double>::infinity());
}

struct Draw {
    NumpyRandom& random;

    double between(double low, double high) const { return low + (high - low) * random.uniform(); }

    double operator()(const FloatDistribution& d) const
    {
        if (d.log) {
            const double value = std::exp(between(std::log(d.low), std::log(d.high)));
            return std::clamp(value, d.low, below(d.high));
        }
        if (d.step) {
            const double value = between(d.low - 0.5 * *d.step, d.high + 0.5 * *d.step);
            return std::clamp(std::nearbyint((value - d.low) / *d.step) * *d.step + d.low, d.low, d.high);
        }
        const double value = between(d.low, d.high);
        return std::min(value, below(d.high));
    }

    double operator()(const IntDistribution& d) const
    {
        const auto low = static_cast<double>(d.low), high = static_cast<double>(d.high);
        const auto step = static_cast<double>(d.step);
        if (d.log) {
            const double value = std::exp(between(std::log(low - 0.5 * step), std::log(high + 0.5 * step)));
            return std::clamp(std::nearbyint(value), low, high);
        }
        const double value = between(low - 0.5 * step, high + 0.5 * step);
        return std::clamp(std::floor((value - low) / step + 0.5) * step + low, low, high);
    }

    /// Draws a uniform number per choice and takes the choice with the largest, as Optuna does with its one-hot encoding.
    double operator()(const CategoricalDistribution& d) const
    {
        std::size_t best = 0;
        double largest = -1.0;
        for (std::size_t i = 0; i < d.choices.size(); ++i) {
            const double value = random.uniform();
            if (value > largest) {
                largest = value;
                best = i;
            }
        }
        return static_cast<double>(best);
    }
};

} // namespace

RandomSampler::RandomSampler(std::uint64_t seed)
    : m_seed(seed)
    , m_random(seed)
{
}

std::vector<Parameter> RandomSampler::beginTrial(const History&, std::size_t)
{
    return {};
}

double RandomSampler::suggest(const History&, std::size_t, const std::vector<Parameter>& joint, const std::string& name,
                              const Distribution& distribution)
{
    const auto settled = settledValue(joint, name, distribution);
    return settled ? *settled : draw(distribution);
}

double RandomSampler::draw(const Distribution& distribution)
{
    return std::visit(Draw{m_random}, distribution);
}

std::string RandomSampler::state() const
{
    return toText({m_seed, {{"random", m_random.wordsDrawn()}}});
}

Status RandomSampler::restore(const std::string& text)
{
    const auto state = samplerStateFrom(text, {0, {{"random", 0}}});
    if (!state)
        return state.error();
    reseed(state->seed);
    m_random.moveTo(state->drawn.at("random"));
    return {};
}

void RandomSampler::reseed(std::uint64_t seed)
{
    m_seed = seed;
    m_random = NumpyRandom(seed);
}

} // namespace reweigh
