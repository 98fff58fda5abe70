// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace reweigh {

/// A horizontal axis of a painted view, with about five round ticks, whose labels all have the same number of digits.
struct ValueAxis {
    double low = 0.0, high = 1.0;
    double step = 0.2;
    int digits = 1;

    /// An axis around [low, high], widened to whole steps.
    static ValueAxis around(double low, double high);
    /// An axis from `low` to `high` as they are; low < high.
    static ValueAxis over(double low, double high);

    double place(double value, double left, double right) const { return left + (value - low) / (high - low) * (right - left); }
    /// The multiples of the step within the axis.
    std::vector<double> ticks() const;
    QString label(double tick) const;
};

} // namespace reweigh
