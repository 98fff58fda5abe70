// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Presets.h"

#include "core/base/NearestName.h"
#include "core/config/ConfigField.h"
#include "core/config/DataSets.h"

#include <algorithm>

namespace reweigh {
namespace {

using nlohmann::json;

/// Sized for five minutes on two cores, of which the search takes two. The epochs are as many as it takes until the weights have settled
/// and the learning rate has fallen, STUDIES.md says by which measurement; the inputs are as few as 16 trials can tell apart. One thread:
/// for a network this small a second one gains nothing, and with a fixed number, and a lag, the demo gives the same figures for any
/// number of cores of a kind.
json demo(const ExperimentConfig&)
{
    return {{"dataset", "fashion-mnist"},
            {"noise-type", "uniform"},
            {"noise-rate", 0.4},
            {"imbalance-type", "exponential"},
            {"imbalance-factor", 50},
            {"meta-per-class", 10},
            {"val-per-class", 100},
            {"train-limit", 12000},
            {"model", "mlp"},
            {"epochs", 40},
            {"batch-size", 128},
            {"meta-batch-size", 100},
            {"lr", 0.1},
            {"threads", 1},
            {"trials", 16},
            {"search-inputs", {"loss", "loss+label", "logits+label", "penultimate+label", "loss+penultimate+label"}},
            {"search-lag", 8},
            {"tpe-startup-trials", 4},
            {"pruner-warmup-epochs", 20},
            {"variant-seeds", 5}};
}

json noiseImbalance(const ExperimentConfig&)
{
    return {{"noise-type", "uniform"}, {"noise-rate", 0.4}, {"imbalance-type", "exponential"}, {"imbalance-factor", 100}};
}

/// The training settings of Shu et al. 2019, section 4, that their experiments on noise and on imbalance share. A search, which draws the
/// meta learning rate itself, looks a decade to each side of theirs.
json mwnet()
{
    return {{"model", "resnet32"},  {"weighting", "mwnet"},    {"loss", "ce"},           {"input", "loss"},      {"hidden", {100}},
            {"activation", "relu"}, {"batch-size", 100},       {"meta-batch-size", 100}, {"last-batch", "rest"}, {"lr", 0.1},
            {"momentum", 0.9},      {"weight-decay", 5e-4},    {"schedule", "step"},     {"lr-decay", 0.1},      {"virtual-step", "full"},
            {"meta-interval", 1},   {"lagged-weights", false}, {"augment", true}};
}

/// Uses 1,000 meta images in total. The number of classes in a folder is not known here, so its meta set stays as configured.
json mwnetNoise(const ExperimentConfig& config)
{
    json settings = mwnet();
    settings.update({{"noise-type", "uniform"},
                     {"noise-rate", 0.4},
                     {"imbalance-type", "none"},
                     {"epochs", 120},
                     {"milestones", {80, 100}},
                     {"nesterov", false},
                     {"meta-lr", 1e-3},
                     {"min-meta-lr", 1e-4},
                     {"max-meta-lr", 1e-2},
                     {"meta-optimizer", "adam"},
                     {"meta-weight-decay", 1e-4},
                     {"normalise-weights", false}});
    const DataSetRow* row = dataSetRow(config.data.dataset);
    if (row && row->classes > 0)
        settings["meta-per-class"] = 1000 / row->classes;
    return settings;
}

json mwnetImbalance(const ExperimentConfig&)
{
    json settings = mwnet();
    settings.update({{"noise-type", "none"},
                     {"imbalance-type", "exponential"},
                     {"imbalance-factor", 100},
                     {"epochs", 100},
                     {"milestones", {80, 90}},
                     {"nesterov", true},
                     {"meta-lr", 1e-5},
                     {"min-meta-lr", 1e-6},
                     {"max-meta-lr", 1e-4},
                     {"meta-optimizer", "sgd"},
                     {"meta-weight-decay", 5e-4},
                     {"normalise-weights", true},
                     {"meta-per-class", 10}});
    return settings;
}

} // namespace

const std::vector<PresetRow>& presetRows()
{
    static const std::vector<PresetRow> rows = {
        {"demo", QT_TRANSLATE_NOOP("Settings", "demo"),
         QT_TRANSLATE_NOOP("Settings", "A small network on Fashion-MNIST, uniform noise 0.4, imbalance factor 50: search and comparison in "
                                       "five minutes on two cores."),
         true, demo},
        {"noise-imbalance", QT_TRANSLATE_NOOP("Settings", "noise 0.4 × IF 100"),
         QT_TRANSLATE_NOOP("Settings",
                           "Uniform noise 0.4 on classes with imbalance factor 100. Model, training and search stay unchanged."),
         false, noiseImbalance},
        {"mwnet-noise", QT_TRANSLATE_NOOP("Settings", "MW-Net, noise"),
         QT_TRANSLATE_NOOP("Settings", "Shu et al. 2019 against noise: uniform noise 0.4 without imbalance, 1,000 meta images in all, "
                                       "ResNet-32, SGD 0.1, 120 epochs, 1-100-1. The data set stays unchanged."),
         false, mwnetNoise},
        {"mwnet-imbalance", QT_TRANSLATE_NOOP("Settings", "MW-Net, imbalance"),
         QT_TRANSLATE_NOOP("Settings", "Shu et al. 2019 against imbalance: exponential, factor 100, without noise, 10 meta images per "
                                       "class, ResNet-32, Nesterov, 100 epochs, normalised weights. The data set stays unchanged."),
         false, mwnetImbalance},
    };
    return rows;
}

const std::vector<std::string>& presetNames()
{
    static const std::vector<std::string> names = namesOf(presetRows());
    return names;
}

Result<json> presetSettings(const ExperimentConfig& config, const std::string& name)
{
    const auto row = std::ranges::find(presetRows(), name, &PresetRow::name);
    if (row == presetRows().end()) {
        const std::string nearest = nearestName(name, presetNames());
        return Error{ErrorCode::UnknownValue, "preset", name, nearest.empty() ? valueText(json(presetNames())) : nearest};
    }
    json settings = json::object();
    if (row->whole) {
        const ExperimentConfig defaults;
        for (const ConfigField& field : configFields())
            if (field.identity)
                settings[field.key] = field.get(defaults);
    }
    settings.update(row->settings(config));
    return settings;
}

std::optional<std::string> namedPreset(const json& settings)
{
    for (const char* key : presetKeys)
        if (const auto found = settings.find(key); found != settings.end())
            return found->is_string() ? found->get<std::string>() : found->dump();
    return std::nullopt;
}

Status applyPreset(ExperimentConfig& config, const std::string& name)
{
    const Result<json> settings = presetSettings(config, name);
    if (!settings)
        return settings.error();
    for (const auto& [key, value] : settings->items())
        if (const Status set = findField(key)->set(config, value); !set)
            return set;
    return {};
}

} // namespace reweigh
