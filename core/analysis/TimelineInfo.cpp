// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TimelineInfo.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

double TimelineInfo::busy() const
{
    double run = 0.0, end = 0.0;
    for (const Bar& bar : bars) {
        run += bar.to - bar.from;
        end = std::max(end, bar.to);
    }
    return end > 0.0 ? run / (end * lanes) : 0.0;
}

TimelineInfo timelineInfo(const TrialRefs& trials, std::optional<Timestamp> now)
{
    TimelineInfo info;
    TrialRefs begun;
    for (const FrozenTrial* trial : trials) {
        const bool shown = trial->started && (trial->finished || (now && trial->state == TrialState::Running));
        if (shown)
            begun.push_back(trial);
        info.left += !shown;
    }
    if (begun.empty())
        return info;
    std::ranges::stable_sort(begun, {}, [](const FrozenTrial* trial) { return *trial->started; });
    info.begin = begun.front()->started;
    std::vector<Timestamp> free; // when each lane is free again
    for (const FrozenTrial* trial : begun) {
        const Timestamp from = *trial->started, to = std::max(from, trial->finished ? *trial->finished : *now);
        auto lane = std::ranges::find_if(free, [from](Timestamp end) { return end <= from; });
        if (lane == free.end())
            lane = free.insert(free.end(), to);
        *lane = to;
        const auto seconds = [&](Timestamp at) { return std::chrono::duration<double>(at - *info.begin).count(); };
        info.bars.push_back({.number = trial->number,
                             .state = trial->state,
                             .from = seconds(from),
                             .to = seconds(to),
                             .lane = int(lane - free.begin()),
                             .open = !trial->finished});
    }
    info.lanes = int(free.size());
    return info;
}

std::vector<double> rankShares(const std::vector<double>& values, Direction direction)
{
    std::vector<double> shares(values.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i]))
            order.push_back(i);
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return isBetter(values[b], values[a], direction); });
    for (std::size_t first = 0, next = 0; first < order.size(); first = next) {
        for (next = first + 1; next < order.size() && values[order[next]] == values[order[first]];)
            ++next;
        const double middle = double(first + next - 1) / 2.0;
        for (std::size_t i = first; i < next; ++i)
            shares[order[i]] = order.size() == 1 ? 1.0 : middle / double(order.size() - 1);
    }
    return shares;
}

} // namespace reweigh
