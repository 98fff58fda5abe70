// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/TrialRefs.h"

#include <limits>

namespace reweigh {

/// No trial's id is above it.
inline constexpr std::int64_t lastTrialId = std::numeric_limits<std::int64_t>::max();

struct StudyAttributes {
    Attributes user;
    Attributes system;
};

/// How a trial ended.
struct TrialEnd {
    TrialState state = TrialState::Complete; ///< Complete, Pruned or Failed
    std::optional<double> value;             ///< required for Complete, never NaN
    std::optional<Timestamp> finished = {};  ///< none: the moment of the writing
};

/// What one transaction adds to a trial, and to its study beside it. All of it is kept, or nothing.
struct TrialUpdate {
    std::vector<Parameter> parameters;                ///< new names only
    std::vector<std::pair<int, double>> intermediate; ///< a step reported before is overwritten
    Attributes userAttributes;                        ///< a key there before is overwritten
    Attributes systemAttributes;
    std::optional<TrialEnd> end; ///< after it the trial takes no more updates
    StudyAttributes study;
};

/// Where a study's facts are kept. One study a storage object.
/// Thread: any; calls are serialised inside.
/// Errors of every call: StudyLocked, StudyMissing (it vanished), StudyCorrupt, DiskFull, FileUnwritable.
class StudyStorage {
public:
    virtual ~StudyStorage() = default;

    virtual const std::string& studyName() const = 0;
    virtual Direction direction() const = 0;

    /// Trials whose id is above `afterId` and at most `throughId`, in order of id. That is the order of their numbers, unless
    /// trials were deleted and Optuna, which counts rows, has given a number again.
    virtual Result<std::vector<FrozenTrial>> trials(std::int64_t afterId = 0, std::int64_t throughId = lastTrialId) const = 0;

    /// Adds a trial with the number after the highest: Running, or what `first.end` says.
    virtual Result<FrozenTrial> createTrial(const TrialUpdate& first) = 0;

    /// Begins a waiting trial (Optuna's enqueue_trial): Running from now on, with `first`, which ends nothing. None, and nothing
    /// is changed, where the trial is not there or does not wait any more: another program took it.
    virtual Result<std::optional<FrozenTrial>> startTrial(std::int64_t trialId, const TrialUpdate& first) = 0;

    /// `trialId` is a trial of this study that has not ended: anything else is a broken promise (Internal).
    virtual Status updateTrial(std::int64_t trialId, const TrialUpdate& update) = 0;

    virtual Result<StudyAttributes> attributes() const = 0;

    /// Sets these keys in one transaction; others stay.
    virtual Status setAttributes(const StudyAttributes& changed) = 0;
};

/// The complete trials with the best values, at most `count`, the best first and the older of equals first.
TrialRefs bestTrials(const TrialRefs& trials, Direction direction, int count);

/// The complete trial with the best value, the first of equals; null when none is complete.
const FrozenTrial* bestTrial(const TrialRefs& trials, Direction direction);

} // namespace reweigh
