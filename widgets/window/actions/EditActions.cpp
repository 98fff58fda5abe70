// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/EditActions.h"

#include "widgets/window/common/Actions.h"
#include "widgets/window/common/EachStudy.h"
#include "widgets/window/dialogs/PreferencesDialog.h"
#include "widgets/window/docking/LayoutKeeper.h"

#include <QUndoGroup>

namespace reweigh {

EditActions::EditActions(Workbench& bench, const DockSet& docks, LayoutKeeper& layouts, QWidget& window)
    : QObject(&window)
    , m_bench(bench)
    , m_docks(docks)
    , m_layouts(layouts)
    , m_group(new QUndoGroup(this))
    , m_undo(makeAction(this, QStringLiteral("undo"), tr("Undo"), standardKeys(QKeySequence::Undo, "Ctrl+Z")))
    , m_redo(m_group->createRedoAction(this, tr("Redo")))
    , m_copyFingerprint(makeAction(this, QStringLiteral("copy-fingerprint"), tr("Copy recipe fingerprint"),
                                   {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}))
    , m_find(makeAction(this, QStringLiteral("find"), tr("Find a trial"), standardKeys(QKeySequence::Find, "Ctrl+F")))
    , m_preferences(makeAction(this, QStringLiteral("preferences"), tr("Preferences…"), standardKeys(QKeySequence::Preferences, "Ctrl+,")))
{
    m_redo->setObjectName(QStringLiteral("redo"));
    m_redo->setShortcuts(standardKeys(QKeySequence::Redo, "Ctrl+Shift+Z"));
    bindIcon(*m_copyFingerprint, QStringLiteral("copy"));
    const auto follow = [this, &bench] {
        m_group->setActiveStack(&bench.current().document().undoStack());
        followUndo();
    };
    eachStudy(bench, this, [this](OpenStudy& study) {
        m_group->addStack(&study.document().undoStack());
        connect(&study.document(), &ExperimentDocument::refusedChanged, this, &EditActions::followUndo);
    });
    connect(m_group, &QUndoGroup::indexChanged, this, &EditActions::followUndo);
    connect(m_group, &QUndoGroup::canUndoChanged, this, &EditActions::followUndo);
    connect(m_group, &QUndoGroup::undoTextChanged, this, &EditActions::followUndo);
    connect(m_undo, &QAction::triggered, this, [this] {
        if (!m_bench.current().document().takeBackRefused())
            m_group->undo();
    });
    connect(&bench, &Workbench::currentChanged, this, follow);
    follow();
    connect(m_find, &QAction::triggered, this, &EditActions::findTrial);
    connect(m_preferences, &QAction::triggered, &window, [&window] { (new PreferencesDialog(&window))->open(); });
}

/// An entry that no setting took is taken back where it is the newest of what the user did.
void EditActions::followUndo()
{
    const bool refused = m_bench.current().document().refusedIsNewest();
    m_undo->setEnabled(refused || m_group->canUndo());
    const QString what = m_group->undoText();
    m_undo->setText(refused ? tr("Undo the entry that was not taken") : what.isEmpty() ? tr("Undo") : tr("Undo") + QLatin1Char(' ') + what);
}

void EditActions::findTrial()
{
    if (QDockWidget* dock = m_docks.dock(QStringLiteral("trials")); dock && !dock->isVisible())
        m_layouts.show(Layout::Search);
    m_docks.reveal(QStringLiteral("trials"));
    if (Panel* trials = m_docks.panel(QStringLiteral("trials")))
        QMetaObject::invokeMethod(trials, "focusFilter"); // by name, for this room knows no room of views
}

} // namespace reweigh
