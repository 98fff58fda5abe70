// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/TrialRules.h"

#include <cmath>

namespace reweigh {

Status checkUpdate(TrialState state, const TrialUpdate& update)
{
    const auto broken = [](const char* promise) { return Error{ErrorCode::Internal, {}, promise, {}}; };
    if (isFinished(state))
        return broken("an ended trial takes no more updates");
    if (!update.end)
        return {};
    if (!isFinished(update.end->state))
        return broken("a trial ends complete, pruned or failed");
    if (update.end->state == TrialState::Complete && !update.end->value)
        return broken("a complete trial has a value");
    if (update.end->value && std::isnan(*update.end->value))
        return broken("a value is a number");
    return {};
}

} // namespace reweigh
