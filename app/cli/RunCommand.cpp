// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/PlanCost.h"
#include "app/cli/PlanTables.h"
#include "app/cli/RunPrinter.h"
#include "app/cli/StudyPath.h"
#include "app/cli/TextTable.h"
#include "app/cli/UsageText.h"
#include "app/cli/VariantTable.h"
#include "core/base/JsonText.h"
#include "core/base/NameList.h"
#include "core/base/PathText.h"
#include "core/config/ConfigField.h"
#include "core/plan/PlanProgress.h"
#include "core/plan/PlanReport.h"
#include "core/plan/PlanRunner.h"
#include "core/plan/StoredCell.h"
#include "widgets/text/ErrorText.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <ranges>
#include <set>

namespace reweigh {
namespace {

constexpr std::size_t mostNamed = 3; ///< cells and files in one line

/// Trainings that wait for a search in which no trial succeeded.
int foundNothing(const PlanState& state)
{
    int runs = planSize(state).runsImpossible;
    for (const CellState& cell : state.cells)
        if (cell.failure)
            runs -= cell.missingRuns();
    return runs;
}

/// What the plan is and what is left of it, in one paragraph.
std::string sizeText(const PlanState& state, const PlanSize& size, const PlanCost& cost)
{
    const Plan& plan = *state.plan;
    const auto [fewest, most] = std::ranges::minmax(plan.cells | std::views::transform(&PlanCell::seeds));
    std::string text = oneLine(plan.name) + ": " + counted(size.cells, "cell", "cells") + ", "
                       + counted(int(plan.variants.size()), "variant", "variants") + ", "
                       + (fewest == most ? "" : std::to_string(fewest) + " to ") + counted(most, "seed", "seeds") + "; ";
    if (size.searches > 0)
        text += counted(size.searches, "search", "searches") + " with " + counted(size.trials, "trial", "trials") + " in all, ";
    text += counted(size.runs, "training", "trainings") + " of variants; studies in " + plan.folder.string() + "\n";
    if (state.isDone())
        return text + "all of it is done\n" + oneSeedText(plan);
    if (size.trialsLeft + size.runsLeft > 0)
        text += "left: ";
    if (size.trialsLeft > 0)
        text += counted(size.trialsLeft, "trial", "trials") + (size.runsLeft > 0 ? " and " : "");
    if (size.runsLeft > 0)
        text += counted(size.runsLeft, "training", "trainings");
    if (std::isfinite(cost.seconds))
        text += "; about " + duration(cost.seconds) + ", " + std::to_string(cost.workers) + " at once, by "
                + (cost.measured ? "some steps of each method with the data of the first of these cells, if nothing else runs"
                                 : "the trainings that are done");
    if (size.trialsLeft + size.runsLeft > 0)
        text += "\n";
    if (size.unusable > 0)
        text += counted(size.unusable, "cell", "cells") + " cannot be used\n";
    if (const int impossible = foundNothing(state); impossible > 0)
        text += counted(impossible, "training", "trainings") + " cannot be made: no trial of the search before them succeeded\n";
    return text + oneSeedText(plan);
}

/// A search that has more trials than the plan asks for; empty if it has not.
std::string beyondText(const Plan& plan, const CellState& cell, const SearchState& search, const char* name)
{
    if (cell.trialsBeyond(search) == 0)
        return {};
    return std::string(name) + " of " + cellTitle(plan, *cell.cell) + " has " + counted(search.finished, "trial", "trials")
           + ", the plan asks for " + std::to_string(cell.cell->config.search.trials) + ": its network was chosen from more\n";
}

/// Cells that the plan does not have, labels that cannot be checked, and cells that somebody else runs.
std::string remarks(const PlanState& state)
{
    std::string text;
    if (!state.strangers.empty()) {
        std::vector<std::string> names;
        for (const std::filesystem::path& folder : state.strangers)
            names.push_back(folder.filename().string());
        text += counted(int(names.size()), "cell", "cells") + " that this plan does not have " + (names.size() == 1 ? "is" : "are")
                + " left alone: " + listed(names, mostNamed);
        const std::string difference = strangerDifference(*state.plan, state.strangers.front());
        text += (difference.empty() ? difference : " (of the first, " + difference + ")") + "\n";
    }
    for (const CellState& cell : state.cells)
        text += beyondText(*state.plan, cell, cell.search, "the search") + beyondText(*state.plan, cell, cell.random, "the random search");
    std::set<std::string> labels;
    for (const CellState& cell : state.cells)
        if (cell.labelsUnknown)
            labels.insert(cell.cell->config.data.labelFile);
    if (!labels.empty())
        text += "labels cannot be checked, as " + listed({labels.begin(), labels.end()}, mostNamed) + (labels.size() == 1 ? " is" : " are")
                + " not there\n";
    std::vector<std::string> running;
    for (const CellState& cell : state.cells)
        if (cell.beingWritten)
            running.push_back(cellTitle(*state.plan, *cell.cell));
    if (!running.empty())
        text += "another process runs " + listed(running, mostNamed) + "\n";
    return text;
}

nlohmann::json sizeJson(const PlanState& state, const PlanSize& size, const PlanCost& cost)
{
    nlohmann::json strangers = nlohmann::json::array();
    for (const std::filesystem::path& folder : state.strangers)
        strangers.push_back(pathText(folder));
    return {{"plan", state.plan->name},
            {"folder", pathText(state.plan->folder)},
            {"cells", size.cells},
            {"searches", size.searches},
            {"trials", size.trials},
            {"trials_left", size.trialsLeft},
            {"trainings", size.runs},
            {"trainings_left", size.runsLeft},
            {"trainings_impossible", size.runsImpossible},
            {"cells_unusable", size.unusable},
            {"workers", cost.workers > 0 ? nlohmann::json(cost.workers) : nlohmann::json(nullptr)},
            {"seconds_left", numberOrNull(cost.seconds)},
            {"strangers", std::move(strangers)}};
}

std::string impossibleText(const Plan& plan, const PlanCell& cell, const Error& error)
{
    return cellTitle(plan, cell) + " cannot be trained: " + errorText(error).toStdString();
}

/// The first cell whose study cannot be used; null if all can.
const CellState* firstUnusable(const PlanState& state)
{
    const auto found = std::ranges::find_if(state.cells, [](const CellState& cell) { return cell.failure.has_value(); });
    return found == state.cells.end() ? nullptr : &*found;
}

/// Says of each cell whose study cannot be used, or whose recipe cannot be carried out, why.
void sayImpossible(Terminal& terminal, const PlanState& state, const PlanRecipes& recipes)
{
    const Plan& plan = *state.plan;
    for (const CellState& cell : state.cells)
        if (cell.failure)
            terminal.note(impossibleText(plan, *cell.cell, *cell.failure));
    for (const CellRecipe& recipe : recipes.cells)
        if (recipe.error)
            terminal.note(impossibleText(plan, *recipe.cell->cell, *recipe.error));
}

/// Prints a line for each training that has ended, with an estimate of the time left.
class PlanPrinter {
public:
    /// Cells that have an error in `state` or `recipes` are not told again.
    PlanPrinter(Terminal& terminal, const PlanState& state, const PlanRecipes& recipes)
        : m_terminal(terminal)
        , m_plan(*state.plan)
        , m_progress(state)
    {
        for (const CellState& cell : state.cells)
            if (cell.failure)
                m_told.insert(cell.cell->name);
        for (const CellRecipe& recipe : recipes.cells)
            if (recipe.error)
                m_told.insert(recipe.cell->cell->name);
    }

