// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/VariantFigures.h"
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

class PlotCursor;

/// Draws the test recall of each variant per class, so that its effect on classes with few images is visible.
class RecallPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit RecallPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    int figureHeight(int width) const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    /// The classes in their order along the x axis, and their names.
    struct Classes {
        std::vector<int> order;
        QStringList names; ///< in the same order
        bool bySize = false;
    };
    /// The `count` classes, by size if the sizes are known, else in the order of the data set.
    Classes classesOf(int count) const;
    /// Labels every class, or every second or third if there is no room.
    void labelClasses();

    LineNames* m_names;
    PlotCursor* m_cursor;
    Classes m_classes;
    std::pair<int, int> m_labelled; ///< every how many classes one is labelled (upright: minus that), in what width
    std::vector<VariantLine> m_lines;
};

} // namespace reweigh
