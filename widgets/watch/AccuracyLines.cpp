// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/AccuracyLines.h"

#include "core/base/Stats.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

const std::array<SplitStyle, 4>& splitStyles()
{
    static const std::array<SplitStyle, 4> styles = {{
        {"validation", &EpochFigures::validation, Role::Validation},
        {"test", &EpochFigures::test, Role::Test},
        {"meta", &EpochFigures::meta, Role::Meta},
        {"train", &EpochFigures::train, Role::Train},
    }};
    return styles;
}

double metricOf(const SplitFigures& split, CurveMetric metric)
{
    switch (metric) {
    case CurveMetric::Accuracy: return split.accuracy;
    case CurveMetric::BalancedAccuracy: return split.balancedAccuracy;
    case CurveMetric::FewImages: return split.few;
    case CurveMetric::Loss: return split.loss;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

RunSeries curveSeries(const CurveRun& run, const SplitStyle& split, CurveMetric metric, CurveAxis axis)
{
    RunSeries series;
    if (!run.trained)
        return series;
    for (const EpochFigures& epoch : run.trained->epochs) {
        series.x.push_back(axis == CurveAxis::Epoch ? epoch.epoch
                           : axis == CurveAxis::Step ? double(epoch.epoch) * run.stepsPerEpoch
                                                     : epoch.secondsElapsed);
        series.y.push_back(metricOf(epoch.*split.figures, metric));
    }
    return series;
}

SplitLines splitLines(const std::vector<CurveRun>& group, const SplitStyle& split, CurveMetric metric, CurveAxis axis)
{
    SplitLines lines;
    std::size_t shortest = std::numeric_limits<std::size_t>::max();
    for (const CurveRun& run : group) {
        RunSeries series = curveSeries(run, split, metric, axis);
        if (series.x.empty())
            continue;
        shortest = std::min(shortest, series.x.size());
        lines.runs.push_back(std::move(series));
    }
    if (lines.runs.empty())
        return lines;
    lines.band = runBand(lines.runs);
    std::vector<double> last;
    for (const RunSeries& run : lines.runs)
        if (std::isfinite(run.y[shortest - 1]))
            last.push_back(run.y[shortest - 1]);
    const MeanInterval interval = meanInterval(last);
    lines.mean = interval.mean;
    lines.halfWidth = interval.halfWidth;
    lines.n = interval.n;
    return lines;
}

} // namespace reweigh
