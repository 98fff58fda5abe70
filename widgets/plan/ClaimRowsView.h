// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/PaintedView.h"
#include "widgets/plan/ClaimRows.h"
#include "widgets/theme/Theme.h"

#include <QFont>
#include <QRectF>

#include <map>

namespace reweigh {

/// Draws one row per hypothesis: name and claim, the user's sentence, what was seen; a plot of the estimate with its interval (forest
/// plot), where what the claim allows is tinted and bounded by dashed lines; a coloured label with the status, dashed while it is
/// provisional. In a narrow view plot and label stand below the text. Texts wrap: a claim that is cut off says something else.
class ClaimRowsView : public PaintedView {
    Q_OBJECT
public:
    explicit ClaimRowsView(QWidget* parent = nullptr);

    void setRows(std::vector<ClaimRow> rows);
    const std::vector<ClaimRow>& rows() const { return m_rows; }

    void paint(QPainter& painter, const QRectF& target) const override;
    int heightFor(int width) const override;
    QString tipAt(const QPointF& place) const override;

private:
    struct Layout {
        bool wide = true;
        double line = 0.0, chip = 0.0, text = 0.0; ///< height of a line, widths of label and text
    };
    /// A text of a row and its place from the row's top left corner.
    struct PlacedText {
        QFont font;
        Role role;
        QString text;
        QRectF place;
    };
    Layout layoutFor(double width) const;
    static std::vector<PlacedText> textsOf(const ClaimRow& row, const Layout& layout);
    static double heightOf(const ClaimRow& row, const Layout& layout);
    void paintRow(QPainter& painter, const QRectF& place, const Layout& layout, const ClaimRow& row) const;
    void paintForest(QPainter& painter, const QRectF& plot, const ClaimRow& row) const;

    std::vector<ClaimRow> m_rows;
    std::map<std::string, double> m_reach; ///< the end of the scale, by unit
};

} // namespace reweigh
