// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ZoomGestures.h"

#include <QRectF>

#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace reweigh {

/// The ranges that a view which paints itself shows of one or two linear axes, and the gestures that change them (ZoomGestures). The view
/// sets the whole of each axis whenever its data change, and draws what range() says, with x() and y(). A range that the user has chosen
/// stays while the whole changes. Left of the axes' rectangle a gesture moves the vertical axis alone, below it the horizontal one.
class ViewZoom : public ZoomGestures {
    Q_OBJECT
public:
    struct Range {
        double low = 0.0, high = 1.0;

        double size() const { return high - low; }
        /// From share `from` to share `to` of its length; shares may lie outside [0, 1].
        Range part(double from, double to) const { return {low + from * size(), low + to * size()}; }
        friend bool operator==(const Range&, const Range&) = default;
    };

    /// `axes`: those that can be zoomed. `inside`: the rectangle of the view in which they are drawn now; empty where there is nothing to
    /// zoom. The view is the parent, and is updated when a range changes.
    ViewZoom(QWidget& view, Qt::Orientations axes, std::function<QRectF()> inside);

    /// Gestures act only where this is true, beside where the axes are; keys always.
    void setReach(std::function<bool(QPointF)> reach) { m_reach = std::move(reach); }
    /// Where plain drags and double clicks are the view's own.
    void setKept(std::function<bool(QPointF)> kept) { m_kept = std::move(kept); }
    /// The axes that Shift and an arrow key pan; all at first.
    void setKeyPans(Qt::Orientations axes) { m_keyPans = axes; }

    /// Says what the whole of an axis is. Does nothing unless low < high and both are finite.
    void setWhole(Qt::Orientation axis, double low, double high);
    Range whole(Qt::Orientation axis) const { return side(axis).whole; }
    /// What is to be drawn.
    Range range(Qt::Orientation axis) const { return side(axis).held.value_or(side(axis).whole); }
    /// Shows a range of the user's choice. Does nothing if it is wider than `widest` times, or narrower than `narrowest` times, the whole.
    void hold(Qt::Orientation axis, Range range);
    /// Moves the visible range as little as is needed to show [low, high], if the axis was moved.
    void reveal(Qt::Orientation axis, double low, double high);

    /// The pixels of a value, if its axis is drawn from the left to the right, or from the bottom to the top, of `inside`.
    double x(double value, const QRectF& inside) const;
    double y(double value, const QRectF& inside) const;

    bool moved() const override { return m_sides[0].held || m_sides[1].held; }
    void release() override;
    void reset() override { release(); }
    void zoom(QPointF place, double factor) override;

Q_SIGNALS:
    /// Another range is shown.
    void changed();

protected:
    bool reaches(QPointF place) const override { return !axesAt(place).empty() && (!m_reach || m_reach(place)); }
    bool keeps(QPointF place) const override { return m_kept && m_kept(place); }
    QPointF middle() const override { return m_inside().center(); }
    Qt::Orientations keyPans() const override { return m_keyPans; }
    QPoint corner(QSize button) const override;
    QRect begin(QPointF place) override;
    void moveBy(QPointF share) override;
    void choose(const QRect& chosen) override;

private:
    struct Side {
        Range whole;
        std::optional<Range> held; ///< what the user has chosen
    };
    const Side& side(Qt::Orientation axis) const { return m_sides[axis == Qt::Horizontal ? 0 : 1]; }
    Side& side(Qt::Orientation axis) { return m_sides[axis == Qt::Horizontal ? 0 : 1]; }
    using Ranges = std::vector<std::pair<Qt::Orientation, Range>>;
    void give(const Ranges& ranges);
    std::vector<Qt::Orientation> axesAt(QPointF place) const;
    double shareAt(Qt::Orientation axis, QPointF place) const;
    void tellChanged();

    QWidget& m_view;
    Qt::Orientations m_axes, m_keyPans;
    std::function<QRectF()> m_inside;
    std::function<bool(QPointF)> m_reach, m_kept;
    std::array<Side, 2> m_sides; ///< horizontal, vertical
    Ranges m_start;              ///< the ranges at the begin of a gesture
};

} // namespace reweigh
