// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <QStringList>

namespace reweigh {

/// The plot's y axis as rows with names, the first on top: row i lies at y = i, downwards. Names take at most 40 % of the
/// plot's width, and end in "…" beyond it.
void setNamedRows(Plot& plot, const QStringList& names);

/// Back to figures.
void setFigures(Plot& plot);

} // namespace reweigh
