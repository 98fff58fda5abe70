// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"
#include "widgets/trials/TrialTableModel.h"

class QMenu;

namespace reweigh {

/// Actions on the selected trials, for menus, keys and buttons. They apply to the selection of the study in view, no matter in
/// which view it was made.
/// Thread: GUI.
class TrialActions : public QObject {
    Q_OBJECT
public:
    /// `rows` provides the rows for "copy rows"; if null, rows cannot be copied.
    TrialActions(Workbench& bench, const TrialTableModel* rows, QObject* parent);

    QAction* star() const { return m_star; }
    QAction* copyCommand() const { return m_copyCommand; }
    QAction* copyJson() const { return m_copyJson; }
    QAction* showAll() const { return m_showAll; }

    void addTo(QMenu& menu) const;
    /// Enables or disables each action according to the selection.
    void update();
    /// Stars the selected trials, or removes the stars if all of them have one. This is one undo step.
    void toggleStar();

private:
    QAction* add(const QString& name, const QString& text, void (TrialActions::*act)());
    const StudyTrial* current() const;
    void copy(const QString& text, const QString& said);

    void doCopyCommand();
    void doCopyJson();
    void doCopyRows();
    void doFilter();
    void doShowAll();
    void doShowCurve();

    Workbench& m_bench;
    const TrialTableModel* m_rows;
    QAction *m_star, *m_copyCommand, *m_copyJson, *m_copyRows, *m_filter, *m_showAll, *m_showCurve;
};

} // namespace reweigh
