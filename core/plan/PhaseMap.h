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
        MeanInterval gain;               ///< first - second, paired by seed
        JudgedAs verdict = JudgedAs::CannotTell; ///< after Holm over the map
    };
    std::vector<Cell> cells;              ///< [y][x], row by row
    const CellState* nextCell = nullptr;  ///< where a further seed tells most: the widest interval (a cell without one comes first)
};

/// The map over the axes `x` and `y`, keys of planAxes(); the other axes stand at the values of `fixed`, or at their first ones.
PhaseMap phaseMap(const PlanState& state, const std::string& first, const std::string& second, const std::string& metric,
                  const std::string& x, const std::string& y, const nlohmann::json& fixed = nlohmann::json::object());

} // namespace reweigh
