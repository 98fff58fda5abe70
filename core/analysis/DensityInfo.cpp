// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/DensityInfo.h"

#include "core/search/tpe/ParzenEstimator.h"
#include "core/search/tpe/TrialTable.h"
#include "core/study/StudyHistory.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr int points = 200;

/// The trials as the sampler sees them, with the parameter `name` only.
std::vector<Observation> observationsOf(const TrialRefs& trials, const std::string& name)
{
    std::vector<Observation> seen;
    seen.reserve(trials.size());
    for (const FrozenTrial* trial : trials) {
        seen.push_back(observationOf(*trial, seen));
        std::erase_if(seen.back().parameters, [&](const Parameter& parameter) { return parameter.name != name; });
    }
    return seen;
}

/// The values of a numeric distribution, and the width of the step at each value on the axis' scale. A log probability minus
/// logWidth() is a log density, if hasSteps().
struct Scale {
    NumericAxis axis;

    double at(double share) const
    {
        const double low = axis.toAxis(axis.lowest), high = axis.toAxis(axis.highest), place = std::lerp(low, high, share);
        return std::clamp(axis.log ? std::exp(place) : place, axis.lowest, axis.highest);
    }
    /// Whether a step at either end is wide beside what a number there can tell. Near 2^63 a step of 1 is lost in rounding: its
    /// probability and its width are 0.
    bool hasSteps() const
    {
        constexpr double least = 1024.0 * std::numeric_limits<double>::epsilon(); // the width is known to three digits
        const auto isWide = [&](double end) {
            return axis.toAxis(end + axis.step / 2) - axis.toAxis(end - axis.step / 2) > least * std::abs(axis.toAxis(end));
        };
        return axis.step > 0.0 && isWide(axis.lowest) && isWide(axis.highest);
    }
    /// The values between the steps too: the kernels are the same, and where steps are that small, so is the density.
    FloatDistribution continuum() const
    {
        return {.low = axis.lowest - axis.step / 2, .high = axis.highest + axis.step / 2, .log = axis.log, .step = {}};
    }
    double logWidth(double value) const { return std::log(axis.toAxis(value + axis.step / 2) - axis.toAxis(value - axis.step / 2)); }
    double nearest(double value) const
    {
        return axis.step > 0.0 ? axis.lowest + std::nearbyint((value - axis.lowest) / axis.step) * axis.step : value;
    }
};

std::optional<Scale> scaleOf(const Distribution& distribution)
{
    if (const auto* real = std::get_if<FloatDistribution>(&distribution))
        return Scale{NumericAxis::of(*real)};
    if (const auto* whole = std::get_if<IntDistribution>(&distribution))
        return Scale{NumericAxis::of(*whole)};
    return std::nullopt;
}

} // namespace

DensityInfo densityInfo(const TrialRefs& trials, Direction direction, const ParameterAxis& axis, std::size_t startupTrials)
{
    DensityInfo info{.axis = axis};
    const auto newest =
        std::find_if(trials.rbegin(), trials.rend(), [&](const FrozenTrial* trial) { return parameterOf(*trial, axis.name); });
    if (axis.derived || newest == trials.rend())
        return info;
    const std::vector<Observation> observations = observationsOf(trials, axis.name);
    TrialTable table;
    table.update({direction, &observations});
    if (table.split().finished() < startupTrials)
        return info;
    info.begun = table.split().finished() > 0;

    const Distribution& distribution = parameterOf(**newest, axis.name)->distribution;
    const std::optional<Scale> scale = scaleOf(distribution);
    if (scale && (!std::isfinite(scale->axis.highest - scale->axis.lowest) || scale->axis.low == scale->axis.high))
        return info;
    const bool stepped = scale && scale->hasSteps();
    const SearchSpace space = {{axis.name, scale && !stepped ? Distribution(scale->continuum()) : distribution}};
    const SplitValues values = splitValues(table, space, observations, -1, true, true);
    info.goodTrials = int(values.good.front().size());
    info.restTrials = int(values.bad.front().size());

    const int count = scale ? points : int(std::get<CategoricalDistribution>(distribution).choices.size());
    for (int i = 0; i < count; ++i)
        info.x.push_back(scale ? scale->at(double(i) / (points - 1)) : i);
    info.good = parzenEstimator(space, values.good).logDensity({info.x});
    info.rest = parzenEstimator(space, values.bad).logDensity({info.x});
    double most = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < info.x.size(); ++i) {
        if (const double ratio = info.good[i] - info.rest[i]; ratio > most) {
            most = ratio;
            info.favourite = scale ? scale->nearest(info.x[i]) : info.x[i];
        }
        const double width = stepped ? scale->logWidth(info.x[i]) : 0.0;
        info.good[i] = std::exp(info.good[i] - width);
        info.rest[i] = std::exp(info.rest[i] - width);
    }
    const auto isNumber = [](double density) { return std::isfinite(density); };
    if (!std::ranges::all_of(info.good, isNumber) || !std::ranges::all_of(info.rest, isNumber))
        return {.axis = axis, .begun = true}; // of values too far outside the newest range
    return info;
}

} // namespace reweigh
