// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/VariantFigures.h"
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

/// Draws the weight over the loss that each variant learned.
class VariantCurvesPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit VariantCurvesPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    LineNames* m_names;
    std::vector<VariantLine> m_lines;
};

} // namespace reweigh
