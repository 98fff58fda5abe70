// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ArchitectureSpace.h"

#include "core/config/MetaNetSpec.h"
#include "core/config/Names.h"
#include "core/search/ParameterNames.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

IntDistribution layers(const SearchOptions& options)
{
    return {.low = options.layersLow, .high = options.layersHigh};
}

IntDistribution nodes(const SearchOptions& options)
{
    return {.low = options.nodesLow, .high = options.nodesHigh, .log = true};
}

CategoricalDistribution inputs(const SearchOptions& options)
{
    return {.choices = {options.inputs.begin(), options.inputs.end()}};
}

template <typename Enum> CategoricalDistribution choiceAmong(const std::vector<Enum>& values)
{
    CategoricalDistribution distribution;
    for (const Enum value : values)
        distribution.choices.emplace_back(nameOf(value));
    return distribution;
}

bool searchesStandardisation(const SearchOptions& options)
{
    return options.standardisations.size() > 1;
}

FloatDistribution metaLr(const SearchOptions& options)
{
    return {.low = options.metaLrLow, .high = options.metaLrHigh, .log = true};
}

/// Bounds of every MW-Net, searched or set by the user; the setting `hidden` has the same ones.
constexpr std::int64_t mostLayers = 64, mostNodes = 65536;

Error cannotBe(const std::string& parameter, const nlohmann::json& value, const std::string& range)
{
    return {ErrorCode::ValueOutOfRange, parameter, value.dump(), range};
}

/// The number of layers or nodes that a parameter holds; 0 where it is none, as it may be in another program's study.
int countOf(const Parameter& parameter)
{
    return parameter.value >= 0.0 && parameter.value <= std::numeric_limits<int>::max() ? int(parameter.value) : 0;
}

std::string choiceOf(const FrozenTrial& trial, const char* name)
{
    const Parameter* chosen = parameterOf(trial, name);
    const auto* choices = chosen ? std::get_if<CategoricalDistribution>(&chosen->distribution) : nullptr;
    const auto index = chosen ? std::size_t(chosen->value) : 0;
    return choices && index < choices->choices.size() && choices->choices[index].is_string() ? choices->choices[index].get<std::string>()
                                                                                             : std::string();
}

} // namespace

std::map<std::string, Distribution> searchSpace(const SearchOptions& options)
{
    std::map<std::string, Distribution> space = {{parameter::layers, layers(options)},
                                                 {parameter::input, inputs(options)},
                                                 {parameter::activation, choiceAmong(options.activations)},
                                                 {parameter::metaLr, metaLr(options)}};
    if (searchesStandardisation(options))
        space.emplace(parameter::standardised, choiceAmong(options.standardisations));
    for (int layer = 0; layer < options.layersHigh; ++layer)
        space.emplace(parameter::nodesOf(layer), nodes(options));
    return space;
}

Result<Proposal> suggestArchitecture(TrialHandle& trial, const SearchOptions& options, bool normalised)
{
    Proposal proposal;
    proposal.metaNet.normalised = normalised;
    proposal.metaNet.hidden.clear();
    const Result<std::int64_t> depth = trial.suggestInt(parameter::layers, layers(options));
    if (!depth)
        return depth.error();
    if (*depth < 0 || *depth > mostLayers)
        return cannotBe(parameter::layers, *depth, "0.." + std::to_string(mostLayers));
    for (std::int64_t layer = 0; layer < *depth; ++layer) {
        const Result<std::int64_t> width = trial.suggestInt(parameter::nodesOf(layer), nodes(options));
        if (!width)
            return width.error();
        if (*width < 1 || *width > mostNodes)
            return cannotBe(parameter::nodesOf(layer), *width, "1.." + std::to_string(mostNodes));
        proposal.metaNet.hidden.push_back(int(*width));
    }
    const Result<nlohmann::json> input = trial.suggestCategorical(parameter::input, inputs(options));
    if (!input)
        return input.error();
    setInput(proposal.metaNet, input->get<std::string>());
    proposal.metaNet.standardised = options.standardisations.front() == Standardise::Yes;
    if (searchesStandardisation(options)) {
        const Result<nlohmann::json> drawn = trial.suggestCategorical(parameter::standardised, choiceAmong(options.standardisations));
        if (!drawn)
            return drawn.error();
        proposal.metaNet.standardised = drawn->get<std::string>() == nameOf(Standardise::Yes);
    }
    const Result<nlohmann::json> activation = trial.suggestCategorical(parameter::activation, choiceAmong(options.activations));
    if (!activation)
        return activation.error();
    proposal.metaNet.activation = *fromName<Activation>(activation->get<std::string>());
    const Result<double> rate = trial.suggestFloat(parameter::metaLr, metaLr(options));
    if (!rate)
        return rate.error();
    if (!(*rate > 0.0))
        return cannotBe(parameter::metaLr, *rate, "above 0");
    proposal.metaLr = *rate;
    return proposal;
}

std::optional<Proposal> proposalOf(const FrozenTrial& trial, bool standardised)
{
    const Parameter* depth = parameterOf(trial, parameter::layers);
    const std::string input = choiceOf(trial, parameter::input);
    if (!depth || std::ranges::find(inputsWithLabel(), input) == inputsWithLabel().end())
        return std::nullopt;
    Proposal proposal;
    setInput(proposal.metaNet, input);
    const std::optional<Standardise> drawn = fromName<Standardise>(choiceOf(trial, parameter::standardised));
    proposal.metaNet.standardised = drawn ? *drawn == Standardise::Yes : standardised;
    proposal.metaNet.activation = fromName<Activation>(choiceOf(trial, parameter::activation)).value_or(Activation::Relu);
    proposal.metaNet.hidden.clear();
    for (int layer = 0; layer < std::min(countOf(*depth), int(mostLayers)); ++layer)
        if (const Parameter* nodes = parameterOf(trial, parameter::nodesOf(layer)))
            proposal.metaNet.hidden.push_back(countOf(*nodes));
    if (const Parameter* rate = parameterOf(trial, parameter::metaLr))
        proposal.metaLr = rate->value;
    return proposal;
}

} // namespace reweigh
