// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConfigFlags.h"

#include "app/cli/OptionHelp.h"
#include "core/config/ConfigJson.h"
#include "core/config/Presets.h"

#include <CLI/Option.hpp>

#include <algorithm>

namespace reweigh {
namespace {

std::string defaultText(const nlohmann::json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return value.dump();
    std::string list;
    for (const nlohmann::json& entry : value)
        list += (list.empty() ? "" : ",") + defaultText(entry);
    return list;
}

const char* groupTitle(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Data: return "Data";
    case FieldGroup::Training: return "Training";
    case FieldGroup::Search: return "Search";
    case FieldGroup::Output: return "Output";
    }
    return "";
}

std::string helpText(const ConfigField& field)
{
    std::string text = optionHelp(field.key);
    if (!field.choices.empty() && field.kind == FieldKind::Choice && field.choices.size() <= 8)
        text += " (" + defaultText(nlohmann::json(field.choices)) + ")";
    else if (!field.range.empty() && field.kind != FieldKind::Switch)
        text += " (" + field.range + ")";
    static const ExperimentConfig defaults;
    const std::string value = defaultText(field.get(defaults));
    return value.empty() ? text : text + " [" + value + "]";
}

} // namespace

void ConfigFlags::declare(CLI::App& app, std::vector<FieldGroup> groups)
{
    app.add_option("--config", m_file, "JSON file of settings, keys as the flags; a flag beats it")->group("Configuration");
    app.add_option("--recipe", m_recipe, "Ready settings: demo, noise-imbalance, mwnet-noise, mwnet-imbalance")->group("Configuration");
    app.add_flag("--print-config", m_print, "Print the settings that result, as JSON, and stop")->group("Configuration");
    for (const ConfigField& field : configFields()) {
        if (std::ranges::find(groups, field.group) == groups.end())
            continue;
        std::string& text = m_texts[field.key];
        CLI::Option* option = nullptr;
        if (field.kind == FieldKind::Switch) {
            option = app.add_flag("--" + field.key + "{true},--no-" + field.key + "{false}", text, helpText(field));
        } else {
            std::string names = "--" + field.key;
            for (const std::string& alias : field.aliases)
                names += ",--" + alias;
            option = app.add_option(names, text, helpText(field))->type_name("")->take_last();
        }
        m_options[field.key] = option->group(groupTitle(field.group));
    }
    for (const ConfigField& field : earlierFields())
        if (std::ranges::find(groups, field.group) != groups.end())
            m_options[field.key] = app.add_option("--" + field.key, m_texts[field.key])->take_last()->group(""); // not shown
}

bool ConfigFlags::given(const std::string& key) const
{
    const auto option = m_options.find(key);
    return option != m_options.end() && option->second->count() > 0;
}

Result<ExperimentConfig> ConfigFlags::resolve() const
{
    const ExperimentConfig defaults;
    return resolve(defaults);
}

Result<ExperimentConfig> ConfigFlags::resolve(ExperimentConfig config) const
{
    if (!m_recipe.empty())
        if (Status status = applyPreset(config, m_recipe); !status)
            return status.error();
    if (!m_file.empty())
        if (Status status = applyFile(config, m_file); !status)
            return status.error();
    for (const auto fields : {earlierFields(), configFields()}) // what this version calls its own wins
        for (const ConfigField& field : fields) {
            if (!given(field.key))
                continue;
            if (Status status = setFromText(field, config, m_texts.at(field.key)); !status)
                return status.error();
        }
    // A short run with no word on the objective means "all its epochs", not an error.
    if (!given("objective-epochs") && m_file.empty())
        config.search.objectiveEpochs = std::min(config.search.objectiveEpochs, config.training.epochs);
    if (Status status = validate(config); !status)
        return status.error();
    return config;
}

} // namespace reweigh
