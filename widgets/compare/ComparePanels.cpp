// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ComparePanels.h"

#include "widgets/compare/ArmCurvesPanel.h"
#include "widgets/compare/ArmsPanel.h"
#include "widgets/compare/RecallPanel.h"
#include "widgets/compare/VerdictsPanel.h"
#include "widgets/compare/WherePanel.h"

namespace reweigh {

std::vector<Panel*> makeComparePanels(Workbench& bench, QWidget* parent)
{
    return {new ArmsPanel(bench, parent), new VerdictsPanel(bench, parent), new ArmCurvesPanel(bench, parent), new RecallPanel(bench, parent),
            new WherePanel(bench, parent)};
}

} // namespace reweigh
