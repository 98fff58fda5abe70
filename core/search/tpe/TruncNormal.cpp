// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tpe/TruncNormal.h"

#include "core/search/tpe/Constants.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace reweigh {
namespace {

/// Phi(x) near 0. Rounding affects the quantiles there, so that results equal Optuna's only with the same two forms of Phi and
/// the same limits between them.
double centralCdf(double x)
{
    return 0.5 + 0.5 * std::erf(x / std::numbers::sqrt2);
}

double normalCdf(double x)
{
    const double scaled = x / std::numbers::sqrt2;
    if (scaled < -1.0 / std::numbers::sqrt2)
        return 0.5 * std::erfc(-scaled);
    return scaled < 1.0 / std::numbers::sqrt2 ? centralCdf(x) : 1.0 - 0.5 * std::erfc(scaled);
}

/// The asymptotic series of logNormalCdf(), summed until a term no longer changes the sum.
double logLeftTail(double x)
{
    const double factor = -1.0 / (x * x);
    double sum = 1.0, term = 1.0, last = 0.0;
    for (int i = 1; std::abs(last - sum) > std::numeric_limits<double>::epsilon(); ++i) {
        last = sum;
        term *= factor * (2 * i - 1);
        sum += term;
    }
    return -0.5 * x * x - std::log(-x) - logRootTwoPi + std::log(sum);
}

/// Beyond this distance from 0, Phi is 0 or 1 to the last bit of a double near 1.
constexpr double certain = 8.5;

double logAdd(double p, double q)
{
    const auto [low, high] = std::minmax(p, q);
    return std::isinf(low) ? high : high + std::log1p(std::exp(low - high));
}

double logLeftMass(double a, double b)
{
    const double logB = logNormalCdf(b);
    return logB + std::log1p(-std::exp(logNormalCdf(a) - logB));
}

/// The x for which log Phi(x) = y.
double inverseLogCdf(double y)
{
    // For y near 0 rounding hides the right tail: solve for -x in the left tail instead.
    const bool flipped = y > -1e-2;
    const double target = flipped ? std::log(-std::expm1(y)) : y;
    double x = target < -5.0 ? -std::sqrt(-2.0 * (target + logRootTwoPi))
                             : -std::numbers::sqrt3 / std::numbers::pi * std::log(std::expm1(-target));
    for (int i = 0; i < 100; ++i) {
        const double logCdf = logNormalCdf(x);
        const double step = (logCdf - target) * std::exp(logCdf - (-0.5 * x * x - logRootTwoPi));
        x -= step;
        if (std::abs(step) < 1e-8 * std::abs(x) || step == 0.0)
            break;
    }
    return flipped ? -x : x;
}

} // namespace

double logNormalCdf(double x)
{
    if (x > 6.0)
        return -normalCdf(-x);
    return x > -20.0 ? std::log(normalCdf(x)) : logLeftTail(x);
}

double logNormalMass(double a, double b)
{
    if (b <= 0.0)
        return logLeftMass(a, b);
    if (a > 0.0)
        return logLeftMass(-b, -a);
    if (a < -certain && b > certain)
        return 0.0;
    return std::log1p(-centralCdf(a) - centralCdf(-b));
}

double truncNormalQuantile(double q, double a, double b, double logMass)
{
    if (a == b)
        return std::numeric_limits<double>::quiet_NaN();
    if (q == 0.0)
        return a;
    if (q == 1.0)
        return b;
    return a < 0.0 ? inverseLogCdf(logAdd(logNormalCdf(a), std::log(q) + logMass))
                   : -inverseLogCdf(logAdd(logNormalCdf(-b), std::log1p(-q) + logMass));
}

} // namespace reweigh
