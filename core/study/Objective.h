// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/study/Trial.h"

#include <optional>

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

} // namespace reweigh
