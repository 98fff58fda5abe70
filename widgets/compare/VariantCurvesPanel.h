// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/VariantFigures.h"
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

class PlotCursor;

/// Draws the weight over the loss that each variant learned, a line and a band for each; the pointer reads them.
class VariantCurvesPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit VariantCurvesPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    int figureHeight(int width) const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    LineNames* m_names;
    PlotCursor* m_cursor;
    std::vector<VariantLine> m_lines;
};

} // namespace reweigh
