// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/PlanRunBar.h"

#include "core/experiment/WorkerChoice.h"
#include "widgets/panel/ControlRow.h"
#include "widgets/panel/DoneBar.h"
#include "widgets/panel/ElidedLabel.h"
#include "widgets/panel/WheelGuard.h"
#include "widgets/plan/PlanText.h"
#include "widgets/theme/Theme.h"

#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>

namespace reweigh {

PlanRunBar::PlanRunBar(OpenPlan& plan, QWidget* parent)
    : QWidget(parent)
    , m_plan(plan)
    , m_done(new DoneBar)
    , m_news(new ElidedLabel)
    , m_atOnce(new QSpinBox)
    , m_run(new QPushButton)
    , m_stop(new QPushButton)
{
    const Theme& theme = Theme::instance();
    m_done->setObjectName(QStringLiteral("plan-progress"));
    m_done->setAccessibleName(tr("Trainings of the plan that are done"));
    m_done->setMinimumWidth(theme.grid(18));
    m_news->setObjectName(QStringLiteral("plan-news"));
    m_news->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    new WheelGuard(*m_atOnce);
    m_atOnce->setObjectName(QStringLiteral("plan-at-once"));
    m_atOnce->setAccessibleName(tr("Trainings at once"));
    m_atOnce->setToolTip(
        tr("How many trainings run side by side; the results are the same for any number. May be changed while the plan runs: applies when "
           "the next training begins."));
    m_atOnce->setRange(1, 64);
    m_atOnce->setPrefix(tr("at once: ", "number of trainings"));
    m_atOnce->setKeyboardTracking(false);
    connect(m_atOnce, &QSpinBox::valueChanged, this, [this](int count) {
        m_plan.job().setWorkers(count);
        follow();
    });
    m_run->setObjectName(QStringLiteral("plan-run"));
    m_stop->setObjectName(QStringLiteral("plan-stop"));
    m_stop->setToolTip(tr("Finish the step, write checkpoints and end; the next run continues there"));
    connect(m_run, &QPushButton::clicked, &m_plan, &OpenPlan::run);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_plan.job().stop(); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.grid(0.5));
    column->addWidget(m_news);
    column->addWidget(new ControlRow(m_done, sideBySide({m_atOnce, m_run, m_stop})));
    connect(&m_plan, &OpenPlan::snapshotChanged, this, &PlanRunBar::follow);
    connect(&m_plan, &OpenPlan::jobChanged, this, &PlanRunBar::follow);
    follow();
}

/// Trainings at once: the user's number or the job's; before both, the one that the job will choose.
int PlanRunBar::atOnce() const
{
    const int workers = m_plan.job().workers();
    return workers > 0 ? workers : usualPlanWorkers(m_plan.snapshot()->plan->cells.front().config.training);
}

/// "about 3 h, 4 at once"; empty while no training is stored.
QString PlanRunBar::timeLeft() const
{
    const double alone = m_plan.snapshot()->secondsLeft;
    if (!std::isfinite(alone))
        return {};
    const int workers = atOnce();
    return workers > 1 ? tr("about %1, %2 at once", "time, trainings").arg(roughTimeText(alone / workers), QLocale().toString(workers))
                       : tr("about %1, one at a time", "time").arg(roughTimeText(alone));
}

void PlanRunBar::follow()
{
    const auto snapshot = m_plan.snapshot();
    setVisible(snapshot != nullptr);
    if (!snapshot)
        return;
    const PlanSize& size = snapshot->size;
    const int all = size.trials + size.runs - size.runsImpossible, left = size.trialsLeft + size.runsLeft;
    const PlanJobState state = m_plan.job().state();
    const bool idle = state == PlanJobState::Idle;
    const QString time = timeLeft();

    {
        const QSignalBlocker quiet(m_atOnce);
        m_atOnce->setValue(atOnce());
    }
    m_done->setRange(0, std::max(1, all));
    m_done->setValue(all - left);
    m_done->setFormat(tr("%1 of %Ln training(s)", nullptr, all).arg(QLocale().toString(all - left)));
    m_news->say(m_plan.news());
    m_run->setVisible(idle);
    m_run->setEnabled(left > 0);
    m_run->setText(left == 0        ? (snapshot->state.isDone() ? tr("Nothing is missing") : tr("Nothing more can be run"))
                   : time.isEmpty() ? tr("Run what is missing (%n training(s))", nullptr, left)
                                    : tr("Run what is missing (%n training(s), %1)", nullptr, left).arg(time));
    m_run->setAccessibleName(m_run->text());
    m_run->setToolTip(left == 0 ? (snapshot->state.isDone() ? tr("Every search and every training of the plan is done")
                                                            : tr("What is missing cannot be made: the list of cells says why"))
                      : time.isEmpty()
                          ? tr("Trials of searches and trainings of variants; how long they take is known once one is stored")
                          : tr("Trials of searches and trainings of variants; the time is estimated from those that are stored"));
    m_stop->setVisible(!idle);
    m_stop->setEnabled(state == PlanJobState::Running);
    m_stop->setText(state == PlanJobState::Stopping ? tr("Stopping…") : tr("Stop"));
    m_stop->setAccessibleName(tr("Stop the plan"));
}

} // namespace reweigh
