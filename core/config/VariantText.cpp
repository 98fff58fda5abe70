// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/VariantText.h"

#include "core/base/FileIo.h"
#include "core/base/JsonMistake.h"
#include "core/base/JsonText.h"
#include "core/base/NearestName.h"
#include "core/base/NumberText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"

#include <algorithm>
#include <string_view>

namespace reweigh {
namespace {

constexpr std::size_t longestName = 40;

std::string trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    return first == std::string_view::npos ? std::string() : std::string(text.substr(first, text.find_last_not_of(space) - first + 1));
}

/// Whether `name` may name a variant: it becomes a part of a folder's name.
bool isName(const std::string& name)
{
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '_' || c == '.';
    };
    return !name.empty() && name.size() <= longestName && name.front() != '.' && name.front() != '-' && std::ranges::all_of(name, fits);
}

Error syntax(const std::string& part)
{
    return {ErrorCode::VariantSyntax, part, {}, {}};
}

/// Checks that `name` is a named variant.
Status checkNamed(const std::string& name)
{
    if (findNamedVariant(name))
        return {};
    return Error{ErrorCode::UnknownValue, "variants", name, nearestOrAll(name, variantNames())};
}

Error unknownKey(const std::string& key)
{
    std::vector<std::string> keys;
    for (const ConfigField& known : configFields())
        keys.push_back(known.key);
    return {ErrorCode::UnknownKey, key, {}, nearestName(key, keys)};
}

/// Checks each setting by itself; whether they go together depends on the study, so resolveVariant() checks that.
Status checkSettings(const nlohmann::json& settings)
{
    for (const auto& [key, value] : settings.items())
        if (!findField(key))
            return unknownKey(key);
    ExperimentConfig checked;
    return applyJson(checked, settings);
}

/// Adds the setting "key=value" to `variant` after ConfigField::set has accepted the value.
Status takeSetting(Variant& variant, const std::string& part)
{
    const std::size_t equals = part.find('=');
    const std::string key = trimmed(std::string_view(part).substr(0, equals));
    std::string text = trimmed(std::string_view(part).substr(equals + 1));
    const ConfigField* field = findField(key);
    if (!field)
        return unknownKey(key);
    if (field->kind == FieldKind::IntegerList)
        std::ranges::replace(text, '-', ',');
    ExperimentConfig checked;
    if (Status set = setFromText(*field, checked, text); !set)
        return set;
    variant.settings[field->key] = field->get(checked);
    return {};
}

Status beginVariant(std::vector<Variant>& variants, const std::string& part)
{
    const std::size_t colon = part.find(':');
    if (colon == std::string::npos) {
        variants.push_back({.name = part, .base = part});
        return checkNamed(part);
    }
    Variant variant{.name = trimmed(std::string_view(part).substr(0, colon))};
    const std::string rest = trimmed(std::string_view(part).substr(colon + 1));
    if (!isName(variant.name) || rest.empty())
        return syntax(part);
    if (findNamedVariant(variant.name)) // the name of a named variant must mean that variant
        return Error{ErrorCode::VariantRepeated, variant.name, {}, {}};
    Status taken;
    if (rest.find('=') != std::string::npos) {
        taken = takeSetting(variant, rest);
    } else {
        variant.base = rest;
        taken = checkNamed(rest);
    }
    variants.push_back(std::move(variant));
    return taken;
}

/// `json` as it stands in a message: names and settings of one variant are short, but a file may hold anything.
std::string entryText(const nlohmann::json& json)
{
    constexpr std::size_t longest = 80;
    const std::string text = utf8Text(jsonText(json).substr(0, longest));
    return jsonText(json).size() > longest ? text + "..." : text;
}

