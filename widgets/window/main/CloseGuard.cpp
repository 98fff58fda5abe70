// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/CloseGuard.h"

#include "widgets/window/common/EachStudy.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace reweigh {

CloseGuard::CloseGuard(Workbench& bench, QWidget& window)
    : QObject(&window)
    , m_bench(bench)
    , m_window(window)
{
    eachStudy(bench, this, [this](OpenStudy& study) { connect(&study, &OpenStudy::stateChanged, this, &CloseGuard::look); });
    connect(&bench.plan(), &OpenPlan::jobChanged, this, &CloseGuard::look);
}

int CloseGuard::busy() const
{
    const int plan = m_bench.plan().job().state() != PlanJobState::Idle;
    return plan + int(std::count_if(m_bench.studies().begin(), m_bench.studies().end(), [](const auto& study) {
               const RunState state = study->runner().state();
               return state != RunState::Idle && state != RunState::Paused;
           }));
}

bool CloseGuard::mayLeave()
{
    if (busy() == 0)
        return true;
    if (m_question || m_leaving)
        return false;
    m_question = new QMessageBox(QMessageBox::Question, tr("Reweigh"),
                                 m_bench.plan().job().state() == PlanJobState::Idle ? tr("A study is running.") : tr("A plan is running."),
                                 QMessageBox::NoButton, &m_window);
    m_question->setObjectName(QStringLiteral("leaveQuestion"));
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    m_question->setInformativeText(tr("Pausing finishes the step and writes a checkpoint; the next start offers to continue."));
    QPushButton* leave = m_question->addButton(tr("Pause and quit"), QMessageBox::AcceptRole);
    leave->setObjectName(QStringLiteral("pauseAndQuit"));
    QPushButton* stay = m_question->addButton(tr("Keep running"), QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("keepRunning"));
    m_question->setDefaultButton(stay);
    m_question->setEscapeButton(stay);
    connect(leave, &QPushButton::clicked, this, &CloseGuard::pauseAndLeave);
    m_question->open();
    return false;
}

void CloseGuard::pauseAndLeave()
{
    m_leaving = true;
    for (const auto& study : m_bench.studies())
        study->runner().pause();
    m_bench.plan().job().stop();
    look();
}

void CloseGuard::look()
{
    if (busy() > 0)
        return;
    if (m_question)
        m_question->close(); // the trainings have ended in the meantime
    if (std::exchange(m_leaving, false))
        Q_EMIT safe();
}

} // namespace reweigh
