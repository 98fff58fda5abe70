// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/ColumnAxes.h"

#include "core/base/Stats.h"
#include "core/study/TrialTimes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

namespace reweigh {
namespace {

using ColumnValue = std::optional<double> (*)(const FrozenTrial&);

/// The trials of a snapshot are StudyTrials, whatever list refers to them.
const TrialFacts* factsOf(const FrozenTrial& trial)
{
    return static_cast<const StudyTrial&>(trial).facts();
}

std::optional<double> meanMetric(const FrozenTrial& trial, const char* metric)
{
    const TrialFacts* facts = factsOf(trial);
    if (!facts)
        return std::nullopt;
    const auto found = facts->metrics.find(metric);
    return found == facts->metrics.end() || std::isnan(found->second.meanOfLast) ? std::nullopt : std::optional(found->second.meanOfLast);
}

std::optional<double> trialSeconds(const FrozenTrial& trial)
{
    return runningSeconds(trial);
}

ParameterAxis columnAxis(const std::string& name, double step, bool log, std::function<std::optional<double>(const FrozenTrial&)> read)
{
    ParameterAxis axis;
    axis.name = name;
    axis.step = step;
    axis.log = log;
    axis.read = std::move(read);
    return axis;
}

/// The mean over the fresh seeds with which a comparison trained the trial's network again, as in the table.
ParameterAxis retrainedAxis(const StudySnapshot& study)
{
    const auto variants = std::make_shared<const std::vector<VariantResult>>(study.variants);
    return columnAxis(column::retrained, 0.0, false, [variants, metric = study.facts->metric](const FrozenTrial& trial) {
        const TrialFacts* facts = variants->empty() ? nullptr : factsOf(trial);
        const VariantResult* again = facts ? retrainedOf(*variants, {.metaNet = facts->architecture, .metaLr = facts->metaLr}) : nullptr;
        const MeanInterval interval = again ? meanInterval(valuesOf(*again, metric)) : MeanInterval();
        return interval.n > 0 ? std::optional(interval.mean) : std::nullopt;
    });
}

std::optional<double> objectiveAt(const FrozenTrial& trial, std::size_t place)
{
    return place < trial.objectives.size() && !std::isnan(trial.objectives[place]) ? std::optional(trial.objectives[place]) : std::nullopt;
}

} // namespace

bool isEvaluated(const FrozenTrial& trial)
{
    return trial.state == TrialState::Complete && (trial.value || !trial.objectives.empty());
}

std::optional<Direction> directionOf(const StudySnapshot& study, const std::string& name)
{
    if (name == column::value)
        return study.direction;
    for (std::size_t i = 0; i < std::min(study.directions.size(), study.objectiveNames.size()); ++i)
        if (name == column::objectiveOf(study.objectiveNames[i]))
            return study.directions[i];
    return std::nullopt;
}

ParameterAxis beginAxis(const StudySnapshot& study)
{
    std::optional<Timestamp> first;
    for (const auto& trial : study.trials)
        if (trial->started)
            first = std::min(first.value_or(*trial->started), *trial->started);
    return columnAxis(column::begun, 0.0, false, [first](const FrozenTrial& trial) {
        return trial.started ? std::optional(std::chrono::duration<double>(*trial.started - *first).count()) : std::nullopt;
    });
}

std::vector<ParameterAxis> plotAxes(const StudySnapshot& study)
{
    std::vector<ParameterAxis> axes = parameterAxes(trialRefs(study.trials));
    axes.push_back(columnAxis(column::number, 1.0, false, [](const FrozenTrial& trial) { return std::optional(double(trial.number)); }));
    if (!study.hasSeveralObjectives())
        axes.push_back(columnAxis(column::value, 0.0, false, [](const FrozenTrial& trial) { return trial.value; }));
    for (std::size_t i = 0; i < study.objectiveNames.size(); ++i)
        axes.push_back(columnAxis(column::objectiveOf(study.objectiveNames[i]), 0.0, false,
                                  [i](const FrozenTrial& trial) { return objectiveAt(trial, i); }));
    axes.push_back(columnAxis(column::seconds, 0.0, false, trialSeconds));
    if (!study.facts)
        return axes;
    axes.push_back(retrainedAxis(study));
    axes.push_back(columnAxis(column::test, 0.0, false, [](const FrozenTrial& trial) { return meanMetric(trial, "test.accuracy"); }));
    axes.push_back(columnAxis(column::auroc, 0.0, false, [](const FrozenTrial& trial) { return meanMetric(trial, "detection.auroc"); }));
    axes.push_back(columnAxis(column::bestEpoch, 1.0, false, [metric = study.facts->metric](const FrozenTrial& trial) {
        const TrialFacts* facts = factsOf(trial);
        const auto found = facts ? facts->metrics.find(metric) : decltype(facts->metrics.find(metric))();
        return facts && found != facts->metrics.end() && found->second.bestEpoch > 0 ? std::optional(double(found->second.bestEpoch))
                                                                                     : std::nullopt;
    }));
    axes.push_back(columnAxis(column::parameters, 0.0, true, [](const FrozenTrial& trial) {
        const TrialFacts* facts = factsOf(trial);
        return facts && facts->parameters > 0 ? std::optional(double(facts->parameters)) : std::nullopt;
    }));
    return axes;
}

ParameterAxis withRange(ParameterAxis axis, const TrialRefs& trials)
{
    if (!axis.read)
        return axis;
    constexpr double most = std::numeric_limits<double>::max() / 4; // the length of an axis is a number too
    bool any = false;
    for (const FrozenTrial* trial : trials)
        if (const auto value = isEvaluated(*trial) ? axis.read(*trial) : std::nullopt; value && std::isfinite(*value)) {
            const double at = std::clamp(*value, -most, most);
            axis.low = any ? std::min(axis.low, at) : at;
            axis.high = any ? std::max(axis.high, at) : at;
            any = true;
        }
    if (any && axis.low == axis.high) {
        const double room = axis.step > 0.0 ? axis.step : std::max(1e-6, 0.01 * std::abs(axis.low));
        axis.low = axis.log ? axis.low / 2.0 : axis.low - room;
        axis.high = axis.log ? axis.high * 2.0 : axis.high + room;
    }
    return axis;
}

} // namespace reweigh
