// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/HistoryInfo.h"

#include "core/study/Feasibility.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

HistoryInfo historyInfo(const TrialRefs& trials, Direction direction)
{
    HistoryInfo info;
    for (const FrozenTrial* trial : trials) {
        info.pruned += trial->state == TrialState::Pruned;
        info.failed += trial->state == TrialState::Failed;
        info.running += trial->state == TrialState::Running;
        if (!isComplete(*trial))
            continue;
        const double value = *trial->value;
        const double before = info.points.empty() ? std::numeric_limits<double>::quiet_NaN() : info.points.back().best;
        const bool improved = (std::isnan(before) || isBetter(value, before, direction)) && isFeasible(*trial);
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
