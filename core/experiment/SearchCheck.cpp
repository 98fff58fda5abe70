// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/SearchCheck.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/PythonJson.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/data/recipe/Fingerprint.h"

namespace reweigh {
namespace {

std::string differingSpace(const std::map<std::string, Distribution>& ours, const std::map<std::string, Distribution>& theirs)
{
    for (const auto& [name, distribution] : theirs) {
        const auto known = ours.find(name);
        if (known == ours.end())
            return "parameter " + name + " is not searched here";
        if (known->second != distribution)
            return "parameter " + name + " is " + pythonJsonText(toJson(distribution).at("attributes")) + " there, "
                   + pythonJsonText(toJson(known->second).at("attributes")) + " here";
    }
    return {};
}

/// A configuration with the values of `settings`; keys that are unknown and values that are refused keep their defaults.
ExperimentConfig configFrom(const nlohmann::json& settings)
{
    ExperimentConfig config;
    for (const auto& [key, value] : settings.items())
        if (const ConfigField* field = findField(key))
            static_cast<void>(field->set(config, value));
    return config;
}

Status sameData(const nlohmann::json& theirs, const nlohmann::json& ours, const std::filesystem::path& file)
{
    const FingerprintComparison compared = compareFingerprints(theirs, ours);
    return compared.differs.empty() ? Status() : Status(Error{ErrorCode::StudyOtherData, file.string(), compared.differs, {}});
}

} // namespace

std::string differingSetting(const nlohmann::json& theirs, const nlohmann::json& ours)
{
    const nlohmann::json today = todaysSettings(theirs);
    const ExperimentConfig here = configFrom(ours), there = configFrom(today);
    for (const ConfigField& field : configFields()) {
        const bool used = isUsed(field, here, Purpose::Search) || isUsed(field, there, Purpose::Search);
        if (field.identity && used && today.contains(field.key)
            && decidingValue(field, today.at(field.key)) != decidingValue(field, ours.at(field.key)))
            return field.key;
    }
    return {};
}

std::vector<std::string> takeEarlierDefaults(ExperimentConfig& config, const nlohmann::json& theirs, const std::set<std::string>& named)
{
    const nlohmann::json today = todaysSettings(theirs);
    std::vector<std::string> taken;
    for (const ConfigField& field : configFields()) {
        const bool differs = !field.before.is_null() && field.get(config) != field.before && isUsed(field, config, Purpose::Search);
        if (differs && !named.contains(field.key) && today.at(field.key) == field.before && field.set(config, field.before))
            taken.push_back(field.key);
    }
    return taken;
}

Status checkSameData(const StudyFacts& facts, const DataPlan& plan, const std::filesystem::path& file)
{
    return sameData(facts.fingerprint, nlohmann::json::parse(plan.fingerprintJson), file);
}

Result<bool> checkRunData(const std::filesystem::path& runJson, const DataPlan& plan)
{
    const Result<std::string> text = readFile(runJson);
    if (!text)
        return text.error().code == ErrorCode::FileMissing ? Result<bool>(true) : Result<bool>(text.error());
    const nlohmann::json run = parsedJsonOrNone(*text);
    const nlohmann::json& fingerprint = renamedMember(run, "fingerprint", "stamp");
    if (!fingerprint.contains("recipe"))
        return Error{ErrorCode::FileCorrupt, runJson.string(), "no fingerprint of its data", "a run's description"};
    const FingerprintComparison compared = compareFingerprints(fingerprint.at("recipe"), nlohmann::json::parse(plan.fingerprintJson));
    if (!compared.differs.empty())
        return Error{ErrorCode::CheckpointMismatch, runJson.string(), "other data: " + compared.differs,
                     "give the same data, or another --out"};
    return compared.pixelsKnown;
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
        if (const std::string key = differingSetting(theirs->config, facts.config); !key.empty())
            return other(key + " is " + jsonText(todaysSettings(theirs->config).at(key)) + " there, " + jsonText(facts.config.at(key))
                         + " here");
        if (const Status same = sameData(theirs->fingerprint, facts.fingerprint, file); !same)
            return same;
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
