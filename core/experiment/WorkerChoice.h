// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/experiment/PreparedData.h"

#include <stop_token>

namespace reweigh {

/// How many trials a search should run at once, and the figures that say so.
struct WorkerChoice {
    int workers = 1;
    int atOnce = 1;           ///< trials that were tried side by side; 1: there was nothing to choose between
    int threadsEach = 1;      ///< of those
    double aloneRate = 0.0;   ///< steps a second of one trial with all threads
    double besideRate = 0.0;  ///< steps a second of `atOnce` trials together
    std::string aloneDevice;  ///< "cpu (2 threads)"
};

/// Measures real steps of the study's own model, batches and data on this machine: one trial with every core against
/// one trial a core with one thread each (or as many threads as `config` sets). Trials side by side must win by a tenth,
/// since the study is then no longer repeatable. Writes nothing. `trials` are left to run; on a device that is not the
/// processor, or where a training ends before it is measured, nothing is compared. `seconds` is how long each way is
/// measured, after a warm-up.
/// Errors: those of Engine::train, Interrupted.
Result<WorkerChoice> measureWorkers(const ExperimentConfig& config, const PreparedData& data, Engine& engine, int trials, int cores,
                                    const std::stop_token& stop, double seconds = 1.0);

} // namespace reweigh
