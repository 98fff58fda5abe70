// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StudyPath.h"

#include "app/cli/DataCommand.h"
#include "app/cli/TextTable.h"
#include "app/cli/VariantTable.h"
#include "core/base/PathText.h"
#include "core/base/PythonJson.h"
#include "core/experiment/StudyReport.h"
#include "core/live/follow/StudyReader.h"
#include "core/storage/StudyFolder.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/EnqueuedParams.h"
#include "core/study/Feasibility.h"
#include "core/study/ParetoFront.h"
#include "core/study/TrialError.h"
#include "widgets/text/ErrorText.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <optional>
#include <set>
#include <tuple>

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

std::string plainText(const nlohmann::json& value)
{
    const bool finite = value.is_number_float() && std::isfinite(value.get<double>());
    return finite ? figure(value.get<double>(), 5) : plainJsonText(value);
}

/// "complete", "complete, infeasible". `nobodyRuns`: what is stored as running was interrupted.
std::string stateText(const FrozenTrial& trial, bool nobodyRuns = false)
{
    if (nobodyRuns && trial.state == TrialState::Running)
        return "interrupted";
    return stateName(trial.state) + (isFinished(trial.state) && !isFeasible(trial) ? ", infeasible" : "");
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
    std::string line = "trial " + std::to_string(trial.number) + " " + stateText(trial);
    if (trial.value)
        line += " " + figure(*trial.value, 4);
    line += "  " + describe(trial, factsOf(trial));
    if (const std::string outside = outsideSpaceText(trial); !outside.empty())
        line += "  (as requested, outside the study's space: " + outside + ")";
    if (const auto error = errorOf(trial))
        line += "  (" + errorText(*error).toStdString() + ")";
    return line;
}

std::string trialTable(TrialRefs trials, Direction direction, bool nobodyRuns)
{
    const double sign = direction == Direction::Maximize ? -1.0 : 1.0;
    std::ranges::stable_sort(trials, {}, [sign](const FrozenTrial* trial) {
        const double value = valueOf(*trial);
        const bool none = std::isnan(value);
        return std::tuple(none, !none && !isFeasible(*trial), none ? 0.0 : sign * value);
    });
    // Another program's trials have parameters and a value, whatever that is.
    const bool ours = std::ranges::any_of(trials, [](const FrozenTrial* trial) { return factsOf(*trial).has_value(); });
    TextTable table(ours ? std::vector<std::string>{"trial", "state", "objective", "test accuracy", "architecture"}
                         : std::vector<std::string>{"trial", "state", "value", "parameters"});
    for (const FrozenTrial* trial : trials) {
        const std::optional<TrialFacts> facts = factsOf(*trial);
        std::vector<std::string> row = {std::to_string(trial->number), stateText(*trial, nobodyRuns), figure(valueOf(*trial), 4)};
        if (ours)
            row.push_back(percent(testAccuracy(facts)));
        row.push_back(describe(*trial, facts));
        table.add(std::move(row));
    }
    return table.text();
}

std::string objectivesTable(const StudySnapshot& study)
{
    const TrialRefs trials = trialRefs(study.trials), front = paretoFront(trials, study.directions);
    std::vector<std::string> header = {"trial", "state"};
    for (std::size_t i = 0; i < study.directions.size(); ++i)
        header.push_back(study.objectiveNames[i] + (study.directions[i] == Direction::Maximize ? " (max)" : " (min)"));
    header.insert(header.end(), {"Pareto front", "parameters"});
    TextTable table(header);
    const auto add = [&](const FrozenTrial& trial, bool onFront) {
        std::vector<std::string> row = {std::to_string(trial.number), stateText(trial)};
        for (std::size_t i = 0; i < study.directions.size(); ++i)
            row.push_back(figure(i < trial.objectives.size() ? trial.objectives[i] : std::nan(""), 4));
        row.push_back(onFront ? "yes" : "");
        row.push_back(describe(trial, std::nullopt));
        table.add(std::move(row));
    };
    for (const FrozenTrial* trial : front)
        add(*trial, true);
    const std::set<const FrozenTrial*> best(front.begin(), front.end());
    for (const FrozenTrial* trial : trials)
        if (!best.contains(trial))
            add(*trial, false);
    return table.text();
}

Result<std::shared_ptr<const StudySnapshot>> readStudy(const std::string& given, const std::string& studyName)
{
    return StudyReader(StudyFolder::at(given).file(), studyName, {.patience = std::chrono::seconds(5), .largeAsText = false}).read();
}

void notePlanOfCells(Terminal& terminal, const std::string& given, const std::string& command)
{
    std::filesystem::path folder = given;
    if (!folder.has_filename()) // "plan/"
        folder = folder.parent_path();
    if (folder.filename() == "cells")
        folder = folder.parent_path();
    if (!isFolder(folder / "cells"))
        return;
    const std::filesystem::path file = folder.native() + ".json";
    const std::string plan =
        isThere(file) ? file.string() : "PLAN.json " + std::string(command == "figures" ? "--studies " : "--out ") + folder.string();
    terminal.note(given + " holds the cells of a plan; name the plan's file: reweigh " + command + " " + plan);
}

void noteLeftOut(Terminal& terminal, const StudySnapshot& study)
{
    if (study.noVariants)
        terminal.note(errorText(*study.noVariants).toStdString());
}

namespace {

/// A sentence on trials that violate constraints; empty if none does.
std::string infeasibleText(const StudySnapshot& study)
{
    constexpr int most = 10;
    std::string numbers;
    int count = 0;
    for (const auto& trial : study.trials)
        if (isFinished(trial->state) && !isFeasible(*trial) && ++count <= most)
            numbers += (count == 1 ? "" : ", ") + std::to_string(trial->number);
    if (count == 0)
        return {};
    return "\n" + counted(count, "trial violates", "trials violate") + " a constraint and cannot be the best: " + numbers
           + (count > most ? ", ..." : "") + "\n";
}

} // namespace

std::string reportText(const StudySnapshot& study)
{
    std::string text = oneLine(study.name) + ", " + counted(int(study.trials.size()), "trial", "trials") + "\n\n";
    if (study.hasSeveralObjectives())
        return text + objectivesTable(study) + infeasibleText(study) + "\nThe study has " + std::to_string(study.directions.size())
               + " objectives: the trials of the Pareto front come first, and none is the best. Searches here have one objective.\n";
    text += trialTable(trialRefs(study.trials), study.direction, study.facts && !study.beingWritten) + infeasibleText(study);
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
    for (std::size_t i = 0; i < study.trials.size(); ++i)
        if (study.isInterrupted(*study.trials[i]))
            report["trials"][i]["interrupted"] = true;
    if (study.hasSeveralObjectives()) {
        report["direction"] = nullptr;
        report["objectives"] = nlohmann::json::array();
        for (std::size_t i = 0; i < study.directions.size(); ++i)
            report["objectives"].push_back({{"name", study.objectiveNames[i]}, {"direction", nameOf(study.directions[i])}});
        report["pareto_front"] = nlohmann::json::array();
        for (const FrozenTrial* trial : paretoFront(trialRefs(study.trials), study.directions))
            report["pareto_front"].push_back(trial->number);
    }
    return report;
}

} // namespace reweigh
