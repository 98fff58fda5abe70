// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/ValueAxis.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {

namespace {

/// An axis of this length, as yet without a place.
ValueAxis withSteps(double span)
{
    const double rough = span / 4.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10.0 * power;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power >= rough)
            step = factor * power;
    return {.step = step, .digits = std::max(0, -int(std::floor(std::log10(step) + 1e-9)))};
}

} // namespace

ValueAxis ValueAxis::around(double low, double high)
{
    ValueAxis axis = withSteps(std::max(high - low, 1e-4));
    axis.low = std::floor(low / axis.step + 1e-9) * axis.step;
    axis.high = std::max(std::ceil(high / axis.step - 1e-9) * axis.step, axis.low + axis.step);
    return axis;
}

ValueAxis ValueAxis::over(double low, double high)
{
    ValueAxis axis = withSteps(high - low);
    axis.low = low;
    axis.high = high;
    return axis;
}

std::vector<double> ValueAxis::ticks() const
{
    std::vector<double> places;
    const double first = std::ceil(low / step - 1e-6), last = std::floor(high / step + 1e-6);
    for (int i = 0; first + i <= last; ++i)
        places.push_back((first + i) * step);
    return places;
}

QString ValueAxis::label(double tick) const
{
    return QLocale().toString(tick, 'f', digits);
}

} // namespace reweigh
