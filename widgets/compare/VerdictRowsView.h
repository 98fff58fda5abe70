// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/VerdictRows.h"
#include "widgets/compare/PaintedView.h"

namespace reweigh {

/// One difference a row: what is compared and what was seen of it, a chip with the verdict, chance and need. Where it is narrow the
/// chip goes below.
class VerdictRowsView : public PaintedView {
    Q_OBJECT
public:
    explicit VerdictRowsView(QWidget* parent = nullptr);

    void setRows(std::vector<VerdictRow> rows);
    const std::vector<VerdictRow>& rows() const { return m_rows; }

    void paint(QPainter& painter, const QRectF& target) const override;
    int heightFor(int width) const override;
    QString tipAt(const QPointF& place) const override;

private:
    struct Layout {
        bool wide = true;
        double row = 0.0, line = 0.0;
        double chip = 0.0;      ///< width
        double chipLeft = 0.0;  ///< when wide
        double asideLeft = 0.0; ///< chance and need
    };
    Layout layoutFor(const QRectF& target) const;
    void paintRow(QPainter& painter, const QRectF& row, const Layout& layout, const VerdictRow& content) const;
    static void paintChip(QPainter& painter, const QRectF& chip, const VerdictRow& content);

    std::vector<VerdictRow> m_rows;
};

} // namespace reweigh
