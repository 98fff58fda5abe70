// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window/docking/DockSet.h"

class QUndoGroup;

namespace reweigh {

class LayoutKeeper;

/// The actions of the Edit menu: undo and redo in the document in view, copy the fingerprint, find a trial, preferences.
class EditActions : public QObject {
    Q_OBJECT
public:
    EditActions(Workbench& bench, const DockSet& docks, LayoutKeeper& layouts, QWidget& window);

    QAction* undo() const { return m_undo; }
    QAction* redo() const { return m_redo; }
    QAction* copyFingerprint() const { return m_copyFingerprint; }
    QAction* find() const { return m_find; }
    QAction* preferences() const { return m_preferences; }

private:
    void findTrial();
    void followUndo();

    Workbench& m_bench;
    const DockSet& m_docks;
    LayoutKeeper& m_layouts;
    QUndoGroup* m_group;
    QAction* m_undo;
    QAction* m_redo;
    QAction* m_copyFingerprint;
    QAction* m_find;
    QAction* m_preferences;
};

} // namespace reweigh
