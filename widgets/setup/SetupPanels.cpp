// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/SetupPanels.h"

#include "widgets/labels/VerifyPanel.h"
#include "widgets/setup/ClassesPanel.h"
#include "widgets/setup/CostPanel.h"
#include "widgets/setup/MatrixPanel.h"
#include "widgets/setup/ModelPanel.h"
#include "widgets/setup/RecipePanel.h"
#include "widgets/setup/SamplesPanel.h"
#include "widgets/setup/SearchPanel.h"
#include "widgets/setup/TrainingPanel.h"

#include <QCoreApplication>

namespace reweigh {

std::vector<Panel*> makeSetupPanels(Workbench& bench, QWidget* parent)
{
    auto* choice = new SampleChoice(parent);
    const std::vector<Panel*> panels = {new RecipePanel(bench, parent),          new ClassesPanel(bench, *choice, parent),
                                        new MatrixPanel(bench, *choice, parent), new SamplesPanel(bench, *choice, parent),
                                        new ModelPanel(bench, parent),           new TrainingPanel(bench, parent),
                                        new SearchPanel(bench, parent),          new CostPanel(bench, parent),
                                        new VerifyPanel(bench, parent)};
    for (Panel* panel : panels)
        panel->setOthersText(QCoreApplication::translate(
            "SetupPanels", "Another program made this study. Its recipe is not known here, and it can be looked at, not run."));
    return panels;
}

} // namespace reweigh
