// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/Hatching.h"

#include "widgets/theme/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {

void paintHatched(QPainter& painter, const QRectF& rect, const QColor& ground, const QColor& line, double width)
{
    painter.fillRect(rect, ground);
    painter.setPen(QPen(line, width, Qt::SolidLine, Qt::FlatCap));
    const double step = Theme::instance().grid(0.875);
    for (double c = std::ceil((rect.left() + rect.top()) / step) * step; c < rect.right() + rect.bottom(); c += step) {
        const double x1 = std::max(rect.left(), c - rect.bottom()), x2 = std::min(rect.right(), c - rect.top());
        if (x2 > x1)
            painter.drawLine(QPointF(x1, c - x1), QPointF(x2, c - x2));
    }
}

} // namespace reweigh
