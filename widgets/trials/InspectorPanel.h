// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/trials/TrialDetails.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace reweigh {

/// Labels at the left, what they say at the right. Rows are kept from one trial to the next: nothing flickers.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);

    void setFacts(const std::vector<TrialDetails::Fact>& facts);
    void retheme();

private:
    struct Row {
        QLabel *label, *text;
    };

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace reweigh

class QGridLayout;
class QPushButton;

namespace reweigh {

/// Buttons in one row, or in as many as the width asks for.
class ButtonGrid : public QWidget {
    Q_OBJECT
public:
    explicit ButtonGrid(QWidget* parent = nullptr);

    QPushButton* add(const QString& name, const QString& text, const QString& help);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QGridLayout* m_grid;
    std::vector<QPushButton*> m_buttons;
    int m_columns = 0;
};

} // namespace reweigh

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
