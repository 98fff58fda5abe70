// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/LineNames.h"
#include "widgets/plots/Plot.h"

#include <QString>

#include <vector>

namespace reweigh {

/// One variant's line over a common x.
struct VariantLine {
    QString name, shortName;
    int place = 0; ///< in the order of every table: its pen
    std::vector<double> x, y;
    int seeds = 0;
};

/// How the variant at `place` of every table is drawn in every plot: told by its dashes as well as by its colour. Any number of them.
QPen variantPen(int place);

/// Draws the lines in place of the plot's graphs, their names beside their ends; with `dots` at each x.
void showVariantLines(Plot& plot, LineNames& names, const std::vector<VariantLine>& lines, bool dots);

} // namespace reweigh
