// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

class QLabel;
class QPushButton;
class QSpinBox;

namespace reweigh {

class MetricChoice;
class VerdictRowsView;

/// Shows the verdict on each difference of the comparison, how many seeds would decide it, and a control that queues more seeds.
class VerdictsPanel : public Panel {
    Q_OBJECT
public:
    explicit VerdictsPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;
    int figureHeight(int width) const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    QString note() const;
    QWidget* makeBody();
    void showQueue(int missing);

    VerdictRowsView* m_view;
    MetricChoice* m_metric;
    QLabel* m_note;
    QSpinBox* m_seeds;
    QPushButton* m_queue;
};

} // namespace reweigh
