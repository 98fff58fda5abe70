// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/Trial.h"

#include <memory>
#include <vector>

namespace reweigh {

/// Pointers to trials, in the order of their numbers, for reports and analyses. They do not own the trials.
using TrialRefs = std::vector<const FrozenTrial*>;

inline TrialRefs trialRefs(const std::vector<FrozenTrial>& trials)
{
    TrialRefs refs;
    for (const FrozenTrial& trial : trials)
        refs.push_back(&trial);
    return refs;
}

template <typename Trial> TrialRefs trialRefs(const std::vector<std::shared_ptr<Trial>>& trials)
{
    TrialRefs refs;
    for (const auto& trial : trials)
        refs.push_back(trial.get());
    return refs;
}

/// Whether the trial is complete and has a value.
inline bool isComplete(const FrozenTrial& trial)
{
    return trial.state == TrialState::Complete && trial.value.has_value();
}

/// Whether `value` is strictly better than `than`; false if either is NaN.
inline bool isBetter(double value, double than, Direction direction)
{
    return direction == Direction::Maximize ? value > than : value < than;
}

} // namespace reweigh
