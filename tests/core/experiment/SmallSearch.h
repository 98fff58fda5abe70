// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"

#include <QString>

namespace reweigh::test {

/// A search of `trials` trials on synthetic images, for engines that only simulate training; its study lies in `folder`. A trial's
/// value is the mean over its last `objectiveEpochs` of `epochs` epochs.
inline ExperimentConfig smallSearch(const QString& folder, int trials, int epochs, int objectiveEpochs)
{
    ExperimentConfig config;
    config.data.dataset = "synthetic";
    config.data.imbalanceFactor = 5;
    config.training.epochs = epochs;
    config.training.batchSize = 100;
    config.search.trials = trials;
    config.search.objectiveEpochs = objectiveEpochs;
    config.outDir = folder.toStdString();
    return config;
}

} // namespace reweigh::test
