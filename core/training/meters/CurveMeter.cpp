// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/meters/CurveMeter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace reweigh {

WeightCurve weightCurve(std::span<const float> loss, std::span<const float> weight, std::span<const std::uint8_t> wrong,
                        const WeightFunction& weightAt)
{
    constexpr std::size_t bins = 100;
    double largest = 0.0;
    for (std::size_t i = 0; i < loss.size(); ++i)
        if (!std::isnan(weight[i]))
            largest = std::max(largest, double(loss[i]));
    if (largest == 0.0)
        largest = 1.0;

    std::vector<double> sum(bins, 0.0);
    std::vector<std::int64_t> count[2] = {std::vector<std::int64_t>(bins, 0), std::vector<std::int64_t>(bins, 0)};
    std::int64_t total[2] = {0, 0};
    for (std::size_t i = 0; i < loss.size(); ++i) {
        if (std::isnan(weight[i]))
            continue;
        const std::size_t bin = std::min(bins - 1, std::size_t(std::max(0.0, double(loss[i])) / largest * double(bins)));
        const bool noisy = wrong[i] != 0;
        sum[bin] += double(weight[i]);
        ++count[noisy][bin];
        ++total[noisy];
    }

    WeightCurve curve;
    for (std::size_t b = 0; b < bins; ++b) {
        curve.loss.push_back(float((double(b) + 0.5) * largest / double(bins)));
        const std::int64_t members = count[0][b] + count[1][b];
        curve.weight.push_back(members > 0 ? float(sum[b] / double(members)) : std::numeric_limits<float>::quiet_NaN());
        const auto density = [&](int kind) { return total[kind] > 0 ? float(double(count[kind][b]) / double(total[kind])) : 0.0f; };
        curve.cleanDensity.push_back(density(0));
        curve.noisyDensity.push_back(density(1));
    }
    if (weightAt)
        curve.weight = weightAt(curve.loss);
    return curve;
}

} // namespace reweigh
