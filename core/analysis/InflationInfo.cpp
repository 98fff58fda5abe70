// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/InflationInfo.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace reweigh {

double bestOfInflation(int trials, double sigma)
{
    if (trials < 2)
        return 0.0;
    // E max = integral of 1 - Phi^n over x > 0, minus that of Phi^n over x < 0. Both vanish beyond 12, and the trapezoid rule is
    // accurate for functions this smooth.
    constexpr double step = 0.01;
    double sum = 0.0;
    for (int i = 0; i <= 1200; ++i) {
        const double x = i * step, tail = 0.5 * std::erfc(x / std::numbers::sqrt2); // Phi(-x)
        const double above = -std::expm1(trials * std::log1p(-tail)), below = std::exp(trials * std::log(tail));
        sum += (above - below) * (i == 0 ? 0.5 : 1.0);
    }
    return sigma * sum * step;
}

double accuracyNoise(double accuracy, int samples)
{
    if (samples < 1)
        return std::numeric_limits<double>::quiet_NaN();
    return std::sqrt(accuracy * (1.0 - accuracy) / samples);
}

} // namespace reweigh
