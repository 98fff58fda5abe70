// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Methods.h"
#include "core/engine/face/Engine.h"
#include "core/engine/reweighting/MetaStep.h"
#include "core/engine/training/BatchSource.h"
#include "core/engine/training/Checkpoint.h"
#include "core/engine/training/FeatureProbe.h"
#include "core/engine/training/FlushDenormals.h"
#include "core/engine/training/PendingFigures.h"
#include "core/engine/training/RunDescription.h"
#include "core/engine/training/StepRunner.h"
#include "core/engine/training/TrainParts.h"
#include "core/engine/training/meters/WeightMeter.h"
#include "core/runfiles/RunFolder.h"

#include <chrono>
#include <memory>
#include <optional>

namespace reweigh {

/// One training run: steps, epochs, records, checkpoints.
/// After each epoch the observer is told, then the records are written, then the checkpoint; a run that is cut off
/// between any two of these goes on from the checkpoint before and tells and writes the same again.
/// Thread: one, and the LibTorch threads that it starts.
class Trainer {
public:
    /// All must outlive the trainer. Errors: as Engine::train.
    static Result<std::unique_ptr<Trainer>> make(const TrainJob& job, RunObserver& observer, std::stop_token stop, const EngineVersions& versions);

    /// The same with parts that need not be those that the job names.
    static Result<std::unique_ptr<Trainer>> make(const TrainJob& job, TrainParts parts, RunObserver& observer, std::stop_token stop,
                                                 const EngineVersions& versions);

    /// Errors: as Engine::train. Throws what LibTorch throws.
    Result<TrainResult> run();

private:
    using Clock = std::chrono::steady_clock;

    Trainer(const TrainJob& job, TrainParts parts, RunObserver& observer, std::stop_token stop);

    bool reweights() const { return isReweighted(m_job.training); }
    StepTime time(int step) const { return {.step = firstStep() + step, .epoch = m_state.epoch, .epochs = m_job.training.epochs}; }
    /// The number of the first step of the epoch at work; the run's first is 0.
    long firstStep() const { return long(m_state.epoch - 1) * m_batches.stepsPerEpoch(); }
    bool finished() const { return m_state.epoch > m_job.training.epochs; }

    Status begin(const EngineVersions& versions);
    Result<bool> resume(); ///< whether there was something to resume
    bool step(); ///< false: something is not finite
    Result<Verdict> endEpoch(EpochFigures epoch);
    Result<TrainResult> interrupted();
    Status save();
    void startEpoch(int epoch);
    void clearEpoch(int epoch);
    double meanMetaGradient() const;
    std::optional<EpochFigures> figures();

    double secondsSoFar() const; ///< resumed parts included
    double stepsPerSecond() const;
    double secondsLeft() const;

    const TrainJob& m_job;
    RunObserver& m_observer;
    std::stop_token m_stop;
    std::optional<FlushDenormals> m_flush; ///< from the moment that the number of threads is known
    DeviceChoice m_choice;
    StepTypes m_types;
    Network m_network;
    std::unique_ptr<SampleLoss> m_loss;
    std::unique_ptr<SampleWeighting> m_weighting;
    LossContext m_lossContext;
    MetaStep m_stepper;
    StepRunner m_runner;
    PendingFigures m_pending;
    BatchSource m_batches;
    FeatureProbe m_probe;
    std::vector<int> m_sizeGroup;
    RunFolder m_folder;
    RunSetting m_setting;
    RunState m_state;
    TrainResult m_result;
    Clock::time_point m_begun;
    int m_stepsHere = 0;  ///< since m_begun
};

} // namespace reweigh
