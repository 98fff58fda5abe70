// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"
#include "widgets/trials/TrialDetails.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QPushButton;

namespace reweigh {

class HelpButton;
class MarksEditor;
class TrialActions;

/// Shows facts as rows with a label at the left, a "?" beside it where a term explains it, and its text at the right. The widgets of
/// rows are reused for the next trial, so that nothing flickers.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);

    void setFacts(const std::vector<TrialDetails::Fact>& facts);
    void retheme();

private:
    struct Row {
        QBoxLayout* named; ///< holds the label and the "?"
        QLabel *label, *text;
        HelpButton* help = nullptr; ///< null as long as no fact in this row has needed one
    };
    void addRow();
    static void fit(QLabel& label);
    void explain(Row& row, const QString& term);

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

/// Arranges buttons in as few rows as the width allows.
class ButtonGrid : public QWidget {
    Q_OBJECT
public:
    explicit ButtonGrid(QWidget* parent = nullptr);

    QPushButton* add(const QString& name, const QString& text, const QString& help);
    /// Shows a button or takes it out of the arrangement.
    void setShown(QPushButton* button, bool shown);
    /// To be called after texts of buttons, or which are shown, have changed.
    void refit();

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QGridLayout* m_grid;
    std::vector<QPushButton*> m_buttons, m_shown; ///< all in their order, and those of them that are shown
    int m_columns = 0;
};

/// Shows the current trial in detail: its network, its results with their uncertainty, and how to train it again.
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
    const StudyTrial* shown() const;
    void showButtons(const StudyTrial& trial);
    void retrain();
    void exportTrial();

    TrialActions* m_actions;
    LayerStrip* m_strip;
    FactList* m_facts;
    MarksEditor* m_marks;
    ButtonGrid* m_buttons;
    QPushButton *m_export, *m_retrain, *m_copyCommand, *m_copyJson;
    QPointer<OpenStudy> m_marksOf; ///< the study of the trial whose marks are shown
    TrialDetails m_details;
};

} // namespace reweigh
