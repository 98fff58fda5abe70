// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/landscape/LandscapePanels.h"

#include "widgets/landscape/DensityPanel.h"
#include "widgets/landscape/HistoryPanel.h"
#include "widgets/landscape/ImportancePanel.h"
#include "widgets/landscape/LandscapePanel.h"
#include "widgets/landscape/ParallelPanel.h"
#include "widgets/landscape/SlicePanel.h"

namespace reweigh {

std::vector<Panel*> makeLandscapePanels(Workbench& bench, QWidget* parent)
{
    return {new LandscapePanel(bench, parent),  new HistoryPanel(bench, parent), new ImportancePanel(bench, parent),
            new DensityPanel(bench, parent), new SlicePanel(bench, parent),   new ParallelPanel(bench, parent)};
}

} // namespace reweigh
