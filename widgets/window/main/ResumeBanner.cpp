// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/ResumeBanner.h"

#include "widgets/panel/ElidedLabel.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/common/EachStudy.h"

#include <QPushButton>

#include <algorithm>

namespace reweigh {

int cutOffTrials(const StudySnapshot& study)
{
    return int(std::ranges::count_if(study.trials, [&](const auto& trial) { return study.isInterrupted(*trial); }));
}

ResumeBanner::ResumeBanner(Workbench& bench, QWidget* parent)
    : QToolBar(tr("Interrupted studies"), parent)
    , m_bench(bench)
    , m_text(new ElidedLabel(this))
{
    setObjectName(QStringLiteral("resumeBanner"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    const auto button = [this](const QString& name, const QString& text, bool resume) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(true); // Enter presses it, as in a dialog
        connect(made, &QPushButton::clicked, this, [this, resume] { answer(resume); });
        addWidget(made);
    };
    m_text->setObjectName(QStringLiteral("resumeText"));
    m_text->setContentsMargins(Theme::instance().grid(), 0, Theme::instance().grid(2), 0);
    addWidget(m_text);
    button(QStringLiteral("resumeStudy"), tr("Resume"), true);
    button(QStringLiteral("leaveStudy"), tr("Not now"), false);
    hide();
    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::snapshotChanged, this, [this, &study] { look(study); });
        connect(&study, &OpenStudy::stateChanged, this, [this, &study] {
            m_offers[&study] = 0; // the user knows of trials that this window stops
            follow();
        });
        connect(&study, &QObject::destroyed, this, [this, gone = &study] { m_offers.erase(gone); });
        look(study);
    });
    connect(&bench, &Workbench::currentChanged, this, &ResumeBanner::follow);
}

void ResumeBanner::look(OpenStudy& study)
{
    const auto snapshot = study.snapshot();
    if (snapshot->file.empty() || m_offers.contains(&study))
        return;
    m_offers[&study] = study.runner().state() == RunState::Idle ? cutOffTrials(*snapshot) : 0;
    follow();
}

void ResumeBanner::follow()
{
    const auto offer = m_offers.find(&m_bench.current());
    const int trials = offer == m_offers.end() ? 0 : offer->second;
    if (trials > 0)
        m_text->say(
            tr("%n trial(s) of %1 were interrupted and can be continued where they were.", nullptr, trials).arg(m_bench.current().title()));
    setVisible(trials > 0);
}

void ResumeBanner::answer(bool resume)
{
    OpenStudy& study = m_bench.current();
    m_offers[&study] = 0;
    follow();
    if (resume)
        Q_EMIT resumeWanted(study);
}

} // namespace reweigh
