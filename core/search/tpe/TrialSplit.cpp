// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TrialSplit.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace reweigh {

TrialSplit::Rank TrialSplit::rank(const Observation& trial, std::int64_t place, Direction direction)
{
    const double sign = direction == Direction::Minimize ? 1.0 : -1.0;
    if (trial.state == TrialState::Complete)
        return {false, sign * trial.value.value(), 0.0, place};
    if (trial.intermediate.empty())
        return {true, 1.0, 0.0, place};
    const auto [step, value] = trial.intermediate.back();
    return {true, -step, std::isnan(value) ? std::numeric_limits<double>::infinity() : sign * value, place};
}

void TrialSplit::add(const Observation& trial, std::int64_t place, Direction direction)
{
    assert(trial.state == TrialState::Complete || trial.state == TrialState::Pruned);
    ++m_finished;
    const Rank key = rank(trial, place, direction);
    m_best.insert(std::upper_bound(m_best.begin(), m_best.end(), key), key);
    if (m_best.size() > m_mostGood)
        m_best.pop_back();
}

std::vector<std::int64_t> TrialSplit::good(std::size_t count) const
{
    assert(count <= m_mostGood);
    std::vector<std::int64_t> places;
    for (std::size_t i = 0; i < std::min(count, m_best.size()); ++i)
        places.push_back(std::get<3>(m_best[i]));
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace reweigh
