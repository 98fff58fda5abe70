// SPDX-License-Identifier: GPL-3.0-or-later

// How LandscapeMap draws its cells, axes and scale of colours, on screen and in figures.

#include "widgets/panel/ParameterText.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/LandscapeMap.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

bool isRange(const LandscapeInfo::Side& side)
{
    for (int cell = 0; cell < side.cells(); ++cell)
        if (const auto [first, last] = cellRange(side, cell); first != last)
            return true;
    return false;
}

/// Ticks of one side of the map; `place` counts cells from its start. A cell with one value has its name in the middle; cells that
/// cover ranges have numbers at their borders.
struct Tick {
    double place = 0.0;
    QString text;
};

std::vector<Tick> ticksOf(const LandscapeInfo::Side& side)
{
    std::vector<Tick> ticks;
    const bool range = isRange(side);
    const auto end = [](double value) { return quantityText(value, std::abs(value) < 100.0 ? 2 : 3); }; // rounded border of a cell
    for (int cell = 0; cell < side.cells(); ++cell) {
        const double value = cellRange(side, cell).first;
        ticks.push_back(range ? Tick{double(cell), end(value)} : Tick{cell + 0.5, axisValueText(side.axis, value)});
    }
    if (range && side.cells() > 0)
        ticks.push_back({double(side.cells()), end(cellRange(side, side.cells() - 1).second)});
    return ticks;
}

} // namespace

LandscapeMap::Frame LandscapeMap::frame(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF metrics(theme.scopeFont());
    const double gap = theme.grid(0.5), line = metrics.height();
    double widest = 0.0;
    for (const Tick& tick : ticksOf(m_view.info.y))
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    const double rows = std::min(widest, target.width() * 0.32) + gap;
    Frame frame;
    // Names of categories may take two lines below their column; the colour bar is left out if the dock is too low. On paper no tool tip says
    // what a colour stands for, so that a figure keeps it while there is room for more than it.
    frame.tickHeight = m_view.info.x.axis.categorical && target.height() > 10 * line ? 2 * line : line;
    const double bar = target.height() > (target == body() ? 9 : 6) * line ? line + gap : 0.0;
    frame.cells = target.adjusted(line + gap + rows, line / 2, -line, -(frame.tickHeight + 1.5 * gap + line + bar));
    frame.yLabel = {target.left(), frame.cells.top(), line, frame.cells.height()};
    frame.xLabel = {frame.cells.left(), frame.cells.bottom() + gap + frame.tickHeight, frame.cells.width(), line};
    if (bar > 0.0)
        frame.bar = {frame.cells.left(), frame.xLabel.bottom() + gap, frame.cells.width(), line};
    return frame;
}

int LandscapeMap::figureHeight(int width) const
{
    const double line = QFontMetricsF(Theme::instance().scopeFont()).height(), gap = Theme::instance().grid(0.5);
    const int rows = std::clamp(m_view.info.y.cells(), 5, 12), ticks = m_view.info.x.axis.categorical ? 2 : 1;
    const double words = (ticks + 2.5) * line + 2.5 * gap; // what frame() leaves around the cells
    return std::max(width / 2, int(std::ceil(rows * line + words)));
}

QRectF LandscapeMap::cellRect(const Frame& frame, int cell) const
{
    const int columns = m_view.info.x.cells(), column = cell % columns, row = cell / columns;
    const auto x = [&](int at) { return std::round(m_zoom->x(at, frame.cells)); };
    const auto y = [&](int at) { return std::round(m_zoom->y(at, frame.cells)); };
    return {QPointF(x(column), y(row + 1)), QPointF(x(column + 1), y(row))};
}

