// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/Trial.h"

#include <optional>
#include <string>

namespace reweigh {

class TrialHandle;

/// How a trial ended. A failed trial does not end the study.
struct TrialOutcome {
    TrialState state = TrialState::Complete; ///< Complete, Pruned or Failed
    std::optional<double> value;             ///< of a complete trial; NaN makes it a failed one
    std::optional<Error> error;              ///< why it failed
    Attributes userAttributes;               ///< stored in the same transaction as the end
};

/// The function that a study optimises: it takes its parameters from a trial and computes a value.
class Objective {
public:
    virtual ~Objective() = default;

    /// Runs the trial and returns how it ended. An Error ends the study and leaves the trial running, to be continued later:
    /// the disk is full, or the user interrupts. A fault of this trial alone is not an Error but a Failed outcome.
    virtual Result<TrialOutcome> run(TrialHandle& trial) = 0;
};

class StudyLoop;

/// Gives the parameters of a running trial and takes its reports. Every call stores its effect before it
/// returns. A handle is valid until its trial is finished, and no longer than its StudyLoop.
/// Thread: any, but one at a time; handles of different trials may be used at the same time.
/// Errors: those of StudyStorage; StudyOtherSpace if the trial already has the parameter with another distribution;
/// UnknownValue (where = parameter) if the trial was enqueued with a value that the distribution cannot hold: an unknown choice,
/// or a text instead of a number.
class TrialHandle {
public:
    std::int64_t number() const { return m_number; } ///< within the study

    Result<std::int64_t> suggestInt(const std::string& name, const IntDistribution& distribution);
    Result<double> suggestFloat(const std::string& name, const FloatDistribution& distribution);
    /// The choice from `distribution.choices`.
    Result<nlohmann::json> suggestCategorical(const std::string& name, const CategoricalDistribution& distribution);

    /// Whether the trial was interrupted and goes on now (StudyLoop::resume).
    bool resumed() const { return m_resumed; }
    /// Of a resumed trial: stores that it goes on now, having trained `trained` seconds, so that the interruption is no part of its time.
    Status setContinued(double trained);

    /// Stores an intermediate value. `step` >= 0; a value that was reported for it before, by an interrupted run, is overwritten.
    Status report(int step, double value);
    /// Whether the pruner wants to end the trial; also stores what the pruner needs to remember. False without a pruner.
    Result<bool> shouldPrune();
    /// The highest step that was reported; none before the first report.
    std::optional<int> lastStep() const;

    Status setUserAttributes(const Attributes& attributes);

private:
    friend class StudyLoop;
    TrialHandle(StudyLoop& loop, std::int64_t number, std::size_t place)
        : m_loop(&loop)
        , m_number(number)
        , m_place(place)
    {
    }

    StudyLoop* m_loop;
    std::int64_t m_number;
    std::size_t m_place; ///< in the loop's history
    bool m_resumed = false;
};

} // namespace reweigh
