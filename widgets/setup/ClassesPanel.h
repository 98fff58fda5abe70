// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/setup/ClassBars.h"
#include "widgets/setup/SampleChoice.h"

namespace reweigh {

/// Shows the training set that the recipe makes: per class the true members and the images that carry its label, and a summary in
/// words.
class ClassesPanel : public Panel {
    Q_OBJECT
public:
    ClassesPanel(Workbench& bench, SampleChoice& choice, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;
    bool hasFigure() const override { return true; }
    int figureHeight(int width) const override;
    void paintFigure(QPainter& painter, const QRect& target) override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showWords();
    void makeRoom();

    SampleChoice& m_choice;
    ClassBars* m_bars;
    QLabel *m_sentence, *m_asked, *m_order;
};

} // namespace reweigh
