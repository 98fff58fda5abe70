// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/JsonText.h"
#include "core/plan/PlanRunner.h"
#include "tests/support/ComparedStudy.h"

#include <QTemporaryDir>
#include <QtGlobal>

#include <chrono>
#include <fstream>
#include <thread>

namespace reweigh {

using test::ScriptedEngine;

inline constexpr int cells = 4, trialsEach = 3, runsEach = 4; ///< of the usual plan: two variants, two seeds
inline constexpr int trainings = cells * (trialsEach + runsEach);

inline nlohmann::json usualPlan()
{
    return {{"settings", {{"dataset", "synthetic"}, {"epochs", 2}, {"objective-epochs", 1}, {"trials", trialsEach}}},
            {"cells", {{"imbalance-factor", {1, 5}}, {"noise-rate", {0.0, 0.4}}}}, // in this order: JSON objects are sorted
            {"seeds", 2},
            {"variants", {"searched", "ce"}}};
}

/// A plan file in a temporary folder.
struct PlanFile {
    QTemporaryDir dir;
    nlohmann::json json = usualPlan();

    Plan read() const
    {
        const std::filesystem::path file = std::filesystem::path(dir.path().toStdString()) / "plan.json";
        std::ofstream(file) << json.dump();
        const Result<Plan> plan = readPlan(file);
        if (!plan)
            qFatal("%s: %s", plan.error().where.c_str(), plan.error().detail.c_str());
        return *plan;
    }
};

/// Wide networks are best where labels are noisy, narrow ones where they are right, so that different cells find different networks.
inline Result<TrainResult> trained(const TrainJob& job, RunObserver& observer)
{
    const double width = job.training.weighting == "mwnet" ? job.training.metaNet.hidden.front() : 100.0;
    const double value = 0.5 + (job.data.noiseRate > 0 ? 0.001 : -0.001) * width;
    std::this_thread::sleep_for(std::chrono::milliseconds(job.training.trainSeed % 3)); // so that they end in another order
    return test::recordedRun(job, observer, {0.5, value});
}

inline ScriptedEngine usualEngine()
{
    return ScriptedEngine([](const TrainJob& job, RunObserver& observer, auto) { return trained(job, observer); });
}

inline Status run(const Plan& plan, ScriptedEngine& engine, int workers = 2, const std::stop_token& stop = {},
                  const PlanEvents& events = {})
{
    const PlanEngineOpener opener = [&](const TrainOptions&, const DataSource&) {
        return Result<std::shared_ptr<Engine>>(std::shared_ptr<Engine>(&engine, [](Engine*) {}));
    };
    SearchBudget budget(0, workers);
    return runPlan(plan, opener, budget, stop, events);
}

/// Everything that a plan's tables are made from.
inline nlohmann::json figures(const Plan& plan)
{
    const Result<PlanState> state = readPlanState(plan);
    if (!state)
        qFatal("%s: %s", state.error().where.c_str(), state.error().detail.c_str());
    nlohmann::json all = nlohmann::json::array();
    for (const CellState& cell : state->cells) {
        nlohmann::json variants = nlohmann::json::array();
        for (const PlanVariant& variant : cell.variants)
            variants.push_back({variant.name, variant.sameAs, variant.hash, variant.missing, toJson(variant.result)});
        all.push_back({cell.cell->name, cell.search.finished, cell.search.bestNumber, numberOrNull(cell.search.bestValue), variants});
    }
    return all;
}

/// What the usual plan gives where nothing disturbs it, run with one worker. `engine` keeps the jobs.
inline nlohmann::json undisturbed(const Plan& plan, ScriptedEngine& engine)
{
    if (const Status done = run(plan, engine, 1); !done)
        qFatal("%s: %s", done.error().where.c_str(), done.error().detail.c_str());
    return figures(plan);
}

} // namespace reweigh
