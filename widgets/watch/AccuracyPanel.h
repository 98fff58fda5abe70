// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotPanel.h"
#include "widgets/watch/AccuracyPlot.h"
#include "widgets/watch/CurveThings.h"

namespace reweigh {

class PlotCursor;

/// Draws loss and accuracies of the selected trials (or of a comparison's variants) while they are trained: a line for each trial, and for
/// each variant its seeds as thin lines and their mean as a thick one over its Student-t band. Trials, or variants, are never averaged
/// with each other. The loss of every step is shown for trainings that run in this process.
class AccuracyPanel : public PlotPanel {
    Q_OBJECT
public:
    explicit AccuracyPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    QString figureName() const override;
    int figureHeight(int width) const override;

    CurveMetric metric() const { return CurveMetric(m_metric.get()); }
    CurveAxis axis() const { return CurveAxis(m_axis.get()); }

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    QString wordsAt(double& x) const;
    void addMenu();
    void addTitleControls();
    std::vector<const StudyTrial*> others() const;
    bool drawsSteps() const;
    void drawThings();
    bool keepsLast();
    QString who() const;
    std::size_t firstShown() const;

    ViewOption<int> m_metric, m_axis;
    ViewOption<double> m_smoothing;
    QAction* m_logX;
    QAction* m_logY;
    QAction* m_others;
    QAction* m_variants;
    std::array<QAction*, 4> m_shown{};
    std::vector<CurveThing> m_things;
    QString m_drawn; ///< whose curves were drawn last
    AccuracyPlot* m_drawing;
    PlotCursor* m_cursor;
};

} // namespace reweigh
