// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/StudyStorage.h"

#include "core/study/Feasibility.h"

#include <algorithm>

namespace reweigh {

TrialRefs bestTrials(const TrialRefs& trials, Direction direction, int count)
{
    TrialRefs complete;
    std::ranges::copy_if(trials, std::back_inserter(complete),
                         [](const FrozenTrial* trial) { return isComplete(*trial) && isFeasible(*trial); });
    std::ranges::stable_sort(complete,
                             [direction](const FrozenTrial* a, const FrozenTrial* b) { return isBetter(*a->value, *b->value, direction); });
    complete.resize(std::min(complete.size(), static_cast<std::size_t>(std::max(0, count))));
    return complete;
}

const FrozenTrial* bestTrial(const TrialRefs& trials, Direction direction)
{
    const FrozenTrial* best = nullptr;
    for (const FrozenTrial* trial : trials)
        if (isComplete(*trial) && (!best || isBetter(*trial->value, *best->value, direction)) && isFeasible(*trial))
            best = trial;
    return best;
}

} // namespace reweigh
