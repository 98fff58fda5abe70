// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/EndNotice.h"

#include "widgets/window/common/EachStudy.h"
#include "widgets/window/docking/LayoutKeeper.h"
#include "widgets/window/main/NoticeBar.h"

#include <QAction>

#include <utility>

namespace reweigh {

EndNotice::EndNotice(Workbench& bench, const LayoutKeeper& layouts, NoticeBar& bar, QAction& compare, std::function<void(Layout)> show,
                     QObject* parent)
    : QObject(parent)
    , m_bench(bench)
    , m_layouts(layouts)
    , m_bar(bar)
    , m_compare(compare)
    , m_show(std::move(show))
{
    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study, &OpenStudy::stateChanged, this, &EndNotice::settle);
        connect(&study, &QObject::destroyed, this, [this] { // by then m_study is null, if it was that one
            if (!m_study)
                m_bar.withdraw(m_notice);
        });
        connect(
            &study, &OpenStudy::finished, this, [this, &study](bool comparison) { tell(study, comparison); }, Qt::QueuedConnection);
    });
}

void EndNotice::tell(OpenStudy& study, bool comparison)
{
    const bool seen = comparison && &study == &m_bench.current() && m_layouts.current() == Layout::Compare;
    const bool goesOn = !comparison && study.comparisonNext() > 0; // the demo compares by itself
    if (seen || goesOn || study.runner().state() != RunState::Idle)
        return;
    m_study = &study;
    m_comparison = comparison;
    const QString text =
        comparison
            ? tr("%1: the comparison is done.")
            : tr("%1: the search is done. Each of its trials has one seed; a comparison with fresh seeds tells whether searching helped.");
    m_notice = m_bar.say(text.arg(study.title()), comparison ? tr("Show it") : m_compare.text(), [this] { lead(); });
}

void EndNotice::lead()
{
    if (!m_study)
        return;
    m_bench.setCurrent(*m_study);
    m_study.clear();
    m_show(Layout::Compare);
    if (!m_comparison)
        m_compare.trigger();
}

void EndNotice::settle()
{
    const bool seen = m_comparison && m_study == &m_bench.current() && m_layouts.current() == Layout::Compare;
    if (m_study && (seen || m_study->runner().state() != RunState::Idle)) {
        m_study.clear();
        m_bar.withdraw(m_notice);
    }
}

} // namespace reweigh
