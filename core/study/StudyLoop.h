// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Sampler.h"
#include "core/study/Pruner.h"
#include "core/study/StudyHistory.h"
#include "core/study/StudyStorage.h"
#include "core/study/TrialHandle.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace reweigh {

/// The outcome of the failed trial `number`: its error has this code, and `text` as its detail.
TrialOutcome failedOutcome(ErrorCode code, std::int64_t number, std::string text);

/// The update to store for a trial that ends now with `outcome`. A complete trial whose value is missing or NaN becomes a failed
/// one. As in Optuna, the value of a pruned trial is its last report.
TrialUpdate ending(TrialOutcome outcome, const Observation& trial);

/// Study system attribute: Sampler::state() after the newest draw that is stored.
inline constexpr const char* samplerStateKey = "reweigh:sampler_state";
/// Trial system attribute: a StudyLoop began the trial and may continue it after an interruption.
inline constexpr const char* ownTrialKey = "reweigh:own";

/// What the trials of a StudyLoop may know of each other.
struct StudyLoopOptions {
    int lag = 0;            ///< N >= 1: trial n knows only of trials up to n - N; 0: of all that have ended when it asks
    std::uint64_t seed = 0; ///< of the draws, where there is a lag; without one the sampler has its own
};

/// Draws the parameters of trials from a sampler and stores the trials and their results. It starts nothing itself: the caller
/// calls begin() and finish(), in a loop or on events.
///
/// Every draw is stored, in one transaction with the sampler's position after it, before the call returns. A search that is
/// killed at any moment and opened again therefore draws the same values as without the interruption: interruptedTrials()
/// lists the trials that were running, with the parameters they have, and the next draw continues the random stream.
///
/// Waiting trials (Optuna's enqueue_trial) are begun before new ones are created, the oldest first, with the parameters they
/// were enqueued with.
///
/// With a lag of N >= 1 the trials are the same for any number of workers, and however long each trial takes: for trial n, sampler and
/// pruner see the ended trials up to n - N and trial n itself, and each draw has a random stream of its own, seeded by the search's
/// seed, the trial's number and the number of parameters that the trial has. The caller begins a trial only when isReady(), which lets
/// N trials run at once. No position of the sampler is stored then.
///
/// Trials that another program adds meanwhile are read when the next trial begins; one that is running at that moment
/// counts as running until the study is opened again. They take numbers, so that with them the draws depend on timing.
///
/// Thread: any; several workers may run trials at once. One lock guards history, sampler and storage.
class StudyLoop {
public:
    /// Reads the trials so far and restores the sampler's stored position. A null `pruner` prunes nothing.
    /// Errors: those of StudyStorage::trials, StudyCorrupt (sampler state).
    static Result<std::unique_ptr<StudyLoop>> open(std::shared_ptr<StudyStorage> storage, std::unique_ptr<Sampler> sampler,
                                                   std::unique_ptr<Pruner> pruner = nullptr, StudyLoopOptions options = {});

    /// Whether the next trial may begin now: the one that resume() gives for the first of interruptedTrials() or, if none was interrupted,
    /// the one that begin() gives. With a lag of N, trial n waits for the end of every trial up to n - N that begin() or resume()
    /// returned; the trials of other programs are not waited for. True where no trial of this object runs.
    bool isReady() const;

    /// Begins the next trial, a waiting one or else a new one, and stores its joint draw. Errors: those of StudyStorage.
    Result<TrialHandle> begin();

    /// Numbers of the trials begun by a StudyLoop that were running when the study was opened and have not been resumed yet, in the
    /// order of creation; with a lag, ascending.
    std::vector<std::int64_t> interruptedTrials() const;

    /// Continues one of interruptedTrials(): parameters that it has keep their values, others are drawn.
    TrialHandle resume(std::int64_t number);

    /// Ends the trial. A complete one whose value is missing or NaN becomes a failed one with error TrainingFailed.
    /// As in Optuna, the value of a pruned trial is its last report. Returns the trial as it was stored. Errors: those of
    /// StudyStorage.
    Result<FrozenTrial> finish(const TrialHandle& trial, TrialOutcome outcome);

    /// Runs `objective` on a trial from begin() or resume() and finishes it. A std::exception that the objective throws
    /// is caught here and nowhere else, and becomes a failed outcome: OutOfMemory for std::bad_alloc, else TrainingFailed
    /// with its text. Errors: the objective's, those of finish().
    Result<FrozenTrial> run(Objective& objective, TrialHandle trial);

    /// The number of trials that are in `state` now.
    int count(TrialState state) const;

    /// The number of trials that count towards the budget: finished ones, and those that begin() and resume() returned.
    int spent() const;

    StudyStorage& storage() { return *m_storage; }

private:
    friend class TrialHandle;

    StudyLoop(std::shared_ptr<StudyStorage> storage, std::unique_ptr<Sampler> sampler, std::unique_ptr<Pruner> pruner,
              StudyLoopOptions options);

    Result<double> suggest(std::size_t place, const std::string& name, const Distribution& distribution);
    Status setContinued(std::size_t place, double trained);
    Status report(std::size_t place, int step, double value);
    Result<bool> shouldPrune(std::size_t place);
    std::optional<int> lastStep(std::size_t place) const;
    Status setUserAttributes(std::size_t place, const Attributes& attributes);

    Status takeInNewTrials();
    Result<std::optional<TrialHandle>> beginWaiting();
    Result<TrialHandle> beginNew();
    TrialHandle giveOut(std::size_t place, FrozenTrial trial, std::vector<Parameter> joint);
    /// Stores an update of a trial whose handle is in use, then adds it to the history.
    Status write(std::size_t place, const TrialUpdate& update);
    std::vector<std::int64_t> interruptedNumbers() const;
    std::vector<Parameter> drawJointly(std::size_t place);
    double drawOne(std::size_t place, const std::string& name, const Distribution& distribution);
    /// With a lag: gives the draw that the trial at `place` makes next, its `draw`-th, a random stream of its own.
    void seedDraw(std::size_t place, std::uint64_t draw);
    /// Calls `ask` with the history that the trial at `place` may know, and the trial's place in that history; returns its answer.
    template <typename Ask> auto withHistory(std::size_t place, const Ask& ask) const
    {
        const Direction direction = m_storage->direction();
        if (m_options.lag == 0)
            return ask(History{direction, &m_history.trials()}, place);
        const std::vector<Observation> known = m_history.knownTo(place, m_options.lag);
        return ask(History{direction, &known}, known.size() - 1);
    }
    /// Fills `first` with the attributes that a trial begins with; returns the sampler's position after the joint draw.
    std::string describeStart(const std::vector<Parameter>& joint, TrialUpdate& first) const;
    /// Adds the sampler's position to `update` if a draw has moved it; returns that position. With a lag there is none to keep.
    std::string addSamplerState(TrialUpdate& update) const;
    /// Called after a transaction: keeps the sampler's position if it was written, else moves the sampler back to the stored one.
    Status settleSampler(const Status& written, std::string position);

    mutable std::mutex m_mutex;
    std::shared_ptr<StudyStorage> m_storage;
    std::unique_ptr<Sampler> m_sampler;
    std::unique_ptr<Pruner> m_pruner;
    const StudyLoopOptions m_options;
    StudyHistory m_history;
    std::map<std::size_t, FrozenTrial> m_interrupted; ///< those of interruptedTrials(), by place
    std::map<std::size_t, FrozenTrial> m_givenOut;    ///< trials with a handle that are not finished, by place
    std::string m_samplerState;                       ///< the sampler's position in the storage
};

} // namespace reweigh
