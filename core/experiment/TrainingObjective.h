// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Engine.h"
#include "core/experiment/ArchitectureSpace.h"
#include "core/experiment/PreparedData.h"
#include "core/study/Objective.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace reweigh {

/// Told of a trial's training; null observers are allowed.
using TrialObserverMaker = std::function<std::unique_ptr<RunObserver>(std::int64_t trial, const Proposal& proposal)>;

/// The one place where training meets study: draws an architecture, trains a classifier with it, and
/// yields the mean clean validation accuracy of the last k epochs. Test data never enters it.
///
/// A non-finite loss and the library's own failures are failed trials. Out of memory is tried again with
/// half the batch, `retries` times, and recorded as reweigh:attempt. What would hit every trial alike (no
/// device, a full disk) ends the study, as does a stop request; the trial then stays running and is gone
/// on with from its checkpoint.
class TrainingObjective : public Objective {
public:
    TrainingObjective(ExperimentConfig config, PreparedData data, std::shared_ptr<Engine> engine,
                      std::filesystem::path studyFolder, std::stop_token stop, TrialObserverMaker observer = {});

    Result<TrialOutcome> run(TrialHandle& trial) override;

    /// Where a trial's curves and checkpoints lie, relative to the study's folder.
    static std::filesystem::path runFolder(std::int64_t number, int attempt);

private:
    TrialOutcome outcome(const TrainJob& job, const TrainResult& result, int attempt) const;

    ExperimentConfig m_config;
    PreparedData m_data;
    std::shared_ptr<Engine> m_engine;
    std::filesystem::path m_folder;
    std::stop_token m_stop;
    TrialObserverMaker m_observer;
};

} // namespace reweigh
