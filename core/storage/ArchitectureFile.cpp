// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/ArchitectureFile.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr const char* format = "reweigh-architectures";
constexpr int version = 2;

/// The data settings of a study's configuration.
nlohmann::json dataOptions(const nlohmann::json& config)
{
    nlohmann::json options = nlohmann::json::object();
    for (const ConfigField& field : configFields())
        if (field.group == FieldGroup::Data && config.contains(field.key))
            options[field.key] = config.at(field.key);
    return options;
}

nlohmann::json entryJson(int rank, const FrozenTrial& trial, const TrialFacts& facts)
{
    nlohmann::json metrics = nlohmann::json::object();
    for (const auto& [name, metric] : facts.metrics)
        metrics[name] = toJson(metric);
    return {{"rank", rank},
            {"trial", trial.number},
            {"objective", *trial.value},
            {"network", toJson(facts.architecture)},
            {"meta_lr", facts.metaLr},
            {"parameters", facts.parameters},
            {"classifier_parameters", facts.classifierParameters},
            {"seeds", {{"data", facts.dataSeed}, {"train", facts.trainSeed}}},
            {"training", facts.training},
            {"metrics", std::move(metrics)},
            {"device", {{"name", facts.device}, {"reason", facts.deviceReason}, {"precision", facts.precision}}}};
}

/// Renames the members of a file of version 1 to their names in version 2. Any other JSON stays unchanged.
void renameVersion1(nlohmann::json& json)
{
    if (!json.is_object() || json.value("version", nlohmann::json()) != 1)
        return;
    json["version"] = version;
    const auto rename = [](nlohmann::json& object, const char* before, const char* now) {
        if (!object.is_object() || !object.contains(before))
            return;
        object[now] = object.at(before);
        object.erase(before);
    };
    if (json.contains("architectures") && json.at("architectures").is_array())
        for (nlohmann::json& entry : json.at("architectures"))
            if (entry.is_object() && entry.contains("network"))
                rename(entry.at("network"), "tap", "input");
    if (json.contains("recipe"))
        rename(json.at("recipe"), "stamp", "fingerprint");
}

} // namespace

Result<nlohmann::json> architecturesJson(const std::string& studyName, const StudyFacts& study, const TrialRefs& trials, int count)
{
    const TrialRefs best = bestTrials(trials, study.direction, count);
    if (best.empty())
        return Error{ErrorCode::StudyEmpty, studyName, {}, {}};
    const auto finished = std::ranges::count_if(trials, [](const FrozenTrial* trial) { return isFinished(trial->state); });

    nlohmann::json list = nlohmann::json::array();
    for (const FrozenTrial* trial : best) {
        const Result<TrialFacts> facts = trialFacts(*trial);
        if (!facts)
            return facts.error();
        list.push_back(entryJson(int(list.size()) + 1, *trial, *facts));
    }
    return nlohmann::json{
        {"format", format},
        {"version", version},
        {"versions", {{"reweigh", study.program}, {"engine", study.engine}}},
        {"study",
         {{"name", studyName},
          {"metric", study.metric},
          {"last_epochs", study.lastEpochs},
          {"direction", nameOf(study.direction)},
          {"finished_trials", finished}}},
        {"recipe", {{"code", study.fingerprintCode}, {"fingerprint", study.fingerprint}, {"options", dataOptions(study.config)}}},
        {"architectures", std::move(list)},
    };
}

Result<std::vector<ArchitectureEntry>> readArchitectures(const std::filesystem::path& file)
{
    constexpr std::size_t limit = 64 << 20;
    const Result<std::string> text = readFile(file, limit);
    if (!text)
        return text.error();
    nlohmann::json json = parsedJsonOrNone(*text);
    if (json.is_discarded())
        return Error{ErrorCode::FileCorrupt, file.string(), "not JSON", "an architecture file"};
    renameVersion1(json);
    if (const Status status = checkArchitectures(json, file); !status)
        return status.error();
    std::vector<ArchitectureEntry> entries;
    for (const nlohmann::json& item : json.at("architectures")) {
        const Result<MetaNetSpec> network = metaNetSpecFromJson(item.at("network"));
        if (!network)
            return network.error();
        entries.push_back(
            {.network = *network, .metaLr = item.at("meta_lr"), .training = item.at("training"), .data = json.at("recipe").at("options")});
    }
    return entries;
}

Status applyArchitecture(const ArchitectureEntry& entry, ExperimentConfig& config)
{
    const std::string device = config.training.device;
    const int threads = config.training.threads;
    for (const nlohmann::json* settings : {&entry.data, &entry.training})
        if (const Status status = applyJson(config, *settings); !status)
            return status;
    for (const ConfigField& field : configFields()) {
        const bool ofSearch = field.group == FieldGroup::Search;
        if (field.before.is_null() || ofSearch || namesSetting(entry.data, field) || namesSetting(entry.training, field))
            continue;
        if (const Status status = isUsed(field, config) ? field.set(config, field.before) : Status(); !status)
            return status;
    }
    config.training.device = device; // those in the file are of the machine that searched
    config.training.threads = threads;
    config.training.weighting = "mwnet";
    config.training.metaNet = entry.network;
    config.training.metaLr = entry.metaLr;
    return {};
}

} // namespace reweigh
