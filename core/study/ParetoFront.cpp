// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/ParetoFront.h"

#include "core/study/Feasibility.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// A trial's objectives, each the better the lower.
struct Losses {
    std::vector<double> values;
    std::size_t place = 0; ///< of the trial
};

bool dominates(const Losses& one, const Losses& other)
{
    return one.values != other.values
           && std::ranges::equal(one.values, other.values, [](double left, double right) { return left <= right; });
}

} // namespace

TrialRefs paretoFront(const TrialRefs& trials, const std::vector<Direction>& directions)
{
    std::vector<Losses> sorted;
    for (std::size_t place = 0; place < trials.size(); ++place) {
        const FrozenTrial& trial = *trials[place];
        if (trial.state != TrialState::Complete || trial.objectives.size() != directions.size() || !isFeasible(trial)
            || std::ranges::any_of(trial.objectives, [](double value) { return std::isnan(value); }))
            continue;
        Losses losses{.values = trial.objectives, .place = place};
        for (std::size_t i = 0; i < directions.size(); ++i)
            if (directions[i] == Direction::Maximize)
                losses.values[i] = -losses.values[i];
        sorted.push_back(std::move(losses));
    }
    // In this order none dominates an earlier one, so that comparing with the front so far is enough.
    std::ranges::stable_sort(sorted, {}, &Losses::values);
    std::vector<Losses> front;
    for (Losses& losses : sorted)
        if (std::ranges::none_of(front, [&](const Losses& better) { return dominates(better, losses); }))
            front.push_back(std::move(losses));
    std::ranges::sort(front, {}, &Losses::place);
    TrialRefs best;
    for (const Losses& losses : front)
        best.push_back(trials[losses.place]);
    return best;
}

} // namespace reweigh
