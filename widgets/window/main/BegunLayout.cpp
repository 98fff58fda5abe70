// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/BegunLayout.h"

#include "widgets/window/common/EachStudy.h"

#include <utility>

namespace reweigh {

BegunLayout::BegunLayout(Workbench& bench, LayoutKeeper& layouts, std::function<void(Layout)> show, QObject* parent)
    : QObject(parent)
    , m_bench(bench)
    , m_layouts(layouts)
    , m_show(std::move(show))
{
    eachStudy(bench, this, [this](OpenStudy& study) {
        connect(&study.runner(), &StudyRunner::studyOpened, this, [this, &study] { end(study, false); });
        connect(&study.runner(), &StudyRunner::failed, this, [this, &study] { end(study, true); });
    });
}

void BegunLayout::show(Layout layout)
{
    OpenStudy& study = m_bench.current();
    if (study.runner().state() == RunState::Preparing) {
        m_study = &study;
        m_from = m_layouts.current();
        m_to = layout;
    }
    m_show(layout);
}

void BegunLayout::end(const OpenStudy& study, bool failed)
{
    if (m_study.data() != &study)
        return;
    m_study.clear();
    if (failed && m_from && &study == &m_bench.current() && m_layouts.current() == m_to)
        m_show(*m_from);
}

} // namespace reweigh
