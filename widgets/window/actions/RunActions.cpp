// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/actions/RunActions.h"

#include "core/experiment/VariantResult.h"
#include "widgets/state/NextRun.h"
#include "widgets/text/ErrorText.h"
#include "widgets/window/common/Actions.h"
#include "widgets/window/common/EachStudy.h"

#include <QMenu>

#include <algorithm>

namespace reweigh {

RunActions::RunActions(Workbench& bench, QObject* parent)
    : QObject(parent)
    , m_bench(bench)
    , m_run(makeAction(this, QStringLiteral("run"), tr("Run")))
    , m_runNew(makeAction(this, QStringLiteral("run-new"), tr("Start a new study")))
    , m_pause(makeAction(this, QStringLiteral("pause"), tr("Pause")))
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
        finishTyping();
        if (!m_run->isEnabled()) // for what was typed last
            return;
        OpenStudy& study = m_bench.current();
        if (study.runner().state() == RunState::Paused)
            study.runner().resume();
        else
            study.run();
        Q_EMIT started();
    });
    connect(m_runNew, &QAction::triggered, this, [this] {
        finishTyping();
        if (!m_runNew->isEnabled())
            return;
        m_bench.current().run();
        Q_EMIT started();
    });
    connect(m_pause, &QAction::triggered, this, [this] { m_bench.current().runner().pause(); });
    for (QAction* stop : {m_stop, m_stopNow})
        connect(stop, &QAction::triggered, this, [this] { m_bench.current().runner().stopNow(); });
    connect(m_stopAfter, &QAction::triggered, this, [this] { m_bench.current().runner().stopAfterEpoch(); });

    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::stateChanged, this, &RunActions::follow);
        connect(&study, &OpenStudy::snapshotChanged, this, &RunActions::follow);
        connect(&study, &OpenStudy::configChanged, this, &RunActions::follow);
        connect(&study, &OpenStudy::previewChanged, this, &RunActions::follow);
        connect(&study, &OpenStudy::titleChanged, this, &RunActions::follow); // also when it is opened from a file
        connect(&study.document(), &ExperimentDocument::refusedChanged, this, &RunActions::follow);
    });
    connect(&bench, &Workbench::currentChanged, this, &RunActions::follow);
    connect(&bench.plan(), &OpenPlan::jobChanged, this, &RunActions::follow);
    follow();
}

void RunActions::setShown(Shown shown)
{
    m_shown = shown;
    follow();
}

void RunActions::follow()
{
    OpenStudy& study = m_bench.current();
    const RunState state = study.runner().state();
    const auto snapshot = study.snapshot();
    const bool elsewhere = state == RunState::Idle && snapshot->beingWritten;
    const bool foreign = study.isOthers();
    const bool idle = state == RunState::Idle;
    const bool unread = idle && !study.isNew() && snapshot->file.empty(); // its settings are not known yet, or never will be
    const bool paused = state == RunState::Paused;
    const bool shown = m_shown == Shown::Study, ofPlan = m_shown == Shown::Plan;
    const NextRun next = (idle || paused) && shown ? nextRun(study) : NextRun();
    const bool nothing = idle && (!shown || next.obstacle || next.kind == NextRun::Kind::Done);

    m_run->setEnabled((idle || paused) && !elsewhere && !foreign && !unread && !nothing);
    const bool named = idle && shown && !foreign && !elsewhere && !unread;
    m_run->setText(paused ? resumeText(next) : named && next.kind != NextRun::Kind::Done ? nextRunText(next, study) : tr("Run"));
    m_run->setIconText(named ? nextRunVerb(next, study) : paused ? resumeText(NextRun()) : m_run->text()); // what buttons show
    const bool changed = paused && shown && next.kind == NextRun::Kind::Other;
    m_runNew->setVisible(changed);
    m_runNew->setEnabled(changed && !next.obstacle);
    m_runNew->setText(changed ? nextRunText(next, study) : tr("Start a new study"));
    m_runNew->setToolTip(changed && next.obstacle ? errorText(*next.obstacle) : QString());
    // A comparison that was stopped goes on in the panel Verdicts, once that has a run to show.
    const bool done = next.kind == NextRun::Kind::Done;
    const int lacking = done ? missingRuns(snapshot->variants, study.config().search.variantSeeds) : 0;
    const bool hasRuns = std::ranges::any_of(snapshot->variants, [](const VariantResult& variant) { return !variant.runs.empty(); });
    m_run->setToolTip(
        paused && !shown ? tr("Resume %1 (F5)").arg(study.title())
        : ofPlan         ? tr("The plan is run by the button in the panel Hypotheses; studies are run in the other layouts.")
        : elsewhere && m_bench.plan().trains(study.file()) ? tr("The plan is running this study; this window shows its progress.")
        : elsewhere                                        ? tr("Another process is running this study; this window shows its progress.")
        : foreign                                          ? tr("This study was not made by Reweigh: it can be looked at, not run.")
        : !shown                                           ? tr("Choose a study first.")
        : unread                                           ? tr("The study's file has not been read; where it cannot be, the log says why.")
        : idle && next.obstacle && next.obstacle->code == ErrorCode::DataSetNotInstalled
            ? tr("The data set is not here yet; the panel Recipe gets it.")
        : idle && next.obstacle ? errorText(*next.obstacle)
        : idle && lacking > 0 ? (hasRuns ? tr("%1; the comparison lacks %n training(s): Compare, Queue the missing runs", nullptr, lacking)
                                         : tr("%1; the comparison lacks %n training(s): Study, Compare…", nullptr, lacking))
                                    .arg(nextRunText(next, study))
        : idle    ? tr("%1 (F5)").arg(nextRunText(next, study))
        : changed ? tr("%1 (F5)").arg(resumeText(next))
                  : tr("Run the study until its budget is spent (F5)"));
    m_pause->setShortcuts(paused ? QList<QKeySequence>() : QList<QKeySequence>{QKeySequence(Qt::Key_Space)});
    m_run->setShortcuts(paused ? QList<QKeySequence>{QKeySequence(Qt::Key_F5), QKeySequence(Qt::Key_Space)} // which paused, takes it back
                               : QList<QKeySequence>{QKeySequence(Qt::Key_F5)});
    // A plan has buttons of its own; a study that runs behind it is named.
    const auto tip = [&](const QAction& action, const QString& what) {
        return !ofPlan              ? what
               : action.isEnabled() ? tr("%1: %2", "a study, and what is done to it").arg(study.title(), what)
                                    : tr("The plan is stopped by the button in the panel Hypotheses.");
    };
    m_pause->setEnabled(state == RunState::Preparing || state == RunState::Running);
    m_pause->setText(state == RunState::Pausing ? tr("Pausing…") : tr("Pause"));
    m_pause->setToolTip(tip(*m_pause, tr("Finish the step, write a checkpoint and wait (Space)")));
    const bool stoppable = state == RunState::Preparing || state == RunState::Running || state == RunState::Paused;
    m_stop->setEnabled(stoppable);
    m_stopNow->setEnabled(stoppable);
    m_stopAfter->setEnabled(state == RunState::Preparing || state == RunState::Running);
    m_stop->setText(state == RunState::Stopping ? tr("Stopping…") : tr("Stop"));
    m_stop->setToolTip(tip(*m_stop, tr("Finish the step, write a checkpoint and end (Shift+F5)")));
}

} // namespace reweigh
