// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialsPanels.h"

#include "widgets/trials/InspectorPanel.h"
#include "widgets/trials/TrialListPanel.h"
#include "widgets/trials/TrialsPanel.h"

namespace reweigh {

std::vector<Panel*> makeTrialsPanels(Workbench& bench, QWidget* parent)
{
    std::vector<Panel*> panels = {new TrialListPanel(bench, parent), new TrialsPanel(bench, parent), new InspectorPanel(bench, parent)};
    for (Panel* panel : panels)
        panel->setRestsOnHeldOut();
    return panels;
}

} // namespace reweigh
