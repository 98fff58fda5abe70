// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/FollowPin.h"

#include <QLocale>

namespace reweigh {

FollowPin::FollowPin(Workbench& bench, QWidget* parent)
    : QToolButton(parent)
    , m_bench(bench)
{
    setObjectName(QStringLiteral("followPin"));
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Show the trial that runs, and each one that starts after it"));
    hide();
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_study)
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
    for (const auto change :
         {&OpenStudy::selectionChanged, &OpenStudy::snapshotChanged, &OpenStudy::trainingsChanged, &OpenStudy::followingChanged})
        connect(m_study, change, this, &FollowPin::follow);
    follow();
}

void FollowPin::follow()
{
    const std::optional<std::int64_t> trial = m_study ? m_study->runningTrial() : std::nullopt;
    setVisible(trial && !m_study->followsRunning());
    if (!trial)
        return;
    setText(tr("Follow #%1", "the trial that runs").arg(QLocale().toString(qlonglong(*trial))));
    setAccessibleName(text());
}

} // namespace reweigh
