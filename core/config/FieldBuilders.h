// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonText.h"
#include "core/base/NearestName.h"
#include "core/config/ConfigField.h"
#include "core/config/Names.h"

#include <algorithm>
#include <map>
#include <type_traits>

namespace reweigh {

/// The fields of each group, in the order of `--help`; configFields() joins them and sets their group.
std::vector<ConfigField> dataFields();
std::vector<ConfigField> trainFields();
std::vector<ConfigField> searchFields();

/// The fields of earlierFields().
std::vector<ConfigField> earlierTrainFields();

namespace fields {

inline constexpr double largestInteger = 9007199254740992.0; ///< 2^53: every JSON reader keeps integers up to it exactly

} // namespace fields
} // namespace reweigh

/// Functions that complete a ConfigField, one per kind of value: to the key, label, help, range and needs of a table's row they
/// add the kind and the functions that check, store and return the value. `access` returns a reference to the member that holds
/// the value: [](auto& config) -> auto& { return config.data.noiseRate; }
namespace reweigh::fields {

inline Error outOfRange(const ConfigField& field, const nlohmann::json& value)
{
    return {ErrorCode::ValueOutOfRange, field.key, value.is_string() ? value.get<std::string>() : jsonText(value),
            allowedText(field, field.range)};
}

inline Error unknownChoice(const ConfigField& field, const std::string& value)
{
    const std::vector<std::string> names = namesOf(field.choices);
    const std::string nearest = nearestName(value, names);
    return {ErrorCode::UnknownValue, field.key, value, nearest.empty() ? valueText(nlohmann::json(names)) : nearest};
}

inline Status checkChoice(const ConfigField& field, const std::string& value)
{
    if (field.choices.empty() || std::ranges::find(field.choices, value, &Choice::name) != field.choices.end())
        return {};
    return unknownChoice(field, value);
}

/// A number in field.range; an integer if `access` returns one.
template <typename Access> ConfigField numeric(ConfigField field, Access access)
{
    using T = std::remove_cvref_t<std::invoke_result_t<Access, ExperimentConfig&>>;
    field.kind = std::is_integral_v<T> ? FieldKind::Integer : FieldKind::Number;
    field.range.whole = std::is_integral_v<T>;
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_number() || (std::is_integral_v<T> && !value.is_number_integer()) || !outline.range.contains(value.get<double>()))
            return outOfRange(outline, value);
        access(config) = value.get<T>();
        return {};
    };
    field.get = [=](const ExperimentConfig& config) { return nlohmann::json(access(config)); };
    return field;
}

/// A number that only some choices of another setting use. `access` returns the map that holds such numbers; a default value is
/// not stored there, so that configurations with the same values compare equal.
template <typename Access> ConfigField own(const OwnSetting& setting, ConfigField field, Access access)
{
    field.key = setting.key;
    field.label = setting.label;
    field.help = setting.help;
    field.range = setting.range;
    field.kind = setting.range.whole ? FieldKind::Integer : FieldKind::Number;
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_number() || (outline.range.whole && !value.is_number_integer()) || !outline.range.contains(value.get<double>()))
            return outOfRange(outline, value);
        if (value.get<double>() == setting.usual)
            access(config).erase(setting.key);
        else
            access(config)[setting.key] = value.get<double>();
        return {};
    };
    field.get = [=](const ExperimentConfig& config) {
        const auto found = access(config).find(setting.key);
        const double value = found == access(config).end() ? setting.usual : found->second;
        return outline.range.whole ? nlohmann::json(std::int64_t(value)) : nlohmann::json(value);
    };
    return field;
}

/// Converts the rows of a table (name, title, help) to choices.
template <typename Rows> std::vector<Choice> choicesFrom(const Rows& rows)
{
    std::vector<Choice> choices;
    for (const auto& row : rows)
        choices.push_back({row.name, row.title, row.help});
    return choices;
}

