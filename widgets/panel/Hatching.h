// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QRectF;

namespace reweigh {

/// Fills a rectangle with `ground` and hatches it with single lines, because vector formats do not support pattern brushes. The lines
/// of all rectangles of a picture lie on one common grid, so that those of adjacent ones join.
void paintHatched(QPainter& painter, const QRectF& rect, const QColor& ground, const QColor& line, double width = 1.5);

} // namespace reweigh
