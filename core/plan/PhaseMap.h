// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Judge.h"
#include "core/plan/PlanState.h"

#include <string>
#include <vector>

namespace reweigh {

/// The gain of one variant over another in each cell, over two axes.
struct PhaseMap {
    std::string first, second, metric;
    PlanAxis x, y;
    struct Cell {
        const CellState* cell = nullptr; ///< null: the plan has no such cell (or several: the first counts)
        bool same = false;               ///< both are one training there: no gain to be found, and no test in Holm's adjustment
        MeanInterval gain;               ///< first - second, paired by seed
        int otherClasses = 0;            ///< seeds that are not compared (comparableValues())
        /// On `first`, after Holm over the map. Of a metric of which less is better (isLessBetter), Better means a negative gain.
        JudgedAs verdict = JudgedAs::CannotTell;
    };
    std::vector<Cell> cells; ///< [y][x], row by row
    /// Where a further seed tells most: of the cells without a verdict the one with the widest interval, the first of equal ones; a cell
    /// without an interval comes before the others. Left out are cells whose study cannot be used, those in which both are the same training,
    /// which no seed could tell apart, and those whose runs lack the metric (hasCommonSeed). Null if all others are decided, and as long as no
    /// cell has an interval: two pairs of one cell are the least that says anything.
    const CellState* nextCell = nullptr;
};

/// The map over the axes `x` and `y`, keys of planAxes(); the other axes stand at the values of `fixed`, or at their first ones; where an
/// axis has no effect in a cell, any value is its. Without cells if the plan has no such axes.
PhaseMap phaseMap(const PlanState& state, const std::string& first, const std::string& second, const std::string& metric,
                  const std::string& x, const std::string& y, const nlohmann::json& fixed = nlohmann::json::object());

} // namespace reweigh
