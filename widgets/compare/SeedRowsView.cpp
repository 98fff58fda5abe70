// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/SeedRowsView.h"

#include "widgets/panel/ViewZoom.h"
#include "widgets/text/FigureText.h"
#include "widgets/theme/Theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// An axis over all values and intervals that are finite; the others lie beyond its ends. It does not cover intervals much wider than the
/// range of values, so that the values remain distinguishable.
ValueAxis axisOf(const SeedRows& table)
{
    double low = INFINITY, high = -INFINITY;
    for (const SeedRow& row : table.rows)
        for (const double value : row.values)
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
    if (low > high)
        return {};
    const double room = std::max(0.75 * (high - low), 0.005);
    double barLow = low, barHigh = high;
    for (const SeedRow& row : table.rows)
        if (row.interval.n > 1) {
            barLow = std::min(barLow, row.interval.mean - row.interval.halfWidth);
            barHigh = std::max(barHigh, row.interval.mean + row.interval.halfWidth);
        }
    return ValueAxis::around(std::max(barLow, low - room), std::min(barHigh, high + room));
}

QString points(const SeedRow& row)
{
    return row.minusFirst ? SeedRowsView::tr("%1 points").arg(pointsText(row.minusFirst->mean)) : QString();
}

/// The height of a name that has no room beside its mean, and so stands above it where there are no columns; 0 if it has.
double nameAbove(const SeedRow& row, double width)
{
    const QFont font = Theme::instance().bodyFont();
    const QFontMetricsF metrics(font);
    const double both = metrics.horizontalAdvance(row.name) + metrics.horizontalAdvance(meanText(row.interval)) + Theme::instance().grid();
    return both <= width ? 0.0 : wrappedHeight(font, row.name, int(width));
}

double besideHeight(const SeedRow& row, double width)
{
    return wrappedHeight(Theme::instance().scopeFont(), row.beside, int(width));
}

} // namespace

SeedRowsView::SeedRowsView(QWidget* parent)
    : PaintedView(QStringLiteral("variants-view"), tr("Variants, their seeds and means"), parent)
    , m_zoom(new ViewZoom(*this, Qt::Horizontal, [this] { return plotIn(rect()); }))
{
    m_zoom->setReach([this](QPointF place) { return reaches(place); });
}

void SeedRowsView::setRows(SeedRows rows)
{
    if (rows.axis != m_rows.axis)
        m_zoom->release(); // what the user zoomed into was another metric
    m_rows = std::move(rows);
    m_axis = axisOf(m_rows);
    m_zoom->setWhole(Qt::Horizontal, m_axis.low, m_axis.high);
    contentChanged();
}

ValueAxis SeedRowsView::shownAxis() const
{
    const ViewZoom::Range shown = m_zoom->range(Qt::Horizontal);
    return m_zoom->moved() ? ValueAxis::over(shown.low, shown.high) : m_axis;
}

QRectF SeedRowsView::plotIn(const QRectF& target) const
{
    if (m_rows.rows.empty())
        return {};
    const Layout layout = layoutFor(target);
    return {QPointF(layout.plotLeft, target.top() + layout.header),
            QPointF(layout.plotRight, target.top() + layout.header + layout.row * double(m_rows.rows.size()))};
}

/// Without columns names stand among the seeds: there the wheel scrolls, and only over a row's seeds it zooms.
bool SeedRowsView::reaches(QPointF place) const
{
    const Layout layout = layoutFor(rect());
    const auto row = std::floor((place.y() - layout.header) / layout.row);
    if (layout.wide || row < 0.0 || row >= double(m_rows.rows.size()))
        return true;
    const double seeds = seedsTop(layout.header + row * layout.row, layout, m_rows.rows[std::size_t(row)]);
    return place.y() >= seeds && place.y() <= seeds + layout.line;
}

/// Where the line of seeds begins of a row that begins at `top`.
double SeedRowsView::seedsTop(double top, const Layout& layout, const SeedRow& content) const
{
    const double name = layout.wide ? 0.0 : nameAbove(content, layout.right - layout.left), lines = layout.wide ? 1.0 : 2.0;
    const double beside = besideHeight(content, layout.right - layout.besideLeft);
    const double height = name + lines * layout.line;
    return top + (layout.row - height - beside) / 2 + height - layout.line;
}

