// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StudyPath.h"

#include "app/cli/DataCommand.h"
#include "app/cli/TextTable.h"
#include "app/cli/VariantTable.h"
#include "core/experiment/StudyReport.h"
#include "core/live/follow/StudyReader.h"
#include "core/storage/StudyFolder.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/EnqueuedParams.h"
#include "core/study/TrialError.h"
#include "widgets/text/ErrorText.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace reweigh {
namespace {

std::string stateText(TrialState state)
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

std::string plainText(const nlohmann::json& value)
{
    return value.is_string() ? value.get<std::string>() : value.is_number_float() ? figure(value.get<double>(), 5) : value.dump();
}

/// The facts that reweigh stored about the trial, if there are any.
std::optional<TrialFacts> factsOf(const FrozenTrial& trial)
{
    Result<TrialFacts> facts = trialFacts(trial);
    return facts ? std::optional(std::move(facts).value()) : std::nullopt;
}

/// The architecture and meta learning rate of a trial that reweigh has trained, else the parameters by name.
std::string describe(const FrozenTrial& trial, const std::optional<TrialFacts>& facts)
{
    if (facts && !facts->metrics.empty())
        return architectureText(facts->architecture) + ", meta-lr " + figure(facts->metaLr, 5);
    std::string text;
    for (const Parameter& parameter : trial.parameters)
        text += (text.empty() ? "" : ", ") + parameter.name + " " + plainText(externalValue(parameter.distribution, parameter.value));
    return text;
}

double valueOf(const FrozenTrial& trial)
{
    return trial.state == TrialState::Complete && trial.value ? *trial.value : std::numeric_limits<double>::quiet_NaN();
}

double testAccuracy(const std::optional<TrialFacts>& facts)
{
    if (facts)
        if (const auto metric = facts->metrics.find("test.accuracy"); metric != facts->metrics.end())
            return metric->second.meanOfLast;
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::string trialLine(const FrozenTrial& trial)
{
    std::string line = "trial " + std::to_string(trial.number) + " " + stateText(trial.state);
    if (trial.value)
        line += " " + figure(*trial.value, 4);
    line += "  " + describe(trial, factsOf(trial));
    if (const std::string outside = outsideSpaceText(trial); !outside.empty())
        line += "  (as requested, outside the study's space: " + outside + ")";
    if (const auto error = errorOf(trial))
        line += "  (" + errorText(*error).toStdString() + ")";
    return line;
}

std::string trialTable(TrialRefs trials, Direction direction)
{
    const double sign = direction == Direction::Maximize ? -1.0 : 1.0;
    std::ranges::stable_sort(trials, {}, [sign](const FrozenTrial* trial) {
        const double value = valueOf(*trial);
        return std::isnan(value) ? std::numeric_limits<double>::infinity() : sign * value;
    });
    TextTable table({"trial", "state", "objective", "test accuracy", "architecture"});
    for (const FrozenTrial* trial : trials) {
        const std::optional<TrialFacts> facts = factsOf(*trial);
        table.add({std::to_string(trial->number), stateText(trial->state), figure(valueOf(*trial), 4), percent(testAccuracy(facts)),
                   describe(*trial, facts)});
    }
    return table.text();
}

Result<std::shared_ptr<const StudySnapshot>> readStudy(const std::string& given, const std::string& studyName)
{
    return StudyReader(StudyFolder::at(given).file(), studyName, {.patience = std::chrono::seconds(5), .largeAsText = false}).read();
}

std::string reportText(const StudySnapshot& study)
{
    std::string text =
        study.name + ", " + std::to_string(study.trials.size()) + " trials\n\n" + trialTable(trialRefs(study.trials), study.direction);
    if (!study.variants.empty())
        text += "\n" + variantTable(study.variants, study.ownLabels());
    const StudyTrial* best = study.best();
    if (const TrialFacts* facts = best ? best->facts() : nullptr)
        if (const VariantResult* searched = overtakenBy(study.variants, {facts->architecture, facts->metaLr}))
            text += "the search has found a better trial since (" + std::to_string(best->number) + "): variant searched was trained with "
                    + architectureText(searched->metaNet) + "; compare again to train the better one too\n";
    return text;
}

nlohmann::json reportJson(const StudySnapshot& study)
{
    nlohmann::json report = studyReport(study.name, trialRefs(study.trials), study.direction, study.variants);
    report["data"] = studyDataJson(study.facts);
    return report;
}

} // namespace reweigh
