// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/StudySnapshot.h"

#include <algorithm>

namespace reweigh {

const TrialFacts* StudyTrial::facts() const
{
    std::call_once(m_read, [this] {
        if (!userAttributes.contains(attribute::architecture))
            return;
        if (Result<TrialFacts> read = trialFacts(*this))
            m_facts = std::move(read).value();
    });
    return m_facts ? &*m_facts : nullptr;
}

const StudyTrial* StudySnapshot::trial(std::int64_t number) const
{
    const auto at = std::ranges::lower_bound(trials, number, {}, [](const auto& entry) { return entry->number; });
    if (at != trials.end() && (*at)->number == number)
        return at->get();
    // Numbers ascend but where Optuna has given some again, after trials were deleted.
    const auto found = std::ranges::find_if(trials, [number](const auto& entry) { return entry->number == number; });
    return found == trials.end() ? nullptr : found->get();
}

const StudyTrial* StudySnapshot::best() const
{
    return static_cast<const StudyTrial*>(bestTrial(trialRefs(trials), direction));
}

} // namespace reweigh
