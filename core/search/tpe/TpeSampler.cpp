// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TpeSampler.h"

#include "core/search/SamplerState.h"
#include "core/search/tpe/ParzenEstimator.h"
#include "core/search/tpe/TrialTable.h"
#include "core/search/tpe/WideVectors.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace reweigh {
namespace {

/// The index of the largest score, the first of equals; NaN counts as the largest, as in NumPy.
std::size_t firstLargest(const std::vector<double>& scores)
{
    const auto largest =
        std::max_element(scores.begin(), scores.end(), [](double a, double b) { return !std::isnan(a) && (std::isnan(b) || a < b); });
    return static_cast<std::size_t>(largest - scores.begin());
}

} // namespace

TpeSampler::TpeSampler(std::uint64_t seed, TpeOptions options)
    : m_options(options)
    , m_seed(seed)
    , m_random(seed)
    , m_startup(seed)
{
    if (options.group && !options.multivariate)
        throw std::invalid_argument("TPE by groups is multivariate");
    if (options.candidates == 0)
        throw std::invalid_argument("TPE needs a candidate");
}

std::vector<Parameter> TpeSampler::beginTrial(const History& history, std::size_t place)
{
    m_table.update(history);
    std::vector<Parameter> joint;
    if (!m_options.multivariate || starting())
        return joint;
    const std::vector<SearchSpace> spaces = m_options.group ? m_table.groups().groups() : std::vector{m_table.intersection().space()};
    for (const SearchSpace& whole : spaces) {
        const SearchSpace space = withoutSingles(whole);
        if (space.empty())
            continue;
        const std::vector<double> values = sample(space, history, place);
        auto value = values.begin();
        for (const auto& [name, distribution] : space)
            joint.push_back({name, distribution, *value++});
    }
    return joint;
}

double TpeSampler::suggest(const History& history, std::size_t place, const std::vector<Parameter>& joint, const std::string& name,
                           const Distribution& distribution)
{
    if (const auto settled = settledValue(joint, name, distribution))
        return *settled;
    m_table.update(history);
    if (starting())
        return m_startup.draw(distribution);
    return sample({{name, distribution}}, history, place).front();
}

std::vector<double> TpeSampler::sample(const SearchSpace& space, const History& history, std::size_t place)
{
    clearUpperVectors();
    const SplitValues values =
        splitValues(m_table, space, *history.trials, static_cast<std::int64_t>(place), m_options.constantLiar, m_options.multivariate);
    const Mixture good = parzenEstimator(space, values.good);
    const Mixture bad = parzenEstimator(space, values.bad);
    const Points candidates = good.sample(m_random, m_options.candidates);
    std::vector<double> scores = good.logDensity(candidates);
    const std::vector<double> badDensities = bad.logDensity(candidates, &m_stepMasses);
    std::transform(scores.begin(), scores.end(), badDensities.begin(), scores.begin(), std::minus<>());

    const std::size_t best = firstLargest(scores);
    std::vector<double> chosen;
    for (const std::vector<double>& parameter : candidates)
        chosen.push_back(parameter[best]);
    return chosen;
}

std::string TpeSampler::state() const
{
    return toText({m_seed, {{"random", m_startup.wordsDrawn()}, {"tpe", m_random.wordsDrawn()}}});
}

Status TpeSampler::restore(const std::string& text)
{
    const auto state = samplerStateFrom(text, {0, {{"random", 0}, {"tpe", 0}}});
    if (!state)
        return state.error();
    m_seed = state->seed;
    m_startup = RandomSampler(m_seed);
    m_startup.moveTo(state->drawn.at("random"));
    m_random = NumpyRandom(m_seed);
    m_random.moveTo(state->drawn.at("tpe"));
    return {};
}

void TpeSampler::reseed(std::uint64_t seed)
{
    m_seed = seed;
    m_startup.reseed(seed);
    m_random = NumpyRandom(seed);
    m_table = {};
}

} // namespace reweigh
