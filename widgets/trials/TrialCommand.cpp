// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialCommand.h"

#include "core/base/JsonText.h"
#include "core/base/PythonJson.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/TrainingObjective.h"
#include "core/storage/ArchitectureFile.h"
#include "widgets/trials/TrialRow.h"

#include <algorithm>

namespace reweigh {
namespace {

std::string stateName(TrialState state)
{
    switch (state) {
    case TrialState::Running: return "running";
    case TrialState::Complete: return "complete";
    case TrialState::Pruned: return "pruned";
    case TrialState::Failed: return "failed";
    case TrialState::Waiting: return "waiting";
    }
    return {};
}

nlohmann::json plainJson(const FrozenTrial& trial)
{
    nlohmann::json parameters = nlohmann::json::object(), reports = nlohmann::json::array();
    for (const Parameter& parameter : trial.parameters)
        parameters[parameter.name] = externalValue(parameter.distribution, parameter.value);
    for (const auto& [step, value] : trial.intermediate)
        reports.push_back({{"step", step}, {"value", value}});
    nlohmann::json json = {{"trial", trial.number},
                           {"state", stateName(trial.state)},
                           {"value", trial.value ? nlohmann::json(*trial.value) : nlohmann::json()},
                           {"parameters", std::move(parameters)},
                           {"reports", std::move(reports)}};
    if (!trial.objectives.empty())
        json["values"] = trial.objectives;
    return withNamedNumbers(std::move(json));
}

} // namespace

Result<ExperimentConfig> configOf(const StudyTrial& trial, const StudySnapshot& study)
{
    const Result<ExperimentConfig> whole = study.settings();
    if (!whole)
        return whole.error();
    ExperimentConfig config{.data = whole->data, .training = whole->training};
    if (const TrialFacts* facts = trial.facts()) {
        if (const Status applied = applyJson(config, facts->training); !applied)
            return applied.error();
        return config;
    }
    const std::optional<Proposal> proposal = proposalOf(trial, study.everyInputIsStandardised());
    if (!proposal)
        return Error{ErrorCode::StudyNotOurs, study.file.string(), {}, {}};
    config.training.weighting = "mwnet";
    config.training.metaLr = proposal->metaLr;
    const bool normalised = config.training.metaNet.normalised;
    config.training.metaNet = proposal->metaNet;
    config.training.metaNet.normalised = normalised;
    config.training.trainSeed = TrainingObjective::trainSeed(whole->training.trainSeed, trial.number);
    return config;
}

std::string trainCommand(const ExperimentConfig& config)
{
    return commandText("train", config);
}

Result<std::string> trialJson(const StudyTrial& trial, const StudySnapshot& study)
{
    if (!study.facts || trial.state != TrialState::Complete || !trial.value) {
        nlohmann::json plain = plainJson(trial);
        if (study.isInterrupted(trial))
            plain["state"] = "interrupted";
        return jsonText(plain, 2);
    }
    Result<nlohmann::json> file = architecturesJson(study.name, *study.facts, {&trial}, 1);
    if (!file)
        return file.error();
    // The file states the number of finished trials of the whole study, not only of this trial.
    (*file)["study"]["finished_trials"] = std::ranges::count_if(study.trials, [](const auto& other) { return isFinished(other->state); });
    return jsonText(*file, 2);
}

} // namespace reweigh
