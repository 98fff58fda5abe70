// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/MatrixFigure.h"

#include "widgets/report/FigureStyle.h"
#include "widgets/report/ReportText.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

struct MatrixFigureWords {
    Q_DECLARE_TR_FUNCTIONS(PlanReport)
};

constexpr double cellHeight = 28.0, mapTitleHeight = 11.0;

} // namespace

double MatrixFigure::left() const
{
    double widest = 0.0;
    for (const QString& name : y)
        widest = std::max(widest, textWidth(name));
    return std::min(widest, 0.3 * width) + 5.0;
}

double MatrixFigure::largest() const
{
    double largest = 0.0;
    for (const Cell& cell : cells)
        if (cell.gain.n > 0 && std::isfinite(cell.gain.mean))
            largest = std::max(largest, std::abs(cell.gain.mean));
    return largest;
}

QSizeF MatrixFigure::size() const
{
    return {width, std::ceil(mapTitleHeight + cellHeight * double(y.size()) + 2 * mapTitleHeight + 2 * lineHeight + 4.0)};
}

void MatrixFigure::drawCell(QPainter& painter, const Cell& cell, const QRectF& place) const
{
    if (!cell.isThere)
        return;
    const bool isKnown = !cell.same && cell.gain.n > 0 && std::isfinite(cell.gain.mean);
    const double most = largest();
    const QColor ground = isKnown ? gainColour(most > 0.0 ? cell.gain.mean / most : 0.0) : Theme::onPaper(Role::Window);
    const QColor ink = Theme::inkOn(ground);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRect(place);
    painter.setBrush(Qt::NoBrush);
    const bool isOpen = cell.same || cell.verdict == JudgedAs::CannotTell;
    if (isKnown && isOpen)
        drawHatch(painter, place, Theme::hatchOn(ground));
    const QString number = metricFigure(cell.gain.mean, share);
    const QString none = cell.same ? MatrixFigureWords::tr("the same", "two variants that are one training") : QStringLiteral("–");
    const QString mean = !isKnown ? none : cell.gain.mean > 0 ? QLatin1Char('+') + number : number;
    const QString mark = isOpen ? QString() : QString(QChar(cell.verdict == JudgedAs::Better ? 0x25B2 : 0x25BC)) + QChar(0x00A0);
    const QString spread =
        isKnown && std::isfinite(cell.gain.halfWidth) ? QStringLiteral("±") + metricFigure(cell.gain.halfWidth, share) : QString();
    const bool two = !spread.isEmpty() && textWidth(spread) <= place.width() - 2.0;
    const double top = place.center().y() - (two ? lineHeight : lineHeight / 2);
    const auto write = [&](double from, const QString& text, bool bold) {
        const double wide = std::min(textWidth(text, bold) + 2.0, place.width());
        const QRectF line(place.center().x() - wide / 2, from, wide, lineHeight);
        if (isKnown && isOpen) { // no hatching behind figures
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRect(line);
            painter.setBrush(Qt::NoBrush);
        }
        drawLabel(painter, line, Qt::AlignHCenter, text, ink, bold);
    };
    write(top, mark + mean, true);
    if (two)
        write(top + lineHeight, spread, false);
}

void MatrixFigure::drawKeys(QPainter& painter, double top) const
{
    const QColor dim = Theme::onPaper(Role::Dim);
    const QRectF box(0.0, top + 1.0, 12.0, 8.0);
    drawHatch(painter, box, Theme::hatchOn(Theme::onPaper(Role::Panel)), 3.0);
    painter.setPen(QPen(dim, 0.6));
    painter.drawRect(box);
    drawLabel(painter, QRectF(16.0, top, width - 16.0, lineHeight), Qt::AlignLeft,
              MatrixFigureWords::tr("hatched: undecided   ▲ better   ▼ worse"), dim);
    drawLabel(painter, QRectF(0.0, top + lineHeight, width, lineHeight), Qt::AlignLeft,
              unit.isEmpty() ? MatrixFigureWords::tr("gain, mean ± 95 %") : MatrixFigureWords::tr("gain in %1, mean ± 95 %").arg(unit),
              dim);
}

void MatrixFigure::draw(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor text = Theme::onPaper(Role::Text);
    const double left = this->left(), wide = (width - left) / std::max<double>(1.0, double(x.size()));
    drawLabel(painter, QRectF(0, 0, width, mapTitleHeight), Qt::AlignLeft, yTitle, text, true);
    for (qsizetype row = 0; row < y.size(); ++row) {
        const double top = mapTitleHeight + cellHeight * double(row);
        drawLabel(painter, QRectF(0, top, left - 5.0, cellHeight), Qt::AlignRight, y[row], text);
        for (qsizetype column = 0; column < x.size(); ++column) {
            const Cell& cell = cells.at(std::size_t(row * x.size() + column));
            drawCell(painter, cell, QRectF(left + wide * double(column) + 0.5, top + 0.5, wide - 1.0, cellHeight - 1.0));
        }
    }
    for (qsizetype i = 0; i < qsizetype(cells.size()); ++i)
        if (cells[std::size_t(i)].outlined) {
            painter.setPen(QPen(Theme::onPaper(Role::Selection), 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(left + wide * double(i % x.size()) + 0.8, mapTitleHeight + cellHeight * double(i / x.size()) + 0.8,
                                    wide - 1.6, cellHeight - 1.6));
        }
    const double below = mapTitleHeight + cellHeight * double(y.size());
    for (qsizetype column = 0; column < x.size(); ++column)
        drawLabel(painter, QRectF(left + wide * double(column), below, wide, mapTitleHeight), Qt::AlignHCenter, x[column], text);
    drawLabel(painter, QRectF(left, below + mapTitleHeight, width - left, mapTitleHeight), Qt::AlignRight, xTitle, text, true);
    drawKeys(painter, below + 2 * mapTitleHeight + 2.0);
}

} // namespace reweigh
