// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plan/PlanPanel.h"

class QSortFilterProxyModel;
class QTableView;

namespace reweigh {

class CellTableModel;

/// Shows what is stored of each cell of the plan, and opens a cell's study.
class CellsPanel : public PlanPanel {
    Q_OBJECT
public:
    explicit CellsPanel(Workbench& bench, QWidget* parent = nullptr);

    QString summary() const override;
    FigureTable table() const override;

protected:
    void refresh() override;
    void retheme() override;

private:
    QWidget* makeBody();
    bool runsHere(const CellState& cell) const;

    std::shared_ptr<const PlanSnapshot> m_shown; ///< the rows are its cells; null: there are none
    CellTableModel* m_cells;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_view;
    QLabel* m_note;
};

} // namespace reweigh
