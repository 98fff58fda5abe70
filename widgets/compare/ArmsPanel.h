// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/SeedRows.h"
#include "widgets/panel/Panel.h"
#include "widgets/panel/ViewSettings.h"

class QAbstractButton;
class QComboBox;

namespace reweigh {

class SeedRowsView;

/// The arms of the comparison side by side, or the chosen trials.
class ArmsPanel : public Panel {
    Q_OBJECT
public:
    explicit ArmsPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    QWidget* makeBody();
    bool showsTrials() const;
    QString note() const;
    ArmMetric metric() const;

    SeedRowsView* m_view;
    QLabel* m_note;
    QComboBox* m_metric;
    QWidget* m_switch; ///< arms or chosen trials; there is nothing to choose with fewer than two of them
    QAbstractButton* m_armsButton;
    QAbstractButton* m_trialsButton;
    ViewOption<QString> m_metricKey;
    bool m_noArms = true;
};

} // namespace reweigh
