// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace reweigh {

/// A horizontal axis of a painted view: at most five round ticks, figures that all show the same digits.
struct ValueAxis {
    double low = 0.0, high = 1.0;
    double step = 0.2;
    int digits = 1;

    /// Widened to whole steps around [low, high].
    static ValueAxis around(double low, double high);

    double place(double value, double left, double right) const { return left + (value - low) / (high - low) * (right - left); }
    std::vector<double> ticks() const;
    QString label(double tick) const;
};

} // namespace reweigh
