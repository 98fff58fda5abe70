// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/experiment/ArchitectureSpace.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/StudyEvents.h"
#include "core/storage/StudyFolder.h"
#include "core/study/TrialHandle.h"

#include <filesystem>
#include <memory>
#include <stop_token>

namespace reweigh {

/// CPU threads of each trial of a search: those of the settings if they name a number, else its share of the cores where `workers` trials
/// run at once. The number decides how a training rounds, so with a search lag of N a share is an N-th, whatever `workers` is. 0: one
/// thread per core.
int trialThreads(const ExperimentConfig& config, int workers);

/// The objective of a search: draws an architecture, trains a classifier with it, and returns the mean validation accuracy of the
/// last k epochs. Test data never influence it.
///
/// A non-finite loss or a failure inside the engine makes the trial a failed one. A trial out of memory is tried again with
/// half the batch, `retries` times; the attempt is stored as reweigh:attempt. One whose checkpoints are both damaged begins anew. A
/// failure that would hit every trial alike (no device, a full disk, a device that another trial has lost) ends the search, as do a stop
/// request and an observer's Verdict::Stop at the end of an epoch; the trial then stays Running and continues from its checkpoint later.
class TrainingObjective : public Objective {
public:
    /// `events` must outlive the objective, which calls `observe` only. `workers`: trials that run at once, for trialThreads().
    TrainingObjective(ExperimentConfig config, PreparedData data, std::shared_ptr<Engine> engine, StudyFolder studyFolder,
                      std::stop_token stop, const StudyEvents& events, int workers = 1);

    Result<TrialOutcome> run(TrialHandle& trial) override;

    /// The training seed of trial `number`, derived from the study's training seed `base`.
    static std::uint64_t trainSeed(std::uint64_t base, std::int64_t number);

private:
    int threads(const std::filesystem::path& runDir) const;
    TrialOutcome outcome(const TrainJob& job, const TrainResult& result, std::int64_t number, int attempt) const;

    ExperimentConfig m_config;
    PreparedData m_data;
    std::shared_ptr<Engine> m_engine;
    StudyFolder m_folder;
    std::stop_token m_stop;
    const StudyEvents& m_events;
    int m_workers;
};

} // namespace reweigh
