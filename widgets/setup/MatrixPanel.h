// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/setup/MatrixView.h"
#include "widgets/setup/SampleChoice.h"

namespace reweigh {

/// The transition matrix that the recipe asked for and got; a click on a cell shows its images.
class MatrixPanel : public Panel {
    Q_OBJECT
public:
    MatrixPanel(Workbench& bench, SampleChoice& choice, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;

private:
    void showWords();
    QString cellSentence(MatrixCell cell) const;

    SampleChoice& m_choice;
    MatrixView* m_view;
    QLabel *m_cell, *m_hint;
};

} // namespace reweigh
