// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/FollowPin.h"

#include "widgets/state/ComparisonSize.h"

#include <QLocale>

namespace reweigh {

FollowPin::FollowPin(Workbench& bench, QWidget* parent)
    : QToolButton(parent)
    , m_bench(bench)
{
    setObjectName(QStringLiteral("followPin"));
    setFocusPolicy(Qt::StrongFocus);
    hide();
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_study && m_study->runner().comparing())
            Q_EMIT m_bench.comparisonWanted(m_study->file());
        else if (m_study)
            m_study->followRunning();
    });
    connect(&bench, &Workbench::currentChanged, this, &FollowPin::turn);
    turn();
}

void FollowPin::turn()
{
    if (m_study)
        disconnect(m_study, nullptr, this, nullptr);
    m_study = &m_bench.current();
    for (const auto change : {&OpenStudy::selectionChanged, &OpenStudy::snapshotChanged, &OpenStudy::trainingsChanged,
                              &OpenStudy::followingChanged, &OpenStudy::stateChanged})
        connect(m_study, change, this, &FollowPin::follow);
    follow();
}

void FollowPin::follow()
{
    if (m_study && m_study->runner().comparing())
        return sayComparison();
    const std::optional<std::int64_t> trial = m_study ? m_study->runningTrial() : std::nullopt;
    setVisible(trial && !m_study->followsRunning());
    if (!trial)
        return;
    setText(tr("Follow #%1", "the trial that runs").arg(QLocale().toString(qlonglong(*trial))));
    setToolTip(tr("Show the trial that runs, and each one that starts after it"));
    setAccessibleName(text());
}

void FollowPin::sayComparison()
{
    const bool paused = m_study->runner().state() == RunState::Paused;
    if (const auto size = comparisonSize(*m_study))
        setText((paused ? tr("Comparison paused: %1 of %2", "trainings that are done, all of them")
                        : tr("Comparison: %1 of %2", "trainings that are done, all of them"))
                    .arg(QLocale().toString(size->done), QLocale().toString(size->trainings)));
    else
        setText(paused ? tr("Comparison paused") : tr("Comparison runs"));
    setToolTip(tr("Trainings of the comparison that are done. A click shows it in Compare."));
    setAccessibleName(text());
    show();
}

} // namespace reweigh
