// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/SearchCheck.h"

#include "core/base/JsonText.h"
#include "core/config/ConfigJson.h"
#include "core/config/SettingUse.h"

namespace reweigh {
namespace {

std::string differingSpace(const std::map<std::string, Distribution>& ours, const std::map<std::string, Distribution>& theirs)
{
    for (const auto& [name, distribution] : theirs) {
        const auto known = ours.find(name);
        if (known == ours.end())
            return "parameter " + name + " is not searched here";
        if (known->second != distribution)
            return "parameter " + name + " is " + toJson(distribution).at("attributes").dump() + " there, "
                + toJson(known->second).at("attributes").dump() + " here";
    }
    return {};
}

/// What is understood of `settings`; the rest is as it is by default.
ExperimentConfig configFrom(const nlohmann::json& settings)
{
    ExperimentConfig config;
    for (const auto& [key, value] : settings.items())
        if (const ConfigField* field = findField(key))
            static_cast<void>(field->set(config, value));
    return config;
}

} // namespace

std::string differingSetting(const nlohmann::json& theirs, const nlohmann::json& ours)
{
    const nlohmann::json today = todaysSettings(theirs);
    const ExperimentConfig here = configFrom(ours), there = configFrom(today);
    for (const ConfigField& field : configFields()) {
        const bool used = isUsed(field, here, Purpose::Search) || isUsed(field, there, Purpose::Search);
        if (field.identity && used && today.contains(field.key) && today.at(field.key) != ours.at(field.key))
            return field.key;
    }
    return {};
}

Status checkResumable(const StudyStorage& storage, const StudyFacts& facts, const std::filesystem::path& file)
{
    const auto other = [&](const std::string& detail) { return Error{ErrorCode::StudyOtherSpace, file.string(), detail, {}}; };
    if (storage.direction() != facts.direction)
        return other("it minimises");
    const Result<StudyAttributes> attributes = storage.attributes();
    if (!attributes)
        return attributes.error();
    const Result<StudyFacts> theirs = studyFacts(*attributes);
    std::map<std::string, Distribution> space;
    if (theirs) {
        if (theirs->stampCode != facts.stampCode)
            return other("data stamp " + theirs->stampCode + " there, " + facts.stampCode + " here");
        if (const std::string key = differingSetting(theirs->config, facts.config); !key.empty())
            return other(key + " is " + jsonText(todaysSettings(theirs->config).at(key)) + " there, " + jsonText(facts.config.at(key)) + " here");
        space = theirs->space;
    } else {
        const Result<std::vector<FrozenTrial>> trials = storage.trials();
        if (!trials)
            return trials.error();
        for (const FrozenTrial& trial : *trials)
            for (const Parameter& parameter : trial.parameters)
                space.emplace(parameter.name, parameter.distribution);
    }
    const std::string differs = differingSpace(facts.space, space);
    return differs.empty() ? Status() : Status(other(differs));
}

} // namespace reweigh
