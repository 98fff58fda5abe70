// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/StudyStorage.h"

#include <algorithm>

namespace reweigh {

std::vector<const FrozenTrial*> bestTrials(const std::vector<FrozenTrial>& trials, Direction direction, int count)
{
    std::vector<const FrozenTrial*> complete;
    for (const FrozenTrial& trial : trials)
        if (trial.state == TrialState::Complete && trial.value)
            complete.push_back(&trial);
    std::ranges::stable_sort(complete, [&](const FrozenTrial* a, const FrozenTrial* b) {
        return direction == Direction::Maximize ? *a->value > *b->value : *a->value < *b->value;
    });
    complete.resize(std::min(complete.size(), static_cast<std::size_t>(std::max(0, count))));
    return complete;
}

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
