// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/PreparedData.h"
#include "core/experiment/SearchBudget.h"
#include "core/experiment/TrainingObjective.h"
#include "core/storage/StudyFolder.h"
#include "core/study/StudyLoop.h"

#include <filesystem>
#include <memory>

namespace reweigh {

/// The output folder of a study that was given neither: studies/<data set>-<fingerprint code>.
std::string defaultStudyFolder(const ExperimentConfig& config, const DataPlan& plan);

/// A search from the command line or a worker thread: opens or makes the study, goes on with trials that
/// were cut off, and runs new ones until the budget is spent.
class SearchSession {
public:
    /// A study that exists is gone on with only if `resume`, and only if it searches the same space on the
    /// same data. Errors: StudyExists, StudyOtherSpace (space, data fingerprint or training options differ),
    /// those of SqlStorage and StudyLoop::open.
    static Result<std::unique_ptr<SearchSession>> open(const ExperimentConfig& config, PreparedData data, bool resume,
                                                       const std::string& engineVersion);

    /// Trials finished so far, of any outcome, and those still to run.
    int finishedTrials() const;
    int remainingTrials() const;

    /// Runs the remaining trials, one at a time up to the config's budget, or as `budget` says.
    /// Errors: Interrupted, DeviceLost (the trial that met it has failed), and what ends a study (TrainingObjective).
    Status run(std::shared_ptr<Engine> engine, const StudyEvents& events, const std::stop_token& stop);
    Status run(std::shared_ptr<Engine> engine, const StudyEvents& events, const std::stop_token& stop, SearchBudget& budget);

    StudyStorage& storage() { return m_loop->storage(); }
    const StudyFolder& folder() const { return m_folder; }

private:
    explicit SearchSession(StudyFolder folder)
        : m_folder(std::move(folder))
    {
    }

    ExperimentConfig m_config;
    PreparedData m_data;
    StudyFolder m_folder;
    std::unique_ptr<StudyLoop> m_loop;
};

} // namespace reweigh
