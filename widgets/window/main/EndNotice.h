// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"
#include "widgets/window/docking/LayoutPlan.h"

#include <QPointer>

#include <functional>

class QAction;

namespace reweigh {

class LayoutKeeper;
class NoticeBar;

/// Says in the notice bar that a search or a comparison has come to its end, and leads to what comes next: from a search to the
/// comparison that tells whether it helped, from a comparison to its figures. It says nothing to those who are looking there already.
class EndNotice : public QObject {
    Q_OBJECT
public:
    /// `compare`: begins a comparison of the current study. `show`: shows a layout.
    EndNotice(Workbench& bench, const LayoutKeeper& layouts, NoticeBar& bar, QAction& compare, std::function<void(Layout)> show,
              QObject* parent);

    /// Takes the notice back if the user has found what it leads to, or if its study runs again. It goes with its study, too.
    void settle();

private:
    void tell(OpenStudy& study, bool comparison);
    void lead();

    Workbench& m_bench;
    const LayoutKeeper& m_layouts;
    NoticeBar& m_bar;
    QAction& m_compare;
    const std::function<void(Layout)> m_show;
    QPointer<OpenStudy> m_study; ///< of which the notice is
    bool m_comparison = false;   ///< that is what has ended
    int m_notice = 0;            ///< its number in the bar
};

} // namespace reweigh
