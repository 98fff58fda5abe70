// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/StudyActions.h"

#include "widgets/window/common/Actions.h"
#include "widgets/window/common/EachStudy.h"
#include "widgets/window/dialogs/CompareDialog.h"

namespace reweigh {

StudyActions::StudyActions(Workbench& bench, QWidget& window)
    : QObject(&window)
    , m_bench(bench)
    , m_compare(makeAction(this, QStringLiteral("compare"), tr("Compare…"), {QKeySequence(Qt::CTRL | Qt::Key_K)}))
    , m_measure(makeAction(this, QStringLiteral("measure-cost"), tr("Measure cost"), {QKeySequence(Qt::CTRL | Qt::Key_M)}))
{
    bindIcon(*m_compare, QStringLiteral("compare"));
    for (const QAction* action : {m_compare, m_measure}) // before what they begin reads the settings
        connect(action, &QAction::triggered, this, &finishTyping);
    connect(m_compare, &QAction::triggered, this, [this, &window] {
        auto* dialog = new CompareDialog(m_bench.current(), &window);
        connect(dialog, &QDialog::accepted, this, &StudyActions::comparing);
        dialog->open();
    });
    connect(m_measure, &QAction::triggered, this, &StudyActions::costWanted);
    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::stateChanged, this, &StudyActions::follow);
        connect(&study, &OpenStudy::snapshotChanged, this, &StudyActions::follow);
    });
    connect(&bench, &Workbench::currentChanged, this, &StudyActions::follow);
    follow();
}

void StudyActions::follow()
{
    OpenStudy& study = m_bench.current();
    const auto snapshot = study.snapshot();
    const bool idle = study.runner().state() == RunState::Idle;
    m_compare->setEnabled(idle && snapshot->facts && snapshot->best() && !snapshot->beingWritten);
    m_compare->setToolTip(m_compare->isEnabled() ? tr("Train the best network and its controls with the same fresh seeds")
                          : study.isOthers()     ? tr("This study was not made by Reweigh: it can be looked at, not compared.")
                                                 : tr("Needs a complete trial, and nothing that runs"));
}

} // namespace reweigh
