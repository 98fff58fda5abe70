// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/TrialRefs.h"

#include <limits>

namespace reweigh {

/// The largest possible trial id.
inline constexpr std::int64_t lastTrialId = std::numeric_limits<std::int64_t>::max();

struct StudyAttributes {
    Attributes user;
    Attributes system;
};

/// How a trial ended.
struct TrialEnd {
    TrialState state = TrialState::Complete; ///< Complete, Pruned or Failed
    std::optional<double> value;             ///< required for Complete, never NaN
    std::optional<Timestamp> finished = {};  ///< none: the time when it is written
};

/// What one transaction adds to a trial and to the attributes of its study. Either all of it is stored or nothing.
struct TrialUpdate {
    std::vector<Parameter> parameters;                ///< new names only
    std::vector<std::pair<int, double>> intermediate; ///< a step reported before is overwritten
    Attributes userAttributes;                        ///< a key that exists is overwritten
    Attributes systemAttributes;
    std::optional<TrialEnd> end; ///< after it the trial takes no more updates
    StudyAttributes study;
};

/// Stores the trials and attributes of one study.
/// Thread: any; calls are serialised inside.
/// Errors of every call: StudyLocked, StudyMissing (it vanished), StudyCorrupt, DiskFull, FileUnwritable.
class StudyStorage {
public:
    virtual ~StudyStorage() = default;

    virtual const std::string& studyName() const = 0;
    virtual Direction direction() const = 0; ///< of the first objective
    /// One direction for each objective. Studies of several objectives come from other programs; they are read, not written.
    virtual std::vector<Direction> directions() const { return {direction()}; }

    /// Trials whose id is above `afterId` and at most `throughId`, in order of id. That is the order of their numbers, unless
    /// trials were deleted and Optuna, which counts rows, has given a number again.
    virtual Result<std::vector<FrozenTrial>> trials(std::int64_t afterId = 0, std::int64_t throughId = lastTrialId) const = 0;

    /// Creates a trial whose number is one more than the highest, with the content `first`. It is Running, or ends as first.end says.
    virtual Result<FrozenTrial> createTrial(const TrialUpdate& first) = 0;

    /// Changes a waiting trial (Optuna's enqueue_trial) to Running and adds `first`, whose `end` must be empty. Returns none and
    /// changes nothing if the trial does not exist or no longer waits because another program took it.
    virtual Result<std::optional<FrozenTrial>> startTrial(std::int64_t trialId, const TrialUpdate& first) = 0;

    /// Adds `update` to the trial `trialId` of this study, which must not have ended. Errors: also Internal if this does not hold.
    virtual Status updateTrial(std::int64_t trialId, const TrialUpdate& update) = 0;

    virtual Result<StudyAttributes> attributes() const = 0;

    /// Sets the keys in `changed` in one transaction and leaves all others.
    virtual Status setAttributes(const StudyAttributes& changed) = 0;
};

/// The `count` complete and feasible trials with the best values, or all if there are fewer; the best first, the earlier of equal ones
/// first.
TrialRefs bestTrials(const TrialRefs& trials, Direction direction, int count);

/// The complete and feasible trial (isFeasible) with the best value, the first of equal ones, as Optuna's Study.best_trial; null if there
/// is none.
const FrozenTrial* bestTrial(const TrialRefs& trials, Direction direction);

} // namespace reweigh
