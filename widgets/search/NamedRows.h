// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <QStringList>

namespace reweigh {

/// Turns the plot's y axis into named rows, the first at the top; row i lies at y = i. Where rows are lower than letters, their names stand by
/// turns in two or three columns, unless names cut to a column's room could not be told apart. Below a third of a letter's height, or with
/// fewer columns, some have none, and Plot::rowAt() knows all. Names take at most half of the plot's width; longer ones lose their middle,
/// or their end or beginning where that is what tells them apart.
void setNamedRows(Plot& plot, const QStringList& names);

/// Turns the y axis back into an axis of numbers.
void setFigures(Plot& plot);

} // namespace reweigh
