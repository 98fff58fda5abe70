// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/StudyStorage.h"

namespace reweigh {

const FrozenTrial* bestTrial(const std::vector<FrozenTrial>& trials, Direction direction)
{
    const FrozenTrial* best = nullptr;
    for (const FrozenTrial& trial : trials) {
        if (trial.state != TrialState::Complete || !trial.value)
            continue;
        if (!best || (direction == Direction::Maximize ? *trial.value > *best->value : *trial.value < *best->value))
            best = &trial;
    }
    return best;
}

} // namespace reweigh
