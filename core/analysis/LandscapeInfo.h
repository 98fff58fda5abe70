// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "core/search/Observation.h"

namespace reweigh {

/// Complete trials on a grid of two axes: a category, or a value with a step where there are at most 2 `bins`, is a cell each,
/// else `bins` cells equal on the axis' scale (fewer where a cell would hold no value with that step).
struct LandscapeInfo {
    struct Side {
        ParameterAxis axis;
        std::vector<double> edges;        ///< cells + 1 of them ascending; of values with a step (and categories): midway between values
        std::vector<std::string> labels;  ///< one a cell: "loss", "3", "8–17"; in the C locale
        int cells() const { return int(labels.size()); }
    };
    struct Cell {
        int n = 0;
        double median = 0.0;  ///< of the values, NaN when n = 0
        std::vector<std::int64_t> trials; ///< their numbers
    };
    Side x, y;
    std::vector<Cell> cells; ///< row-major, row = y; an empty one was never tried
    int bestCell = -1;       ///< holds the best trial; -1 where that lacks one of the parameters

    const Cell& at(int column, int row) const { return cells[std::size_t(row * x.cells() + column)]; }
};

LandscapeInfo landscapeInfo(const TrialRefs& trials, Direction direction, const ParameterAxis& x, const ParameterAxis& y, int bins = 9);

} // namespace reweigh
