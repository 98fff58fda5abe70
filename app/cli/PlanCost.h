// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanRecipes.h"
#include "core/plan/PlanState.h"

#include <functional>
#include <limits>
#include <stop_token>

namespace reweigh {

/// What a plan will take: seconds for the rest, with so many trainings at once.
struct PlanCost {
    double seconds = std::numeric_limits<double>::quiet_NaN(); ///< NaN: unknown
    int workers = 0;                                           ///< 0: unknown
    bool measured = false;                                     ///< by some steps; else by the trainings that are stored
};

/// What is left of a plan, as if no other program ran beside it: by the seconds of the trainings that are stored; where there are none, by
/// the steps and evaluations that each cell's recipe asks for. How long these take is measured now, for each model, batch size and
/// weighting that is left, on the data of the first of these cells: by the processor time it takes, on a GPU by the clock. `asked`: trainings at once; 0: as many as the plan's runner chooses.
/// `wanted` is asked before anything is measured, with how many training steps are left in all, an evaluation counting as the steps of
/// as many images; if it says no, the cost stays unknown. Unknown also where nothing is left that can be trained. Errors: those of openEngine and
/// Engine::train; Interrupted.
Result<PlanCost> planCost(const PlanState& state, const PlanRecipes& recipes, int asked, const std::stop_token& stop,
                          const std::function<bool(double steps)>& wanted = {});

/// Whether a run should measure how long its `steps` take before it begins: not where they are done in about the time that this takes, and
/// not where no time is told. A dry run asks for nothing else.
bool isWorthMeasuring(double steps, bool dryRun, bool quiet);

/// How long the parts of a training take, in seconds.
struct TrainingRate {
    double step = 0.0, image = 0.0; ///< a step, and the evaluation of an image
};

/// Seconds of the trainings that are left, one after the other. `rateOf`: of a training's settings. A cell that has no recipe has the mean
/// numbers of images of the others; one whose recipe cannot be carried out costs nothing.
double trainingSeconds(const PlanState& state, const PlanRecipes& recipes, const std::function<TrainingRate(const TrainOptions&)>& rateOf);

} // namespace reweigh
