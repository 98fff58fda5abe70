// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Plot.h"

#include <vector>

namespace reweigh {

/// Draws names beside the ends of a plot's lines, in a column right of the data that takes half of the plot at most: longer names are
/// shortened. Names that would overlap are moved apart.
class LineNames : public QObject {
    Q_OBJECT
public:
    struct Name {
        QString text;
        QColor colour;
        double y = 0.0; ///< where its line ends, on the y axis
    };

    explicit LineNames(Plot& plot);

    /// Replaces all names. The caller must replot afterwards.
    void set(std::vector<Name> names, const QFont& font);

    /// The height that the names take, one below the other.
    int height() const;

private:
    void fit();
    void place();

    Plot& m_plot;
    std::vector<Name> m_names;
    std::vector<QPointer<QCPItemText>> m_items;
    QFont m_font;
};

} // namespace reweigh
