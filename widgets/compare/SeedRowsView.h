// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/PaintedView.h"
#include "widgets/compare/SeedRows.h"
#include "widgets/compare/ValueAxis.h"

namespace reweigh {

/// Every seed a thin tick, the mean a dot, its Student-t 95 % interval a thick bar; beside them the figures. Where it is too
/// narrow for columns a row takes two lines.
class SeedRowsView : public PaintedView {
    Q_OBJECT
public:
    explicit SeedRowsView(QWidget* parent = nullptr);

    void setRows(SeedRows rows);
    const SeedRows& rows() const { return m_rows; }

    void paint(QPainter& painter, const QRectF& target) const override;
    int heightFor(int width) const override;
    QString tipAt(const QPointF& place) const override;

private:
    /// Where things lie at a size.
    struct Layout {
        bool wide = true;
        double header = 0.0, row = 0.0, axis = 0.0, line = 0.0;
        double plotLeft = 0.0, plotRight = 0.0;  ///< of the data
        double meanLeft = 0.0, pointsLeft = 0.0; ///< of the columns
        double right = 0.0;
    };
    Layout layoutFor(const QRectF& target) const;
    void paintGrid(QPainter& painter, const QRectF& target, const Layout& layout) const;
    void paintRow(QPainter& painter, const QRectF& row, const Layout& layout, const SeedRow& content, bool first) const;
    void paintSeeds(QPainter& painter, double y, const Layout& layout, const SeedRow& content, bool first) const;

    SeedRows m_rows;
    ValueAxis m_axis;
};

} // namespace reweigh
