// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigJson.h"
#include "core/runfiles/RunFolder.h"
#include "tests/support/OwnFolders.h"
#include "tests/support/ScriptedEngine.h"
#include "widgets/state/OpenStudy.h"

#include <QLocale>

#include <cmath>
#include <memory>
#include <string>

namespace reweigh::test {

/// Folders of the test's own, and English texts whatever the machine's language.
inline void useWatchSettings()
{
    useOwnFolders();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

/// A study without trials of this data set.
inline std::shared_ptr<StudySnapshot> studyOf(const std::string& dataset)
{
    ExperimentConfig config;
    config.data.dataset = dataset;
    auto study = std::make_shared<StudySnapshot>();
    study->facts = StudyFacts{.config = toJson(config)};
    return study;
}

/// An epoch with known figures: bins of the loss of width 0.05 up to 5; right samples at losses below 2 (10 per bin), wrong ones
/// from 1.5 to 3.5 (4 per bin), none above. The weight falls with the loss, more steeply with each epoch.
inline EpochFigures watchedEpoch(int number)
{
    EpochFigures epoch{.epoch = number};
    for (int bin = 0; bin < 100; ++bin) {
        const double loss = (bin + 0.5) * 0.05;
        epoch.curve.loss.push_back(float(loss));
        epoch.curve.weight.push_back(float(1.0 / (1.0 + std::exp(number * (loss - 2.0)))));
        epoch.curve.rightDensity.push_back(bin < 40 ? 1.0f / 40 : 0.0f);
        epoch.curve.wrongDensity.push_back(bin >= 30 && bin < 70 ? 1.0f / 40 : 0.0f);
    }
    epoch.curve.right = 400;
    epoch.curve.wrong = 160;
    epoch.detection = {.auroc = 0.9,
                       .averagePrecision = 0.8,
                       .aurocByGroup = {0.94, 0.91, std::nan("")},
                       .meanRightWeight = {0.9, 0.8, 0.7},
                       .meanWrongWeight = {0.1, 0.2, 0.3}};
    for (auto& [right, wrong] : epoch.distribution.counts) {
        right.assign(weightBins, 0);
        wrong.assign(weightBins, 0);
        for (int bin = 0; bin < 10; ++bin) {
            right[std::size_t(weightBins - 1 - bin)] = 12;
            wrong[std::size_t(bin)] = 5;
        }
    }
    epoch.learningRate = 0.1;
    epoch.metaGradientNorm = 1.0;
    return epoch;
}

/// Like watchedEpoch(), but for an MW-Net (V) that reads features: with a feature map of `right` and `wrong` samples, and a curve
/// that is known only where samples are.
inline EpochFigures mappedEpoch(int number, int right, int wrong)
{
    EpochFigures epoch = watchedEpoch(number);
    for (int i = 0; i < right + wrong; ++i) {
        epoch.features.first.push_back(float(i));
        epoch.features.second.push_back(float(i % 7));
        epoch.features.weight.push_back(i < right ? 0.9f : 0.2f);
        epoch.features.wrong.push_back(i < right ? 0 : 1);
    }
    epoch.features.explained = {0.38, 0.2};
    for (std::size_t bin = 70; bin < 100; ++bin)
        epoch.curve.weight[bin] = std::nanf("");
    return epoch;
}

using MakeEpoch = std::function<EpochFigures(int number)>;

/// Simulates a training: calls `make` once per epoch, reports the epochs to `observer`, and writes the sample weights as a training
/// does.
inline Result<TrainResult> watchedRun(const TrainJob& job, RunObserver& observer, int epochs, const MakeEpoch& make = watchedEpoch)
{
    TrainResult result;
    result.run = {.device = "cpu (1 thread)", .precision = "fp32", .parameters = 10, .metaParameters = 3, .epochs = epochs};
    observer.started(result.run);
    for (int number = 1; number <= epochs; ++number) {
        EpochFigures epoch = make(number);
        epoch.validation.accuracy = 0.5 + 0.01 * number;
        result.epochs.push_back(epoch);
        observer.epochFinished(epoch);
    }
    std::vector<float> weights;
    for (std::size_t i = 0; i < job.plan->train.size(); ++i)
        weights.push_back(float((i * 37) % 101) / 101.0f);
    const std::vector<std::int32_t> predicted(weights.size(), 0); // it takes all for the first class
    if (const Status written = RunFolder(job.runDir).writeWeights(*job.plan, weights, predicted, job.source->train.files); !written)
        return written.error();
    return result;
}

inline ExperimentConfig watchConfig(const QString& folder, int epochs)
{
    ExperimentConfig config;
    config.data.dataset = "synthetic";
    config.data.metaPerClass = 5;
    config.data.valPerClass = 5;
    config.data.trainLimit = 1500;
    config.training.epochs = epochs;
    config.search.trials = 1;
    config.search.objectiveEpochs = 1;
    config.search.pruner = "none";
    config.outDir = folder.toStdString();
    return config;
}

} // namespace reweigh::test
