// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace reweigh {

/// The usual range of a setting, as a slider's positions 0..steps(). A value outside it is told by the box beside the slider,
/// and the slider rests at its end.
struct SliderScale {
    double low = 0.0, high = 1.0;
    bool log = false;
    double step = 0.01; ///< linear: between positions; log: positions are 200, values are rounded to two digits

    int steps() const { return log ? 200 : int(std::lround((high - low) / step)); }

    double valueAt(int position) const
    {
        const double share = double(position) / steps();
        if (!log) // by division, so that 0.3 is 0.3
            return std::round((low + position * step) / step) / std::round(1.0 / std::min(step, 1.0)) * std::max(step, 1.0);
        const double value = low * std::pow(high / low, share);
        const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
        return std::round(value / unit) * unit;
    }

    int positionOf(double value) const
    {
        const double inside = std::clamp(value, low, high);
        const double share = log ? std::log(inside / low) / std::log(high / low) : (inside - low) / (high - low);
        return int(std::lround(share * steps()));
    }
};

/// None: the setting has a box only.
inline std::optional<SliderScale> sliderScale(const std::string& key)
{
    if (key == "noise-rate")
        return SliderScale{.low = 0.0, .high = 1.0, .step = 0.01};
    if (key == "imbalance-factor")
        return SliderScale{.low = 1.0, .high = 500.0, .log = true};
    if (key == "meta-per-class")
        return SliderScale{.low = 1.0, .high = 100.0, .step = 1.0};
    if (key == "val-per-class")
        return SliderScale{.low = 1.0, .high = 125.0, .step = 1.0};
    return std::nullopt;
}

} // namespace reweigh
