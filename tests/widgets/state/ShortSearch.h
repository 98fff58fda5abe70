// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ScriptedEngine.h"
#include "widgets/state/OpenStudy.h"

#include <QString>

namespace reweigh::test {

/// A search of so many trials of one epoch on the synthetic data set, in `folder`.
inline ExperimentConfig shortSearch(const QString& folder, int trials)
{
    ExperimentConfig config;
    config.data.dataset = "synthetic";
    config.data.metaPerClass = 5;
    config.data.valPerClass = 5;
    config.search.trials = trials;
    config.search.objectiveEpochs = 1;
    config.outDir = folder.toStdString();
    return config;
}

/// Opens an engine whose every training has one epoch, of accuracy 0.5.
inline EngineOpener oneEpochEngine()
{
    return openerOf([](const TrainJob& job, RunObserver& observer, std::stop_token) { return scriptedRun(job, observer, {0.5}); });
}

} // namespace reweigh::test
