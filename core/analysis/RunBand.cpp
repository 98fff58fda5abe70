// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/RunBand.h"

#include "core/base/Stats.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace reweigh {
namespace {

/// Caches quantiles, because a band needs only a few different ones and each takes microseconds to compute.
class Quantiles {
public:
    double operator()(std::size_t n)
    {
        m_known.resize(std::max(m_known.size(), n + 1), 0.0);
        if (m_known[n] == 0.0)
            m_known[n] = studentQuantile(0.975, int(n) - 1);
        return m_known[n];
    }

private:
    std::vector<double> m_known; ///< per n; 0: not computed yet
};

} // namespace

RunBand runBand(std::span<const RunSeries> runs)
{
    std::vector<std::pair<double, double>> points;
    for (const RunSeries& run : runs)
        for (std::size_t i = 0; i < std::min(run.x.size(), run.y.size()); ++i)
            if (std::isfinite(run.y[i]))
                points.emplace_back(run.x[i], run.y[i]);
    std::ranges::stable_sort(points, {}, &std::pair<double, double>::first);

    RunBand band;
    Quantiles quantile;
    for (auto from = points.begin(); from != points.end();) {
        const auto to = std::find_if(from, points.end(), [&](const auto& point) { return point.first != from->first; });
        const auto n = std::size_t(to - from);
        double mean = 0.0, squares = 0.0;
        for (auto point = from; point != to; ++point)
            mean += point->second / double(n);
        for (auto point = from; point != to; ++point)
            squares += (point->second - mean) * (point->second - mean);
        const double half = n < 2 ? std::numeric_limits<double>::quiet_NaN() : quantile(n) * std::sqrt(squares / double(n - 1) / double(n));
        band.x.push_back(from->first);
        band.mean.push_back(mean);
        band.low.push_back(mean - half);
        band.high.push_back(mean + half);
        band.n.push_back(int(n));
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
