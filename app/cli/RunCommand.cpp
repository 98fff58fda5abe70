// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunCommand.h"

#include "app/cli/ConfigFlags.h"
#include "app/cli/PlanTables.h"
#include "app/cli/RunPrinter.h"
#include "app/cli/StudyPath.h"
#include "app/cli/TextTable.h"
#include "app/cli/VariantTable.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigField.h"
#include "core/experiment/WorkerChoice.h"
#include "core/plan/PlanProgress.h"
#include "core/plan/PlanReport.h"
#include "core/plan/PlanRunner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>
#include <set>
#include <thread>

namespace reweigh {
namespace {

std::string counted(int count, const std::string& one, const std::string& several)
{
    return std::to_string(count) + " " + (count == 1 ? one : several);
}

/// "a, b, c and 2 more".
std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
        text += (i > 0 ? ", " : "") + names[i];
    return names.size() > most ? text + " and " + std::to_string(names.size() - most) + " more" : text;
}

/// What a plan will take: seconds for the rest, with so many trainings at once.
struct Expected {
    double seconds = std::numeric_limits<double>::quiet_NaN(); ///< NaN: unknown
    int workers = 0;                                           ///< 0: unknown
    bool measured = false;                                     ///< by some steps; else by the trainings that are stored
};

/// The first cell that lacks something; null if none does.
const PlanCell* firstToRun(const PlanState& state)
{
    const auto found = std::ranges::find_if(state.cells, [](const CellState& cell) { return !cell.isDone(); });
    return found == state.cells.end() ? nullptr : found->cell;
}

/// Trainings at once where `asked`, the user's number, is 0. The plan's runner chooses the same.
int workersFor(const TrainOptions& training, int asked, const Engine& engine)
{
    if (asked > 0)
        return asked;
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    return trainsOnProcessor(engine, training.device) ? std::max(1, cores / std::max(1, training.threads)) : 1;
}

/// Measures some steps of the first cell that lacks something, and takes those of all others for as fast, for each epoch.
/// Errors: those of prepareData, openEngine and measureWorkers.
Result<Expected> measured(const PlanState& state, int asked, const std::stop_token& stop)
{
    constexpr double seconds = 0.5; // of each of two measurements
    const PlanCell& first = *firstToRun(state);
    const Result<PreparedData> data = prepareData(first.config.data);
    if (!data)
        return data.error();
    const Result<std::shared_ptr<Engine>> engine = openEngine(first.config.training, *data->source);
    if (!engine)
        return engine.error();
    ExperimentConfig config = first.config;
    config.training.threads = std::max(1, config.training.threads);
    Expected expected{.workers = workersFor(config.training, asked, **engine), .measured = true};
    const int beside = std::max(2, expected.workers); // one alone is measured in any case
    const Result<WorkerChoice> speed = measureWorkers(config, *data, **engine, beside, beside * config.training.threads, stop, seconds);
    if (!speed)
        return speed.error();
    const double rate = expected.workers == 1 || speed->besideRate <= 0 ? speed->aloneRate : speed->besideRate;
    if (rate <= 0)
        return expected;
    double epochs = 0.0;
    for (const CellState& cell : state.cells)
        epochs += double(cell.missingTrials + cell.missingRuns()) * cell.cell->config.training.epochs;
    const double stepsPerEpoch = std::ceil(double(data->plan->train.size()) / config.training.batchSize);
    expected.seconds = epochs * stepsPerEpoch / rate;
    return expected;
}

/// What is left of a plan, which must not be done, takes: by what is stored, or else by some steps.
/// Errors: those of measured() and openEngine; Interrupted.
Result<Expected> expectedOf(const PlanState& state, int asked, const std::stop_token& stop)
{
    const PlanProgress progress(state);
    if (std::isfinite(progress.secondsLeft(1))) {
        const Result<std::shared_ptr<Engine>> engine = openEngine();
        if (!engine)
            return engine.error();
        const int workers = workersFor(firstToRun(state)->config.training, asked, **engine);
        return Expected{.seconds = progress.secondsLeft(workers), .workers = workers};
    }
    Result<Expected> timed = measured(state, asked, stop);
    if (!timed && timed.error().code == ErrorCode::Interrupted)
        return Error{ErrorCode::Interrupted, state.plan->folder.string(), {}, "the same command"};
    return timed;
}

/// What the plan is and what is left of it, in one paragraph.
std::string sizeText(const PlanState& state, const PlanSize& size, const Expected& expected)
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
    text += "left: ";
    if (size.trialsLeft > 0)
        text += counted(size.trialsLeft, "trial", "trials") + " and ";
    text += counted(size.runsLeft, "training", "trainings");
    if (std::isfinite(expected.seconds))
        text += std::string(expected.measured ? "; at most about " : "; about ") + duration(expected.seconds) + ", "
                + std::to_string(expected.workers) + " at once, by "
                + (expected.measured ? "the speed of some steps with MW-Net in the first of these cells" : "the trainings that are done");
    return text + "\n" + oneSeedText(plan);
}