SeedRowsView::Layout SeedRowsView::layoutFor(const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const QFontMetricsF body(theme.bodyFont()), scope(theme.scopeFont());
    const double gap = theme.grid(2);
    double names = 0.0, means = scope.horizontalAdvance(tr("mean ± half-width (n)"));
    double differences = 0.0;
    if (m_rows.hasDifferences())
        differences = std::min<double>(scope.horizontalAdvance(tr("minus %1").arg(m_rows.first)) + 1, theme.grid(18));
    for (const SeedRow& row : m_rows.rows) {
        names = std::max(names, body.horizontalAdvance(row.name));
        means = std::max(means, body.horizontalAdvance(meanText(row.interval)));
        differences = std::max(differences, body.horizontalAdvance(points(row)));
    }
    Layout layout{.line = body.height(), .left = target.left(), .right = target.right() - 1};
    layout.wide = target.width() >= names + means + differences + theme.grid(22) + 3 * gap;
    layout.axis = scope.height() + theme.grid();
    const double mark = theme.grid(0.75);
    if (layout.wide || m_rows.hasDifferences())
        layout.header = (layout.wide ? 1 : 2) * scope.height() + theme.grid(0.5);
    if (layout.wide) {
        layout.pointsLeft = layout.right - differences;
        layout.meanLeft = layout.pointsLeft - gap - means;
        layout.plotLeft = target.left() + names + gap;
        layout.plotRight = layout.meanLeft - gap;
    } else {
        layout.pointsLeft = layout.right - differences;
        layout.plotLeft = target.left() + mark;
        layout.plotRight = layout.pointsLeft - gap;
    }
    layout.besideLeft = layout.wide ? layout.plotLeft : target.left();
    double least = 0.0;
    for (const SeedRow& row : m_rows.rows) {
        const double lines =
            layout.wide ? layout.line + theme.grid(1.25) : nameAbove(row, layout.right - target.left()) + 2 * layout.line + theme.grid(1.5);
        least = std::max(least, lines + besideHeight(row, layout.right - layout.besideLeft));
    }
    const double space = target.height() - layout.header - layout.axis;
    layout.row = std::clamp(space / std::max(1.0, double(m_rows.rows.size())), least, std::max(least, double(theme.grid(9))));
    return layout;
}

int SeedRowsView::heightFor(int width) const
{
    const Layout layout = layoutFor(QRectF(0, 0, width, 0)); // rows of the smallest height
    return int(std::ceil(layout.header + double(m_rows.rows.size()) * layout.row + layout.axis));
}

void SeedRowsView::paint(QPainter& painter, const QRectF& target) const
{
    const Theme& theme = Theme::instance();
    const Layout layout = layoutFor(target);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, target, layout);
    const QFontMetricsF scope(theme.scopeFont());
    const auto title = [&](double left, double right, int line, const QString& text) {
        painter.setFont(theme.scopeFont());
        painter.setPen(theme.colour(Role::Dim));
        painter.drawText(QRectF(left, target.top() + line * scope.height(), right - left, scope.height()), Qt::AlignRight | Qt::AlignTop,
                         scope.elidedText(text, Qt::ElideMiddle, right - left + 0.5));
    };
    // Without columns a row's difference stands below its mean, and so do their titles.
    if (m_rows.hasDifferences()) // whose sign means nothing without it
        title(layout.wide ? layout.pointsLeft : target.left(), layout.right, layout.wide ? 0 : 1, tr("minus %1").arg(m_rows.first));
    if (layout.header > 0.0)
        title(target.left(), layout.wide ? layout.pointsLeft - theme.grid(2) : layout.right, 0, tr("mean ± half-width (n)"));
    QRectF row(target.left(), target.top() + layout.header, target.width(), layout.row);
    for (const SeedRow& content : m_rows.rows) {
        paintRow(painter, row, layout, content, &content == &m_rows.rows.front());
        row.translate(0, layout.row);
    }
}

void SeedRowsView::paintGrid(QPainter& painter, const QRectF& target, const Layout& layout) const
{
    const Theme& theme = Theme::instance();
    const double top = target.top() + layout.header;
    const double bottom = top + layout.row * double(m_rows.rows.size());
    painter.setFont(theme.scopeFont());
    const QFontMetricsF metrics(theme.scopeFont());
    double free = target.left() - theme.grid();
    const ValueAxis axis = shownAxis();
    for (const double tick : axis.ticks()) {
        const double x = axis.place(tick, layout.plotLeft, layout.plotRight);
        painter.setPen(theme.colour(Role::Grid));
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        const QString label = axis.label(tick);
        const double width = metrics.horizontalAdvance(label);
        const double left = std::max(target.left(), x - width / 2);
        if (left < free + theme.grid(0.5))
            continue;
        painter.setPen(theme.colour(Role::Dim));
        painter.drawText(QPointF(left, bottom + theme.grid(0.5) + metrics.ascent()), label);
        free = left + width;
    }
    painter.setPen(theme.colour(Role::Line));
    painter.drawLine(QPointF(layout.plotLeft, bottom), QPointF(layout.plotRight, bottom));
}

