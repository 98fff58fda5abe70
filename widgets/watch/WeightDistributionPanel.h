// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/watch/CursorPanel.h"
#include "widgets/watch/WeightDistributionView.h"

namespace reweigh {

class WeightDistributionView;
class HealthLight;
class WeightVerdictLabel;

/// "Weight distribution": shows whether the weights separate right labels from wrong ones, in classes with many, medium and few
/// images, says it in a sentence, and shows whether the weights are healthy.
class WeightDistributionPanel : public CursorPanel {
    Q_OBJECT
public:
    explicit WeightDistributionPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    int figureHeight(int width) const override;
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    QString overallText() const;
    QString whyGroupsAreAbove() const;
    int footHeight(int width) const;

    WeightDistributionView* m_view;
    WeightVerdictLabel* m_verdict;
    QLabel* m_overall;
    HealthLight* m_light;
    std::shared_ptr<const WeightDistributionInfo> m_info;
};

} // namespace reweigh
