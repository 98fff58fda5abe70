// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/docking/WindowPanels.h"

#include "widgets/compare/ComparePanels.h"
#include "widgets/plan/PlanPanels.h"
#include "widgets/search/SearchPanels.h"
#include "widgets/setup/SetupPanels.h"
#include "widgets/trials/TrialsPanels.h"
#include "widgets/watch/WatchPanels.h"
#include "widgets/window/status/LogPanel.h"

namespace reweigh {

std::vector<Panel*> makeWindowPanels(Workbench& bench, QWidget* parent)
{
    std::vector<Panel*> panels;
    for (const auto make : {makeSetupPanels, makeWatchPanels, makeTrialsPanels, makeSearchPanels, makeComparePanels, makePlanPanels}) {
        const std::vector<Panel*> room = make(bench, parent);
        panels.insert(panels.end(), room.begin(), room.end());
    }
    panels.push_back(new LogPanel(bench, parent));
    return panels;
}

} // namespace reweigh
