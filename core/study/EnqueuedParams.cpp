// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/EnqueuedParams.h"

#include "core/base/PythonJson.h"

#include <cmath>

namespace reweigh {
namespace {

/// The object under `key`; null if there is none.
const nlohmann::json* objectOf(const Attributes& attributes, const char* key)
{
    const auto found = attributes.find(key);
    return found != attributes.end() && found->second.is_object() ? &found->second : nullptr;
}

/// Whether a parameter can hold a number at all, in its space or not: a whole one needs a 64-bit form.
bool canHold(const Distribution& distribution, double value)
{
    constexpr double limit = 9223372036854775808.0; // 2^63
    return std::isfinite(value) && (!std::holds_alternative<IntDistribution>(distribution) || std::abs(value) < limit);
}

/// The allowed values as an error's hint: the choices of a category, or the words for a number.
std::string allowed(const Distribution& distribution)
{
    std::string text;
    if (const auto* category = std::get_if<CategoricalDistribution>(&distribution))
        for (const nlohmann::json& choice : category->choices)
            text += (text.empty() ? "" : ", ") + plainJsonText(choice);
    if (std::holds_alternative<IntDistribution>(distribution))
        return "a whole number between -2^63 and 2^63";
    return text.empty() ? "a number, finite" : text;
}

} // namespace

Result<std::optional<double>> enqueuedValue(const FrozenTrial& trial, const std::string& name, const Distribution& distribution,
                                            TrialUpdate& update)
{
    const nlohmann::json* fixed = objectOf(trial.systemAttributes, fixedParamsKey);
    if (!fixed || !fixed->contains(name))
        return std::optional<double>();
    const nlohmann::json& asked = fixed->at(name);
    const std::optional<double> internal = internalValue(distribution, asked);
    if (!internal || !canHold(distribution, *internal))
        return Error{ErrorCode::UnknownValue, name, plainJsonText(asked), allowed(distribution)};
    if (!contains(distribution, *internal)) {
        const nlohmann::json* known = objectOf(trial.userAttributes, outsideSpaceKey);
        nlohmann::json outside = known ? *known : nlohmann::json::object();
        outside[name] = asked;
        update.userAttributes[outsideSpaceKey] = std::move(outside);
    }
    return internal;
}

std::string outsideSpaceText(const FrozenTrial& trial)
{
    std::string text;
    if (const nlohmann::json* outside = objectOf(trial.userAttributes, outsideSpaceKey))
        for (const auto& [name, value] : outside->items())
            text += (text.empty() ? "" : ", ") + name + " = " + pythonJsonText(value);
    return text;
}

} // namespace reweigh
