// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NearestName.h"
#include "core/base/PathText.h"
#include "core/plan/PlanParts.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr const char* leastSeeds = "least-seeds";

bool isList(const ConfigField& field)
{
    return field.kind == FieldKind::IntegerList || field.kind == FieldKind::TextList;
}

/// The value as the setting has it: 1.0 of a whole number is 1. Errors: those of ConfigField::set.
Result<nlohmann::json> checkedValue(const ConfigField& field, nlohmann::json value)
{
    if (const auto whole = wholeNumber(value);
        whole && field.kind == FieldKind::Integer && value.is_number_float() && std::abs(*whole) < 1e15)
        value = std::int64_t(*whole);
    ExperimentConfig config;
    if (const Status set = field.set(config, value); !set)
        return set.error();
    return settingOf(field, config);
}

Error unknownSetting(const std::string& key)
{
    std::vector<std::string> keys = {leastSeeds};
    for (const ConfigField& field : configFields())
        keys.push_back(field.key);
    return {ErrorCode::UnknownKey, key, {}, nearestName(key, keys)};
}

} // namespace

const ConfigField* planField(const std::string& key)
{
    const ConfigField* field = findField(key);
    const auto isSame = [&](const ConfigField& known) { return &known == field; };
    return std::ranges::any_of(configFields(), isSame) ? field : nullptr;
}

std::optional<double> wholeNumber(const nlohmann::json& json)
{
    if (!json.is_number() || json.get<double>() != std::floor(json.get<double>()))
        return {};
    return json.get<double>();
}

std::vector<nlohmann::json> namedValues(const ConfigField& field, const nlohmann::json& json)
{
    const bool several = json.is_array() && (!isList(field) || (!json.empty() && json.front().is_array()));
    return several ? std::vector<nlohmann::json>(json.begin(), json.end()) : std::vector<nlohmann::json>(1, json);
}

nlohmann::json settingOf(const ConfigField& field, const ExperimentConfig& config)
{
    nlohmann::json value = field.get(config);
    const bool free = field.kind == FieldKind::Text && field.choices.empty() && value.is_string();
    return free ? nlohmann::json(pathText(value.get<std::string>())) : value;
}

std::optional<nlohmann::json> settingIn(const PlanCell& cell, const ConfigField& field)
{
    if (!cell.settings.contains(field.key) && !isUsed(field, cell.config))
        return {};
    return settingOf(field, cell.config);
}

Result<CellSelector> readSelector(const nlohmann::json& json, const std::string& what, const std::filesystem::path& file)
{
    if (!json.is_object())
        return planInvalid(file, what + " is " + shortText(json), "an object of settings with values");
    CellSelector selector;
    for (const auto& [key, named] : json.items()) {
        if (key == leastSeeds) {
            const auto seeds = wholeNumber(named);
            if (!seeds || *seeds < 1 || *seeds > 1e6)
                return planInvalid(file, "\"least-seeds\" is " + shortText(named), "a number of seeds, at least 1");
            selector.leastSeeds = int(*seeds);
            continue;
        }
        const ConfigField* field = planField(key);
        if (!field)
            return unknownSetting(key);
        const std::vector<nlohmann::json> values = namedValues(*field, named);
        if (values.empty())
            return planInvalid(file, what + " has no value for " + key, "one value or more");
        nlohmann::json read = nlohmann::json::array();
        for (const nlohmann::json& value : values) {
            Result<nlohmann::json> checked = checkedValue(*field, value);
            if (!checked)
                return checked.error();
            read.push_back(std::move(checked).value());
        }
        selector.settings[field->key] = read.size() == 1 ? nlohmann::json(read.front()) : read;
    }
    return selector;
}

bool selects(const CellSelector& selector, const PlanCell& cell)
{
    if (cell.seeds() < selector.leastSeeds)
        return false;
    for (const auto& [key, named] : selector.settings.items()) {
        const ConfigField* field = planField(key);
        const auto value = field ? settingIn(cell, *field) : std::nullopt;
        if (!value)
            return false;
        const std::vector<nlohmann::json> values = namedValues(*field, named);
        if (std::find(values.begin(), values.end(), *value) == values.end()) // JSON compares numbers as numbers
            return false;
    }
    return true;
}

std::vector<const PlanCell*> selectedCells(const Plan& plan, const CellSelector& selector)
{
    std::vector<const PlanCell*> cells;
    for (const PlanCell& cell : plan.cells)
        if (selects(selector, cell))
            cells.push_back(&cell);
    return cells;
}

bool isTransferring(const Plan& plan, const PlanCell& cell)
{
    return plan.transfers && selects(plan.transferCells, cell);
}

std::vector<PlanAxis> planAxes(const Plan& plan)
{
    std::vector<std::string> keys = plan.gridKeys;
    for (const PlanCell& cell : plan.cells)
        for (const auto& [key, value] : cell.settings.items())
            if (std::ranges::find(keys, key) == keys.end())
                keys.push_back(key);
    std::vector<PlanAxis> axes;
    for (const std::string& key : keys) {
        const ConfigField* field = planField(key);
        if (!field)
            continue;
        PlanAxis axis{key, {}};
        for (const PlanCell& cell : plan.cells)
            if (const auto value = settingIn(cell, *field);
                value && std::find(axis.values.begin(), axis.values.end(), *value) == axis.values.end())
                axis.values.push_back(*value);
        if (axis.values.size() > 1)
            axes.push_back(std::move(axis));
    }
    return axes;
}

} // namespace reweigh
