// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialRow.h"

#include "core/config/Names.h"
#include "core/config/TapText.h"
#include "core/experiment/ArmStatistics.h"
#include "core/study/TrialError.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

const Parameter* parameterOf(const FrozenTrial& trial, const std::string& name)
{
    const auto found = std::ranges::find(trial.parameters, name, &Parameter::name);
    return found == trial.parameters.end() ? nullptr : &*found;
}

std::string choiceOf(const FrozenTrial& trial, const std::string& name)
{
    const Parameter* parameter = parameterOf(trial, name);
    const auto* choices = parameter ? std::get_if<CategoricalDistribution>(&parameter->distribution) : nullptr;
    const auto index = parameter ? std::size_t(parameter->value) : 0;
    return choices && index < choices->choices.size() && choices->choices[index].is_string()
        ? choices->choices[index].get<std::string>() : std::string();
}

/// The names that suggestArchitecture() asks for.
std::optional<Proposal> fromParameters(const FrozenTrial& trial)
{
    const Parameter* depth = parameterOf(trial, "hidden_layers");
    const std::string tap = choiceOf(trial, "input");
    if (!depth || std::ranges::find(tapsWithLabel(), tap) == tapsWithLabel().end())
        return std::nullopt;
    Proposal proposal;
    setTap(proposal.metaNet, tap);
    proposal.metaNet.activation = fromName<Activation>(choiceOf(trial, "activation")).value_or(Activation::Relu);
    proposal.metaNet.hidden.clear();
    for (int layer = 0; layer < int(depth->value); ++layer)
        if (const Parameter* nodes = parameterOf(trial, "nodes_" + std::to_string(layer)))
            proposal.metaNet.hidden.push_back(int(nodes->value));
    if (const Parameter* rate = parameterOf(trial, "meta_lr"))
        proposal.metaLr = rate->value;
    return proposal;
}

std::optional<double> meanOf(const TrialFacts& facts, const char* metric)
{
    const auto found = facts.metrics.find(metric);
    return found == facts.metrics.end() || std::isnan(found->second.meanOfLast) ? std::nullopt
                                                                                : std::optional(found->second.meanOfLast);
}

void takeFacts(TrialRow& row, const TrialFacts& facts, const std::string& metric)
{
    row.proposal = Proposal{.metaNet = facts.architecture, .metaLr = facts.metaLr};
    row.parameters = facts.parameters;
    row.seed = facts.trainSeed;
    row.test = meanOf(facts, "test.accuracy");
    row.auroc = meanOf(facts, "detection.auroc");
    if (const auto searched = facts.metrics.find(metric); searched != facts.metrics.end() && searched->second.bestEpoch > 0)
        row.bestEpoch = searched->second.bestEpoch;
}

} // namespace

std::optional<Proposal> proposalOf(const FrozenTrial& trial)
{
    if (trial.userAttributes.contains(attribute::architecture))
        if (const Result<TrialFacts> facts = trialFacts(trial))
            return Proposal{.metaNet = facts->architecture, .metaLr = facts->metaLr};
    return fromParameters(trial);
}

const ArmResult* armOf(const StudySnapshot& study, const Proposal& proposal)
{
    const auto found = std::ranges::find_if(study.arms, [&](const ArmResult& arm) {
        return arm.kind != ArmKind::CrossEntropy && arm.proposal == proposal;
    });
    return found == study.arms.end() ? nullptr : &*found;
}

int plannedEpochs(const StudySnapshot& study)
{
    return study.facts ? study.facts->config.value("epochs", 0) : 0;
}

TrialRow trialRow(const FrozenTrial& trial, const StudySnapshot& study)
{
    const std::string metric = study.facts ? study.facts->metric : std::string();
    TrialRow row{.number = trial.number, .state = trial.state, .value = trial.value, .started = trial.started,
                 .finished = trial.finished};
    // Only of our own studies is it known who writes them.
    row.cutOff = trial.state == TrialState::Running && study.facts && !study.beingWritten;
    if (!trial.intermediate.empty())
        row.epoch = trial.intermediate.back().first;
    if (trial.state == TrialState::Failed)
        row.error = errorOf(trial);
    const Result<TrialFacts> facts = trial.userAttributes.contains(attribute::architecture)
        ? trialFacts(trial) : Result<TrialFacts>(Error{});
    if (facts)
        takeFacts(row, *facts, metric);
    else
        row.proposal = fromParameters(trial);
    if (const ArmResult* arm = facts ? armOf(study, *row.proposal) : nullptr)
        row.retrained = meanInterval(armValues(*arm, metric));
    return row;
}

std::optional<double> secondsOf(const TrialRow& row)
{
    if (!row.started || row.cutOff || (!row.finished && row.state != TrialState::Running))
        return std::nullopt;
    return std::chrono::duration<double>(row.finished.value_or(currentTime()) - *row.started).count();
}

} // namespace reweigh
