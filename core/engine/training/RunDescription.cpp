// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/RunDescription.h"

#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/config/ConfigField.h"
#include "core/config/ConfigJson.h"
#include "core/config/Methods.h"
#include "core/config/WeightSource.h"

namespace reweigh {
namespace {

ExperimentConfig configOf(const TrainJob& job)
{
    ExperimentConfig config;
    config.data = job.data;
    config.training = job.training;
    return config;
}

} // namespace

nlohmann::json runIdentity(const TrainJob& job, const RunSetting& setting)
{
    const ExperimentConfig config = configOf(job);
    nlohmann::json identity = settingsJson(config, FieldGroup::Training);
    for (const ConfigField& field : configFields()) // settings that the run does not use decide nothing
        if (!isUsed(field, config))
            identity.erase(field.key);
    identity["device"] = setting.device;
    identity["threads"] = setting.threads;
    identity[dataFingerprint] = job.plan->fingerprintCode;
    return identity;
}

nlohmann::json identityBefore(const TrainJob& job)
{
    return {{dataFingerprint, job.plan->labelsCode}};
}

nlohmann::json runDescription(const TrainJob& job, const RunSetting& setting, const RunStarted& run, const EngineVersions& versions)
{
    nlohmann::json config = settingsJson(configOf(job), FieldGroup::Data);
    config.update(settingsJson(configOf(job), FieldGroup::Training));
    return {
        {"config", std::move(config)},
        {"fingerprint",
         {{"code", job.plan->fingerprintCode}, {"recipe", nlohmann::json::parse(job.plan->fingerprintJson, nullptr, false)}}},
        {"seeds", {{"data", job.data.seed}, {"training", job.training.trainSeed}}},
        {"device", {{"name", setting.device}, {"reason", run.deviceReason}, {"threads", setting.threads}, {"cpu", versions.cpu}}},
        {"precision", run.precision},
        {"versions", {{"reweigh", REWEIGH_VERSION}, {"library", versions.library}}},
        {"parameters", run.parameters},
        {"meta_parameters", run.metaParameters},
        {"meta_input_width", setting.metaInputWidth},
        {"training_images", job.plan->train.size()},
        {"steps_per_epoch", run.stepsPerEpoch},
    };
}

Result<MetaNetDescription> readMetaNet(const std::filesystem::path& runJson)
{
    const Result<std::string> text = readFile(runJson);
    if (!text)
        return text.error();
    const auto corrupt = [&](const std::string& why) {
        return Error{ErrorCode::FileCorrupt, runJson.string(), why, "a run's description"};
    };
    ExperimentConfig config;
    MetaNetDescription description;
    try {
        const nlohmann::json json = parsedJson(*text);
        if (const Status status = applyJson(config, json.at("config")); !status)
            return corrupt(status.error().where + " " + status.error().detail);
        description = {config.training.metaNet, json.at("meta_input_width")};
    } catch (const nlohmann::json::exception& error) {
        return corrupt(jsonFault(error));
    }
    const bool oneHead = config.training.weighting == "cmw-net" && methodSetting(config.training, "cmw-clusters") == 1.0;
    if (config.training.weighting != "mwnet" && !oneHead)
        return Error{ErrorCode::NoNetworkToExport, runJson.parent_path().string(), config.training.weighting,
                     hasNetwork(weightSource(config)) ? "several outputs" : ""};
    return description;
}

} // namespace reweigh
