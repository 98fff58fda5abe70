// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigField.h"

#include "core/base/NameList.h"
#include "core/base/PathText.h"
#include "core/config/FieldBuilders.h"

#include <algorithm>

namespace reweigh {
namespace {

std::string valueOf(const Need& need, const ExperimentConfig& config)
{
    return valueText(findField(need.key)->get(config));
}

bool holds(const Need& need, const ExperimentConfig& config)
{
    return std::ranges::find(need.values, valueOf(need, config)) != need.values.end();
}

/// A hint that names more values than this is no help.
constexpr std::size_t mostNamed = 16;

/// `need` and its alternatives. In a search those are left out whose setting it chooses itself: it does not choose a value of the list.
std::vector<Need> waysOf(const Need& need, Purpose purpose)
{
    std::vector<Need> all = {need};
    for (const Need& other : need.alternatives)
        if (purpose != Purpose::Search || !findField(other.key)->searchSets)
            all.push_back(other);
    return all;
}

} // namespace

Status checkUse(const ConfigField& field, const ExperimentConfig& config, Purpose purpose)
{
    if (purpose == Purpose::Search && field.searchSets)
        return Error{ErrorCode::SettingUnused, field.key, {}, listed(*field.searchSets)};
    for (const Need& need : field.needs) {
        const ConfigField& other = *findField(need.key);
        // A search chooses `other` itself, so its value in `config` says nothing.
        if (purpose == Purpose::Search ? other.searchSets.has_value() : need.inSearch)
            continue;
        const std::vector<Need> ways = waysOf(need, purpose);
        if (std::ranges::any_of(ways, [&](const Need& way) { return holds(way, config); }))
            continue;
        Error unused{ErrorCode::SettingUnused, field.key, {}, {}};
        for (const Need& way : ways) {
            unused.detail += (unused.detail.empty() ? "" : ", ") + way.key + " " + valueOf(way, config);
            if (way.values != std::vector<std::string>{""} && way.values.size() <= mostNamed)
                unused.hint += (unused.hint.empty() ? "" : " / ") + way.key + " " + listed(way.values);
        }
        return unused;
    }
    return {};
}

nlohmann::json decidingValue(const ConfigField& field, nlohmann::json value)
{
    if (!field.isFile || !value.is_string())
        return value;
    return pathText(std::filesystem::path(pathFromText(value.get<std::string>())).filename());
}

std::span<const ConfigField> configFields()
{
    static const std::vector<ConfigField> all = [] {
        std::vector<ConfigField> list;
        const auto add = [&](FieldGroup group, std::vector<ConfigField> fields) {
            for (ConfigField& field : fields) {
                field.group = group;
                list.push_back(std::move(field));
            }
        };
        add(FieldGroup::Data, dataFields());
        add(FieldGroup::Training, trainFields());
        add(FieldGroup::Search, searchFields());
        add(FieldGroup::Output,
            {fields::text(
                {.key = "out",
                 .label = QT_TRANSLATE_NOOP("Settings", "Study folder"),
                 .help = QT_TRANSLATE_NOOP("Settings",
                                           "Where the study and its trainings are kept. Empty: a new folder named after the recipe."),
                 .identity = false,
                 .needs = {{.key = "study", .values = {""}, .inSearch = true}}},
                [](auto& c) -> auto& { return c.outDir; })});
        return list;
    }();
    return all;
}

std::span<const ConfigField> earlierFields()
{
    static const std::vector<ConfigField> all = earlierTrainFields();
    return all;
}

const ConfigField* findField(const std::string& name)
{
    for (const auto fields : {configFields(), earlierFields()})
        for (const ConfigField& field : fields)
            if (field.key == name || std::ranges::find(field.aliases, name) != field.aliases.end())
                return &field;
    return nullptr;
}

std::string valueText(const nlohmann::json& value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (!value.is_array())
        return value.dump();
    std::string list;
    for (const nlohmann::json& entry : value)
        list += (list.empty() ? "" : ",") + valueText(entry);
    return list;
}

std::string allowedText(const ConfigField& field, const Range& range)
{
    if (field.kind == FieldKind::Switch)
        return "true or false";
    if (field.kind == FieldKind::TextList)
        return "one or more of " + valueText(nlohmann::json(namesOf(field.choices)));
    return rangeText(range);
}

Status setFromText(const ConfigField& field, ExperimentConfig& config, const std::string& text)
{
    return field.set(config, text);
}

} // namespace reweigh
