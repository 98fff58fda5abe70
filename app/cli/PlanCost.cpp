// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PlanCost.h"

#include "core/engine/face/Engine.h"
#include "core/experiment/WorkerChoice.h"
#include "core/live/cost/CostProbe.h"
#include "core/plan/PlanProgress.h"
#include "core/plan/PlanRunner.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace reweigh {
namespace {

/// Trainings at once where `asked`, the user's number, is 0. The plan's runner chooses the same.
int workersFor(const TrainOptions& training, int asked, const Engine& engine)
{
    if (asked > 0)
        return asked;
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    return trainsOnProcessor(engine, training.device) ? std::max(1, cores / std::max(1, training.threads)) : 1;
}

Result<PlanCost> measured(const PlanState& state, const PlanRecipes& recipes, int asked, const std::stop_token& stop)
{
    constexpr CostLimits limits{.steps = 10, .processor = 1.0, .seconds = 60.0};
    ExperimentConfig config = recipes.firstPossible()->cell->cell->config;
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *recipes.first->source);
    if (!engine)
        return engine.error();
    if (trainsOnProcessor(**engine, config.training.device))
        config.training.threads = std::max(1, config.training.threads);
    PlanCost cost{.workers = workersFor(config.training, asked, **engine), .measured = true};
    const Result<CostInfo> info = measureCost(config, *recipes.first, **engine, limits, stop);
    if (!info)
        return info.error();
    const bool processor = info->device.starts_with("cpu");
    const double threads = std::max(1, config.training.threads);
    const double step = processor ? info->stepProcessor / threads : info->stepSeconds;
    const double evaluation = processor ? info->evaluationProcessor / threads : info->evaluationSeconds;
    const double image = evaluation / std::max(1.0, double(recipes.firstPossible()->evaluatedImages));
    cost.seconds = trainingSeconds(state, recipes, step, image) / cost.workers;
    return cost;
}

} // namespace

double trainingSeconds(const PlanState& state, const PlanRecipes& recipes, double step, double image)
{
    double perEpoch = 0.0; // mean over the cells
    int possible = 0;
    const auto epochSeconds = [&](const CellRecipe& recipe) {
        const double batch = recipe.cell->cell->config.training.batchSize;
        return std::ceil(double(recipe.trainImages) / batch) * step + double(recipe.evaluatedImages) * image;
    };
    for (const CellRecipe& recipe : recipes.cells)
        if (!recipe.error) {
            perEpoch += epochSeconds(recipe);
            ++possible;
        }
    perEpoch /= std::max(1, possible);
    double seconds = 0.0;
    int counted = 0;
    for (const CellState& cell : state.cells) {
        const int runs = cell.missingRuns() - cell.impossibleRuns();
        const auto recipe = std::ranges::find(recipes.cells, &cell, &CellRecipe::cell);
        const bool known = recipe != recipes.cells.end();
        const double epoch = !known ? perEpoch : recipe->error ? 0.0 : epochSeconds(*recipe);
        seconds += double(cell.missingTrials + runs) * cell.cell->config.training.epochs * epoch;
        counted += runs;
    }
    const int toCome = planSize(state).runsLeft - counted; // of networks that other cells have still to find
    return seconds + double(toCome) * state.cells.front().cell->config.training.epochs * perEpoch;
}

Result<PlanCost> planCost(const PlanState& state, const PlanRecipes& recipes, int asked, const std::stop_token& stop)
{
    if (!recipes.first)
        return PlanCost();
    const PlanProgress progress(state);
    if (std::isfinite(progress.secondsLeft(1))) {
        const Result<std::shared_ptr<Engine>> engine = openEngine();
        if (!engine)
            return engine.error();
        const int workers = workersFor(recipes.firstPossible()->cell->cell->config.training, asked, **engine);
        return PlanCost{.seconds = progress.secondsLeft(workers), .workers = workers};
    }
    Result<PlanCost> cost = measured(state, recipes, asked, stop);
    if (!cost && cost.error().code == ErrorCode::TrainingFailed)
        return PlanCost(); // how long it takes is not known; the run will tell why
    if (!cost && cost.error().code == ErrorCode::Interrupted)
        return Error{ErrorCode::Interrupted, state.plan->folder.string(), {}, "the same command"};
    return cost;
}

} // namespace reweigh
