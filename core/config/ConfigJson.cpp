// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigJson.h"

#include "core/base/FileIo.h"
#include "core/base/JsonMistake.h"
#include "core/base/JsonText.h"
#include "core/base/NearestName.h"
#include "core/base/NumberText.h"
#include "core/base/PathText.h"
#include "core/base/ShellText.h"
#include "core/config/ConfigField.h"
#include "core/config/DataSets.h"
#include "core/config/Presets.h"

#include <algorithm>

namespace reweigh {

Result<ExperimentConfig> layeredConfig(const ExperimentConfig& base, const std::vector<SettingsSource>& sources)
{
    // First find the data set that each source names, if any: the last one named is the final one.
    std::vector<std::string> named;
    std::string dataset = base.data.dataset;
    ExperimentConfig scratch = base;
    for (const SettingsSource& source : sources) {
        scratch.data.dataset.clear();
        if (const Status status = source(scratch); !status)
            return status.error();
        named.push_back(scratch.data.dataset);
        if (!named.back().empty())
            dataset = named.back();
    }

    ExperimentConfig config = base;
    switchDataSet(config.data, dataset);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const NoiseType noise = config.data.noiseType;
        const ImbalanceType imbalance = config.data.imbalanceType;
        if (const Status status = sources[i](config); !status)
            return status.error();
        if (!named[i].empty() && hasOwnLabels(named[i]) != hasOwnLabels(dataset)) {
            config.data.noiseType = noise;
            config.data.imbalanceType = imbalance;
        }
        config.data.dataset = dataset;
    }
    return config;
}

std::string commandText(const std::string& subcommand, const ExperimentConfig& config)
{
    ExperimentConfig defaults; // those of config's data set
    switchDataSet(defaults.data, config.data.dataset);
    defaults.data.dataset = ExperimentConfig().data.dataset;
    const Purpose purpose = subcommand == "search" ? Purpose::Search : Purpose::Training;
    std::string text = "reweigh " + subcommand;
    for (const ConfigField& field : configFields()) {
        const nlohmann::json value = field.get(config);
        if (value == field.get(defaults) || !isUsed(field, config, purpose))
            continue;
        if (field.kind == FieldKind::Switch)
            text += (value.get<bool>() ? " --" : " --no-") + field.key;
        else
            text += " --" + field.key + " " + shellWord(valueText(value));
    }
    return text;
}

namespace {

std::vector<std::string> allKeys()
{
    std::vector<std::string> keys(presetKeys.begin(), presetKeys.end());
    for (const ConfigField& field : configFields()) {
        keys.push_back(field.key);
        keys.insert(keys.end(), field.aliases.begin(), field.aliases.end());
    }
    return keys;
}

bool isEarlier(const ConfigField& field)
{
    return std::ranges::any_of(earlierFields(), [&](const ConfigField& earlier) { return &earlier == &field; });
}

/// Whether `value` is free text, which names a file, a folder or a column of a file: its bytes need not be UTF-8, while JSON's must be.
bool isFreeText(const ConfigField& field, const nlohmann::json& value)
{
    return field.kind == FieldKind::Text && field.choices.empty() && value.is_string();
}

nlohmann::json valueOf(const ConfigField& field, const ExperimentConfig& config)
{
    nlohmann::json value = field.get(config);
    return isFreeText(field, value) ? nlohmann::json(pathText(value.get<std::string>())) : value;
}

} // namespace

nlohmann::json toJson(const ExperimentConfig& config)
{
    nlohmann::json json = nlohmann::json::object();
    for (const ConfigField& field : configFields())
        json[field.key] = valueOf(field, config);
    return json;
}

nlohmann::json settingsJson(const ExperimentConfig& config, FieldGroup group)
{
    nlohmann::json json = nlohmann::json::object();
    for (const ConfigField& field : configFields())
        if (field.group == group)
            json[field.key] = valueOf(field, config);
    return json;
}

