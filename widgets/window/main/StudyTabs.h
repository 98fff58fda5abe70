// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QTabBar>

namespace reweigh {

/// Tabs of the open studies, with a mark at those that run or are paused here; visible if there are at least two.
class StudyTabs : public QTabBar {
    Q_OBJECT
public:
    explicit StudyTabs(Workbench& bench, QWidget* parent = nullptr);

Q_SIGNALS:
    void closeWanted(reweigh::OpenStudy& study);
    void renameWanted(reweigh::OpenStudy& study); ///< by a double click

private:
    void follow();

    Workbench& m_bench;
    bool m_following = false;
};

} // namespace reweigh
