// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/Theme.h"

#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace reweigh {

/// The look of a report's figures: light, on white paper. Lengths are points (1/72 inch), so that text of `figureType` is of that size
/// when a figure is printed in its own width.

inline constexpr double figureType = 8.0; ///< the smallest type; readable on paper

/// The family of a report's text: it exists wherever this program's libraries were installed from Debian, so that a report is the same
/// on every machine.
inline const QString reportFamily = QStringLiteral("DejaVu Sans");

QFont figureFont(bool bold = false);
double textWidth(const QString& text, bool bold = false);
inline constexpr double lineHeight = 10.0;

/// `text` shortened with "…" to fit into `width`; in the middle, because long names differ at their ends.
QString fitted(const QString& text, double width);

/// Draws a line of text, shortened where it does not fit. `alignment`: horizontal; it is centred vertically.
void drawLabel(QPainter& painter, const QRectF& place, Qt::Alignment alignment, const QString& text, const QColor& ink, bool bold = false);

/// Lines at 45° in a rectangle, drawn one by one: patterns and clipping are not kept by every vector format.
void drawHatch(QPainter& painter, const QRectF& place, const QColor& ink, double distance = 5.0);

/// How a value is marked; each can be told from the others without colour.
enum class Mark { Disc, Ring, Cross, Square, Diamond };
void drawMark(QPainter& painter, Mark mark, const QPointF& centre, const QColor& ink);

/// Round numbers in [low, high], at most `most` (>= 2), at equal distances of 1, 2, 2.5 or 5 times a power of ten; and the decimals
/// that tell them apart.
struct Ticks {
    std::vector<double> values;
    int digits = 0;
};
Ticks ticksIn(double low, double high, int most);

/// The colour of a gain for `t` in [-1, 1]: orange, white, blue on paper. Its grey tells how large a gain is; its sign is in print.
QColor gainColour(double t);

} // namespace reweigh
