// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "core/search/Observation.h"

namespace reweigh {

/// Complete trials on a grid over two axes. Each category is a cell, and so is each value with a step if there are at most
/// 2 * `bins` of them. Otherwise an axis has `bins` cells of equal width on its scale (fewer if a cell would contain no value).
struct LandscapeInfo {
    struct Side {
        ParameterAxis axis;
        std::vector<double> edges;       ///< cells() + 1, ascending; with a step, and for categories: halfway between values
        std::vector<std::string> labels; ///< one per cell: "loss", "3", "8–17"; in the C locale
        int cells() const { return int(labels.size()); }
    };
    struct Cell {
        int n = 0;
        double median = 0.0;              ///< of the trials' values; NaN when n = 0
        std::vector<std::int64_t> trials; ///< the numbers of the trials
    };
    Side x, y;
    std::vector<Cell> cells; ///< [y][x], row-major; n = 0 for a cell that no trial is in
    int bestCell = -1;       ///< index of the cell with the best feasible trial; -1 if that trial lacks one of the parameters

    const Cell& at(int column, int row) const { return cells[std::size_t(row * x.cells() + column)]; }
};

/// `x` and `y` are of parameterAxes(trials); bins >= 1.
LandscapeInfo landscapeInfo(const TrialRefs& trials, Direction direction, const ParameterAxis& x, const ParameterAxis& y, int bins = 9);

} // namespace reweigh
