// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/PlanPanel.h"

namespace reweigh {

class ClaimRowsView;

/// Shows what the runs say of the plan's hypotheses, and runs what is missing.
class HypothesesPanel : public PlanPanel {
    Q_OBJECT
public:
    explicit HypothesesPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;
    int figureHeight(int width) const override;

protected:
    void refresh() override;
    void retheme() override;

private:
    QString note() const;

    std::shared_ptr<const PlanSnapshot> m_shown;
    ClaimRowsView* m_view;
    QLabel* m_note;
};

} // namespace reweigh
