// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/ComparisonTable.h"
#include "widgets/compare/PaintedView.h"
#include "widgets/panel/FigureTable.h"
#include "widgets/theme/Theme.h"

#include <QString>

#include <vector>

namespace reweigh {

/// A judged difference in the reader's words: what is compared, what was seen of it, and what follows.
struct VerdictRow {
    QString statement;   ///< "searched − fixed 1-100-1, loss"
    QString seen;        ///< "+1.36 [0.71, 2.01] points over 6 seeds"
    QString first, second, metric; ///< names as the command line writes them; second empty where chance is it
    int unpaired = 0;
    Judgement judgement;

    Role role() const;
    QString verdict() const; ///< "✓ better": mark and word
    QString chance() const;  ///< "p 0.004"; after Holm
    QString need() const;    ///< "5 more seeds, 8 in all, for 80 % power"; empty once decided
    QString effect() const;  ///< "g 1.31 [0.40, 2.18]"; empty below three pairs
    QString details() const; ///< for a tool tip
};

/// The rows of judgeVariants(), which command line and report print too.
std::vector<VerdictRow> verdictRows(const std::vector<VariantResult>& results);

FigureTable verdictTable(const std::vector<VerdictRow>& rows);

/// What the exact signed-rank test cannot do with as few seeds as these; empty where it can.
QString signedRankNote(const std::vector<VerdictRow>& rows);


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
