// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/StepTrace.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr std::size_t fan = 4;

} // namespace

void MinMaxPyramid::append(double value)
{
    m_values.push_back(value);
    std::size_t count = m_values.size();
    for (std::size_t level = 0; count % fan == 0; ++level, count /= fan) {
        if (level == m_levels.size())
            m_levels.emplace_back();
        Extremes all = extremes(level, count - fan);
        for (std::size_t i = count - fan + 1; i < count; ++i) {
            const Extremes one = extremes(level, i);
            if (!(all.low <= one.low)) { // also replaces NaN
                all.low = one.low;
                all.lowAt = one.lowAt;
            }
            if (!(all.high >= one.high)) {
                all.high = one.high;
                all.highAt = one.highAt;
            }
        }
        m_levels[level].push_back(all);
    }
}

void MinMaxPyramid::clear()
{
    m_values.clear();
    m_levels.clear();
}

/// The extremes of group `group` one level below `level`; at level 0 these are single points.
MinMaxPyramid::Extremes MinMaxPyramid::extremes(std::size_t level, std::size_t group) const
{
    return level == 0 ? Extremes{m_values[group], m_values[group], group, group} : m_levels[level - 1][group];
}

std::vector<MinMaxPyramid::Point> MinMaxPyramid::decimated(std::size_t first, std::size_t last, std::size_t atMost) const
{
    last = std::min(last, m_values.size());
    std::vector<Point> points;
    if (first >= last)
        return points;
    std::size_t level = 0, width = 1;
    while (level < m_levels.size() && (last - first) / width > (level == 0 ? atMost : atMost / 2)) {
        ++level;
        width *= fan;
    }
    const auto single = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            points.push_back({i, m_values[i]});
    };
    const std::size_t firstGroup = (first + width - 1) / width, lastGroup = last / width;
    if (level == 0 || firstGroup >= lastGroup) {
        single(first, last);
        return points;
    }
    // The points at both ends that fill no group are fewer than a group each, so what is not drawn there is less than two pixels
    // wide.
    points.push_back({first, m_values[first]});
    for (std::size_t group = firstGroup; group < lastGroup; ++group) {
        const Extremes found = extremes(level, group);
        const Point low{found.lowAt, found.low}, high{found.highAt, found.high};
        const bool lowFirst = low.index <= high.index;
        points.push_back(lowFirst ? low : high);
        if (low.index != high.index)
            points.push_back(lowFirst ? high : low);
    }
    if (points.back().index + 1 < last)
        points.push_back({last - 1, m_values[last - 1]});
    return points;
}

void StepTrace::append(const StepFigures& step, double seconds, double position)
{
    m_latest = step;
    m_steps.push_back(double(m_steps.size() + 1));
    m_epochs.push_back(position);
    m_seconds.push_back(seconds);
    m_raw.append(step.loss);
    smooth(step.loss);
}

void StepTrace::setSmoothing(double smoothing)
{
    if (smoothing == m_smoothing)
        return;
    m_smoothing = smoothing;
    m_smoothed.clear();
    m_sum = m_weight = 0.0;
    for (std::size_t i = 0; i < m_raw.size(); ++i)
        smooth(m_raw[i]);
}

void StepTrace::smooth(double value)
{
    if (std::isfinite(value)) {
        m_sum = m_smoothing * m_sum + (1.0 - m_smoothing) * value;
        m_weight = m_smoothing * m_weight + (1.0 - m_smoothing);
    }
    m_smoothed.append(m_weight > 0.0 ? m_sum / m_weight : std::nan(""));
}

} // namespace reweigh