Result<Variant> variantFromJson(const nlohmann::json& entry, const std::filesystem::path& file)
{
    if (entry.is_string()) {
        Variant named{.name = entry, .base = entry};
        if (const Status known = checkNamed(named.name); !known)
            return known.error();
        return named;
    }
    if (entry.is_object() && !entry.contains("name"))
        return Error{ErrorCode::PlanInvalid, file.string(), "the variant " + entryText(entry) + " has no name", "it a \"name\""};
    if (!entry.is_object() || !entry.at("name").is_string() || !isName(entry.at("name").get<std::string>()))
        return syntax(entryText(entry));
    Variant variant{.name = entry.at("name")};
    for (const auto& [key, value] : entry.items()) {
        if (key == "base" && value.is_string())
            variant.base = value;
        else if (key == "settings" && value.is_object())
            variant.settings = value;
        else if (key == "base" || key == "settings")
            return Error{ErrorCode::PlanInvalid, file.string(),
                         "the variant " + entryText(variant.name) + " has the " + key + " " + entryText(value),
                         key == "base" ? "the name of a variant of the list" : "an object of settings"};
        else if (key != "name")
            return Error{ErrorCode::PlanInvalid, file.string(),
                         "the variant " + entryText(variant.name) + " has an unknown member " + entryText(key),
                         "only name, base, settings"};
    }
    if (const Status valid = checkSettings(variant.settings); !valid)
        return valid.error();
    // A name without base and settings means the named variant of that name.
    if (variant.base.empty() && variant.settings.empty())
        variant.base = variant.name;
    else if (findNamedVariant(variant.name) && (variant.base != variant.name || !variant.settings.empty()))
        return Error{ErrorCode::VariantRepeated, variant.name, {}, {}};
    if (!variant.base.empty())
        if (const Status known = checkNamed(variant.base); !known)
            return known.error();
    return variant;
}

std::string valueOf(const nlohmann::json& value)
{
    if (value.is_string())
        return value;
    if (value.is_number_float())
        return numberText(value.get<double>());
    if (!value.is_array())
        return value.dump();
    std::string list;
    for (const nlohmann::json& entry : value)
        list += (list.empty() ? "" : "-") + valueOf(entry);
    return list;
}

} // namespace

Result<std::vector<Variant>> parseVariants(const std::string& text)
{
    std::vector<Variant> variants;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t comma = std::min(text.find(',', begin), text.size());
        const std::string part = trimmed(std::string_view(text).substr(begin, comma - begin));
        begin = comma + 1;
        if (part.empty())
            continue;
        const std::size_t equals = part.find('='), colon = part.find(':');
        const bool continues = equals != std::string::npos && (colon == std::string::npos || equals < colon);
        if (continues && (variants.empty() || (variants.back().name == variants.back().base)))
            return syntax(part); // a named variant takes no settings; "mine:searched,meta-lr=..." begins one of the user's own
        if (const Status taken = continues ? takeSetting(variants.back(), part) : beginVariant(variants, part); !taken)
            return taken.error();
    }
    if (variants.empty())
        return Error{ErrorCode::VariantsNone, {}, {}, {}};
    return variants;
}

Result<std::vector<Variant>> readVariantPlan(const std::filesystem::path& file)
{
    constexpr std::size_t limit = 1 << 20;
    const Result<std::string> text = readFile(file, limit);
    if (!text)
        return text.error();
    nlohmann::json plan;
    try {
        plan = parsedJson(*text);
    } catch (const nlohmann::json::exception& error) {
        const JsonMistake mistake = jsonMistake(*text, error);
        return Error{ErrorCode::PlanNotJson, file.string(), mistake.what, mistake.mend};
    }
    if (!plan.is_object() || !plan.contains("variants") || !plan.at("variants").is_array())
        return Error{ErrorCode::PlanNotJson, file.string(), "it has no list \"variants\"",
                     R"(give it one: {"variants": ["searched", "ce"]})"};
    Result<std::vector<Variant>> variants = variantsFromJson(plan.at("variants"), file);
    return variants ? variants : Result<std::vector<Variant>>(inFile(variants.error(), file.string()));
}

Result<std::vector<Variant>> variantsFromJson(const nlohmann::json& list, const std::filesystem::path& file)
{
    std::vector<Variant> variants;
    for (const nlohmann::json& entry : list) {
        Result<Variant> variant = variantFromJson(entry, file);
        if (!variant)
            return variant.error();
        variants.push_back(std::move(variant).value());
    }
    if (variants.empty())
        return Error{ErrorCode::VariantsNone, file.string(), {}, {}};
    return variants;
}

std::string settingsText(const nlohmann::json& settings)
{
    std::string text;
    for (const auto& [key, value] : settings.items())
        text += (text.empty() ? "" : ", ") + key + "=" + valueOf(value);
    return text;
}

std::string variantText(const Variant& variant)
{
    if (variant.name == variant.base && variant.settings.empty())
        return variant.name;
    std::string text = variant.name + ":" + variant.base;
    for (const auto& [key, value] : variant.settings.items())
        text += (text.back() == ':' ? "" : ",") + key + "=" + valueOf(value);
    return text;
}

} // namespace reweigh
