// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/ArmFigures.h"
#include "widgets/plots/PlotPanel.h"

namespace reweigh {

/// What each arm learned to weigh by the loss.
class ArmCurvesPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit ArmCurvesPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    LineNames* m_names;
    std::vector<ArmLine> m_lines;
};

} // namespace reweigh
