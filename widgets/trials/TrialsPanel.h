// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

class QLabel;
class QStackedWidget;
class QTableView;
class QTimer;

namespace reweigh {

class ColumnMemory;
class TrialActions;
class TrialFilterBar;
class TrialFilterModel;
class TrialSelectionLink;
class TrialTableModel;

/// Shows all trials of the study in a table that the user can sort and filter, and in which stars, tags and notes can be edited.
class TrialsPanel : public Panel {
    Q_OBJECT
public:
    explicit TrialsPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    /// The shown rows, in the order in which they are shown.
    FigureTable table() const override;

public Q_SLOTS:
    /// Moves the focus to the filter line; called for the window's StandardKey::Find.
    void focusFilter();

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTable();
    QWidget* makeNone();
    void showColumns();
    void applyLine(const QString& line);
    QString scopeText() const;

    TrialTableModel* m_trials;
    TrialFilterModel* m_shown;
    QTableView* m_table;
    QStackedWidget* m_rows; ///< the table, or what stands in its place
    QLabel* m_noneText;
    TrialFilterBar* m_bar;
    TrialSelectionLink* m_link;
    ColumnMemory* m_columns;
    TrialActions* m_actions;
    QTimer* m_clock; ///< updates the durations of running trials
};

} // namespace reweigh
