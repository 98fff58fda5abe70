// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/ClassBars.h"

#include <QRectF>

namespace reweigh {

/// Where ClassBars draws what.
struct ClassBarsGeometry {
    ClassBarsGeometry(const QRectF& area, const std::vector<ClassBar>& bars);

    double y(int count) const { return plot.bottom() - plot.height() * count / top; }

    QRectF target;
    QRectF plot;
    double slot = 0.0;      ///< width of one class
    double nameWidth = 0.0; ///< of the longest name
    int step = 1, top = 1;  ///< of the scale, in images
};

} // namespace reweigh
