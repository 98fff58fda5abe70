// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/PairedPower.h"

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/tools/roots.hpp>

#include <cmath>
#include <limits>

namespace reweigh {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A distribution that answers NaN instead of throwing where its series does not converge.
using Quiet = boost::math::policies::policy<boost::math::policies::domain_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
                                            boost::math::policies::overflow_error<boost::math::policies::ignore_error>>;
using NonCentralT = boost::math::non_central_t_distribution<double, Quiet>;

double below(double t, int degrees, double noncentrality)
{
    return boost::math::cdf(NonCentralT(degrees, noncentrality), t);
}

/// Hedges' exact correction: gamma(m/2) / (sqrt(m/2) gamma((m-1)/2)).
double smallSampleFactor(int degrees)
{
    const double half = 0.5 * degrees;
    return std::exp(std::lgamma(half) - std::lgamma(half - 0.5)) / std::sqrt(half);
}

/// The noncentrality at which a t no larger than this one has chance `share`. It falls as the noncentrality grows.
double noncentralityAt(double t, int degrees, double share)
{
    const auto excess = [&](double noncentrality) { return below(t, degrees, noncentrality) - share; };
    double low = t, high = t, step = 1.0;
    for (; excess(low) < 0.0 && step < 1e9; step *= 2.0)
        low = t - step;
    for (step = 1.0; excess(high) > 0.0 && step < 1e9; step *= 2.0)
        high = t + step;
    if (!(excess(low) >= 0.0 && excess(high) <= 0.0))
        return unknown;
    if (low == high)
        return low;
    std::uintmax_t iterations = 200;
    const auto root = boost::math::tools::toms748_solve(excess, low, high, boost::math::tools::eps_tolerance<double>(50), iterations);
    return 0.5 * (root.first + root.second);
}

} // namespace

EffectSize effectSize(const MeanInterval& interval)
{
    if (interval.n < 3 || !std::isfinite(interval.mean) || !(interval.deviation > 0.0))
        return {unknown, unknown, unknown};
    const int degrees = interval.n - 1;
    const double root = std::sqrt(double(interval.n));
    const double factor = smallSampleFactor(degrees);
    const double t = std::abs(interval.mean) / interval.deviation * root;
    const double sign = interval.mean < 0.0 ? -1.0 : 1.0;
    EffectSize effect{.g = sign * factor * t / root};
    const double least = factor * noncentralityAt(t, degrees, 0.975) / root, most = factor * noncentralityAt(t, degrees, 0.025) / root;
    effect.low = sign > 0 ? least : -most;
    effect.high = sign > 0 ? most : -least;
    return effect;
}

double pairedPower(double effect, int pairs, double level)
{
    const int degrees = pairs - 1;
    const double critical = studentQuantile(1.0 - 0.5 * level, degrees), noncentrality = std::abs(effect) * std::sqrt(double(pairs));
    return boost::math::cdf(boost::math::complement(NonCentralT(degrees, noncentrality), critical)) + below(-critical, degrees, noncentrality);
}

int pairsForPower(double effect, double level, double power, int most)
{
    if (effect == 0.0 || !std::isfinite(effect) || !(pairedPower(effect, most, level) >= power))
        return 0;
    int low = 1, high = 2; // too few, enough
    while (high < most && !(pairedPower(effect, high, level) >= power)) {
        low = high;
        high = std::min(most, 2 * high);
    }
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        (pairedPower(effect, middle, level) >= power ? high : low) = middle;
    }
    return high;
}

} // namespace reweigh
