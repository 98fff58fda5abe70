// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/VariantFigures.h"
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

/// What each variant does to the rare classes.
class RecallPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit RecallPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    /// Which classes, in which order, under which names.
    struct Classes {
        std::vector<int> order;
        QStringList names; ///< in this order
        bool bySize = false;
    };
    Classes classesOf(int count) const;
    /// Every class's name, or every second's, third's where there is no room.
    void labelClasses();

    LineNames* m_names;
    Classes m_classes;
    int m_step = 0; ///< of the names shown
    std::vector<VariantLine> m_lines;
};

} // namespace reweigh
