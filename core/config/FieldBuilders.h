// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonText.h"
#include "core/base/NearestName.h"
#include "core/base/NumberText.h"
#include "core/config/ConfigField.h"
#include "core/config/Names.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
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

/// The number that `value` is, or that its text is ("1e-3" in quotation marks, or as a flag has it); none if it is something else. A whole
/// number, however it is written (5, 5.0, 5e0), is a JSON integer where the setting takes whole numbers.
inline std::optional<nlohmann::json> numberOf(const nlohmann::json& value, bool whole)
{
    nlohmann::json number = value;
    if (value.is_string()) {
        const std::optional<double> parsed = numberFromText(value.get_ref<const std::string&>());
        if (!parsed)
            return std::nullopt;
        number = *parsed;
    }
    if (!number.is_number())
        return std::nullopt;
    if (const double size = number.get<double>(); whole && number.is_number_float() && std::abs(size) <= largestInteger)
        if (size == std::floor(size))
            number = std::int64_t(size);
    return number;
}

/// The entries of a list: of a JSON array, of its text as a flag has it ("64,32", "[64, 32]"), or the one value that stands for a list.
inline nlohmann::json entriesOf(const nlohmann::json& value)
{
    if (!value.is_string())
        return value.is_array() ? value : nlohmann::json::array({value});
    const std::string_view space = " \t[]";
    std::string_view text = value.get_ref<const std::string&>();
    nlohmann::json entries = nlohmann::json::array();
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    text = text.substr(0, text.find_last_not_of(space) + 1);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string_view entry = text.substr(begin, comma - begin);
        const std::size_t first = std::min(entry.find_first_not_of(' '), entry.size());
        entries.push_back(std::string(entry.substr(first, entry.find_last_not_of(' ') + 1 - first)));
        begin = comma + 1;
    }
    return entries;
}

/// How to write what `value` may have meant, as an addition to the range: empty unless it looks like a number.
inline std::string writingHint(const ConfigField& field, const nlohmann::json& value)
{
    const bool list = field.kind == FieldKind::IntegerList, whole = field.range.whole;
    if (!list && field.kind != FieldKind::Integer && field.kind != FieldKind::Number)
        return {};
    const std::string text = valueText(value);
    if (text.find_first_of("0123456789") == std::string::npos)
        return {};
    if (list) {
        const nlohmann::json entries = entriesOf(value);
        const bool numbers = std::ranges::all_of(entries, [](const nlohmann::json& entry) { return numberOf(entry, true).has_value(); });
        return numbers ? "" : ", such as 128,64";
    }
    if (!numberOf(value, whole))
        return whole ? ", in digits alone, such as 1000" : ", with a point and without separators, such as 0.5, 1000 or 1e-3";
    return whole && numberOf(value, true)->is_number_float() ? ", a whole number" : "";
}

inline Error outOfRange(const ConfigField& field, const nlohmann::json& value)
{
    return {ErrorCode::ValueOutOfRange, field.key, value.is_string() ? value.get<std::string>() : jsonText(value),
            allowedText(field, field.range) + writingHint(field, value)};
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
        const std::optional<nlohmann::json> number = numberOf(value, std::is_integral_v<T>);
        if (!number || !outline.range.contains(number->get<double>()))
            return outOfRange(outline, value);
        if constexpr (std::is_integral_v<T>) {
            const std::optional<T> whole = wholeFromJson<T>(*number); // the range may have no end, the type has one
            if (!whole)
                return outOfRange(outline, value);
            access(config) = *whole;
        } else {
            access(config) = number->get<T>();
        }
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
        const std::optional<nlohmann::json> number = numberOf(value, outline.range.whole);
        if (!number || !outline.range.contains(number->get<double>()))
            return outOfRange(outline, value);
        if (number->get<double>() == setting.usual)
            access(config).erase(setting.key);
        else
            access(config)[setting.key] = number->get<double>();
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
        const bool yes = value == true || value == "true";
        if (!yes && value != false && value != "false")
            return outOfRange(outline, value);
        access(config) = yes;
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
        const nlohmann::json entries = entriesOf(value);
        if (entries.size() < range.fewest || entries.size() > range.most)
            return outOfRange(outline, value);
        std::vector<int> numbers;
        for (const nlohmann::json& entry : entries) {
            const std::optional<nlohmann::json> number = numberOf(entry, true);
            const std::optional<int> whole = number ? wholeFromJson<int>(*number) : std::nullopt;
            if (!whole || !range.contains(*whole))
                return outOfRange(outline, value);
            numbers.push_back(*whole);
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
        const nlohmann::json entries = entriesOf(value);
        if (entries.empty())
            return outOfRange(outline, value);
        std::remove_cvref_t<std::invoke_result_t<Access, ExperimentConfig&>> chosen;
        for (const nlohmann::json& entry : entries) {
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
