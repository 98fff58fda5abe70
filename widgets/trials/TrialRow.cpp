// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialRow.h"

#include "core/experiment/ArchitectureSpace.h"
#include "core/study/Feasibility.h"
#include "core/study/TrialError.h"
#include "core/study/TrialTimes.h"

#include <cmath>

namespace reweigh {
namespace {

std::optional<double> meanOf(const TrialFacts& facts, const char* metric)
{
    const auto found = facts.metrics.find(metric);
    return found == facts.metrics.end() || std::isnan(found->second.meanOfLast) ? std::nullopt : std::optional(found->second.meanOfLast);
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

TrialRow trialRow(const StudyTrial& trial, const StudySnapshot& study)
{
    const std::string metric = study.facts ? study.facts->metric : std::string();
    TrialRow row{.number = trial.number, .state = trial.state, .value = trial.value};
    row.cutOff = study.isInterrupted(trial);
    row.read = currentTime();
    if (!row.cutOff)
        row.seconds = runningSeconds(trial, row.read);
    row.objectives = trial.objectives;
    row.infeasible = isFinished(trial.state) && !isFeasible(trial);
    if (!trial.intermediate.empty())
        row.epoch = trial.intermediate.back().first;
    if (trial.state == TrialState::Failed)
        row.error = errorOf(trial);
    const TrialFacts* facts = trial.facts();
    if (facts)
        takeFacts(row, *facts, metric);
    else
        row.proposal = proposalOf(trial, study.everyInputIsStandardised());
    if (const VariantResult* variant = facts ? retrainedOf(study.variants, *row.proposal) : nullptr)
        row.retrained = meanInterval(valuesOf(*variant, metric));
    return row;
}

std::optional<double> secondsOf(const TrialRow& row)
{
    if (!row.seconds || row.state != TrialState::Running)
        return row.seconds;
    return *row.seconds + std::chrono::duration<double>(currentTime() - row.read).count();
}

} // namespace reweigh
