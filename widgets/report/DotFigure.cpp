// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/DotFigure.h"

#include "widgets/report/ReportText.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

constexpr double rowHeight = 11.0, titleHeight = 12.0, axisHeight = 24.0, panelGap = 16.0, tickGap = 7.0, keyGap = 12.0, markWidth = 9.0;

/// The widest of `texts`, but at most `most`.
template <typename Texts> double widestOf(const Texts& texts, double most)
{
    double widest = 0.0;
    for (const auto& [text, bold] : texts)
        widest = std::max(widest, textWidth(text, bold));
    return std::min(widest, most);
}

/// The height of the titles above a band's rows: the band's own, and those of its panels.
double titlesOf(const DotFigure::Band& band)
{
    const bool named = std::ranges::any_of(band.panels, [](const DotPanel& panel) { return !panel.title.isEmpty(); });
    return (band.title.isEmpty() ? 0.0 : titleHeight) + (named ? titleHeight : 0.0);
}

} // namespace

/// Where things lie, in points.
struct DotFigure::Layout {
    double labels = 0.0, asides = 0.0; ///< widths left and right of the panels
    double panel = 0.0;                ///< width of a panel's plot
    double low = 0.0, high = 1.0;      ///< ends of the axis
    Ticks ticks;
    std::vector<double> tops; ///< of the bands, and where the last one ends

    double x(double value, double left) const { return left + panel * (value - low) / (high - low); }

    /// Whether the numbers of the axis are apart from each other, and from those of the panel beside it.
    bool isRoomy(bool hasNeighbour) const
    {
        const auto end = [&](double value, int side) { return x(value, 0.0) + side * textWidth(decimalText(value, ticks.digits)) / 2; };
        for (std::size_t i = 1; i < ticks.values.size(); ++i)
            if (end(ticks.values[i], -1) - end(ticks.values[i - 1], 1) < tickGap)
                return false;
        return !hasNeighbour || ticks.values.empty()
               || panel + panelGap + end(ticks.values.front(), -1) - end(ticks.values.back(), 1) >= tickGap;
    }
};

std::size_t DotFigure::columns() const
{
    std::size_t most = 1;
    for (const Band& band : bands)
        most = std::max(most, band.panels.size());
    return most;
}

DotFigure::Layout DotFigure::layout() const
{
    Layout layout;
    std::vector<std::pair<QString, bool>> labels, asides;
    double low = std::numeric_limits<double>::infinity(), high = -low;
    const auto take = [&](double value) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    };
    double top = 0.0;
    for (const Band& band : bands) {
        layout.tops.push_back(top);
        std::size_t most = 0;
        for (const DotPanel& panel : band.panels) {
            most = std::max(most, panel.rows.size());
            for (const DotRow& entry : panel.rows) {
                labels.emplace_back(entry.label, entry.isStrong);
                asides.emplace_back(entry.aside, false);
                for (const Dot& dot : entry.dots) {
                    take(dot.value);
                    take(dot.value - dot.halfWidth);
                    take(dot.value + dot.halfWidth);
                }
                std::ranges::for_each(entry.limits, take);
            }
        }
        top += titlesOf(band) + rowHeight * double(most) + axisHeight;
    }
    layout.tops.push_back(top);
    take(zero);
    if (!(low <= high))
        low = 0.0, high = 1.0;
    const double room = std::max({0.04 * (high - low), 1e-3 * std::max(std::abs(low), std::abs(high)), 1e-9});
    layout.low = low - room;
    layout.high = high + room;
    layout.asides = columns() == 1 ? widestOf(asides, 0.55 * width) : 0.0; // numbers, which are shortened last
    layout.labels = widestOf(labels, std::min(0.38 * width, 0.75 * width - layout.asides)) + 4.0;
    layout.asides += layout.asides > 0.0 ? 6.0 : 4.0; // the last number of the axis may stand out
    const double count = double(columns());
    layout.panel = std::max(8.0, (width - layout.labels - layout.asides - panelGap * (count - 1.0)) / count);
    for (int most = 5; most >= 2; --most) { // as many numbers as do not come near each other
        layout.ticks = ticksIn(layout.low, layout.high, most);
        if (layout.isRoomy(columns() > 1))
            break;
    }
    return layout;
}

std::vector<std::vector<DotFigure::Key>> DotFigure::keyLines() const
{
    std::vector<std::vector<Key>> lines;
    double used = width;
    for (const Key& key : keys) {
        const double needed = markWidth + textWidth(key.text) + keyGap;
        if (lines.empty() || used + needed > width + keyGap) {
            lines.emplace_back();
            used = 0.0;
        }
        lines.back().push_back(key);
        used += needed;
    }
    return lines;
}

QSizeF DotFigure::size() const
{
    return {width, std::ceil(layout().tops.back() + lineHeight * double(1 + keyLines().size()) + 3.0)};
}

bool DotFigure::shortensLabels() const
{
    const double room = layout().labels - 4.0;
    for (const Band& band : bands)
        for (const DotPanel& panel : band.panels)
            for (const DotRow& row : panel.rows)
                if (textWidth(row.label, row.isStrong) > room + 0.01)
                    return true;
    return false;
}