    PlanEvents events()
    {
        PlanEvents events;
        events.trialFinished = [this](const PlanCell& cell, const FrozenTrial& trial, bool random) {
            const double left = m_progress.trialEnded(cell);
            note(cell, (random ? "random search, " : "") + trialLine(trial), left);
        };
        events.cellBegins = [this](const PlanCell& cell) { m_begun.insert(cell.name); };
        events.resultsKept = [this](const PlanCell& cell, const std::vector<VariantResult>& results) { take(cell, results); };
        events.cellFails = [this](const PlanCell& cell, const Error& error) {
            m_failed.emplace(cell.name, error);
            if (m_told.insert(cell.name).second)
                m_terminal.note(impossibleText(m_plan, cell, error));
        };
        events.waits = [this](int cells) {
            m_terminal.note("waiting for another process, which runs " + counted(cells, "cell", "cells")
                            + "; what it leaves is taken over");
        };
        events.observe = [this](const PlanCell& cell, const RunKey& run) {
            const std::string training =
                run.variant.empty() ? "trial " + std::to_string(run.trial) : run.variant + ", seed " + std::to_string(run.seed);
            return std::make_unique<RunPrinter>(m_terminal, cellTitle(m_plan, cell) + ": " + training + "  ", false);
        };
        m_progress.begin();
        return events;
    }