QColor LandscapeMap::cellColour(int cell) const
{
    const LandscapeInfo::Cell& at = m_view.info.cells[std::size_t(cell)];
    const double span = m_view.high - m_view.low, worst = m_view.maximize ? 0.0 : 1.0;
    double share = span > 0.0 ? (at.median - m_view.low) / span : 1.0 - worst;
    if (!std::isfinite(at.median)) // drawn with the colour of its end of the scale
        share = std::isnan(at.median) ? worst : at.median > 0.0 ? 1.0 : 0.0;
    QColor colour = Theme::instance().merit(m_view.maximize ? share : 1.0 - share);
    if (m_faint.size() == m_view.info.cells.size() && m_faint[std::size_t(cell)]) {
        const QColor panel = Theme::instance().colour(Role::Panel);
        const auto mix = [](int a, int b) { return (a * 4 + b) / 5; };
        colour = QColor(mix(panel.red(), colour.red()), mix(panel.green(), colour.green()), mix(panel.blue(), colour.blue()));
    }
    return colour;
}

void LandscapeMap::paintCells(QPainter& painter, const Frame& frame) const
{
    const QFontMetricsF metrics(painter.font());
    for (int cell = 0; cell < int(m_view.info.cells.size()); ++cell) {
        const QRectF rect = m_zoom->moved() ? cellRect(frame, cell).intersected(frame.cells) : cellRect(frame, cell);
        const int n = m_view.info.cells[std::size_t(cell)].n;
        if (rect.isEmpty())
            continue; // beyond what is shown
        if (n == 0) {
            painter.fillRect(rect, Theme::instance().colour(Role::Grid));
            continue;
        }
        const QColor ground = cellColour(cell);
        painter.fillRect(rect, ground);
        const QString text = QLocale().toString(n);
        if (metrics.horizontalAdvance(text) > rect.width() || metrics.height() > rect.height() + 2)
            continue;
        painter.setPen(Theme::inkOn(ground));
        painter.drawText(rect, Qt::AlignCenter, text);
    }
}

void LandscapeMap::paintColumns(QPainter& painter, const Frame& frame) const
{
    const LandscapeInfo::Side& side = m_view.info.x;
    const QFontMetricsF metrics(painter.font());
    const double gap = Theme::instance().grid(0.25);
    double free = -1e9;
    for (const Tick& tick : ticksOf(side)) {
        const double x = m_zoom->x(tick.place, frame.cells);
        if (side.axis.categorical) {
            // The name stands under what is seen of its column.
            const double left = std::max(frame.cells.left(), m_zoom->x(tick.place - 0.5, frame.cells)),
                         right = std::min(frame.cells.right(), m_zoom->x(tick.place + 0.5, frame.cells));
            if (right - left <= 2.0)
                continue;
            const QRectF rect(left + 1, frame.cells.bottom() + gap, right - left - 2, frame.tickHeight);
            const bool fits = metrics.boundingRect(rect, Qt::AlignHCenter | Qt::TextWordWrap, tick.text).height() <= rect.height() + 1
                              && metrics.horizontalAdvance(tick.text.section(' ', 0, 0)) <= rect.width();
            painter.drawText(rect, Qt::AlignHCenter | Qt::AlignTop | (fits ? Qt::TextWordWrap : 0),
                             fits ? tick.text : metrics.elidedText(tick.text, Qt::ElideRight, rect.width()));
            continue;
        }
        const double width = metrics.horizontalAdvance(tick.text);
        if (x - width / 2 < free || x < frame.cells.left() - 1 || x > frame.cells.right() + 1)
            continue;
        free = x + width / 2 + 2 * gap;
        painter.drawText(QRectF(x - width, frame.cells.bottom() + gap, 2 * width, frame.tickHeight), Qt::AlignHCenter | Qt::AlignTop,
                         tick.text);
    }
}

void LandscapeMap::paintRows(QPainter& painter, const Frame& frame) const
{
    const LandscapeInfo::Side& side = m_view.info.y;
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height();
    const double right = frame.cells.left() - Theme::instance().grid(0.5), left = frame.yLabel.right();
    double free = 1e9; // y below which space is taken; ticks run from the bottom upwards
    for (const Tick& tick : ticksOf(side)) {
        const double y = m_zoom->y(tick.place, frame.cells);
        if (y + line * 0.45 > free || y < frame.cells.top() - 1 || y > frame.cells.bottom() + 1)
            continue;
        free = y - line * 0.45;
        painter.drawText(QRectF(left, y - line / 2, right - left, line), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(tick.text, Qt::ElideRight, right - left));
    }
}

