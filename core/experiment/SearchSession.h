// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/JobQueue.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/TrainingObjective.h"
#include "core/storage/StudyFolder.h"
#include "core/study/StudyLoop.h"

#include <filesystem>
#include <memory>

namespace reweigh {

/// The output folder of a study where the user names neither folder nor file: studies/<data set>-<fingerprint code>.
std::string defaultStudyFolder(const ExperimentConfig& config, const DataPlan& plan);

/// A search, run from the command line or in the background of the window: opens or creates the study, continues interrupted trials, and
/// runs new ones until the budget is spent.
class SearchSession {
public:
    /// Opens the study of `config`, or creates it. A study that exists is continued only with `resume`, and only if it searches the same
    /// space on the same data; if it goes on to more trials than it says, it says that number from then on. `engineVersion` is stored in a
    /// new study. `studyName` names a new study, or which study of the file is continued; empty: the only one. Errors: StudyExists (also
    /// where trainings of another study lie), StudyOtherSpace (space or training options differ), StudyOtherData, those of SqlStorage,
    /// makeSampler, makePruner and StudyLoop::open.
    static Result<std::unique_ptr<SearchSession>> open(const ExperimentConfig& config, PreparedData data, bool resume,
                                                       const std::string& engineVersion, const std::string& studyName = {});

    int finishedTrials() const;  ///< complete, pruned and failed ones
    int remainingTrials() const; ///< of the configured number, those that have not finished; at least 0

    /// Runs the remaining trials as `budget` says. With a search lag of N at most N run at once, and the trials are the same for any number
    /// of workers.
    /// Errors: Interrupted, DeviceLost (the trial that met it first has failed, others continue later), and what ends a study
    /// (TrainingObjective).
    Status run(std::shared_ptr<Engine> engine, const StudyEvents& events, const std::stop_token& stop, SearchBudget& budget);

    /// The same trials as jobs of a queue, for runJobs(). Without a search lag a trial learns from all that have ended, so that the trials
    /// are repeatable only if one runs at a time. The session, `events` and `budget` must outlive the queue.
    std::unique_ptr<JobQueue> queue(std::shared_ptr<Engine> engine, const StudyEvents& events, const SearchBudget& budget);

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
