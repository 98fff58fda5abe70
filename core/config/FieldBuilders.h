// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/NearestName.h"
#include "core/base/NumberText.h"
#include "core/config/ConfigField.h"
#include "core/config/Names.h"

#include <cmath>
#include <limits>
#include <type_traits>

/// Makers of ConfigField, one a kind of value. `access` gives a reference to the setting's home:
/// [](auto& config) -> auto& { return config.data.noiseRate; }
namespace reweigh::fields {

inline Error outOfRange(const ConfigField& field, const nlohmann::json& value)
{
    return {ErrorCode::ValueOutOfRange, field.key, value.is_string() ? value.get<std::string>() : value.dump(), field.range};
}

inline Error unknownChoice(const ConfigField& field, const std::string& value)
{
    const std::string nearest = nearestName(value, field.choices);
    std::string all;
    for (const std::string& choice : field.choices)
        all += (all.empty() ? "" : ", ") + choice;
    return {ErrorCode::UnknownValue, field.key, value, nearest.empty() ? all : nearest};
}

inline Status checkChoice(const ConfigField& field, const std::string& value)
{
    if (field.choices.empty())
        return {};
    for (const std::string& choice : field.choices)
        if (choice == value)
            return {};
    return unknownChoice(field, value);
}

/// A number or integer in [low, high]; a setting that may not reach `low` itself says so by `openLow`.
template <typename Access>
ConfigField numeric(std::string key, FieldGroup group, Access access, double low, double high, bool openLow = false)
{
    using T = std::remove_cvref_t<std::invoke_result_t<Access, ExperimentConfig&>>;
    ConfigField field{.key = std::move(key), .group = group, .kind = std::is_integral_v<T> ? FieldKind::Integer : FieldKind::Number};
    const bool bounded = high < std::numeric_limits<double>::max();
    field.range = (openLow ? "above " + numberText(low) : bounded ? numberText(low) : "at least " + numberText(low))
        + (bounded ? (openLow ? ", at most " : "..") + numberText(high) : "");
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_number() || (std::is_integral_v<T> && !value.is_number_integer()))
            return outOfRange(outline, value);
        const double number = value.get<double>();
        if (!std::isfinite(number) || number < low || number > high || (openLow && number == low))
            return outOfRange(outline, value);
        access(config) = value.get<T>();
        return {};
    };
    field.get = [=](const ExperimentConfig& config) { return nlohmann::json(access(config)); };
    return field;
}

template <typename Access>
ConfigField text(std::string key, FieldGroup group, Access access, std::vector<std::string> choices = {})
{
    ConfigField field{.key = std::move(key), .group = group,
                      .kind = choices.empty() ? FieldKind::Text : FieldKind::Choice, .choices = std::move(choices)};
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

template <typename Access>
ConfigField choice(std::string key, FieldGroup group, Access access)
{
    using Enum = std::remove_cvref_t<std::invoke_result_t<Access, ExperimentConfig&>>;
    ConfigField field{.key = std::move(key), .group = group, .kind = FieldKind::Choice, .choices = allNames<Enum>()};
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

template <typename Access>
ConfigField flag(std::string key, FieldGroup group, Access access)
{
    ConfigField field{.key = std::move(key), .group = group, .kind = FieldKind::Switch, .range = "true or false"};
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

/// A list of integers, each in [low, high], at most `longest` of them.
template <typename Access>
ConfigField integers(std::string key, FieldGroup group, Access access, int low, int high, std::size_t fewest, std::size_t longest)
{
    ConfigField field{.key = std::move(key), .group = group, .kind = FieldKind::IntegerList};
    field.range = std::to_string(fewest) + " to " + std::to_string(longest) + " whole numbers in " + std::to_string(low)
        + ".." + std::to_string(high);
    const ConfigField outline = field;
    field.set = [=](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (!value.is_array() || value.size() < fewest || value.size() > longest)
            return outOfRange(outline, value);
        std::vector<int> numbers;
        for (const nlohmann::json& entry : value) {
            if (!entry.is_number_integer() || entry.get<double>() < low || entry.get<double>() > high)
                return outOfRange(outline, value);
            numbers.push_back(entry.get<int>());
        }
        access(config) = std::move(numbers);
        return {};
    };
    field.get = [=](const ExperimentConfig& config) { return nlohmann::json(access(config)); };
    return field;
}

} // namespace reweigh::fields
