// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ValueAxis.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reweigh {

ValueAxis ValueAxis::around(double low, double high)
{
    const double span = std::max(high - low, 1e-4);
    const double rough = span / 4.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10.0 * power;
    for (const double factor : {5.0, 2.0, 1.0})
        if (factor * power >= rough)
            step = factor * power;
    ValueAxis axis{.step = step, .digits = std::max(0, -int(std::floor(std::log10(step) + 1e-9)))};
    axis.low = std::floor(low / step + 1e-9) * step;
    axis.high = std::max(std::ceil(high / step - 1e-9) * step, axis.low + step);
    return axis;
}

std::vector<double> ValueAxis::ticks() const
{
    std::vector<double> places;
    for (int i = 0, n = int(std::lround((high - low) / step)); i <= n; ++i)
        places.push_back(low + i * step);
    return places;
}

QString ValueAxis::label(double tick) const
{
    return QLocale().toString(tick, 'f', digits);
}

} // namespace reweigh
