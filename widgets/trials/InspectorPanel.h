// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/trials/TrialDetails.h"

class QPushButton;

namespace reweigh {

class ButtonGrid;
class FactList;
class MarksEditor;
class TrialActions;

/// All about the current trial: its network, how good it is and how sure that is, what it takes to train it again.
class InspectorPanel : public Panel {
    Q_OBJECT
public:
    explicit InspectorPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeBody();
    void addWindowButton(const QString& action, const QString& name, const QString& text, const QString& help);

    TrialActions* m_actions;
    LayerStrip* m_strip;
    FactList* m_facts;
    MarksEditor* m_marks;
    ButtonGrid* m_buttons;
    std::vector<std::pair<QString, QPushButton*>> m_windowButtons; ///< the window's action each presses
    QPushButton *m_copyCommand, *m_copyJson;
    QPointer<OpenStudy> m_marksOf; ///< whose trial the marks are
    TrialDetails m_details;
};

} // namespace reweigh