    /// The first cell that was given up for this error; null if none was.
    const PlanCell* failedBy(const Error& error) const
    {
        const auto found = std::ranges::find_if(m_plan.cells, [&](const PlanCell& cell) {
            const auto failed = m_failed.find(cell.name);
            return failed != m_failed.end() && failed->second == error;
        });
        return found == m_plan.cells.end() ? nullptr : &*found;
    }

    /// Says so where all is stored and the lines above counted less: others trained it, or it is the same training as another.
    void end(const PlanSize& now) const
    {
        const int all = now.trials + now.runs;
        if (now.trialsLeft + now.runsLeft + now.runsImpossible == 0 && (m_progress.ended() != all || m_progress.all() != all))
            m_terminal.note("[" + std::to_string(all) + "/" + std::to_string(all)
                            + "] all that the plan asks for is stored, by this process or another");
    }

private:
    void take(const PlanCell& cell, const std::vector<VariantResult>& results)
    {
        const bool stored = m_begun.erase(cell.name) > 0; // all of it: nothing is trained yet, but another process may have
        if (stored)
            m_progress.comparisonBegins(cell, results);
        const auto line = [&](const VariantResult& result, const auto& run) {
            if (!m_progress.isNew(cell, result.hash, run.seed))
                return;
            if (stored) {
                m_progress.foundEnded(cell, result.name());
            } else {
                const double left = m_progress.runEnded(cell, result.name());
                note(cell, runLine(result, run), left);
            }
        };
        for (const VariantResult& result : results) {
            for (const VariantRun& run : result.runs)
                line(result, run);
            for (const FailedRun& failure : result.failed)
                line(result, failure);
        }
    }

    void note(const PlanCell& cell, const std::string& what, double secondsLeft)
    {
        std::string line = "[" + std::to_string(m_progress.ended()) + "/" + std::to_string(m_progress.all()) + "] "
                           + cellTitle(m_plan, cell) + ": " + what;
        if (m_progress.ended() < m_progress.all() && std::isfinite(secondsLeft))
            line += "; about " + duration(secondsLeft) + " left";
        m_terminal.note(line);
    }

