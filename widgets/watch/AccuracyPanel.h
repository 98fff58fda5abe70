// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotPanel.h"
#include "widgets/watch/AccuracyPlot.h"

namespace reweigh {

class AccuracyPlot;
class PlotCursor;

/// Draws loss and accuracies of the selected trials (or of a comparison's variants) while they are trained: every run as a thin
/// line, the group's mean as a thick line over its Student-t band. A single run has no band. The loss of every step is shown for
/// trainings that run in this process.
class AccuracyPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit AccuracyPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

    CurveMetric metric() const { return CurveMetric(m_metric.get()); }
    CurveAxis axis() const { return CurveAxis(m_axis.get()); }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    std::vector<CurveRun> group() const;
    CurveRun trialRun(std::int64_t number) const;
    void addMenu();
    void drawOthers();

    ViewOption<int> m_metric, m_axis;
    ViewOption<double> m_smoothing;
    QAction* m_logX;
    QAction* m_logY;
    QAction* m_others;
    QAction* m_variants;
    std::array<QAction*, 4> m_shown{};
    std::array<SplitLines, 4> m_lines;
    std::vector<CurveRun> m_group;
    AccuracyPlot* m_drawing;
    PlotCursor* m_cursor;
};

} // namespace reweigh
