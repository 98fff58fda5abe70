// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/PlanRecipes.h"
#include "core/plan/PlanState.h"

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
/// the steps and evaluations that each cell's recipe asks for, each as long as one of MW-Net in the first of these cells, which is measured
/// now: by the processor time it takes, on a GPU by the clock. `asked`: trainings at once; 0: as many as the plan's runner chooses.
/// Unknown where nothing is left that can be trained. Errors: those of openEngine and Engine::train; Interrupted.
Result<PlanCost> planCost(const PlanState& state, const PlanRecipes& recipes, int asked, const std::stop_token& stop);

/// Seconds of the trainings that are left, one after the other, where a step takes `step` seconds and the evaluation of an image `image`.
/// A cell that has no recipe costs as much as the mean of the others, by epochs; one whose recipe cannot be carried out costs nothing.
double trainingSeconds(const PlanState& state, const PlanRecipes& recipes, double step, double image);

} // namespace reweigh
