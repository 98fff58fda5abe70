// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/FigureStyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {

QFont figureFont(bool bold)
{
    QFont font(reportFamily);
    font.setPixelSize(int(figureType));
    font.setHintingPreference(QFont::PreferNoHinting); // widths as on paper, not as on this screen
    font.setBold(bold);
    return font;
}

double textWidth(const QString& text, bool bold)
{
    return QFontMetricsF(figureFont(bold)).horizontalAdvance(text);
}

QString fitted(const QString& text, double width)
{
    return QFontMetricsF(figureFont()).elidedText(text, Qt::ElideMiddle, std::max(0.0, width));
}

void drawLabel(QPainter& painter, const QRectF& place, Qt::Alignment alignment, const QString& text, const QColor& ink, bool bold)
{
    const QFontMetricsF metrics(figureFont(bold));
    const QString shown = metrics.elidedText(text, Qt::ElideMiddle, place.width() + 0.01);
    const double width = metrics.horizontalAdvance(shown);
    const double left = alignment & Qt::AlignRight     ? place.right() - width
                        : alignment & Qt::AlignHCenter ? place.center().x() - width / 2
                                                       : place.left();
    painter.setFont(figureFont(bold));
    painter.setPen(ink);
    painter.drawText(QPointF(left, place.center().y() + (metrics.capHeight()) / 2), shown);
}

void drawHatch(QPainter& painter, const QRectF& place, const QColor& ink, double distance)
{
    painter.setPen(QPen(ink, 0.6));
    // The lines x + y = c, cut at the rectangle's sides.
    for (double c = place.left() + place.top() + distance; c < place.right() + place.bottom(); c += distance) {
        const double left = std::max(place.left(), c - place.bottom()), right = std::min(place.right(), c - place.top());
        painter.drawLine(QPointF(left, c - left), QPointF(right, c - right));
    }
}

void drawMark(QPainter& painter, Mark mark, const QPointF& centre, const QColor& ink)
{
    constexpr double radius = 2.6;
    painter.setPen(QPen(ink, 1.2));
    painter.setBrush(ink);
    switch (mark) {
    case Mark::Disc: painter.drawEllipse(centre, radius - 0.4, radius - 0.4); break;
    case Mark::Ring:
        painter.setBrush(Theme::onPaper(Role::Panel));
        painter.drawEllipse(centre, radius - 0.4, radius - 0.4);
        break;
    case Mark::Cross:
        painter.drawLine(centre - QPointF(radius, radius), centre + QPointF(radius, radius));
        painter.drawLine(centre - QPointF(radius, -radius), centre + QPointF(radius, -radius));
        break;
    case Mark::Square:
        painter.setBrush(Theme::onPaper(Role::Panel));
        painter.drawRect(QRectF(centre.x() - 2.2, centre.y() - 2.2, 4.4, 4.4));
        break;
    case Mark::Diamond: {
        const QPointF corners[] = {centre - QPointF(0, radius + 0.4), centre + QPointF(radius + 0.4, 0), centre + QPointF(0, radius + 0.4),
                                   centre - QPointF(radius + 0.4, 0)};
        painter.drawPolygon(corners, 4);
        break;
    }
    }
    painter.setBrush(Qt::NoBrush);
}

Ticks ticksIn(double low, double high, int most)
{
    Ticks ticks;
    if (!std::isfinite(low) || !std::isfinite(high) || low >= high)
        return ticks;
    const double power = std::pow(10.0, std::floor(std::log10((high - low) / most)));
    for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0}) {
        const double distance = step * power;
        const double first = std::ceil(low / distance - 1e-9), last = std::floor(high / distance + 1e-9);
        if (last - first + 1.0 > double(most))
            continue;
        for (double i = first; i <= last; ++i)
            ticks.values.push_back(i * distance);
        ticks.digits = std::max(0, -int(std::floor(std::log10(distance) + 1e-9)));
        if (step == 2.5 || step == 25.0)
            ticks.digits += distance < 10.0 && std::abs(distance - std::round(distance)) > 1e-9 ? 1 : 0;
        break;
    }
    return ticks;
}

QColor gainColour(double t)
{
    const QColor paper = Theme::onPaper(Role::Panel), full = Theme::onPaper(t < 0 ? Role::Wrong : Role::Right);
    const double share = std::isfinite(t) ? std::min(1.0, std::abs(t)) * 0.85 : 0.0;
    const auto channel = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return {channel(paper.red(), full.red()), channel(paper.green(), full.green()), channel(paper.blue(), full.blue())};
}

} // namespace reweigh
