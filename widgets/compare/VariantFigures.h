// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/ComparedVariants.h"
#include "widgets/plots/CustomPlot.h"
#include "widgets/plots/Plot.h"

#include <QString>

#include <vector>

namespace reweigh {

/// Names beside the ends of a plot's lines, in a column at its right that the data leave free; those that would meet are
/// moved apart.
class LineNames : public QObject {
    Q_OBJECT
public:
    struct Name {
        QString text;
        QColor colour;
        double y = 0.0; ///< where its line ends, on the y axis
    };

    explicit LineNames(QCustomPlot& plot);

    /// Replaces all names. The plot is to be replotted.
    void set(std::vector<Name> names, const QFont& font);

private:
    void place();

    QCustomPlot& m_plot;
    std::vector<Name> m_names;
    std::vector<QPointer<QCPItemText>> m_items;
};


/// One variant's line over a common x.
struct VariantLine {
    QString name, shortName;
    int place = 0; ///< in the order of every table: its pen
    std::vector<double> x, y;
    int seeds = 0;
};

/// How the variant at `place` of every table is drawn in every plot: told by its dashes as well as by its colour. Any number of them.
QPen variantPen(int place);

/// Draws the lines in place of the plot's graphs, their names beside their ends; with `dots` at each x.
void showVariantLines(Plot& plot, LineNames& names, const std::vector<VariantLine>& lines, bool dots);


/// Each variant's weight over the loss at its runs' last epoch, mean over seeds, where all of them saw samples.
std::vector<VariantLine> weightLines(const ComparedVariants& compared);

/// Each variant's test recall of the classes in `order`: mean over the last epochs, then over seeds. x is the place in `order`.
std::vector<VariantLine> recallLines(const ComparedVariants& compared, const std::vector<int>& order);

/// Classes by true training members, the largest first; equals keep their order.
std::vector<int> classesBySize(const std::vector<int>& members);

} // namespace reweigh
