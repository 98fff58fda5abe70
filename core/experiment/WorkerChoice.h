// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/experiment/PreparedData.h"

#include <stop_token>

namespace reweigh {

/// Whether `device`, a setting, means the processor; "auto" does where no GPU is usable.
bool trainsOnProcessor(const Engine& engine, const std::string& device);

/// Trials at once where nobody has chosen a number: with a search lag, which gives the same trials for any number, as many as lag and
/// cores allow; without one, or on a GPU, whose memory they would share, 1. Without an engine, "auto" counts as the processor.
int usualWorkers(const ExperimentConfig& config, const Engine* engine = nullptr);

/// Trainings of a plan at once where nobody has chosen a number: as many as the cores allow on the processor, with one thread each unless
/// `training` names more; 1 on a GPU, whose memory they would share. Without an engine, "auto" counts as the processor.
int usualPlanWorkers(const TrainOptions& training, const Engine* engine = nullptr);

/// Trainings of a comparison at once where nobody has chosen a number, as far as it is known before it begins: on the processor as many as
/// the cores allow with the threads of `training` or, where these are not set, `stored`, those of the study's earlier comparison (0: none).
/// With neither, 1: it measures then whether more are faster. 1 on a GPU. Without an engine, "auto" counts as the processor.
int usualComparisonWorkers(const TrainOptions& training, int stored, const Engine* engine = nullptr);

/// How many trials a search should run at once, and the measurements behind the choice.
struct WorkerChoice {
    int workers = 1;
    int atOnce = 1;          ///< trials that were measured side by side; 1: none were, so there was no choice
    int threadsEach = 1;     ///< threads of each trial that was measured side by side
    double aloneRate = 0.0;  ///< steps per second of one trial alone; 0 or negative: not measured
    double besideRate = 0.0; ///< steps per second of `atOnce` trials together
    std::string aloneDevice; ///< "cpu (2 threads)"
};

/// Measures real training steps of the study's model, batches and data on this machine: one trial on all cores against
/// one trial per core with one thread each (`config` may set the number of threads). Trials side by side must be faster by a
/// tenth, since without a search lag a search with several at once is not repeatable. Writes no files. `trials`: the number left to run, at
/// most so many are tried at once. `cores`: cores of this machine. `seconds`: duration of each measurement, after a warm-up. On a device
/// other than the processor, or where a training ends before it is measured, the choice is one trial at a time. Errors: those of
/// Engine::train, Interrupted.
Result<WorkerChoice> measureWorkers(const ExperimentConfig& config, const PreparedData& data, Engine& engine, int trials, int cores,
                                    const std::stop_token& stop, double seconds = 1.0);

} // namespace reweigh
