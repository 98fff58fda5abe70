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

/// The one place where training meets study: draws an architecture, trains a classifier with it, and
/// yields the mean clean validation accuracy of the last k epochs. Test data never enters it.
///
/// A non-finite loss and the library's own failures are failed trials. Out of memory is tried again with
/// half the batch, `retries` times, and recorded as reweigh:attempt. What would hit every trial alike (no
/// device, a full disk) ends the study, as does a stop request; the trial then stays running and is gone
/// on with from its checkpoint. So does an observer's Verdict::Stop, which cuts a trial off between two epochs.
class TrainingObjective : public Objective {
public:
    /// `events` must outlive the objective; of them, `observe` is called. `workers`: trials that run at once. Where the threads are not given, each has its share of the cores.
    TrainingObjective(ExperimentConfig config, PreparedData data, std::shared_ptr<Engine> engine,
                      StudyFolder studyFolder, std::stop_token stop, const StudyEvents& events, int workers = 1);

    Result<TrialOutcome> run(TrialHandle& trial) override;

    /// The seed of trial `number`'s training, where the study's configuration says `base`.
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
