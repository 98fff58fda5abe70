// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <QStringList>

namespace reweigh {

/// Turns the plot's y axis into named rows, the first at the top; row i lies at y = i. Names take at most 40 % of the plot's width;
/// longer ones end in "…". Where rows are lower than letters, only every second or third has its name; Plot::rowAt() knows all.
void setNamedRows(Plot& plot, const QStringList& names);

/// Turns the y axis back into an axis of numbers.
void setFigures(Plot& plot);

} // namespace reweigh
