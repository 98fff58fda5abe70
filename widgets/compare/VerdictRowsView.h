// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "widgets/panel/FigureTable.h"
#include "widgets/panel/PaintedView.h"
#include "widgets/theme/Theme.h"

#include <QString>

#include <vector>

namespace reweigh {

/// A judged difference as text: what is compared, the observed difference, and the verdict.
struct VerdictRow {
    QString statement;             ///< "searched − fixed 1-100-1, loss"
    QString seen;                  ///< "+1.36 [0.71, 2.01] points over 6 seeds"
    QString first, second, metric; ///< names as on the command line; `second` is empty if `first` is compared with chance
    /// Number of seeds that only one of the two variants has.
    int unpaired = 0;
    int otherClasses = 0; ///< number of seeds that are not compared, JudgedRow's
    Judgement judgement;

    Role role() const;
    QString verdict() const; ///< "✓ better": mark and word
    QString chance() const;  ///< "p 0.004", adjusted by Holm's method; empty if there is no p value
    QString need() const;    ///< "5 more seeds, 8 in all, for 80 % power"; empty if the verdict is decided, or nothing is compared
    QString effect() const;  ///< "g 1.31 [0.40, 2.18]"; Hedges' g and its interval; empty if it cannot be computed
    QString details() const; ///< text of the tool tip
};

/// The rows of judgeVariants(), which the command line and the report print too.
std::vector<VerdictRow> verdictRows(const std::vector<VariantResult>& results, const ComparedMetric& metric = comparedMetrics().front());

/// The rows as a table with untranslated column names, for CSV files.
FigureTable verdictTable(const std::vector<VerdictRow>& rows);

/// Says that with this few seeds the exact signed-rank test cannot become significant; empty if it can.
QString signedRankNote(const std::vector<VerdictRow>& rows);

/// Draws one row per difference: what is compared and the observed difference, a coloured label (chip) with the verdict, the p
/// value and the number of seeds needed. In a narrow view the chip stands below the text, and long statements take several lines.
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
        double chipLeft = 0.0;  ///< left edge, if the view is wide
        double asideLeft = 0.0; ///< left edge of p value and seeds needed
    };
    Layout layoutFor(const QRectF& target) const;
    void paintRow(QPainter& painter, const QRectF& row, const Layout& layout, const VerdictRow& content) const;

    std::vector<VerdictRow> m_rows;
};

} // namespace reweigh
