// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/study/TrialRefs.h"

#include <cmath>

namespace reweigh::test {

inline FrozenTrial trial(std::int64_t number, double value, std::vector<Parameter> parameters, TrialState state = TrialState::Complete)
{
    FrozenTrial made;
    made.number = number;
    made.trialId = number + 1;
    made.state = state;
    if (state == TrialState::Complete || state == TrialState::Pruned)
        made.value = value;
    made.parameters = std::move(parameters);
    return made;
}

inline Parameter whole(const std::string& name, std::int64_t low, std::int64_t high, double value, bool log = false)
{
    return {name, IntDistribution{.low = low, .high = high, .log = log}, value};
}

inline Parameter real(const std::string& name, double low, double high, double value, bool log = false)
{
    return {name, FloatDistribution{.low = low, .high = high, .log = log}, value};
}

inline Parameter choice(const std::string& name, const std::vector<nlohmann::json>& choices, std::size_t index)
{
    return {name, CategoricalDistribution{choices}, double(index)};
}

/// Random draws from a space like that of the architectures: depth decides how many widths there are. The value depends on
/// the input, on the first width, and on nothing else but noise.
inline std::vector<FrozenTrial> architectures(int count, std::uint64_t seed)
{
    Rng rng(seed, "trials");
    std::vector<FrozenTrial> trials;
    for (int number = 0; number < count; ++number) {
        const auto depth = std::int64_t(1 + rng.below(5));
        std::vector<Parameter> parameters = {whole("hidden_layers", 1, 5, double(depth))};
        for (std::int64_t layer = 0; layer < depth; ++layer)
            parameters.push_back(whole("nodes_" + std::to_string(layer), 8, 512, std::floor(8 * std::pow(64.0, rng.uniform())), true));
        const std::size_t input = rng.below(4);
        parameters.push_back(choice("input", {"loss", "stage3", "penultimate", "softmax"}, input));
        parameters.push_back(choice("activation", {"relu", "tanh"}, rng.below(2)));
        parameters.push_back(real("meta_lr", 1e-4, 1e-1, std::exp(std::log(1e-4) + rng.uniform() * std::log(1e3)), true));
        const double value = 0.5 + 0.2 * (input == 2) - 0.03 * std::abs(std::log(parameters[1].value / 64)) + 0.01 * rng.normal();
        trials.push_back(trial(number, value, std::move(parameters)));
    }
    return trials;
}

} // namespace reweigh::test
