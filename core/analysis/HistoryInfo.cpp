// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/HistoryInfo.h"

#include "core/study/Feasibility.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

HistoryInfo historyInfo(const TrialRefs& trials, Direction direction)
{
    return historyInfo(trials, direction, [](const FrozenTrial& trial) { return trial.value; });
}

HistoryInfo historyInfo(const TrialRefs& trials, std::optional<Direction> direction,
                        const std::function<std::optional<double>(const FrozenTrial&)>& read)
{
    HistoryInfo info;
    for (const FrozenTrial* trial : trials) {
        info.pruned += trial->state == TrialState::Pruned;
        info.failed += trial->state == TrialState::Failed;
        info.running += trial->state == TrialState::Running;
        const std::optional<double> given = trial->state == TrialState::Complete ? read(*trial) : std::nullopt;
        if (!given)
            continue;
        const double value = *given;
        const double before = info.points.empty() ? std::numeric_limits<double>::quiet_NaN() : info.points.back().best;
        const bool improved = direction && (std::isnan(before) || isBetter(value, before, *direction)) && isFeasible(*trial);
        info.points.push_back({trial->number, value, improved ? value : before, improved});
    }
    return info;
}

int HistoryInfo::sinceBest() const
{
    const auto best = std::find_if(points.rbegin(), points.rend(), [](const Point& point) { return point.improved; });
    return static_cast<int>(best - points.rbegin());
}

} // namespace reweigh
