// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panel/Panel.h"

namespace reweigh {

/// A panel that shows the window's plan, whichever study is in view.
class PlanPanel : public Panel {
    Q_OBJECT
public:
    PlanPanel(const QString& id, const QString& title, Workbench& bench, QWidget* parent = nullptr);

    QString source() const override;
    /// Of the cells that have begun. Where they differ, each with the number of cells: "meta set: pseudo, ... (2 of 6 cells)".
    QString heldOut() const override;
    bool hasContent() const override;

protected:
    OpenPlan& plan() const { return bench().plan(); }

    /// What was read of the plan. If nothing was, shows in place of the body `what` will be here and what brings it, and returns null.
    std::shared_ptr<const PlanSnapshot> snapshotOrEmpty(const QString& what);
    /// Opens a cell's study and shows what it compares; a line of the log if it has not begun.
    void openCell(const CellState& cell);
    /// "made · 12 cells".
    QString planScope() const;

    bool isOfStudy() const override { return false; }
    void attach(OpenStudy&) override { }
};

/// A small dim label that breaks its lines, for notes below a view.
QLabel* makePlanNote(const QString& name);

/// Gives a note the theme's font and dim colour.
void dimNote(QLabel& note);

} // namespace reweigh