void SeedRowsView::paintRow(QPainter& painter, const QRectF& row, const Layout& layout, const SeedRow& content, bool first) const
{
    const Theme& theme = Theme::instance();
    const double gap = theme.grid(2), width = layout.right - row.left(), line = layout.line;
    const double name = layout.wide ? 0.0 : nameAbove(content, width), lines = layout.wide ? line : name + 2 * line;
    const double beside = besideHeight(content, layout.right - layout.besideLeft);
    const double seeds = seedsTop(row.top(), layout, content), top = seeds - lines + line;
    const QString mean = meanText(content.interval);
    painter.setFont(theme.bodyFont());
    painter.setPen(theme.colour(Role::Text));
    if (layout.wide) {
        painter.drawText(QRectF(row.left(), top, layout.plotLeft - gap - row.left(), line), Qt::AlignRight | Qt::AlignVCenter,
                         content.name);
        painter.drawText(QRectF(layout.plotRight, top, layout.pointsLeft - gap - layout.plotRight, line), Qt::AlignRight | Qt::AlignVCenter,
                         mean);
    } else {
        drawWrapped(painter, {row.left(), top, width, std::max(name, line)}, Qt::AlignLeft | Qt::AlignTop, content.name);
        painter.drawText(QRectF(row.left(), top + name, width, line), Qt::AlignRight | Qt::AlignVCenter, mean);
        painter.setPen(theme.colour(Role::Dim));
    }
    painter.drawText(QRectF(row.left(), seeds, width, line), Qt::AlignRight | Qt::AlignVCenter, points(content));
    paintSeeds(painter, seeds + line / 2, layout, content, first);
    painter.setFont(theme.scopeFont());
    painter.setPen(theme.colour(Role::Dim));
    drawWrapped(painter, {layout.besideLeft, seeds + line, layout.right - layout.besideLeft, beside}, Qt::AlignLeft | Qt::AlignTop,
                content.beside);
}

void SeedRowsView::paintSeeds(QPainter& painter, double y, const Layout& layout, const SeedRow& content, bool first) const
{
    const Theme& theme = Theme::instance();
    const ValueAxis axis = shownAxis();
    const auto place = [&](double value) { return axis.place(value, layout.plotLeft, layout.plotRight); };
    const auto isShown = [&](double x) { return x >= layout.plotLeft - 0.5 && x <= layout.plotRight + 0.5; };
    const double half = theme.grid(0.7);
    const QColor ink = theme.colour(first ? Role::Selection : Role::Test);
    painter.setPen(QPen(theme.tint(Role::Train, 0.9), 1.2));
    for (const double value : content.values)
        if (isShown(place(value)))
            painter.drawLine(QPointF(place(value), y - half), QPointF(place(value), y + half));
    if (content.interval.n == 0)
        return;
    const double reach = content.interval.n > 1 ? content.interval.halfWidth : 0.0;
    const double low = place(content.interval.mean - reach), high = place(content.interval.mean + reach);
    if (reach > 0.0 && high >= layout.plotLeft && low <= layout.plotRight) {
        painter.setPen(QPen(ink, theme.grid(0.45), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(std::max(low, layout.plotLeft), y), QPointF(std::min(high, layout.plotRight), y));
    }
    // A bar or dot that lies beyond the axis is an arrow head.
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const double tip = theme.grid(0.5);
    if (low < layout.plotLeft - 0.5)
        painter.drawPolygon(QPolygonF({{layout.plotLeft - tip, y}, {layout.plotLeft, y - tip}, {layout.plotLeft, y + tip}}));
    if (high > layout.plotRight + 0.5)
        painter.drawPolygon(QPolygonF({{layout.plotRight + tip, y}, {layout.plotRight, y - tip}, {layout.plotRight, y + tip}}));
    if (!isShown(place(content.interval.mean)))
        return;
    // Without an interval the dot is hollow, because it is a single value, not an estimate with a known error.
    const double radius = theme.grid(0.55);
    painter.setPen(QPen(ink, 1.6));
    painter.setBrush(content.interval.n > 1 ? ink : theme.colour(Role::Panel));
    painter.drawEllipse(QPointF(place(content.interval.mean), y), radius, radius);
}

QString SeedRowsView::tipAt(const QPointF& place) const
{
    const Layout layout = layoutFor(rect());
    const auto row = std::floor((place.y() - layout.header) / layout.row);
    if (row < 0 || row >= double(m_rows.rows.size()))
        return {};
    const SeedRow& content = m_rows.rows[std::size_t(row)];
    QStringList seeds;
    for (const double value : content.values)
        seeds << shownFigure(value, 4);
    const QString values = tr("%1: %2\nSeeds: %3").arg(content.name, meanText(content.interval), seeds.join(QStringLiteral(" · ")));
    const QString all =
        content.minusFirst ? tr("%1\nMinus %2, in points: %3").arg(values, m_rows.first, pointsInterval(*content.minusFirst)) : values;
    return content.beside.isEmpty() ? all : QStringLiteral("%1\n%2").arg(all, content.beside);
}

} // namespace reweigh