void LandscapeMap::paintBar(QPainter& painter, const Frame& frame) const
{
    if (frame.bar.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const double gap = Theme::instance().grid(0.75);
    const QString worst = objectiveValueText(m_view.maximize ? m_view.low : m_view.high);
    const QString best = objectiveValueText(m_view.maximize ? m_view.high : m_view.low);
    // Below a narrow map the strip is shorter, and the scale may begin left of the cells.
    const double texts = metrics.horizontalAdvance(worst) + metrics.horizontalAdvance(best) + 2 * gap + 1;
    const double least = Theme::instance().grid(3), most = Theme::instance().grid(10);
    const double left = std::clamp(frame.bar.right() - texts - least, frame.yLabel.left(), frame.bar.left());
    double right = frame.bar.right();
    const auto put = [&](const QString& text) {
        painter.drawText(QRectF(left, frame.bar.top(), right - left, frame.bar.height()), Qt::AlignRight | Qt::AlignVCenter, text);
        right -= metrics.horizontalAdvance(text) + gap;
    };
    put(best);
    const double length = std::clamp(frame.bar.right() - left - texts, least, most);
    QRectF strip(right - length, 0, length, Theme::instance().grid(0.75));
    strip.moveTop(frame.bar.center().y() - strip.height() / 2);
    QLinearGradient ramp(strip.topLeft(), strip.topRight());
    for (int i = 0; i <= 8; ++i)
        ramp.setColorAt(i / 8.0, Theme::instance().merit(i / 8.0));
    painter.fillRect(strip, ramp);
    right = strip.left() - gap;
    put(worst);
    const QString words = tr("outlined: the best trial · empty: never tried");
    if (metrics.horizontalAdvance(words) <= right - frame.bar.left())
        painter.drawText(frame.bar, Qt::AlignLeft | Qt::AlignVCenter, words);
}

void LandscapeMap::paintOutlines(QPainter& painter, const Frame& frame) const
{
    const Theme& theme = Theme::instance();
    const double width = theme.grid(0.3);
    const auto outline = [&](int cell, Role role, double inset, double wide) {
        painter.setPen(QPen(theme.colour(role), wide, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(cellRect(frame, cell).adjusted(inset, inset, -inset, -inset));
    };
    painter.setBrush(Qt::NoBrush);
    for (std::size_t cell = 0; cell < m_selected.size() && cell < m_view.info.cells.size(); ++cell)
        if (m_selected[cell])
            outline(int(cell), Role::Selection, int(cell) == m_view.info.bestCell ? 2.5 * width : 0.5 * width, width);
    if (m_view.info.bestCell >= 0) {
        outline(m_view.info.bestCell, Role::Panel, width, 2.0 * width); // sets the line off from the cell, whose colour is as strong
        outline(m_view.info.bestCell, Role::Text, 0.5 * width, width);
    }
}

void LandscapeMap::paint(QPainter& painter, const QRectF& target) const
{
    if (m_view.info.cells.empty())
        return;
    const Theme& theme = Theme::instance();
    const Frame places = frame(target);
    painter.save();
    painter.setFont(theme.scopeFont());
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintCells(painter, places);
    painter.save();
    if (m_zoom->moved())
        painter.setClipRect(places.cells, Qt::IntersectClip);
    paintOutlines(painter, places);
    painter.restore();
    painter.setPen(theme.colour(Role::Dim));
    paintColumns(painter, places);
    paintRows(painter, places);
    const QFontMetricsF metrics(painter.font());
    const auto label = [&](const ParameterAxis& axis) { return target == body() ? choiceLabel(axis) : parameterText(axis.name); };
    painter.drawText(places.xLabel, Qt::AlignCenter, metrics.elidedText(label(m_view.info.x.axis), Qt::ElideMiddle, places.xLabel.width()));
    paintBar(painter, places);
    painter.translate(places.yLabel.left(), places.yLabel.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, places.yLabel.height(), places.yLabel.width()), Qt::AlignCenter,
                     metrics.elidedText(label(m_view.info.y.axis), Qt::ElideMiddle, places.yLabel.height()));
    painter.restore();
}

} // namespace reweigh
