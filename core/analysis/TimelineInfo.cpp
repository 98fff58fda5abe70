// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TimelineInfo.h"

#include "core/study/TrialTimes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

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
    std::vector<std::pair<const FrozenTrial*, std::vector<TrialPart>>> begun;
    for (const FrozenTrial* trial : trials) {
        std::vector<TrialPart> parts = trialParts(*trial, now);
        if (parts.empty() && trial->started && trial->finished) {
            ++info.whole;
            parts.push_back({0.0, std::chrono::duration<double>(*trial->finished - *trial->started).count()});
        }
        if (parts.empty())
            ++info.left;
        else
            begun.emplace_back(trial, std::move(parts));
    }
    if (begun.empty())
        return info;
    info.begin = *std::ranges::min_element(begun, {}, [](const auto& one) { return *one.first->started; })->first->started;
    for (const auto& [trial, parts] : begun) {
        const auto since = [&info](Timestamp at) { return std::chrono::duration<double>(at - *info.begin).count(); };
        const double from = since(*trial->started), to = since(trial->finished ? *trial->finished : *now);
        const double seconds = runningSeconds(*trial, now).value_or(to - from);
        for (const TrialPart& part : parts) {
            const bool last = &part == &parts.back(); // whose end is the trial's, not what was added up to it
            info.bars.push_back({.number = trial->number,
                                 .state = trial->state,
                                 .from = from + part.from,
                                 .to = last ? std::max(from + part.from, to) : from + part.to,
                                 .open = !trial->finished,
                                 .last = last,
                                 .seconds = seconds});
        }
    }
    std::ranges::stable_sort(info.bars, {}, &TimelineInfo::Bar::from);
    std::vector<double> free; // when each lane is free again
    for (TimelineInfo::Bar& bar : info.bars) {
        auto lane = std::ranges::find_if(free, [&bar](double end) { return end <= bar.from; });
        if (lane == free.end())
            lane = free.insert(free.end(), bar.to);
        *lane = bar.to;
        bar.lane = int(lane - free.begin());
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
