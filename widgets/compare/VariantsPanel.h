// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/compare/SeedRows.h"
#include "widgets/panel/Panel.h"

class QAbstractButton;

namespace reweigh {

class MetricChoice;
class SeedRowsView;

/// Shows the compared variants, or the selected trials, with their values over seeds.
class VariantsPanel : public Panel {
    Q_OBJECT
public:
    explicit VariantsPanel(Workbench& bench, QWidget* parent = nullptr);

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
    QWidget* makeBody();
    bool showsTrials() const;
    QString note() const;

    SeedRowsView* m_view;
    QLabel* m_note;
    MetricChoice* m_metric;
    QWidget* m_switch; ///< switches between variants and selected trials
    QAbstractButton* m_variantsButton;
    QAbstractButton* m_trialsButton;
    bool m_noVariants = true;
};

} // namespace reweigh
