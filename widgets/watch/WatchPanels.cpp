// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/watch/WatchPanels.h"

#include "widgets/watch/AccuracyPanel.h"
#include "widgets/watch/LabelErrorsPanel.h"
#include "widgets/watch/MechanismPanel.h"
#include "widgets/watch/NoiseAurocPanel.h"
#include "widgets/watch/WeightCurvePanel.h"
#include "widgets/watch/WeightDistributionPanel.h"

#include <QCoreApplication>

namespace reweigh {

std::vector<Panel*> makeWatchPanels(Workbench& bench, QWidget* parent)
{
    const std::vector<Panel*> panels = {new WeightCurvePanel(bench, parent),        new AccuracyPanel(bench, parent),
                                        new NoiseAurocPanel(bench, parent),         new MechanismPanel(bench, parent),
                                        new WeightDistributionPanel(bench, parent), new LabelErrorsPanel(bench, parent)};
    for (Panel* panel : panels) {
        panel->setRestsOnHeldOut();
        panel->setOthersText(QCoreApplication::translate(
            "WatchPanels", "Another program made this study. It holds no trainings to watch; Search shows what its trials reported."));
    }
    return panels;
}

} // namespace reweigh
