// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ParameterAxis.h"

#include "core/base/PythonJson.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

std::optional<double> layerWidth(const FrozenTrial& trial)
{
    double logs = 0.0;
    int layers = 0;
    for (const Parameter& parameter : trial.parameters)
        if (parameter::layerOf(parameter.name) && parameter.value > 0.0) {
            logs += std::log(parameter.value);
            ++layers;
        }
    return layers ? std::optional(std::exp(logs / layers)) : std::nullopt;
}

struct DescribeAxis {
    ParameterAxis& axis;

    void operator()(const FloatDistribution& d) const
    {
        axis.log = d.log;
        axis.low = d.low;
        axis.high = d.high;
        axis.step = d.step.value_or(0.0);
    }
    void operator()(const IntDistribution& d) const
    {
        axis.log = d.log;
        axis.low = double(d.low);
        axis.high = double(d.high);
        axis.step = double(d.step);
    }
    void operator()(const CategoricalDistribution& d) const
    {
        axis.categorical = true;
        for (const nlohmann::json& choice : d.choices)
            axis.categories.push_back(plainJsonText(choice));
    }
};

ParameterAxis axisOf(const Parameter& parameter)
{
    ParameterAxis axis{.name = parameter.name};
    std::visit(DescribeAxis{axis}, parameter.distribution);
    return axis;
}

/// Extends the axis to the range of `distribution`. Within a study ranges may change, but kinds and choices may not (Optuna's rule).
void widen(ParameterAxis& axis, const Distribution& distribution)
{
    if (axis.categorical || std::holds_alternative<CategoricalDistribution>(distribution))
        return;
    ParameterAxis other;
    std::visit(DescribeAxis{other}, distribution);
    axis.low = std::min(axis.low, other.low);
    axis.high = std::max(axis.high, other.high);
    axis.step = std::min(axis.step, other.step);
}

/// A range without an end, or too wide for a number, has no place on an axis: it becomes that of the finite values seen, one value (0)
/// where there are none.
void giveEnds(ParameterAxis& axis, const TrialRefs& trials)
{
    constexpr double most = std::numeric_limits<double>::max() / 4; // the length of an axis is a number too
    if (axis.categorical || std::isfinite(axis.high - axis.low))
        return;
    std::optional<double> low, high;
    for (const FrozenTrial* trial : trials)
        if (const std::optional<double> value = axisValue(*trial, axis); value && std::isfinite(*value)) {
            low = std::clamp(std::min(low.value_or(*value), *value), -most, most);
            high = std::clamp(std::max(high.value_or(*value), *value), -most, most);
        }
    axis.low = low.value_or(0.0);
    axis.high = high.value_or(0.0);
}

bool isOneValue(const ParameterAxis& axis)
{
    return axis.categorical ? axis.categories.size() < 2 : axis.low == axis.high;
}

ParameterAxis nodesAxis(const TrialRefs& trials, bool log)
{
    ParameterAxis axis{.name = parameter::nodes, .log = log, .derived = true};
    bool first = true;
    for (const FrozenTrial* trial : trials)
        if (const auto width = layerWidth(*trial)) {
            axis.low = first ? *width : std::min(axis.low, *width);
            axis.high = first ? *width : std::max(axis.high, *width);
            first = false;
        }
    return axis;
}

} // namespace

std::vector<ParameterAxis> parameterAxes(const TrialRefs& trials)
{
    std::vector<ParameterAxis> axes;
    for (const FrozenTrial* trial : trials) {
        auto next = axes.begin(); // a new parameter is inserted after the trial's previous one
        for (const Parameter& parameter : trial->parameters) {
            auto known = std::ranges::find(axes, parameter.name, &ParameterAxis::name);
            if (known == axes.end())
                known = axes.insert(next, axisOf(parameter));
            else
                widen(*known, parameter.distribution);
            next = known + 1;
        }
    }
    for (ParameterAxis& axis : axes)
        giveEnds(axis, trials);
    std::erase_if(axes, isOneValue);
    const auto widths =
        std::ranges::find_if(axes, [](const ParameterAxis& axis) { return parameter::layerOf(axis.name) && !axis.categorical; });
    if (widths != axes.end())
        axes.insert(widths, nodesAxis(trials, widths->log));
    return axes;
}

std::optional<double> axisValue(const FrozenTrial& trial, const ParameterAxis& axis)
{
    if (axis.read)
        return axis.read(trial);
    if (axis.derived)
        return layerWidth(trial);
    const Parameter* found = parameterOf(trial, axis.name);
    if (!found || axis.categorical != std::holds_alternative<CategoricalDistribution>(found->distribution))
        return std::nullopt;
    return found->value;
}

} // namespace reweigh
