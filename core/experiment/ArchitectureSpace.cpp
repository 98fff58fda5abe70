// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ArchitectureSpace.h"

#include "core/config/Names.h"
#include "core/config/TapText.h"

#include <cmath>

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
    return {.choices = {options.taps.begin(), options.taps.end()}};
}

CategoricalDistribution activations(const SearchOptions& options)
{
    CategoricalDistribution distribution;
    for (const Activation activation : options.activations)
        distribution.choices.emplace_back(nameOf(activation));
    return distribution;
}

FloatDistribution metaLr(const SearchOptions& options)
{
    return {.low = options.metaLrLow, .high = options.metaLrHigh, .log = true};
}

/// What any MW-Net must keep to, searched or asked for: the bounds of the settings `hidden` and `meta-lr`.
constexpr std::int64_t mostLayers = 64, mostNodes = 65536;

Error cannotBe(const std::string& parameter, const nlohmann::json& value, const std::string& range)
{
    return {ErrorCode::ValueOutOfRange, parameter, value.dump(), range};
}

std::string nodesName(std::int64_t layer)
{
    return "nodes_" + std::to_string(layer);
}

} // namespace

std::map<std::string, Distribution> searchSpace(const SearchOptions& options)
{
    std::map<std::string, Distribution> space = {{"hidden_layers", layers(options)}, {"input", inputs(options)},
                                                 {"activation", activations(options)}, {"meta_lr", metaLr(options)}};
    for (int layer = 0; layer < options.layersHigh; ++layer)
        space.emplace(nodesName(layer), nodes(options));
    return space;
}

Result<Proposal> suggestArchitecture(TrialHandle& trial, const SearchOptions& options, bool normalised)
{
    Proposal proposal;
    proposal.metaNet.normalised = normalised;
    proposal.metaNet.hidden.clear();
    const Result<std::int64_t> depth = trial.suggestInt("hidden_layers", layers(options));
    if (!depth)
        return depth.error();
    if (*depth < 0 || *depth > mostLayers)
        return cannotBe("hidden_layers", *depth, "0.." + std::to_string(mostLayers));
    for (std::int64_t layer = 0; layer < *depth; ++layer) {
        const Result<std::int64_t> width = trial.suggestInt(nodesName(layer), nodes(options));
        if (!width)
            return width.error();
        if (*width < 1 || *width > mostNodes)
            return cannotBe(nodesName(layer), *width, "1.." + std::to_string(mostNodes));
        proposal.metaNet.hidden.push_back(int(*width));
    }
    const Result<nlohmann::json> input = trial.suggestCategorical("input", inputs(options));
    if (!input)
        return input.error();
    setTap(proposal.metaNet, input->get<std::string>());
    const Result<nlohmann::json> activation = trial.suggestCategorical("activation", activations(options));
    if (!activation)
        return activation.error();
    proposal.metaNet.activation = *fromName<Activation>(activation->get<std::string>());
    const Result<double> rate = trial.suggestFloat("meta_lr", metaLr(options));
    if (!rate)
        return rate.error();
    if (!(*rate > 0.0))
        return cannotBe("meta_lr", *rate, "above 0");
    proposal.metaLr = *rate;
    return proposal;
}

Proposal largestProposal(const SearchOptions& options, bool normalised)
{
    Proposal proposal;
    proposal.metaNet = {.tap = "loss", .hidden = std::vector<int>(std::size_t(options.layersHigh), options.nodesHigh),
                        .normalised = normalised};
    proposal.metaLr = std::sqrt(options.metaLrLow * options.metaLrHigh); // the log scale's middle
    return proposal;
}

} // namespace reweigh
