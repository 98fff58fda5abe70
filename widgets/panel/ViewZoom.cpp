// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/ViewZoom.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace reweigh {

ViewZoom::ViewZoom(QWidget& view, Qt::Orientations axes, std::function<QRectF()> inside)
    : ZoomGestures(view)
    , m_view(view)
    , m_axes(axes)
    , m_keyPans(axes)
    , m_inside(std::move(inside))
{
}

void ViewZoom::setWhole(Qt::Orientation axis, double low, double high)
{
    if (std::isfinite(low) && std::isfinite(high) && low < high)
        side(axis).whole = {low, high};
}

void ViewZoom::hold(Qt::Orientation axis, Range range)
{
    give({{axis, range}});
}

/// Holds these ranges, as far as they can be shown, and tells once.
void ViewZoom::give(const Ranges& ranges)
{
    bool any = false;
    for (const auto& [axis, range] : ranges) {
        const double length = range.size(), whole = side(axis).whole.size();
        if (!std::isfinite(range.low) || !std::isfinite(range.high) || !(length <= widest * whole && length >= narrowest * whole))
            continue;
        side(axis).held = range;
        any = true;
    }
    if (any)
        tellChanged();
}

void ViewZoom::reveal(Qt::Orientation axis, double low, double high)
{
    const std::optional<Range> held = side(axis).held;
    if (!held)
        return;
    const double by = low < held->low ? low - held->low : high > held->high ? std::min(high - held->high, low - held->low) : 0.0;
    if (by != 0.0)
        hold(axis, {held->low + by, held->high + by});
}

double ViewZoom::x(double value, const QRectF& inside) const
{
    const Range shown = range(Qt::Horizontal);
    return inside.left() + (value - shown.low) / shown.size() * inside.width();
}

double ViewZoom::y(double value, const QRectF& inside) const
{
    const Range shown = range(Qt::Vertical);
    return inside.bottom() - (value - shown.low) / shown.size() * inside.height();
}

void ViewZoom::release()
{
    stop();
    if (!moved())
        return;
    for (Side& each : m_sides)
        each.held.reset();
    tellChanged();
}

void ViewZoom::tellChanged()
{
    tell();
    m_view.update();
    Q_EMIT changed();
}

QPoint ViewZoom::corner(QSize button) const
{
    const QRectF inside = m_inside();
    return {int(inside.right()) - button.width(), std::max(0, int(inside.top()) - button.height())};
}

/// The axes that a gesture at `place` moves: all of them inside their rectangle, or the one whose labels are there.
std::vector<Qt::Orientation> ViewZoom::axesAt(QPointF place) const
{
    const QRectF inside = m_inside();
    const bool left = place.x() < inside.left();
    const bool below = place.y() > inside.bottom();
    if (inside.isEmpty() || (left && below) || place.x() > inside.right() || place.y() < inside.top())
        return {};
    std::vector<Qt::Orientation> axes;
    if (!left && m_axes & Qt::Horizontal)
        axes.push_back(Qt::Horizontal);
    if (!below && m_axes & Qt::Vertical)
        axes.push_back(Qt::Vertical);
    return axes;
}

/// Where a point of the view is along the axis: 0 at the lower end of what is shown, 1 at the upper one.
double ViewZoom::shareAt(Qt::Orientation axis, QPointF place) const
{
    const QRectF inside = m_inside();
    return axis == Qt::Horizontal ? (place.x() - inside.left()) / std::max(1.0, inside.width())
                                  : (inside.bottom() - place.y()) / std::max(1.0, inside.height());
}

void ViewZoom::zoom(QPointF place, double factor)
{
    Ranges ranges;
    for (const Qt::Orientation axis : axesAt(place)) {
        const double share = shareAt(axis, place);
        ranges.emplace_back(axis, range(axis).part(share - share * factor, share + (1.0 - share) * factor));
    }
    give(ranges);
}

QRect ViewZoom::begin(QPointF place)
{
    m_start.clear();
    for (const Qt::Orientation axis : axesAt(place))
        m_start.emplace_back(axis, range(axis));
    return m_start.empty() ? QRect() : m_inside().toAlignedRect();
}

void ViewZoom::moveBy(QPointF share)
{
    Ranges ranges;
    for (const auto& [axis, start] : m_start)
        if (const double by = axis == Qt::Horizontal ? -share.x() : share.y(); by != 0.0)
            ranges.emplace_back(axis, start.part(by, 1.0 + by));
    give(ranges);
}

void ViewZoom::choose(const QRect& chosen)
{
    if (m_start.size() == 1) { // a rectangle that is only high chooses nothing of a horizontal axis
        const int extent = m_start.front().first == Qt::Horizontal ? chosen.width() : chosen.height();
        if (extent < QApplication::startDragDistance())
            return;
    }
    Ranges ranges;
    for (const auto& [axis, start] : m_start) {
        const double a = std::clamp(shareAt(axis, chosen.topLeft()), 0.0, 1.0),
                     b = std::clamp(shareAt(axis, chosen.bottomRight()), 0.0, 1.0);
        ranges.emplace_back(axis, start.part(std::min(a, b), std::max(a, b)));
    }
    give(ranges);
}

} // namespace reweigh
