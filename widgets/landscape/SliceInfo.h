// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"

#include <vector>

namespace reweigh {

/// Values of complete trials along one axis, and their median in each part of it.
struct SliceInfo {
    struct Point {
        double at = 0.0; ///< place on the axis
        double value = 0.0;
        std::int64_t trial = 0;
    };
    struct Part {
        double low = 0.0, high = 0.0; ///< a category: its index, both
        double median = 0.0;
        int n = 0; ///< > 0
    };
    ParameterAxis axis;
    std::vector<Point> points; ///< by number
    std::vector<Part> parts;   ///< every category tried, or the tried ones of 9 parts equal on the axis' scale
};

SliceInfo sliceInfo(const TrialRefs& trials, const ParameterAxis& axis);

/// A shift in [-1, 1) that a trial always has, evenly spread over trials: tells dots apart.
double jitter(std::int64_t trial);

} // namespace reweigh
