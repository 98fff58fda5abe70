// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ComparePanels.h"

#include "widgets/compare/CompareText.h"
#include "widgets/compare/RecallPanel.h"
#include "widgets/compare/VariantCurvesPanel.h"
#include "widgets/compare/VariantsPanel.h"
#include "widgets/compare/VerdictsPanel.h"
#include "widgets/compare/WherePanel.h"

namespace reweigh {

std::vector<Panel*> makeComparePanels(Workbench& bench, QWidget* parent)
{
    const std::vector<Panel*> needSettings = {new VerdictsPanel(bench, parent), new VariantCurvesPanel(bench, parent),
                                              new RecallPanel(bench, parent)};
    for (Panel* panel : needSettings)
        panel->setOthersText(othersSentence());
    std::vector<Panel*> panels = {new VariantsPanel(bench, parent)}; // shows chosen trials, of any study
    panels.insert(panels.end(), needSettings.begin(), needSettings.end());
    for (Panel* panel : panels)
        panel->setRestsOnHeldOut();
    panels.push_back(new WherePanel(bench, parent)); // shows all studies here, whose images may be others than those of the one in view
    panels.back()->setOthersText(othersSentence());  // it places them beside that one's settings
    return panels;
}

} // namespace reweigh
