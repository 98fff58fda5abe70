// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/Trial.h"

#include <optional>
#include <string>

namespace reweigh {

class TrialHandle;

/// What became of a trial. A failure is an outcome like another: the study goes on.
struct TrialOutcome {
    TrialState state = TrialState::Complete; ///< Complete, Pruned or Failed
    std::optional<double> value;             ///< of a complete trial; NaN makes it a failed one
    std::optional<Error> error;              ///< why it failed
    Attributes userAttributes;               ///< kept together with the end, in one transaction
};

/// What a study searches over: takes its parameters from the trial, and yields a value.
class Objective {
public:
    virtual ~Objective() = default;

    /// An Error ends the study and leaves the trial running, to be gone on with later: the storage is
    /// full, the user interrupts. What is wrong with this trial alone is a Failed outcome.
    virtual Result<TrialOutcome> run(TrialHandle& trial) = 0;
};


class StudyLoop;

/// A trial that is being run: gives its parameters and takes its reports. Every call is stored before it
/// returns. Valid until the trial is finished, and no longer than its StudyLoop.
/// Thread: any one at a time; handles of different trials may be used at once.
/// Errors: those of StudyStorage; StudyOtherSpace where a parameter stands in the trial already, with another distribution;
/// UnknownValue (where = parameter) where the trial was enqueued with a value that the distribution cannot hold: a choice that is
/// none, a text for a number.
class TrialHandle {
public:
    std::int64_t number() const { return m_number; } ///< within the study

    Result<std::int64_t> suggestInt(const std::string& name, const IntDistribution& distribution);
    Result<double> suggestFloat(const std::string& name, const FloatDistribution& distribution);
    /// The chosen one of `distribution.choices`.
    Result<nlohmann::json> suggestCategorical(const std::string& name, const CategoricalDistribution& distribution);

    /// `step` >= 0; a step reported before is overwritten, as a resumed run does.
    Status report(int step, double value);
    /// The pruner's answer; what it remembers with it is stored.
    Result<bool> shouldPrune();
    /// The last step that was reported; none before the first report.
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
};

} // namespace reweigh
