// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/experiment/SearchBudget.h"
#include "core/experiment/StudyEvents.h"
#include "core/plan/PlanState.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace reweigh {

/// How much of a plan there is, and how much is left.
struct PlanSize {
    int cells = 0;
    int searches = 0, trials = 0, trialsLeft = 0; ///< searches of cells, random ones too
    int runs = 0, runsLeft = 0; ///< trainings of variants, those too whose variant waits for a search, here or in another cell
    int runsImpossible = 0;     ///< of `runs`, not of `runsLeft`: those of a search in which no trial succeeded, or of `unusable` cells
    int unusable = 0;           ///< cells whose studies cannot be used (CellState::failure); none of their trials is left
};

/// Counts from what is stored. Trainings that turn out to be the same as another's are counted until that is known.
PlanSize planSize(const PlanState& state);

/// Reports the progress of a plan, from the threads that train; one call at a time. Any function may be empty.
struct PlanEvents {
    std::function<void(const PlanCell& cell)> cellBegins; ///< its search or its comparison is about to train
    std::function<void(const PlanCell& cell, const FrozenTrial& trial, bool random)> trialFinished;
    /// Called when the cell's comparison begins, with what is stored, and after each of its trainings.
    std::function<void(const PlanCell& cell, const std::vector<VariantResult>& results)> resultsKept;
    std::function<void(const PlanCell& cell)> cellEnds;
    /// Its data, its recipe or its study cannot be used. The others are trained all the same.
    std::function<void(const PlanCell& cell, const Error& error)> cellFails;
    std::function<void(int cells)> waits; ///< so many cells are left, all of them run by other processes
    /// Makes the observer of one training, or null. The observer's functions are called on that training's thread, several at a time.
    std::function<std::unique_ptr<RunObserver>(const PlanCell& cell, const RunKey& run)> observe;
};

/// Opens an engine for a cell's settings. Called for one cell at a time; the same engine may be returned again.
using PlanEngineOpener = std::function<Result<std::shared_ptr<Engine>>(const TrainOptions& training, const DataSource& source)>;

/// Trains what is missing of a plan: each cell's search, its random search, then its variants, seed by seed; and at the end the networks
/// that cells found in each other's cells. As many trainings run at once as `budget` says; a next cell begins while the last trainings
/// of the one before still run. What is stored is not repeated, whatever ended an earlier run, and results are the same for any number
/// of workers or processes: a cell that another process runs is left to it, and if only such cells are left this one waits for them
/// and takes over what remains.
/// Where nobody has chosen the number of workers in `budget`, it is as many as the cores allow on the processor and 1 on a GPU.
/// A cell whose data, recipe or study cannot be used (exitCode() of the error is 2 or 3) is given up, and the others are trained.
/// Errors: Interrupted (the same call continues), those of readPlanState, `openEngine`, SearchSession and ComparisonJobs; once all else
/// is done, that of the first cell that was given up, or else StudyEmpty where no trial of a cell's search succeeded. A run that fails or
/// diverges is counted and does not end the plan; one that failed but did not diverge is tried again by the next call.
Status runPlan(const Plan& plan, const PlanEngineOpener& openEngine, SearchBudget& budget, const std::stop_token& stop,
               const PlanEvents& events = {});

} // namespace reweigh
