// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/StudySnapshot.h"

#include <algorithm>

namespace reweigh {

const FrozenTrial* StudySnapshot::trial(std::int64_t number) const
{
    const auto at = std::ranges::lower_bound(trials, number, {}, [](const auto& entry) { return entry->number; });
    return at != trials.end() && (*at)->number == number ? at->get() : nullptr;
}

const FrozenTrial* StudySnapshot::best() const
{
    const FrozenTrial* found = nullptr;
    for (const auto& entry : trials)
        if (entry->state == TrialState::Complete && entry->value
            && (!found || (direction == Direction::Maximize ? *entry->value > *found->value : *entry->value < *found->value)))
            found = entry.get();
    return found;
}

} // namespace reweigh
