// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"
#include "widgets/compare/LineNames.h"
#include "widgets/plots/Plot.h"

namespace reweigh {

/// One arm's line over a common x.
struct ArmLine {
    ArmKind kind = ArmKind::CrossEntropy;
    std::vector<double> x, y;
    int seeds = 0;
};

/// How an arm's line is drawn in every plot: told by its dashes as well as by its colour.
QPen armPen(ArmKind kind);

/// Draws the lines in place of the plot's graphs, their names beside their ends; with `dots` at each x.
void showArmLines(Plot& plot, LineNames& names, const std::vector<ArmLine>& lines, bool dots);

} // namespace reweigh
