// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/PercentilePruner.h"

#include "core/study/TrialRefs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace reweigh {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The best report that is not NaN; NaN if there is none.
double bestReport(const Observation& trial, Direction direction)
{
    double best = nan;
    for (const auto& [step, value] : trial.intermediate)
        if (!std::isnan(value) && (std::isnan(best) || isBetter(value, best, direction)))
            best = value;
    return best;
}

/// NumPy's nanpercentile(values, percent): linear interpolation, which gives NaN next to an infinite value as NumPy does.
double percentile(std::vector<double> values, double percent)
{
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty())
        return nan;
    std::sort(values.begin(), values.end());
    const double place = double(values.size() - 1) * (percent / 100.0);
    const auto below = static_cast<std::size_t>(place);
    const double low = values[below], high = values[std::min(below + 1, values.size() - 1)];
    const double share = place - double(below);
    return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1.0 - share);
}

/// Whether `step` is the first report since the last check was due. Checks are due at warmupSteps, warmupSteps + intervalSteps, ...;
/// if the trial reports nothing at such a step, the check happens at the next report.
bool firstReportSinceCheckFellDue(const Observation& trial, int step, const PercentilePrunerOptions& options)
{
    const int due = (step - options.warmupSteps) / options.intervalSteps * options.intervalSteps + options.warmupSteps;
    int previous = -1;
    for (const auto& report : trial.intermediate)
        if (report.first != step)
            previous = std::max(previous, report.first);
    return previous < due;
}

} // namespace

PercentilePruner::PercentilePruner(const PercentilePrunerOptions& options)
    : m_options(options)
{
    if (!(options.percentile >= 0.0 && options.percentile <= 100.0) || options.startupTrials < 0 || options.warmupSteps < 0
        || options.intervalSteps < 1 || options.minTrials < 1)
        throw std::invalid_argument("PercentilePruner: option out of range");
}

bool PercentilePruner::shouldPrune(const History& history, const Observation& trial, Attributes&) const
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
    const bool maximize = history.direction == Direction::Maximize;
    const double bar = percentile(std::move(peers), maximize ? 100.0 - m_options.percentile : m_options.percentile);
    return isBetter(bar, best, history.direction);
}

} // namespace reweigh
