// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/RelativeParams.h"

#include "core/base/JsonText.h"

#include <optional>
#include <string>

namespace reweigh {
namespace {

constexpr std::size_t longestText = 2045;
constexpr const char* prefix = "tpe:relative_params:";

std::string chunkKey(std::size_t index)
{
    return prefix + std::to_string(index);
}

const Distribution* newestDistribution(const std::vector<Observation>& history, const std::string& name)
{
    for (auto trial = history.rbegin(); trial != history.rend(); ++trial)
        for (const Parameter& parameter : trial->parameters)
            if (parameter.name == name)
                return &parameter.distribution;
    return nullptr;
}

} // namespace

bool isRelativeParams(const std::string& attribute)
{
    return attribute.starts_with(prefix);
}

Attributes relativeParams(const std::vector<Parameter>& joint)
{
    Attributes chunks;
    if (joint.empty())
        return chunks;
    nlohmann::json outside = nlohmann::json::object();
    for (const Parameter& parameter : joint)
        outside[parameter.name] = externalValue(parameter.distribution, parameter.value);
    const std::string text = outside.dump(-1, ' ', true);
    for (std::size_t at = 0; at < text.size(); at += longestText)
        chunks[chunkKey(at / longestText)] = text.substr(at, longestText);
    return chunks;
}

std::vector<Parameter> relativeParams(const FrozenTrial& trial, const std::vector<Observation>& history)
{
    std::string text;
    for (std::size_t i = 0;; ++i) {
        const auto chunk = trial.systemAttributes.find(chunkKey(i));
        if (chunk == trial.systemAttributes.end() || !chunk->second.is_string())
            break;
        text += chunk->second.get<std::string>();
    }
    std::vector<Parameter> joint;
    // Another worker may have written only some of the texts so far; a draw that cannot be parsed is treated as missing.
    const nlohmann::json outside = parsedJsonOrNone(text);
    if (!outside.is_object())
        return joint;
    for (const auto& [name, value] : outside.items())
        if (const Distribution* distribution = newestDistribution(history, name))
            if (const auto internal = internalValue(*distribution, value))
                joint.push_back({name, *distribution, *internal});
    return joint;
}

} // namespace reweigh
