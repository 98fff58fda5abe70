// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/TrialEnding.h"

#include "core/study/TrialError.h"

#include <cmath>

namespace reweigh {

TrialOutcome failedOutcome(ErrorCode code, std::int64_t number, std::string text)
{
    return {TrialState::Failed, {}, Error{code, "trial " + std::to_string(number), std::move(text), {}}, {}};
}

TrialUpdate ending(TrialOutcome outcome, const Observation& trial)
{
    if (outcome.state == TrialState::Complete && (!outcome.value || std::isnan(*outcome.value))) {
        Attributes facts = std::move(outcome.userAttributes);
        outcome = failedOutcome(ErrorCode::TrainingFailed, trial.number,
                                outcome.value ? "the objective is not a number" : "the objective has no value");
        outcome.userAttributes = std::move(facts);
    }
    TrialUpdate update;
    update.end = TrialEnd{outcome.state, {}, currentTime()};
    if (outcome.state == TrialState::Complete)
        update.end->value = outcome.value;
    else if (outcome.state == TrialState::Pruned && !trial.intermediate.empty() && !std::isnan(trial.intermediate.back().second))
        update.end->value = trial.intermediate.back().second;
    update.userAttributes = std::move(outcome.userAttributes);
    if (outcome.error)
        update.userAttributes[trialErrorKey] = toJson(*outcome.error);
    return update;
}

} // namespace reweigh
