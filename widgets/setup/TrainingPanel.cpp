// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/TrainingPanel.h"

#include <QVBoxLayout>

namespace reweigh {

TrainingPanel::TrainingPanel(Workbench& bench, QWidget* parent)
    : FormPanel(QStringLiteral("training"), tr("Training"), bench, parent)
{
    setScope(tr("of every trial"));
    for (const char* key : {"epochs", "batch-size", "lr", "schedule", "milestones", "lr-decay", "momentum", "nesterov", "weight-decay",
                            "augment", "meta-batch-size", "meta-lr", "meta-optimizer", "meta-weight-decay", "virtual-step", "meta-interval",
                            "lagged-weights", "train-seed", "device", "precision", "threads"})
        form().add(key);
    column().addStretch();
}

void TrainingPanel::refresh()
{
    FormPanel::refresh();
    const TrainOptions& training = study().config().training;
    const bool steps = training.schedule == Schedule::Step;
    form().setUsed("milestones", steps);
    form().setUsed("lr-decay", steps);
    form().setUsed("lagged-weights", training.laggedWeights || training.virtualStep != VirtualStep::Head);
}

} // namespace reweigh
