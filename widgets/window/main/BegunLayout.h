// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"
#include "widgets/window/docking/LayoutKeeper.h"

#include <QPointer>

#include <functional>
#include <optional>

namespace reweigh {

/// Shows the layout in which a search or comparison that was begun just now is followed. If that fails before its study is open, there is
/// nothing to follow, and the layout in which it was begun is shown again.
class BegunLayout : public QObject {
public:
    /// `show`: shows a layout.
    BegunLayout(Workbench& bench, LayoutKeeper& layouts, std::function<void(Layout)> show, QObject* parent);

    void show(Layout layout);

private:
    void end(const OpenStudy& study, bool failed);

    Workbench& m_bench;
    LayoutKeeper& m_layouts;
    const std::function<void(Layout)> m_show;
    QPointer<OpenStudy> m_study; ///< what was begun, until it is open
    std::optional<Layout> m_from;
    Layout m_to = Layout::Watch;
};

} // namespace reweigh
