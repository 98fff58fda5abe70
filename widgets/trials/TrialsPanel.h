// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

class QTableView;
class QTimer;

namespace reweigh {

class ColumnMemory;
class TrialActions;
class TrialFilterBar;
class TrialFilterModel;
class TrialSelectionLink;
class TrialTableModel;

/// Every trial of the study as a table: sorted, filtered, starred, tagged and noted.
class TrialsPanel : public Panel {
    Q_OBJECT
public:
    explicit TrialsPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    /// What is shown, in the order it is shown.
    FigureTable table() const override;

public Q_SLOTS:
    /// StandardKey::Find of the window.
    void focusFilter();

protected:
    void attach(OpenStudy& study) override;
    void refresh() override;
    void retheme() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTable();
    void showColumns();
    QString scopeText() const;

    TrialTableModel* m_trials;
    TrialFilterModel* m_shown;
    QTableView* m_table;
    TrialFilterBar* m_bar;
    TrialSelectionLink* m_link;
    ColumnMemory* m_columns;
    TrialActions* m_actions;
    QTimer* m_clock; ///< for the trials that run
};

} // namespace reweigh
