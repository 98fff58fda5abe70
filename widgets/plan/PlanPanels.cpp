// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/PlanPanels.h"

#include "widgets/plan/CellsPanel.h"
#include "widgets/plan/HypothesesPanel.h"
#include "widgets/plan/PhaseMapPanel.h"
#include "widgets/plan/TransferPanel.h"

namespace reweigh {

std::vector<Panel*> makePlanPanels(Workbench& bench, QWidget* parent)
{
    return {new HypothesesPanel(bench, parent), new CellsPanel(bench, parent), new PhaseMapPanel(bench, parent),
            new TransferPanel(bench, parent)};
}

} // namespace reweigh
