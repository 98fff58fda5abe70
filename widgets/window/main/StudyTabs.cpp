// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/StudyTabs.h"

#include "widgets/window/common/EachStudy.h"

#include <QScopedValueRollback>

namespace reweigh {

StudyTabs::StudyTabs(Workbench& bench, QWidget* parent)
    : QTabBar(parent)
    , m_bench(bench)
{
    setObjectName(QStringLiteral("studyTabs"));
    setAccessibleName(tr("Open studies"));
    setExpanding(false);
    setDrawBase(false);
    setTabsClosable(true);
    setDocumentMode(true);
    eachStudy(bench, this, [this](OpenStudy& study) {
        for (const auto signal : {&OpenStudy::titleChanged, &OpenStudy::stateChanged})
            connect(&study, signal, this, &StudyTabs::follow);
    });
    connect(&bench, &Workbench::studiesChanged, this, &StudyTabs::follow);
    connect(&bench, &Workbench::currentChanged, this, &StudyTabs::follow);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (!m_following && index >= 0)
            m_bench.setCurrent(*m_bench.studies()[std::size_t(index)]);
    });
    connect(this, &QTabBar::tabCloseRequested, this, [this](int index) { Q_EMIT closeWanted(*m_bench.studies()[std::size_t(index)]); });
    connect(this, &QTabBar::tabBarDoubleClicked, this, [this](int index) {
        if (index >= 0)
            Q_EMIT renameWanted(*m_bench.studies()[std::size_t(index)]);
    });
    follow();
}

void StudyTabs::follow()
{
    const QScopedValueRollback following(m_following, true);
    const int wanted = int(m_bench.studies().size());
    while (count() > wanted)
        removeTab(count() - 1);
    while (count() < wanted)
        addTab({});
    for (int i = 0; i < wanted; ++i) {
        OpenStudy& study = *m_bench.studies()[std::size_t(i)];
        const RunState state = study.runner().state();
        const bool paused = state == RunState::Paused, runs = state != RunState::Idle && !paused;
        const QString title = study.title(), file = QString::fromStdString(study.file().string());
        const QString mark = runs ? QStringLiteral("▶ ") : paused ? QStringLiteral("‖ ") : QString(); // as in lists of trials
        const QString said = runs ? tr("%1 is running", "a study").arg(title) : paused ? tr("%1 is paused", "a study").arg(title) : title;
        setTabText(i, mark + QString(title).replace('&', QStringLiteral("&&"))); // one alone would underline a letter
        setTabToolTip(i, mark.isEmpty() ? file : QStringLiteral("%1\n%2").arg(said, file).trimmed());
        setAccessibleTabName(i, said);
        if (&study == &m_bench.current())
            setCurrentIndex(i);
    }
}

} // namespace reweigh
