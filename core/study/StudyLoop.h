// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Sampler.h"
#include "core/study/Pruner.h"
#include "core/study/StudyHistory.h"
#include "core/study/StudyStorage.h"
#include "core/study/TrialHandle.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace reweigh {

/// A failed outcome of trial `number`.
TrialOutcome failedOutcome(ErrorCode code, std::int64_t number, std::string text);

/// What is stored of a trial that ends as `outcome` says, at this moment. A complete one without a value, or with NaN, has failed;
/// a pruned one's value is its last report, as in Optuna.
TrialUpdate ending(TrialOutcome outcome, const Observation& trial);


/// Study system attribute: Sampler::state() after the newest draw that is stored.
inline constexpr const char* samplerStateKey = "reweigh:sampler_state";
/// Trial system attribute: the trial was begun by a StudyLoop, which may go on with it after a cut.
inline constexpr const char* ownTrialKey = "reweigh:own";

/// Asks a sampler for trials and tells a storage how they went. Passive: begin() asks, finish() tells;
/// a caller drives it with a loop, or with events.
///
/// Every draw is stored in one transaction with the sampler's position after it, and a call returns only
/// then. So a search that is killed at any moment and opened again draws what it would have drawn:
/// a trial that was running is offered by interruptedTrials() with the parameters it has, and its
/// next suggestion goes on where the stream stood.
///
/// Trials that wait (Optuna's enqueue_trial) are begun before new ones are made, the oldest first, with the parameters they were
/// enqueued with.
///
/// Trials that another program adds meanwhile are taken in when the next trial begins; one that runs there
/// counts as running until the study is opened again.
///
/// Thread: any; several workers may run trials at once. One lock guards history, sampler and storage.
class StudyLoop {
public:
    /// Reads the history and puts the sampler where the study left it. `pruner` may be null: none.
    /// Errors: those of StudyStorage::trials, StudyCorrupt (sampler state).
    static Result<std::unique_ptr<StudyLoop>> open(std::shared_ptr<StudyStorage> storage,
                                                   std::unique_ptr<Sampler> sampler,
                                                   std::unique_ptr<Pruner> pruner = nullptr);

    /// The next trial, its joint draw made and stored: one that waits, or a new one.
    Result<TrialHandle> begin();

    /// Numbers of our trials that were running when the study was opened and have not been resumed yet.
    std::vector<std::int64_t> interruptedTrials() const;

    /// Goes on with one of interruptedTrials(): parameters it has are given again, others are drawn.
    TrialHandle resume(std::int64_t number);

    /// Ends the trial. NaN, or no value, for a complete one makes it failed, with error TrainingFailed.
    /// A pruned trial's value is its last report, as in Optuna. Gives the trial as it was written.
    Result<FrozenTrial> finish(const TrialHandle& trial, TrialOutcome outcome);

    /// Runs `objective` on a trial that begin() or resume() gave, and finishes it. An exception out of the
    /// objective is caught here and nowhere else, and becomes a failed outcome: OutOfMemory for
    /// std::bad_alloc, else TrainingFailed with its text.
    Result<FrozenTrial> run(Objective& objective, TrialHandle trial);

    /// Trials in `state` now.
    int count(TrialState state) const;

    /// What a budget is spent on: trials that ended, and those that begin() and resume() gave out.
    int spent() const;

    StudyStorage& storage() { return *m_storage; }

private:
    friend class TrialHandle;

    StudyLoop(std::shared_ptr<StudyStorage> storage, std::unique_ptr<Sampler> sampler, std::unique_ptr<Pruner> pruner);

    Result<double> suggest(std::size_t place, const std::string& name, const Distribution& distribution);
    Status report(std::size_t place, int step, double value);
    Result<bool> shouldPrune(std::size_t place);
    std::optional<int> lastStep(std::size_t place) const;
    Status setUserAttributes(std::size_t place, const Attributes& attributes);

    Status takeInNewTrials();
    Result<std::optional<TrialHandle>> beginWaiting();
    Result<TrialHandle> beginNew();
    TrialHandle giveOut(std::size_t place, FrozenTrial trial, std::vector<Parameter> joint);
    /// Stores what is added to a trial that is given out, and keeps it.
    Status write(std::size_t place, const TrialUpdate& update);
    History history() const { return {m_storage->direction(), &m_history.trials()}; }
    /// What a trial begins with, in `first`; returns the sampler's position after it.
    std::string describeStart(const std::vector<Parameter>& joint, TrialUpdate& first) const;
    /// Adds the sampler's position to `update` if a draw has moved it; returns that position.
    std::string addSamplerState(TrialUpdate& update) const;
    /// After a transaction: keeps the position, or takes the sampler back to the stored one.
    Status settleSampler(const Status& written, std::string position);

    mutable std::mutex m_mutex;
    std::shared_ptr<StudyStorage> m_storage;
    std::unique_ptr<Sampler> m_sampler;
    std::unique_ptr<Pruner> m_pruner;
    StudyHistory m_history;
    std::map<std::size_t, FrozenTrial> m_interrupted; ///< ours, by place
    std::map<std::size_t, FrozenTrial> m_givenOut;    ///< whose handle has not ended, by place
    std::string m_samplerState;                       ///< as stored
};

} // namespace reweigh
