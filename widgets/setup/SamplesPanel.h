// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/setup/SampleChoice.h"
#include "widgets/setup/SampleGrid.h"

class QComboBox;

namespace reweigh {

/// The images themselves: those that carry a label, or one cell of the transition matrix.
class SamplesPanel : public Panel {
    Q_OBJECT
public:
    SamplesPanel(Workbench& bench, SampleChoice& choice, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;

private:
    void fillClasses(const RecipePreview& preview, int chosen);

    SampleChoice& m_choice;
    QComboBox* m_class;
    SampleGrid* m_grid;
    int m_right = 0; ///< of the samples shown
};

} // namespace reweigh