Status applyJson(ExperimentConfig& config, const nlohmann::json& json)
{
    if (!json.is_object())
        return Error{ErrorCode::ConfigNotJson, {}, "not an object", {}};
    const auto dataset = json.find("dataset");
    if (dataset != json.end())
        if (Status status = findField("dataset")->set(config, *dataset); !status)
            return status;
    if (const std::optional<std::string> preset = namedPreset(json)) {
        if (Status status = applyPreset(config, *preset); !status)
            return status;
        if (dataset != json.end()) // set it again: a preset may name a data set too
            if (Status status = findField("dataset")->set(config, *dataset); !status)
                return status;
    }
    for (const ConfigField& field : earlierFields()) // set first, so that settings of this version override them
        if (const auto found = json.find(field.key); found != json.end())
            if (Status status = field.set(config, *found); !status)
                return status;
    for (const auto& [key, value] : json.items()) {
        const ConfigField* field = findField(key);
        const bool isPreset = std::ranges::find(presetKeys, key) != presetKeys.end();
        if (isPreset || key == "dataset" || (field && isEarlier(*field)))
            continue;
        if (!field)
            return Error{ErrorCode::UnknownKey, key, {}, nearestName(key, allKeys())};
        if (Status status = field->set(config, isFreeText(*field, value) ? nlohmann::json(pathFromText(value.get<std::string>())) : value);
            !status)
            return status;
    }
    return {};
}

nlohmann::json todaysSettings(const nlohmann::json& settings)
{
    ExperimentConfig before;
    nlohmann::json today = settings;
    for (const ConfigField& field : configFields())
        for (const std::string& alias : field.aliases)
            if (const auto found = today.find(alias); found != today.end()) {
                today[field.key] = *found;
                today.erase(alias);
            }
    for (const ConfigField& field : earlierFields())
        if (const auto found = settings.find(field.key); found != settings.end() && field.set(before, *found))
            today.erase(field.key);
    for (const ConfigField& field : configFields())
        if (const bool kept = field.group == FieldGroup::Training || field.group == FieldGroup::Search;
            !today.contains(field.key) && (kept || !field.before.is_null()))
            today[field.key] = field.unnamed(before);
    return today;
}

Status applyStored(ExperimentConfig& config, const nlohmann::json& settings)
{
    return applyJson(config, settings.is_object() ? todaysSettings(settings) : settings);
}

Result<nlohmann::json> readSettings(const std::filesystem::path& file)
{
    constexpr std::size_t limit = 16 << 20;
    Result<std::string> text = readFile(file, limit);
    if (!text)
        return text.error();
    nlohmann::json json;
    try {
        json = parsedJson(*text);
    } catch (const nlohmann::json::exception& error) { // not only parse_error: a number too large for a double (1e400) throws another type
        const JsonMistake mistake = jsonMistake(*text, error);
        return Error{ErrorCode::ConfigNotJson, file.string(), mistake.what, mistake.mend};
    }
    if (!json.is_object())
        return Error{ErrorCode::ConfigNotJson, file.string(), "it is no object", "begin it with { and end it with }"};
    return json;
}

bool namesSetting(const nlohmann::json& settings, const ConfigField& field)
{
    return settings.contains(field.key)
           || std::ranges::any_of(field.aliases, [&](const std::string& alias) { return settings.contains(alias); });
}

Status validate(const ExperimentConfig& config)
{
    for (const ConfigField& field : configFields()) {
        if (!field.within)
            continue;
        const Range left = field.within(config);
        const double value = field.get(config).get<double>();
        if (!left.contains(value))
            return Error{ErrorCode::ValueOutOfRange, field.key, numberText(value), allowedText(field, left)};
    }
    if (config.training.laggedWeights && config.training.virtualStep == VirtualStep::Head)
        return Error{ErrorCode::RecipeNotApplicable, "lagged-weights", "virtual-step head", "virtual-step full, last-block"};
    return {};
}

Status fitUnwritten(ExperimentConfig& config, const std::function<bool(const ConfigField&)>& isWritten)
{
    if (!isWritten(*findField("objective-epochs")))
        config.search.objectiveEpochs = std::min(config.search.objectiveEpochs, config.training.epochs);
    const Status valid = validate(config);
    if (valid)
        return valid;
    const ConfigField* field = findField(valid.error().where);
    const ConfigField* other = field ? findField(field->boundBy) : nullptr;
    if (!other || isWritten(*field) || !isWritten(*other))
        return valid;
    const auto told = [&](const ConfigField& setting) { return setting.key + " " + valueText(setting.get(config)); };
    return Error{ErrorCode::RecipeNotApplicable, told(*other), told(*field), field->key + " " + valid.error().hint};
}

} // namespace reweigh