void DotFigure::drawPanel(QPainter& painter, const Layout& layout, const DotPanel& panel, double left, double first) const
{
    const double right = left + layout.panel, last = first + rowHeight * double(panel.rows.size());
    for (const double tick : layout.ticks.values) {
        const double x = layout.x(tick, left);
        painter.setPen(QPen(Theme::onPaper(Role::Grid), 0.7));
        painter.drawLine(QPointF(x, first), QPointF(x, last));
        const QString number = decimalText(tick, layout.ticks.digits);
        const double half = textWidth(number) / 2;
        drawLabel(painter, QRectF(x - half, last + 3.0, 2 * half, lineHeight), Qt::AlignHCenter, number, Theme::onPaper(Role::Dim));
    }
    painter.setPen(QPen(Theme::onPaper(Role::Dim), 0.7));
    painter.drawLine(QPointF(left, last), QPointF(right, last));
    if (std::isfinite(zero))
        painter.drawLine(QPointF(layout.x(zero, left), first), QPointF(layout.x(zero, left), last));
    double y = first + rowHeight / 2;
    for (const DotRow& row : panel.rows) {
        painter.setPen(QPen(Theme::onPaper(Role::Selection), 1.4));
        for (const double limit : row.limits)
            painter.drawLine(QPointF(layout.x(limit, left), y - 4.5), QPointF(layout.x(limit, left), y + 4.5));
        for (const Dot& dot : row.dots) {
            if (!std::isfinite(dot.value))
                continue;
            const QColor ink = Theme::onPaper(dot.colour);
            painter.setPen(QPen(ink, 1.0));
            if (std::isfinite(dot.halfWidth) && dot.halfWidth > 0.0)
                painter.drawLine(QPointF(layout.x(dot.value - dot.halfWidth, left), y),
                                 QPointF(layout.x(dot.value + dot.halfWidth, left), y));
            drawMark(painter, dot.mark, QPointF(layout.x(dot.value, left), y), ink);
        }
        y += rowHeight;
    }
}

void DotFigure::drawPanelTitles(QPainter& painter, const Layout& layout, const Band& band, double top) const
{
    if (std::ranges::all_of(band.panels, [](const DotPanel& panel) { return panel.title.isEmpty(); }))
        return;
    const QColor ink = Theme::onPaper(Role::Dim);
    const auto whole = [&](const DotPanel& panel) {
        return band.axis.isEmpty() || panel.title.isEmpty() ? panel.title : band.axis + QChar(0x00A0) + panel.title;
    };
    const bool fits = std::ranges::all_of(band.panels, [&](const DotPanel& panel) { return textWidth(whole(panel)) <= layout.panel; });
    if (!fits)
        drawLabel(painter, QRectF(0, top, layout.labels - 4.0, titleHeight - 2.0), Qt::AlignLeft, band.axis, ink);
    double left = layout.labels;
    for (const DotPanel& panel : band.panels) {
        drawLabel(painter, QRectF(left, top, layout.panel, titleHeight - 2.0), Qt::AlignLeft, fits ? whole(panel) : panel.title, ink);
        left += layout.panel + panelGap;
    }
}

void DotFigure::drawKeys(QPainter& painter, double top) const
{
    for (const auto& line : keyLines()) {
        double left = 0.0;
        for (const Key& key : line) {
            drawMark(painter, key.mark, QPointF(left + 3.5, top + lineHeight / 2), Theme::onPaper(key.colour));
            const double room = std::min(textWidth(key.text), width - left - markWidth);
            drawLabel(painter, QRectF(left + markWidth, top, room, lineHeight), Qt::AlignLeft, key.text, Theme::onPaper(Role::Dim));
            left += markWidth + room + keyGap;
        }
        top += lineHeight;
    }
}

void DotFigure::draw(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = this->layout();
    const QColor ink = Theme::onPaper(Role::Text);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const Band& band = bands[i];
        if (!band.title.isEmpty())
            drawLabel(painter, QRectF(0, layout.tops[i], width, titleHeight), Qt::AlignLeft, band.title, ink, true);
        const double first = layout.tops[i] + titlesOf(band);
        drawPanelTitles(painter, layout, band, first - titleHeight);
        double left = layout.labels;
        for (const DotPanel& panel : band.panels) {
            if (!panel.rows.empty())
                drawPanel(painter, layout, panel, left, first);
            left += layout.panel + panelGap;
        }
        const auto shown = std::ranges::find_if(band.panels, [](const DotPanel& panel) { return !panel.rows.empty(); });
        if (shown != band.panels.end())
            drawRowLabels(painter, layout, *shown, first);
    }
    const double bottom = layout.tops.back();
    drawLabel(painter, QRectF(layout.labels, bottom - 9.0, width - layout.labels, lineHeight), Qt::AlignLeft, axis, ink);
    drawKeys(painter, bottom + lineHeight - 4.0);
}

void DotFigure::drawRowLabels(QPainter& painter, const Layout& layout, const DotPanel& panel, double first) const
{
    const QColor ink = Theme::onPaper(Role::Text);
    double y = first;
    for (const DotRow& row : panel.rows) {
        drawLabel(painter, QRectF(0, y, layout.labels - 4.0, rowHeight), Qt::AlignLeft, row.label, ink, row.isStrong);
        if (columns() == 1 && !row.aside.isEmpty())
            drawLabel(painter, QRectF(width - layout.asides + 6.0, y, layout.asides - 6.0, rowHeight), Qt::AlignRight, row.aside, ink);
        y += rowHeight;
    }
}

} // namespace reweigh
