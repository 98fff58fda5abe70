// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/TrainingPanel.h"

#include "core/config/Methods.h"

#include <QVBoxLayout>

namespace reweigh {
namespace {

/// Loss, weighting, and the own settings of all of them: a row of the table is on the form without a word here.
std::vector<std::string> methodFields()
{
    std::vector<std::string> keys = {"loss", "weighting"};
    for (const auto rows : {lossRows(), weightingRows()})
        for (const MethodRow& row : rows)
            for (const MethodSetting& setting : row.settings)
                keys.emplace_back(setting.key);
    return keys;
}

} // namespace

TrainingPanel::TrainingPanel(Workbench& bench, QWidget* parent)
    : FormPanel(QStringLiteral("training"), tr("Training"), bench, parent)
{
    setScope(tr("of every trial"));
    for (const std::string& key : methodFields())
        form().add(key);
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
    for (const std::string& key : methodFields())
        form().setUsed(key, methodSettingApplies(training, key));
    form().setUsed("milestones", steps);
    form().setUsed("lr-decay", steps);
    form().setUsed("lagged-weights", training.laggedWeights || training.virtualStep != VirtualStep::Head);
}

} // namespace reweigh