/// Appends the own settings of `rows`, which are the choices of the setting `key`. A setting that several rows list is appended
/// once; it has an effect with each of those rows.
template <typename Rows, typename Access>
void addOwn(std::vector<ConfigField>& list, const std::string& key, const Rows& rows, const ConfigField& outline, Access access)
{
    for (const auto& row : rows)
        for (const OwnSetting& setting : row.settings) {
            const auto known = std::ranges::find(list, setting.key, &ConfigField::key);
            if (known == list.end()) {
                list.push_back(own(setting, outline, access));
                list.back().needs.push_back({key, {row.name}});
            } else {
                known->needs.front().values.push_back(row.name);
            }
        }
}

/// A text: one of field.choices, or any text if there are no choices.
template <typename Access> ConfigField text(ConfigField field, Access access)
{
    field.kind = field.choices.empty() ? FieldKind::Text : FieldKind::Choice;
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_string())
            return unknownChoice(outline, value.dump());
        if (Status status = checkChoice(outline, value.get<std::string>()); !status)
            return status;
        access(config) = value.get<std::string>();
        return {};
    };
    field.get = [=](const ExperimentConfig& config) { return nlohmann::json(access(config)); };
    return field;
}

/// A value of an enumeration; the rows of its EnumTable are the choices.
template <typename Access> ConfigField choice(ConfigField field, Access access)
{
    using Enum = std::remove_cvref_t<std::invoke_result_t<Access, ExperimentConfig&>>;
    field.kind = FieldKind::Choice;
    field.choices = choicesOf<Enum>();
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        const std::string name = value.is_string() ? value.get<std::string>() : value.dump();
        const auto known = fromName<Enum>(name);
        if (!known)
            return unknownChoice(outline, name);
        access(config) = *known;
        return {};
    };
    field.get = [=](const ExperimentConfig& config) { return nlohmann::json(nameOf(access(config))); };
    return field;
}

/// A switch; field.choices may give the two states ("false", "true") titles of their own.
template <typename Access> ConfigField flag(ConfigField field, Access access)
{
    field.kind = FieldKind::Switch;
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_boolean())
            return outOfRange(outline, value);
        access(config) = value.get<bool>();
        return {};
    };
    field.get = [=](const ExperimentConfig& config) { return nlohmann::json(access(config)); };
    return field;
}

/// A list of field.range.fewest to field.range.most integers, each in field.range.
template <typename Access> ConfigField integers(ConfigField field, Access access)
{
    field.kind = FieldKind::IntegerList;
    field.range.whole = true;
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        const Range& range = outline.range;
        if (!value.is_array() || value.size() < range.fewest || value.size() > range.most)
            return outOfRange(outline, value);
        std::vector<int> numbers;
        for (const nlohmann::json& entry : value) {
            if (!entry.is_number_integer() || !range.contains(entry.get<double>()))
                return outOfRange(outline, value);
            numbers.push_back(entry.get<int>());
        }
        access(config) = std::move(numbers);
        return {};
    };
    field.get = [=](const ExperimentConfig& config) { return nlohmann::json(access(config)); };
    return field;
}

/// A list of one or more of field.choices in the order given; repetitions are dropped. `read` turns a name into an entry of the
/// list, `write` does the inverse.
template <typename Access, typename Read, typename Write> ConfigField several(ConfigField field, Access access, Read read, Write write)
{
    field.kind = FieldKind::TextList;
    field.range.fewest = 1;
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_array() || value.empty())
            return outOfRange(outline, value);
        std::remove_cvref_t<std::invoke_result_t<Access, ExperimentConfig&>> chosen;
        for (const nlohmann::json& entry : value) {
            const std::string name = entry.is_string() ? entry.get<std::string>() : entry.dump();
            if (Status status = checkChoice(outline, name); !status)
                return status;
            if (std::ranges::find(chosen, read(name)) == chosen.end())
                chosen.push_back(read(name));
        }
        access(config) = std::move(chosen);
        return {};
    };
    field.get = [=](const ExperimentConfig& config) {
        nlohmann::json names = nlohmann::json::array();
        for (const auto& entry : access(config))
            names.push_back(write(entry));
        return names;
    };
    return field;
}

} // namespace reweigh::fields
