// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/ParallelLines.h"

#include "widgets/theme/Theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace reweigh {

QColor ParallelInk::strong(double merit) const
{
    return Theme::ramp(dark ? 0.45 + 0.55 * merit : 0.7 * (1.0 - merit));
}

void paintLines(QPainter& painter, const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                const ParallelInk& ink)
{
    std::vector<std::size_t> lines;
    for (std::size_t line = 0; line < info.lines(); ++line)
        if (bool(which[line]) == wanted)
            lines.push_back(line);
    if (ink.byMerit)
        std::ranges::sort(lines, {}, [&](std::size_t line) { return info.merit(line); });
    const bool few = lines.size() <= 400;
    painter.setRenderHint(QPainter::Antialiasing, few);
    painter.setBrush(Qt::NoBrush);
    QPen pen(ink.faint, ink.byMerit && few ? 1.8 : 1.0);
    pen.setJoinStyle(Qt::BevelJoin);
    painter.setPen(pen);
    QPolygonF polyline(qsizetype(info.axes.size()));
    for (const std::size_t line : lines) {
        if (ink.byMerit) {
            QColor colour = ink.strong(info.merit(line));
            colour.setAlphaF(float(std::clamp(150.0 / double(lines.size()), 0.12, 1.0)));
            pen.setColor(colour);
            painter.setPen(pen);
        }
        for (std::size_t axis = 0; axis < info.axes.size(); ++axis)
            polyline[qsizetype(axis)] = {frame.x(axis), frame.y(double(info.place(line, axis)))};
        painter.drawPolyline(polyline);
    }
}

QImage linePicture(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, bool wanted,
                   const ParallelInk& ink, QSize size, double ratio)
{
    QImage picture(size * ratio, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintLines(painter, info, frame, which, wanted, ink);
    return picture;
}

int nearestLine(const ParallelInfo& info, const ParallelFrame& frame, const std::vector<char>& which, QPointF point, double reach)
{
    const std::size_t axes = info.axes.size();
    if (axes < 2 || point.x() < frame.left || point.x() > frame.right)
        return -1;
    const double column = (point.x() - frame.left) / (frame.right - frame.left) * double(axes - 1);
    const auto axis = std::min(std::size_t(column), axes - 2);
    const double share = column - double(axis);
    const double width = frame.x(axis + 1) - frame.x(axis);
    int best = -1;
    double distance = reach;
    for (std::size_t line = 0; line < info.lines(); ++line) {
        if (!which[line])
            continue;
        const double from = frame.y(double(info.place(line, axis))), to = frame.y(double(info.place(line, axis + 1)));
        const double steep = (to - from) / width;
        const double away = std::abs(from + (to - from) * share - point.y()) / std::sqrt(1.0 + steep * steep);
        if (away < distance) {
            distance = away;
            best = int(line);
        }
    }
    return best;
}

} // namespace reweigh
