// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/FieldGroups.h"
#include "core/config/FieldBuilders.h"
#include "core/config/Methods.h"
#include "core/config/TapText.h"

#include <algorithm>
#include <iterator>

namespace reweigh {

using namespace fields;

namespace {

/// "stage3+label": tap and label switch as one setting.
ConfigField tapField()
{
    ConfigField field{.key = "tap", .group = FieldGroup::Training, .kind = FieldKind::Choice, .choices = tapsWithLabel()};
    const ConfigField outline = field;
    field.set = [outline](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        const std::string name = value.is_string() ? value.get<std::string>() : value.dump();
        if (Status status = checkChoice(outline, name); !status)
            return status;
        setTap(config.training.metaNet, name);
        return {};
    };
    field.get = [](const ExperimentConfig& config) { return nlohmann::json(tapName(config.training.metaNet)); };
    return field;
}

/// A number of a loss or weighting. What has its usual value is not stored, so that two equal configurations are equal.
ConfigField methodField(const MethodSetting& setting)
{
    ConfigField field = numeric(setting.key, FieldGroup::Training, [](auto& c) -> auto& { return c.training.lr; }, setting.low, setting.high);
    const auto check = field.set;
    field.set = [setting, check](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        ExperimentConfig scratch;
        if (Status status = check(scratch, value); !status)
            return status;
        if (value.get<double>() == setting.usual)
            config.training.methodSettings.erase(setting.key);
        else
            config.training.methodSettings[setting.key] = value.get<double>();
        return {};
    };
    field.get = [setting](const ExperimentConfig& config) {
        const auto given = config.training.methodSettings.find(setting.key);
        return nlohmann::json(given == config.training.methodSettings.end() ? setting.usual : given->second);
    };
    return field;
}

/// Settings of version 0.1's enumeration: "ce" was plain cross entropy, "mwnet" Meta-Weight-Net on cross entropy.
ConfigField earlierMethod()
{
    ConfigField field{.key = "method", .group = FieldGroup::Training, .kind = FieldKind::Choice, .choices = {"ce", "mwnet"}};
    const ConfigField outline = field;
    field.set = [outline](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        const std::string name = value.is_string() ? value.get<std::string>() : value.dump();
        if (Status status = checkChoice(outline, name); !status)
            return status;
        config.training.loss = "ce";
        config.training.weighting = name == "ce" ? "none" : name;
        return {};
    };
    field.get = [](const ExperimentConfig& config) { return nlohmann::json(methodName(config.training)); };
    return field;
}

} // namespace

std::vector<ConfigField> earlierTrainFields()
{
    return {earlierMethod()};
}

std::vector<ConfigField> trainFields()
{
    constexpr FieldGroup group = FieldGroup::Training;
    constexpr double huge = 1e9;
    std::vector<ConfigField> list = {
        text("model", group, [](auto& c) -> auto& { return c.training.model; }, modelNames()),
        text("loss", group, [](auto& c) -> auto& { return c.training.loss; }, methodKeys(lossRows())),
        text("weighting", group, [](auto& c) -> auto& { return c.training.weighting; }, methodKeys(weightingRows())),
        tapField(),
        integers("hidden", group, [](auto& c) -> auto& { return c.training.metaNet.hidden; }, 1, 65536, 0, 64),
        choice("activation", group, [](auto& c) -> auto& { return c.training.metaNet.activation; }),
        flag("normalise-weights", group, [](auto& c) -> auto& { return c.training.metaNet.normalised; }),
        numeric("epochs", group, [](auto& c) -> auto& { return c.training.epochs; }, 1, 1e6),
        numeric("batch-size", group, [](auto& c) -> auto& { return c.training.batchSize; }, 2, 65536),
        numeric("meta-batch-size", group, [](auto& c) -> auto& { return c.training.metaBatchSize; }, 2, 65536),
        numeric("lr", group, [](auto& c) -> auto& { return c.training.lr; }, 0, huge, true),
        numeric("momentum", group, [](auto& c) -> auto& { return c.training.momentum; }, 0, 1),
        flag("nesterov", group, [](auto& c) -> auto& { return c.training.nesterov; }),
        numeric("weight-decay", group, [](auto& c) -> auto& { return c.training.weightDecay; }, 0, 1),
        choice("schedule", group, [](auto& c) -> auto& { return c.training.schedule; }),
        integers("milestones", group, [](auto& c) -> auto& { return c.training.milestones; }, 1, 1000000, 0, 64),
        numeric("lr-decay", group, [](auto& c) -> auto& { return c.training.lrDecay; }, 0, 1, true),
        numeric("meta-lr", group, [](auto& c) -> auto& { return c.training.metaLr; }, 0, huge, true),
        choice("meta-optimizer", group, [](auto& c) -> auto& { return c.training.metaOptimizer; }),
        numeric("meta-weight-decay", group, [](auto& c) -> auto& { return c.training.metaWeightDecay; }, 0, 1),
        choice("virtual-step", group, [](auto& c) -> auto& { return c.training.virtualStep; }),
        numeric("meta-interval", group, [](auto& c) -> auto& { return c.training.metaInterval; }, 1, 1e6),
        flag("lagged-weights", group, [](auto& c) -> auto& { return c.training.laggedWeights; }),
        flag("augment", group, [](auto& c) -> auto& { return c.training.augment; }),
        numeric("train-seed", group, [](auto& c) -> auto& { return c.training.trainSeed; }, 0, 9007199254740992.0),
        text("device", group, [](auto& c) -> auto& { return c.training.device; }),
        choice("precision", group, [](auto& c) -> auto& { return c.training.precision; }),
        numeric("threads", group, [](auto& c) -> auto& { return c.training.threads; }, 0, 1024),
    };
    std::vector<ConfigField> own;
    for (const auto rows : {lossRows(), weightingRows()})
        for (const MethodRow& row : rows)
            for (const MethodSetting& setting : row.settings)
                own.push_back(methodField(setting));
    const auto after = std::ranges::find(list, "weighting", &ConfigField::key) + 1;
    list.insert(after, std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return list;
}

} // namespace reweigh
