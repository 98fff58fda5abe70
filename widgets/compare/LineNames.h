// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/CustomPlot.h"

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

} // namespace reweigh