    Terminal& m_terminal;
    const Plan& m_plan;
    PlanProgress m_progress;
    std::map<std::string, Error> m_failed; ///< cells that were given up
    std::set<std::string> m_told;          ///< those whose reason was said
    std::set<std::string> m_begun;         ///< cells whose comparison has not told its results yet
};

/// `text` without its last line end, as Terminal::note() wants it.
std::string asNote(std::string text)
{
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

} // namespace

void RunCommand::declare(CLI::App& app)
{
    app.add_option("PLAN", m_plan,
                   R"(Plan file: {"settings": {...}, "cells": {"noise-rate": [0, 0.4], ...}, "seeds": 3, "variants": ["searched", "ce"], )"
                   R"("hypotheses": [...]}; reweigh report PLAN prints the tables so far at any time)")
        ->required()
        ->type_name("FILE");
    app.add_option("--out", m_out, "Folder of the studies; a folder beside the plan file, named like it, unless it is given")
        ->type_name("DIR");
    app.add_option("--workers", m_workers,
                   "Trainings at once; the results are the same for any number; auto: as many as the cores allow, on a GPU one")
        ->transform(wholeNumberOrAuto(0, 1024))
        ->default_str("auto");
    app.add_flag("--dry-run", m_dryRun, "Say how large the plan is, what is left of it and how long that takes, and stop");
    for (const char* key : {"data-dir", "device"})
        app.add_option(std::string("--") + key, m_settings[key], helpText(*findField(key), "as the plan"));
}

/// The plan with the settings of the flags, which decide no result, in every cell.
Result<Plan> RunCommand::plan() const
{
    Result<Plan> plan = readPlan(m_plan, m_out);
    if (!plan)
        return plan;
    for (PlanCell& cell : plan->cells)
        for (const auto& [key, text] : m_settings)
            if (!text.empty())
                if (const Status set = setFromText(*findField(key), cell.config, text); !set)
                    return set.error();
    return plan;
}

int RunCommand::run(Terminal& terminal, std::stop_token stop)
{
    const Result<Plan> plan = this->plan();
    if (!plan) {
        notePlanOfCells(terminal, m_plan, "run");
        return terminal.fail(plan.error());
    }
    Result<PlanState> state = readPlanState(*plan);
    if (!state)
        return terminal.fail(state.error());
    const PlanSize size = planSize(*state);
    if (!state->isDone())
        terminal.note("reading the images…");
    const Result<PlanRecipes> recipes = planRecipes(*state, stop);
    if (!recipes)
        return terminal.fail(recipes.error());
    const Result<PlanCost> cost = planCost(*state, *recipes, m_workers, stop, [&](double steps) {
        const bool wanted = isWorthMeasuring(steps, m_dryRun, terminal.quiet);
        if (wanted)
            terminal.note("measuring how long the trainings take…");
        return wanted;
    });
    if (!cost)
        return terminal.fail(cost.error());
    const std::string text = sizeText(*state, size, *cost) + remarks(*state);
    if (m_dryRun) {
        terminal.print(text);
        sayImpossible(terminal, *state, *recipes);
        if (const CellState* unusable = firstUnusable(*state))
            return terminal.fail(*unusable->failure, cellTitle(*plan, *unusable->cell), sizeJson(*state, size, *cost));
        if (const CellRecipe* failed = recipes->firstError())
            return terminal.fail(*failed->error, cellTitle(*plan, *failed->cell->cell), sizeJson(*state, size, *cost));
        terminal.result(sizeJson(*state, size, *cost));
        return 0;
    }
    terminal.note(asNote(text));
    sayImpossible(terminal, *state, *recipes);
    if (state->isDone()) {
        terminal.print(planTables(*state));
        terminal.result(planReport(*state));
        return 0;
    }
    return train(*plan, *state, *recipes, terminal, stop);
}

/// Trains what is missing, and prints the tables of all that is there then, whatever ended the run.
int RunCommand::train(const Plan& plan, const PlanState& before, const PlanRecipes& recipes, Terminal& terminal,
                      const std::stop_token& stop) const
{
    PlanPrinter printer(terminal, before, recipes);
    SearchBudget budget(0, m_workers > 0 ? m_workers : SearchBudget::automatic);
    const PlanEngineOpener opener = [](const TrainOptions& training, const DataSource& source) { return openEngine(training, source); };
    const Status done = runPlan(plan, opener, budget, stop, printer.events());
    const bool interrupted = !done && done.error().code == ErrorCode::Interrupted;
    const PlanCell* failed = done ? nullptr : printer.failedBy(done.error());
    if (!done && !interrupted && !failed && done.error().code != ErrorCode::StudyEmpty)
        return terminal.fail(done.error());
    const Result<PlanState> now = readPlanState(plan);
    if (!now)
        return terminal.fail(now.error());
    printer.end(planSize(*now));
    terminal.print(planTables(*now));
    if (done) {
        terminal.result(planReport(*now));
        return 0;
    }
    if (interrupted)
        terminal.note("reweigh report " + m_plan + (m_out.empty() ? "" : " --out " + m_out) + " prints these tables again");
    return terminal.fail(done.error(), failed ? cellTitle(plan, *failed) : std::string(), planReport(*now));
}

} // namespace reweigh
