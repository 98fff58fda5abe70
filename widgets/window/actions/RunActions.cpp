// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/RunActions.h"

#include "widgets/window/common/Actions.h"
#include "widgets/window/common/EachStudy.h"

#include <QMenu>

namespace reweigh {

RunActions::RunActions(Workbench& bench, QObject* parent)
    : QObject(parent)
    , m_bench(bench)
    , m_run(makeAction(this, QStringLiteral("run"), tr("Run"), {QKeySequence(Qt::Key_F5)}))
    , m_pause(makeAction(this, QStringLiteral("pause"), tr("Pause"), {QKeySequence(Qt::Key_Space)}))
    , m_stop(makeAction(this, QStringLiteral("stop"), tr("Stop"), {QKeySequence(Qt::SHIFT | Qt::Key_F5)}))
    , m_stopNow(makeAction(this, QStringLiteral("stop-now"), tr("Stop now")))
    , m_stopAfter(makeAction(this, QStringLiteral("stop-after-epoch"), tr("Stop after this epoch"),
                             {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5)}))
    , m_stopMenu(std::make_unique<QMenu>())
{
    bindIcon(*m_run, QStringLiteral("run"), Role::Done);
    bindIcon(*m_pause, QStringLiteral("pause"));
    bindIcon(*m_stop, QStringLiteral("stop"));
    bindIcon(*m_stopNow, QStringLiteral("stop"));
    bindIcon(*m_stopAfter, QStringLiteral("stop-after"));
    m_stopMenu->addActions({m_stopNow, m_stopAfter});

    connect(m_run, &QAction::triggered, this, [this] {
        OpenStudy& study = m_bench.current();
        if (study.runner().state() == RunState::Paused)
            study.runner().resume();
        else
            study.run();
        Q_EMIT started();
    });
    connect(m_pause, &QAction::triggered, this, [this] { m_bench.current().runner().pause(); });
    for (QAction* stop : {m_stop, m_stopNow})
        connect(stop, &QAction::triggered, this, [this] { m_bench.current().runner().stopNow(); });
    connect(m_stopAfter, &QAction::triggered, this, [this] { m_bench.current().runner().stopAfterEpoch(); });

    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::stateChanged, this, &RunActions::follow);
        connect(&study, &OpenStudy::snapshotChanged, this, &RunActions::follow);
    });
    connect(&bench, &Workbench::currentChanged, this, &RunActions::follow);
    connect(&bench.plan(), &OpenPlan::jobChanged, this, &RunActions::follow);
    follow();
}

void RunActions::follow()
{
    OpenStudy& study = m_bench.current();
    const RunState state = study.runner().state();
    const auto snapshot = study.snapshot();
    const bool elsewhere = state == RunState::Idle && snapshot->beingWritten;
    const bool foreign = !snapshot->file.empty() && !snapshot->facts;

    m_run->setEnabled((state == RunState::Idle || state == RunState::Paused) && !elsewhere && !foreign);
    m_run->setText(state == RunState::Paused ? tr("Resume") : tr("Run"));
    m_run->setToolTip(elsewhere && m_bench.plan().trains(study.file())
                          ? tr("The plan is running this study; this window shows its progress.")
                      : elsewhere ? tr("Another process is running this study; this window shows its progress.")
                      : foreign   ? tr("This study was not made by Reweigh: it can be looked at, not run.")
                                  : tr("Run the study until its budget is spent (F5)"));
    m_pause->setEnabled(state == RunState::Preparing || state == RunState::Running);
    m_pause->setText(state == RunState::Pausing ? tr("Pausing…") : tr("Pause"));
    m_pause->setToolTip(tr("Finish the step, write a checkpoint and wait (Space)"));
    const bool stoppable = state == RunState::Preparing || state == RunState::Running || state == RunState::Paused;
    m_stop->setEnabled(stoppable);
    m_stopNow->setEnabled(stoppable);
    m_stopAfter->setEnabled(state == RunState::Preparing || state == RunState::Running);
    m_stop->setText(state == RunState::Stopping ? tr("Stopping…") : tr("Stop"));
    m_stop->setToolTip(tr("Finish the step, write a checkpoint and end (Shift+F5)"));
}

} // namespace reweigh
