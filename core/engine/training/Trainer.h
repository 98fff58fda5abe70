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
#include "core/engine/training/PseudoMeta.h"
#include "core/engine/training/RunDescription.h"
#include "core/engine/training/StepRunner.h"
#include "core/engine/training/TrainParts.h"
#include "core/engine/training/meters/WeightMeter.h"
#include "core/runfiles/RunFolder.h"

#include <chrono>
#include <memory>
#include <optional>

namespace reweigh {

/// One training run: steps, epochs, result files, checkpoints.
/// After each epoch it reports to the observer, then writes the epoch's results, then the checkpoint. A run that is interrupted between
/// any two of these continues from the checkpoint before, and reports and writes the same again. Two checkpoints are kept: where the
/// newest is damaged, or was being written, the run continues from the other.
/// Thread: one, and the LibTorch threads that it starts.
class Trainer {
public:
    /// Makes a trainer for `job` and restores the run's newest checkpoint that can be read, if there is one and job.resume; a damaged one is
    /// set aside where the one before it can be read. `job` and `observer` must outlive the trainer. Errors: as Engine::train().
    static Result<std::unique_ptr<Trainer>> make(const TrainJob& job, RunObserver& observer, std::stop_token stop,
                                                 const EngineVersions& versions);

    /// The same with given parts in place of those that the job names.
    static Result<std::unique_ptr<Trainer>> make(const TrainJob& job, TrainParts parts, RunObserver& observer, std::stop_token stop,
                                                 const EngineVersions& versions);

    /// Has the observer told that the run begins anew, since its checkpoints, the newest kept as `aside`, were damaged. Call it before run().
    void tellRenewed(const Error& damage, const std::filesystem::path& aside);

    /// Trains to the end, or until a stop is requested, the observer ends the run, or a value is not finite. Errors: as Engine::train().
    /// Throws what LibTorch throws.
    Result<TrainResult> run();

private:
    using Clock = std::chrono::steady_clock;

    Trainer(const TrainJob& job, TrainParts parts, RunObserver& observer, std::stop_token stop);

    bool reweights() const { return isReweighted(m_job.training); }
    StepTime time(int step) const { return {.step = firstStep() + step, .epoch = m_state.epoch, .epochs = m_job.training.epochs}; }
    /// The number within the run of the current epoch's first step; the run's first step is 0.
    long firstStep() const { return long(m_state.epoch - 1) * m_batches.stepsPerEpoch(); }
    bool finished() const { return m_state.epoch > m_job.training.epochs; }

    Status begin(const EngineVersions& versions);
    Result<bool> resume(); ///< restores a checkpoint; whether there was one
    Status restore(const std::filesystem::path& checkpoint);
    bool step(); ///< takes a step; false: a value is not finite
    Result<Verdict> endEpoch(EpochFigures epoch);
    Result<TrainResult> interrupted();
    Status save();
    void startEpoch(int epoch);
    void clearEpoch(int epoch);
    double meanMetaGradient() const;
    std::optional<EpochFigures> figures();
    /// Whether the epoch's test images are evaluated.
    bool wantsTest() const
    {
        const int counted = m_job.countedEpochs > 0 ? m_job.countedEpochs : m_job.training.epochs;
        return m_job.training.testEveryEpoch || m_state.epoch > m_job.training.epochs - counted;
    }
    bool isWarmUp() const { return m_state.epoch <= m_warmUpEpochs; } ///< whether the meta set is still to be chosen
    bool chooseMetaSet(const ParamSet& w); ///< after the last epoch of the warm-up; false: a stop was requested first
    bool estimateNoise(const ParamSet& w); ///< before the epoch from which the loss needs it; false: a stop was requested first

    double secondsSoFar() const; ///< training time, with that before a resumption
    double stepsPerSecond() const;
    double secondsLeft() const;

    const TrainJob& m_job;
    RunObserver& m_observer;
    std::stop_token m_stop;
    std::optional<FlushDenormals> m_flush; ///< set once the number of threads is known
    DeviceChoice m_choice;
    StepTypes m_types;
    Network m_network;
    std::unique_ptr<SampleLoss> m_loss;
    std::unique_ptr<SampleWeighting> m_weighting;
    LossContext m_lossContext;
    MetaStep m_stepper;
    StepRunner m_runner;
    const int m_warmUpEpochs; ///< 0: the run does not choose its meta set
    WarmUpSteps m_warmUp;
    PendingFigures m_pending;
    BatchSource m_batches;
    FeatureProbe m_probe;
    std::vector<int> m_sizeGroup;
    RunFolder m_folder;
    RunSetting m_setting;
    RunState m_state;
    TrainResult m_result;
    Clock::time_point m_begun;
    int m_stepsHere = 0; ///< steps since m_begun
};

} // namespace reweigh
