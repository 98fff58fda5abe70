// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/ViewSettings.h"
#include "widgets/watch/CursorPanel.h"
#include "widgets/watch/WeightCurveInfo.h"

class QAction;
class QStackedWidget;

namespace reweigh {

class EpochBar;
class FeaturePlot;
class Plot;
class WeightCurvePlot;
class WeightVerdictLabel;

/// "Learned weight": shows the weight that samples get, over the loss or over the features that a network (V) reads, per epoch, and
/// says what the weights do to wrong labels.
class WeightCurvePanel : public CursorPanel {
    Q_OBJECT
public:
    explicit WeightCurvePanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    int figureHeight(int width) const override;
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeSwitch();
    void showSwitch();
    bool showsFeatures() const;
    Plot& shownPlot() const;
    FigureTable curveTable() const;
    FigureTable featureTable() const;

    ViewOption<bool> m_overFeatures;
    QWidget* m_switch;
    QAction* m_featureAction = nullptr;
    QStackedWidget* m_plots;
    WeightCurvePlot* m_curvePlot;
    FeaturePlot* m_featurePlot;
    WeightVerdictLabel* m_verdict;
    EpochBar* m_epochs;
    std::shared_ptr<const WeightCurveInfo> m_info;
};

} // namespace reweigh
