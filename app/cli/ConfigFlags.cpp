// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConfigFlags.h"

#include "core/base/JsonText.h"
#include "core/base/NameList.h"
#include "core/config/ConfigJson.h"
#include "core/config/Presets.h"

#include <QCoreApplication>

#include <CLI/Option.hpp>

#include <algorithm>

namespace reweigh {

int printConfig(Terminal& terminal, const ExperimentConfig& config)
{
    const nlohmann::json json = toJson(config);
    terminal.print(jsonText(json, 2) + "\n");
    terminal.result(json);
    return 0;
}

namespace {

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

std::string presetHelp()
{
    std::string text = "Ready settings:";
    for (const PresetRow& row : presetRows())
        text += "\n" + row.name + ": " + translated(row.help);
    return text;
}

} // namespace

std::string translated(const char* words)
{
    return QCoreApplication::translate(tableContext, words).toStdString();
}

std::string helpText(const ConfigField& field, const std::string& unlessGiven)
{
    constexpr std::size_t mostListed = 16;
    std::string text = translated(field.help);
    if (field.kind == FieldKind::Choice && field.choices.size() <= mostListed)
        text += " (" + valueText(nlohmann::json(namesOf(field.choices))) + ")";
    else if (const std::string allowed = allowedText(field, field.range); !allowed.empty() && field.kind != FieldKind::Switch)
        text += " (" + allowed + ")";
    static const ExperimentConfig defaults;
    const std::string value = unlessGiven.empty() ? valueText(field.get(defaults)) : unlessGiven;
    return value.empty() ? text : text + " [" + value + "]";
}

void ConfigFlags::declare(CLI::App& app, std::vector<FieldGroup> groups, Purpose purpose)
{
    m_purpose = purpose;
    app.add_option("--config", m_file, "JSON file of settings, named like the flags; a flag overrides it")->group("Configuration");
    app.add_option("--preset,--recipe", m_preset, presetHelp())->group("Configuration"); // a recipe, as the versions before called it
    app.add_flag("--print-config", m_print, "Print the settings that result, as JSON, and stop")->group("Configuration");
    const auto add = [&](const ConfigField& field, const std::string& group) {
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
        m_options[field.key] = option->group(group);
    };
    for (const ConfigField& field : configFields())
        if (std::ranges::find(groups, field.group) != groups.end())
            add(field, groupTitle(field.group));
    for (const ConfigField& field : earlierFields()) // accepted, but not shown in the help
        if (std::ranges::find(groups, field.group) != groups.end())
            add(field, {});
}

bool ConfigFlags::given(const std::string& key) const
{
    const auto option = m_options.find(key);
    return option != m_options.end() && option->second->count() > 0;
}

Result<ConfigFlags::File> ConfigFlags::readFile() const
{
    File file;
    if (m_file.empty())
        return file;
    Result<nlohmann::json> settings = readSettings(m_file);
    if (!settings)
        return settings.error();
    file.settings = std::move(settings).value();
    file.preset = namedPreset(file.settings).value_or("");
    for (const char* key : presetKeys)
        file.settings.erase(key);
    return file;
}

Status ConfigFlags::applyFlags(ExperimentConfig& config) const
{
    for (const auto fields : {earlierFields(), configFields()}) // names of earlier versions first, so that a setting's present name wins
        for (const ConfigField& field : fields)
            if (given(field.key))
                if (Status status = setFromText(field, config, m_texts.at(field.key)); !status)
                    return status;
    return {};
}

/// Refuses flags without effect: a user who types one expects an effect. Settings of a preset or file may be without effect.
Status ConfigFlags::checkFlags(const ExperimentConfig& config) const
{
    for (const auto fields : {configFields(), earlierFields()})
        for (const ConfigField& field : fields)
            if (given(field.key))
                if (Status status = checkUse(field, config, m_purpose); !status)
                    return status;
    return {};
}

/// Lists the settings in `settings` that have no effect, with the reason: "noise-rate (noise-type none), input (a search sets it itself)".
std::string ConfigFlags::unusedOf(const nlohmann::json& settings, const ExperimentConfig& config) const
{
    static const ExperimentConfig defaults;
    std::vector<std::string> unused;
    for (const auto& [key, value] : settings.items()) {
        const ConfigField* field = findField(key);
        if (!field || !m_options.contains(field->key) || field->get(config) == field->get(defaults))
            continue;
        if (const Status use = checkUse(*field, config, m_purpose); !use)
            unused.push_back(field->key + " (" + (use.error().detail.empty() ? "a search sets it itself" : use.error().detail) + ")");
    }
    return listed(unused);
}

/// An error of fitUnwritten() with the file, if it is about a setting that stands there. Of a flag and a setting of the file that exclude
/// each other it is about the flag, which was written last, and says where the other stands.
Error ConfigFlags::placed(const Error& error, const ExperimentConfig& config, const nlohmann::json& settings) const
{
    const auto inTheFile = [&](const ConfigField* field) { return field && namesSetting(settings, *field) && !given(field->key); };
    const ConfigField* const wrong = findField(error.where.substr(0, error.where.find(' ')));
    const ConfigField* const other = wrong && error.code == ErrorCode::ValueOutOfRange ? findField(wrong->boundBy) : nullptr;
    for (const auto& [flag, kept] : {std::pair(wrong, other), std::pair(other, wrong)})
        if (flag && given(flag->key) && inTheFile(kept)) {
            const auto told = [&](const ConfigField& field) { return field.key + " " + valueText(field.get(config)); };
            return {ErrorCode::RecipeNotApplicable, told(*flag), told(*kept) + " (" + m_file + ")", wrong->key + " " + error.hint};
        }
    return inTheFile(wrong) ? inFile(error, m_file) : error;
}

Result<ExperimentConfig> ConfigFlags::resolve(Terminal& terminal, const Source& source, std::set<std::string>* named,
                                              const Base& base) const
{
    const Result<File> file = readFile();
    if (!file)
        return file.error();
    std::vector<std::string> notes; // printed only if there is no error
    const std::string preset = m_preset.empty() ? file->preset : m_preset;
    if (!m_preset.empty() && !file->preset.empty() && m_preset != file->preset)
        notes.push_back("preset " + m_preset + " replaces " + file->preset + ", which " + m_file + " names");

    // layeredConfig() applies each source twice: the second time the data set is known.
    nlohmann::json ofPreset = nlohmann::json::object();
    std::vector<std::string> replaced; // settings of the preset that `source` overrides
    std::vector<SettingsSource> sources;
    if (!preset.empty())
        sources.emplace_back([&](ExperimentConfig& c) -> Status {
            Result<nlohmann::json> settings = presetSettings(c, preset);
            if (!settings)
                return m_preset.empty() ? inFile(settings.error(), m_file) : settings.error();
            ofPreset = std::move(settings).value();
            return applyPreset(c, preset);
        });
    if (source.apply)
        sources.emplace_back([&](ExperimentConfig& c) -> Status {
            const ExperimentConfig before = c;
            if (const Status status = source.apply(c); !status)
                return inFile(status.error(), source.name);
            replaced.clear();
            for (const auto& [key, value] : ofPreset.items())
                if (const ConfigField* field = findField(key); field->get(before) != field->get(c))
                    replaced.push_back(key + " " + valueText(field->get(c)) + " (not " + valueText(field->get(before)) + ")");
            return {};
        });
    sources.emplace_back([&](ExperimentConfig& c) -> Status {
        const Status applied = applyJson(c, file->settings);
        return applied ? applied : Status(inFile(applied.error(), m_file));
    });
    sources.emplace_back([&](ExperimentConfig& c) { return applyFlags(c); });
    Result<ExperimentConfig> layered = layeredConfig({}, sources);
    if (layered && base) {
        const Result<ExperimentConfig> begun = base(*layered);
        layered = begun ? layeredConfig(*begun, sources) : begun;
    }
    if (!layered)
        return layered;
    ExperimentConfig config = std::move(layered).value();
    if (!replaced.empty())
        notes.push_back(source.name + " overrides preset " + preset + ": " + listed(replaced));
    const auto isWritten = [&](const ConfigField& field) { return given(field.key) || namesSetting(file->settings, field); };
    if (const Status status = fitUnwritten(config, isWritten); !status)
        return placed(status.error(), config, file->settings);
    if (Status status = checkFlags(config); !status)
        return status.error();
    for (const auto& [name, settings] : {std::pair("preset " + preset, ofPreset), std::pair(m_file, file->settings)})
        if (const std::string unused = unusedOf(settings, config); !unused.empty())
            notes.push_back(name + " has settings without effect here: " + unused);
    for (const std::string& note : notes)
        terminal.note(note);
    for (const ConfigField& field : configFields())
        if (named && isWritten(field))
            named->insert(field.key);
    return config;
}

} // namespace reweigh