/// Cells that the plan does not have, labels that cannot be checked, and cells that somebody else runs.
std::string remarks(const PlanState& state)
{
    std::string text;
    if (!state.strangers.empty()) {
        std::vector<std::string> names;
        for (const std::filesystem::path& folder : state.strangers)
            names.push_back(folder.filename().string());
        text += counted(int(names.size()), "cell", "cells") + " of an earlier version of this plan " + (names.size() == 1 ? "is" : "are")
                + " left alone: " + listed(names) + "\n";
    }
    std::set<std::string> labels;
    for (const CellState& cell : state.cells)
        if (cell.labelsUnknown)
            labels.insert(cell.cell->config.data.labelFile);
    if (!labels.empty())
        text += "labels cannot be checked, as " + listed({labels.begin(), labels.end()}) + (labels.size() == 1 ? " is" : " are")
                + " not there\n";
    std::vector<std::string> running;
    for (const CellState& cell : state.cells)
        if (cell.beingWritten)
            running.push_back(cellTitle(*state.plan, *cell.cell));
    if (!running.empty())
        text += "another process runs " + listed(running) + "\n";
    return text;
}

nlohmann::json sizeJson(const PlanState& state, const PlanSize& size, const Expected& expected)
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
            {"workers", expected.workers > 0 ? nlohmann::json(expected.workers) : nlohmann::json(nullptr)},
            {"seconds_left", numberOrNull(expected.seconds)},
            {"strangers", std::move(strangers)}};
}

/// Prints a line for each training that has ended, with an estimate of the time left.
class PlanPrinter {
public:
    PlanPrinter(Terminal& terminal, const PlanState& state)
        : m_terminal(terminal)
        , m_plan(*state.plan)
        , m_progress(state)
    {
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

private:
    void take(const PlanCell& cell, const std::vector<VariantResult>& results)
    {
        const bool stored = m_begun.erase(cell.name) > 0; // all of it: nothing is trained yet, but another process may have
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
    std::set<std::string> m_begun; ///< cells whose comparison has not told its results yet
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
                   R"("hypotheses": [...]})")
        ->required()
        ->type_name("FILE");
    app.add_option("--out", m_out, "Folder of the studies; a folder beside the plan file, named like it, unless it is given")
        ->type_name("DIR");
    app.add_option("--workers", m_workers, "Trainings at once; the results are the same for any number; auto: as many as the cores allow")
        ->transform(CLI::Transformer(std::map<std::string, int>{{"auto", 0}}))
        ->check(CLI::Range(0, 1024))
        ->default_str("auto");
    app.add_flag("--dry-run", m_dryRun, "Say how large the plan is, what is left of it and how long that takes, and stop");
    for (const char* key : {"data-dir", "device"})
        app.add_option(std::string("--") + key, m_settings[key], helpText(*findField(key)));
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
    if (!plan)
        return terminal.fail(plan.error());
    Result<PlanState> state = readPlanState(*plan);
    if (!state)
        return terminal.fail(state.error());
    const PlanSize size = planSize(*state);
    const Result<Expected> expected = state->isDone() ? Result<Expected>(Expected()) : expectedOf(*state, m_workers, stop);
    if (!expected)
        return terminal.fail(expected.error());
    const std::string text = sizeText(*state, size, *expected) + remarks(*state);
    if (m_dryRun) {
        terminal.print(text);
        terminal.result(sizeJson(*state, size, *expected));
        return 0;
    }
    terminal.note(asNote(text));
    if (!state->isDone()) {
        PlanPrinter printer(terminal, *state);
        SearchBudget budget(0, m_workers > 0 ? m_workers : SearchBudget::automatic);
        const PlanEngineOpener opener = [](const TrainOptions& training, const DataSource& source) { return openEngine(training, source); };
        const Status done = runPlan(*plan, opener, budget, stop, printer.events());
        if (!done && done.error().code != ErrorCode::StudyEmpty)
            return terminal.fail(done.error());
        Result<PlanState> now = readPlanState(*plan);
        if (!now)
            return terminal.fail(now.error());
        if (!done) { // all that could be trained is
            terminal.print(planTables(*now));
            return terminal.fail(done.error());
        }
        *state = std::move(now).value();
    }
    terminal.print(planTables(*state));
    terminal.result(planReport(*state));
    return 0;
}

} // namespace reweigh
