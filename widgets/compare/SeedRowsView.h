// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/SeedRows.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/panel/ValueAxis.h"

namespace reweigh {

class ViewZoom;

/// Draws SeedRows: a thin tick per seed, a dot for the mean, a thick bar for its Student-t 95 % interval, and the numbers beside
/// them. If the view is too narrow for columns, a row's name and mean stand above its seeds and difference. Below them is what stands
/// beside the metric. The axis of the values is zoomed as ViewZoom says; the wheel elsewhere scrolls the rows.
class SeedRowsView : public PaintedView {
    Q_OBJECT
public:
    explicit SeedRowsView(QWidget* parent = nullptr);

    void setRows(SeedRows rows);
    const SeedRows& rows() const { return m_rows; }

    void paint(QPainter& painter, const QRectF& target) const override;
    int heightFor(int width) const override;
    QString tipAt(const QPointF& place) const override;
    /// The rectangle of the seeds of all rows; empty without a row.
    QRectF plotIn(const QRectF& target) const;

private:
    /// Places and heights of the parts at one size, in pixels.
    struct Layout {
        bool wide = true;
        double header = 0.0, row = 0.0, axis = 0.0, line = 0.0;
        double besideLeft = 0.0;                 ///< left edge of SeedRow::beside, which takes as many lines as it needs
        double plotLeft = 0.0, plotRight = 0.0;  ///< range of the axis
        double meanLeft = 0.0, pointsLeft = 0.0; ///< left edges of the number columns
        double left = 0.0, right = 0.0;
    };
    Layout layoutFor(const QRectF& target) const;
    bool reaches(QPointF place) const;
    double seedsTop(double top, const Layout& layout, const SeedRow& content) const;
    ValueAxis shownAxis() const;
    void paintGrid(QPainter& painter, const QRectF& target, const Layout& layout) const;
    void paintRow(QPainter& painter, const QRectF& row, const Layout& layout, const SeedRow& content, bool first) const;
    void paintSeeds(QPainter& painter, double y, const Layout& layout, const SeedRow& content, bool first) const;

    SeedRows m_rows;
    ValueAxis m_axis; ///< of all values, whatever part of it is shown
    ViewZoom* m_zoom;
};

} // namespace reweigh
