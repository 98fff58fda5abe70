// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ComparePanels.h"

#include "widgets/compare/RecallPanel.h"
#include "widgets/compare/VariantCurvesPanel.h"
#include "widgets/compare/VariantsPanel.h"
#include "widgets/compare/VerdictsPanel.h"
#include "widgets/compare/WherePanel.h"

namespace reweigh {

std::vector<Panel*> makeComparePanels(Workbench& bench, QWidget* parent)
{
    return {new VariantsPanel(bench, parent), new VerdictsPanel(bench, parent), new VariantCurvesPanel(bench, parent),
            new RecallPanel(bench, parent), new WherePanel(bench, parent)};
}

} // namespace reweigh
