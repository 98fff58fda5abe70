// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search/SearchPanels.h"

#include "widgets/search/DensityPanel.h"
#include "widgets/search/HistoryPanel.h"
#include "widgets/search/ImportancePanel.h"
#include "widgets/search/IntermediatePanel.h"
#include "widgets/search/LandscapePanel.h"
#include "widgets/search/ParallelPanel.h"
#include "widgets/search/RankPanel.h"
#include "widgets/search/SlicePanel.h"
#include "widgets/search/TimelinePanel.h"

namespace reweigh {

std::vector<Panel*> makeSearchPanels(Workbench& bench, QWidget* parent)
{
    std::vector<Panel*> panels = {new LandscapePanel(bench, parent),  new HistoryPanel(bench, parent),
                                  new ImportancePanel(bench, parent), new DensityPanel(bench, parent),
                                  new SlicePanel(bench, parent),      new ParallelPanel(bench, parent),
                                  new RankPanel(bench, parent),       new IntermediatePanel(bench, parent)};
    for (Panel* panel : panels)
        panel->setRestsOnHeldOut();
    panels.push_back(new TimelinePanel(bench, parent)); // shows times alone
    return panels;
}

} // namespace reweigh
