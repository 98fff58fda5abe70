// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/MedianPruner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace reweigh {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The best of the reports that are numbers; NaN when none is.
double bestReport(const Observation& trial, Direction direction)
{
    double best = nan;
    for (const auto& [step, value] : trial.intermediate)
        if (!std::isnan(value) && (std::isnan(best) || (direction == Direction::Maximize ? value > best : value < best)))
            best = value;
    return best;
}

/// NumPy's nanpercentile(values, 50): linear interpolation, whose arithmetic gives NaN beside an infinity.
double median(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty())
        return nan;
    std::sort(values.begin(), values.end());
    const std::size_t below = (values.size() - 1) / 2;
    const double low = values[below];
    const double high = values[std::min(below + 1, values.size() - 1)];
    return values.size() % 2 == 1 ? low + (high - low) * 0.0 : high - (high - low) * 0.5;
}

/// A check falls due at warmup, warmup + interval, ...; one without a report waits for the next report.
bool firstReportSinceCheckFellDue(const Observation& trial, int step, const MedianPrunerOptions& options)
{
    const int due = (step - options.warmupSteps) / options.intervalSteps * options.intervalSteps + options.warmupSteps;
    int previous = -1;
    for (const auto& report : trial.intermediate)
        if (report.first != step)
            previous = std::max(previous, report.first);
    return previous < due;
}

} // namespace

MedianPruner::MedianPruner(const MedianPrunerOptions& options)
    : m_options(options)
{
    if (options.startupTrials < 0 || options.warmupSteps < 0 || options.intervalSteps < 1 || options.minTrials < 1)
        throw std::invalid_argument("MedianPruner: option out of range");
}

bool MedianPruner::shouldPrune(const History& history, const Observation& trial) const
{
    if (trial.intermediate.empty())
        return false;
    const int step = trial.intermediate.back().first;
    if (step < m_options.warmupSteps || !firstReportSinceCheckFellDue(trial, step, m_options))
        return false;

    int complete = 0;
    std::vector<double> peers;
    for (const Observation& other : *history.trials) {
        if (other.state != TrialState::Complete)
            continue;
        ++complete;
        const auto report = std::lower_bound(other.intermediate.begin(), other.intermediate.end(), step,
                                             [](const auto& entry, int wanted) { return entry.first < wanted; });
        if (report != other.intermediate.end() && report->first == step)
            peers.push_back(report->second);
    }
    if (complete == 0 || complete < m_options.startupTrials)
        return false;

    const double best = bestReport(trial, history.direction);
    if (std::isnan(best))
        return true;
    if (static_cast<int>(peers.size()) < m_options.minTrials)
        return false;
    const double bar = median(std::move(peers));
    return history.direction == Direction::Maximize ? best < bar : best > bar;
}

} // namespace reweigh
