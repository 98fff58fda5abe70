// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/FieldGroups.h"
#include "core/config/FieldBuilders.h"
#include "core/config/TapText.h"

namespace reweigh {

using namespace fields;

namespace {

ConfigField tapsField()
{
    ConfigField field{.key = "search-taps", .group = FieldGroup::Search, .kind = FieldKind::TextList,
                      .choices = tapsWithLabel(), .range = "one or more taps"};
    const ConfigField outline = field;
    field.set = [outline](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_array() || value.empty())
            return outOfRange(outline, value);
        std::vector<std::string> taps;
        for (const nlohmann::json& entry : value) {
            const std::string name = entry.is_string() ? entry.get<std::string>() : entry.dump();
            if (Status status = checkChoice(outline, name); !status)
                return status;
            if (std::find(taps.begin(), taps.end(), name) == taps.end())
                taps.push_back(name);
        }
        config.search.taps = std::move(taps);
        return {};
    };
    field.get = [](const ExperimentConfig& config) { return nlohmann::json(config.search.taps); };
    return field;
}

ConfigField activationsField()
{
    ConfigField field{.key = "search-activations", .group = FieldGroup::Search, .kind = FieldKind::TextList,
                      .choices = allNames<Activation>(), .range = "one or more activations"};
    const ConfigField outline = field;
    field.set = [outline](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_array() || value.empty())
            return outOfRange(outline, value);
        std::vector<Activation> activations;
        for (const nlohmann::json& entry : value) {
            const std::string name = entry.is_string() ? entry.get<std::string>() : entry.dump();
            const auto known = fromName<Activation>(name);
            if (!known)
                return unknownChoice(outline, name);
            if (std::find(activations.begin(), activations.end(), *known) == activations.end())
                activations.push_back(*known);
        }
        config.search.activations = std::move(activations);
        return {};
    };
    field.get = [](const ExperimentConfig& config) {
        nlohmann::json names = nlohmann::json::array();
        for (const Activation activation : config.search.activations)
            names.push_back(nameOf(activation));
        return names;
    };
    return field;
}

} // namespace

std::vector<ConfigField> searchFields()
{
    constexpr FieldGroup group = FieldGroup::Search;
    return {
        numeric("trials", group, [](auto& c) -> auto& { return c.search.trials; }, 1, 1e6),
        choice("sampler", group, [](auto& c) -> auto& { return c.search.sampler; }),
        choice("pruner", group, [](auto& c) -> auto& { return c.search.pruner; }),
        numeric("search-seed", group, [](auto& c) -> auto& { return c.search.searchSeed; }, 0, 4294967295.0),
        numeric("min-layers", group, [](auto& c) -> auto& { return c.search.layersLow; }, 0, 16),
        numeric("max-layers", group, [](auto& c) -> auto& { return c.search.layersHigh; }, 0, 16),
        numeric("min-nodes", group, [](auto& c) -> auto& { return c.search.nodesLow; }, 1, 65536),
        numeric("max-nodes", group, [](auto& c) -> auto& { return c.search.nodesHigh; }, 1, 65536),
        tapsField(),
        activationsField(),
        numeric("min-meta-lr", group, [](auto& c) -> auto& { return c.search.metaLrLow; }, 0, 1e3, true),
        numeric("max-meta-lr", group, [](auto& c) -> auto& { return c.search.metaLrHigh; }, 0, 1e3, true),
        numeric("objective-epochs", group, [](auto& c) -> auto& { return c.search.objectiveEpochs; }, 1, 1e6),
        numeric("pruner-startup-trials", group, [](auto& c) -> auto& { return c.search.prunerStartupTrials; }, 0, 1e6),
        numeric("pruner-warmup-epochs", group, [](auto& c) -> auto& { return c.search.prunerWarmupEpochs; }, 0, 1e6),
        numeric("retries", group, [](auto& c) -> auto& { return c.search.retries; }, 0, 16),
        numeric("arm-seeds", group, [](auto& c) -> auto& { return c.search.armSeeds; }, 1, 1000),
        text("study", group, [](auto& c) -> auto& { return c.search.study; }),
    };
}

} // namespace reweigh
