// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RunBand.h"

#include "core/base/Stats.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace reweigh {

RunBand runBand(std::span<const RunSeries> runs)
{
    std::vector<std::pair<double, double>> points;
    for (const RunSeries& run : runs)
        for (std::size_t i = 0; i < std::min(run.x.size(), run.y.size()); ++i)
            if (std::isfinite(run.y[i]))
                points.emplace_back(run.x[i], run.y[i]);
    std::ranges::stable_sort(points, {}, &std::pair<double, double>::first);

    RunBand band;
    std::vector<double> values;
    for (auto from = points.begin(); from != points.end();) {
        const auto to = std::find_if(from, points.end(), [&](const auto& point) { return point.first != from->first; });
        values.clear();
        for (auto point = from; point != to; ++point)
            values.push_back(point->second);
        const MeanInterval interval = meanInterval(values);
        const double half = interval.n < 2 ? std::numeric_limits<double>::quiet_NaN() : interval.halfWidth;
        band.x.push_back(from->first);
        band.mean.push_back(interval.mean);
        band.low.push_back(interval.mean - half);
        band.high.push_back(interval.mean + half);
        band.n.push_back(interval.n);
        from = to;
    }
    return band;
}

std::vector<double> smoothed(std::span<const double> y, double smoothing)
{
    std::vector<double> result;
    result.reserve(y.size());
    double average = 0.0, weight = 0.0; // weight is 1 - smoothing^n after n finite values
    for (const double value : y) {
        if (!std::isfinite(value)) {
            result.push_back(value);
            continue;
        }
        average = smoothing * average + (1.0 - smoothing) * value;
        weight = smoothing * weight + (1.0 - smoothing);
        result.push_back(average / weight);
    }
    return result;
}

} // namespace reweigh
