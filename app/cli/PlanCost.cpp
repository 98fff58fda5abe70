// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PlanCost.h"

#include "core/base/JsonText.h"
#include "core/config/ConfigField.h"
#include "core/engine/face/Engine.h"
#include "core/experiment/WorkerChoice.h"
#include "core/live/cost/CostProbe.h"
#include "core/plan/PlanProgress.h"
#include "core/plan/PlanRunner.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

namespace reweigh {
namespace {

/// The settings of a variant's trainings in a cell; of one that waits for a search, with the network that MW-Net has by default.
TrainOptions trainingOf(const CellState& cell, const PlanVariant& variant)
{
    const VariantSource source{
        .study = cell.cell->config, .searched = cell.search.best.value_or(Proposal()), .random = cell.random.best.value_or(Proposal())};
    const Result<ResolvedVariant> resolved = resolveVariant(variant.result.asked, source);
    return resolved ? resolved->config.training : cell.cell->config.training;
}

/// The settings of a trial of a cell's search.
TrainOptions trialOf(const CellState& cell)
{
    TrainOptions training = cell.cell->config.training;
    training.weighting = "mwnet";
    return training;
}

/// Calls `take` with the settings of each kind of training that is left, and how many there are of it in which cell.
template <typename Take> void eachLeft(const PlanState& state, Take take)
{
    int counted = 0;
    for (const CellState& cell : state.cells) {
        if (cell.missingTrials > 0)
            take(cell, trialOf(cell), cell.missingTrials);
        for (const PlanVariant& variant : cell.variants)
            if (variant.missing > 0 && !variant.impossible && !cell.failure)
                take(cell, trainingOf(cell, variant), variant.missing);
        counted += cell.missingRuns() - cell.impossibleRuns();
    }
    // Networks that other cells have still to find.
    if (const int toCome = planSize(state).runsLeft - counted; toCome > 0)
        take(state.cells.front(), trialOf(state.cells.front()), toCome);
}

/// What of a training's settings decides how long its steps take, on given data: trainings that agree in it are measured once.
std::string kindOf(const TrainOptions& training)
{
    ExperimentConfig config;
    config.training = training;
    std::string kind;
    for (const char* key : {"model", "weighting", "batch-size", "meta-batch-size", "virtual-step", "meta-interval", "precision"})
        kind += jsonText(findField(key)->get(config)) + ' ';
    return kind;
}

/// Measures the kinds of training that are left, on the data of the first cell whose recipe can be carried out. Kinds beyond the first
/// dozen, and those that diverge at once, take as long as the slowest that was measured. `processor`: seconds of processor time for all
/// of them together, of which each gets a tenth at least.
Result<std::map<std::string, TrainingRate>> measureKinds(const PlanState& state, const PlanRecipes& recipes, Engine& engine,
                                                         double processor, const std::stop_token& stop)
{
    constexpr std::size_t mostKinds = 12;
    std::map<std::string, TrainOptions> kinds;
    eachLeft(state, [&](const CellState&, const TrainOptions& training, int) {
        if (kinds.size() < mostKinds)
            kinds.emplace(kindOf(training), training);
    });
    const double each = 1.0 / double(std::max<std::size_t>(1, kinds.size()));
    std::map<std::string, TrainingRate> rates;
    std::map<std::string, double> images; // by model: an evaluation does not depend on the method
    std::optional<Error> diverged;
    ExperimentConfig config = recipes.firstPossible()->cell->cell->config;
    for (const auto& [kind, training] : kinds) {
        const bool known = images.contains(training.model);
        const CostLimits limits{.steps = kinds.size() > 1 ? 5u : 10u,
                                .processor = processor * std::max(0.1, each),
                                .seconds = std::max(6.0, 60.0 * each),
                                .ofSearch = false,
                                .evaluate = !known};
        const std::string device = config.training.device;
        config.training = training;
        config.training.device = device;
        const bool onProcessor = trainsOnProcessor(engine, device);
        if (onProcessor)
            config.training.threads = std::max(1, config.training.threads);
        const Result<CostInfo> info = measureCost(config, *recipes.first, engine, limits, stop);
        if (!info && info.error().code != ErrorCode::TrainingFailed)
            return info.error();
        if (!info) {
            diverged = info.error();
            continue;
        }
        const double threads = std::max(1, config.training.threads);
        const double evaluation = onProcessor ? info->evaluationProcessor / threads : info->evaluationSeconds;
        if (!known)
            images[training.model] = evaluation / std::max(1.0, double(recipes.firstPossible()->evaluatedImages));
        rates[kind] = {.step = onProcessor ? info->stepProcessor / threads : info->stepSeconds, .image = images[training.model]};
    }
    if (rates.empty() && diverged)
        return *diverged;
    return rates;
}

Result<PlanCost> measured(const PlanState& state, const PlanRecipes& recipes, int asked, const std::stop_token& stop)
{
    const TrainOptions& training = recipes.firstPossible()->cell->cell->config.training;
    const Result<std::shared_ptr<Engine>> engine = openEngine(training, *recipes.first->source);
    if (!engine)
        return engine.error();
    const int workers = asked > 0 ? asked : usualPlanWorkers(training, engine->get());
    PlanCost cost{.workers = workers, .measured = true};
    const auto begun = std::chrono::steady_clock::now();
    // A glance is enough to know a plan of seconds, which should not wait for its measurement; and of slow steps it takes as long as need be.
    for (const double processor : {0.3, 3.0}) {
        const Result<std::map<std::string, TrainingRate>> rates = measureKinds(state, recipes, **engine, processor, stop);
        if (!rates)
            return rates.error();
        TrainingRate slowest;
        for (const auto& [kind, rate] : *rates)
            if (rate.step >= slowest.step)
                slowest = rate;
        const auto rateOf = [&](const TrainOptions& one) {
            const auto known = rates->find(kindOf(one));
            return known == rates->end() ? slowest : known->second;
        };
        cost.seconds = trainingSeconds(state, recipes, rateOf) / workers;
        if (cost.seconds < 30.0 || std::chrono::steady_clock::now() - begun > std::chrono::seconds(3))
            break;
    }
    return cost;
}

} // namespace

bool isWorthMeasuring(double steps, bool dryRun, bool quiet)
{
    constexpr double fewSteps = 250.0;
    return dryRun || (steps > fewSteps && !quiet);
}

double trainingSeconds(const PlanState& state, const PlanRecipes& recipes, const std::function<TrainingRate(const TrainOptions&)>& rateOf)
{
    CellRecipe mean; // of the recipes that can be carried out
    std::size_t possible = 0;
    for (const CellRecipe& recipe : recipes.cells)
        if (!recipe.error) {
            mean.trainImages += recipe.trainImages;
            mean.evaluatedImages += recipe.evaluatedImages;
            ++possible;
        }
    mean.trainImages /= std::max<std::size_t>(1, possible);
    mean.evaluatedImages /= std::max<std::size_t>(1, possible);
    double seconds = 0.0;
    eachLeft(state, [&](const CellState& cell, const TrainOptions& training, int count) {
        const auto known = std::ranges::find(recipes.cells, &cell, &CellRecipe::cell);
        const CellRecipe& recipe = known == recipes.cells.end() ? mean : *known;
        if (recipe.error)
            return;
        const TrainingRate rate = rateOf(training);
        const double epoch =
            std::ceil(double(recipe.trainImages) / training.batchSize) * rate.step + double(recipe.evaluatedImages) * rate.image;
        seconds += double(count) * training.epochs * epoch;
    });
    return seconds;
}

Result<PlanCost> planCost(const PlanState& state, const PlanRecipes& recipes, int asked, const std::stop_token& stop,
                          const std::function<bool(double steps)>& wanted)
{
    if (!recipes.first)
        return PlanCost();
    const PlanProgress progress(state);
    if (std::isfinite(progress.secondsLeft(1))) {
        const Result<std::shared_ptr<Engine>> engine = openEngine();
        if (!engine)
            return engine.error();
        const int workers = asked > 0 ? asked : usualPlanWorkers(recipes.firstPossible()->cell->cell->config.training, engine->get());
        return PlanCost{.seconds = progress.secondsLeft(workers), .workers = workers};
    }
    const auto inSteps = [](const TrainOptions& training) { return TrainingRate{.step = 1.0, .image = 1.0 / training.batchSize}; };
    if (wanted && !wanted(trainingSeconds(state, recipes, inSteps)))
        return PlanCost();
    Result<PlanCost> cost = measured(state, recipes, asked, stop);
    if (!cost && cost.error().code == ErrorCode::TrainingFailed)
        return PlanCost(); // how long it takes is not known; the run will tell why
    if (!cost && cost.error().code == ErrorCode::Interrupted)
        return interruptedPlan(*state.plan);
    return cost;
}

} // namespace reweigh
