// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Stats.h"

#include <boost/math/distributions/students_t.hpp>

#include <array>
#include <cmath>
#include <limits>

namespace reweigh {
namespace {

/// studentQuantile(0.975, degrees). Tables ask for it very often, with few seeds.
double factorOf95(int degrees)
{
    static const std::array<double, 64> factors = [] {
        std::array<double, 64> list{};
        for (std::size_t i = 1; i < list.size(); ++i)
            list[i] = studentQuantile(0.975, int(i));
        return list;
    }();
    return degrees < int(factors.size()) ? factors[std::size_t(degrees)] : studentQuantile(0.975, degrees);
}

} // namespace

double studentQuantile(double p, int degrees)
{
    return boost::math::quantile(boost::math::students_t(degrees), p);
}

MeanInterval meanInterval(std::span<const double> values)
{
    using limits = std::numeric_limits<double>;
    MeanInterval result{
        .n = int(values.size()), .mean = limits::quiet_NaN(), .deviation = limits::quiet_NaN(), .halfWidth = limits::infinity()};
    if (values.empty())
        return result;
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    result.mean = sum / result.n;
    if (result.n < 2)
        return result;
    double squares = 0.0;
    for (const double value : values)
        squares += (value - result.mean) * (value - result.mean);
    result.deviation = std::sqrt(squares / (result.n - 1));
    // Means of the same figures taken in another order differ in their last bits, which is no deviation.
    if (result.deviation <= 4 * limits::epsilon() * std::abs(result.mean))
        result.deviation = 0.0;
    result.halfWidth = factorOf95(result.n - 1) * result.deviation / std::sqrt(double(result.n));
    return result;
}

} // namespace reweigh
