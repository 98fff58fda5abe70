// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/StoredComparison.h"
#include "core/runfiles/RunFolder.h"
#include "core/storage/MemoryStorage.h"
#include "tests/support/ScriptedEngine.h"

#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <thread>

namespace reweigh::test {

/// Does what scriptedRun() does and writes a run folder as a real training does, so that later comparisons find the run finished.
inline Result<TrainResult> recordedRun(const TrainJob& job, RunObserver& observer, const std::vector<double>& accuracies)
{
    Result<TrainResult> result = scriptedRun(job, observer, accuracies);
    if (!result || job.runDir.empty())
        return result;
    ExperimentConfig config;
    config.data = job.data;
    config.training = job.training;
    nlohmann::json settings = settingsJson(config, FieldGroup::Data);
    settings.update(settingsJson(config, FieldGroup::Training));
    const RunFolder folder(job.runDir);
    const Status run = folder.writeRun({{"config", settings},
                                        {"fingerprint", {{"code", job.plan->fingerprintCode}}},
                                        {"meta_parameters", 3},
                                        {"device", {{"name", "cpu"}, {"threads", job.training.threads}}}});
    const Status epochs = run ? folder.writeEpochs(result->epochs) : run;
    return epochs ? result : Result<TrainResult>(epochs.error());
}

/// A study in memory, with a temporary folder for its runs. It begins with one complete trial: a network with a hidden layer of width 32.
struct ComparedStudy {
    QTemporaryDir dir;
    MemoryStorage storage{"compared", Direction::Maximize};
    ComparisonRequest request;

    explicit ComparedStudy(std::vector<Variant> variants, int seeds = 2)
    {
        ExperimentConfig& config = request.config;
        config.data.dataset = "synthetic";
        config.data.imbalanceFactor = 5;
        config.training.epochs = 2;
        config.training.threads = 1;
        config.search.variantSeeds = seeds;
        config.search.objectiveEpochs = 1;
        request.variants = std::move(variants);
        static const PreparedData data = *prepareData(config.data); // shared by all studies of a test program
        request.data = data;
        request.folder = dir.path().toStdString();
        (void)storage.setAttributes({.user = {{attribute::config, toJson(config)}}});
        addTrial(0.5, {32});
    }

    /// Adds a complete trial with this value and these widths of hidden layers.
    void addTrial(double value, std::vector<int> hidden)
    {
        TrialFacts facts;
        facts.architecture = {.input = "stage2", .withLabel = true, .hidden = std::move(hidden)};
        facts.metaLr = 0.004;
        (void)storage.createTrial({.userAttributes = toAttributes(facts), .end = TrialEnd{TrialState::Complete, value}});
    }

    Result<std::vector<VariantResult>> compare(ScriptedEngine& engine, int workers = 1, std::stop_token stop = {})
    {
        SearchBudget budget(1, workers);
        Result<StudyComparison> compared =
            compareInStudy(storage, request, std::shared_ptr<Engine>(&engine, [](Engine*) {}), budget, std::move(stop));
        if (!compared)
            return compared.error();
        return std::move(compared->results);
    }

    StoredVariants stored() const { return *storedVariants(storage.attributes()->user); }
};

/// An engine that records its jobs and makes runs whose accuracy depends on the network.
inline ScriptedEngine recording()
{
    return ScriptedEngine([](const TrainJob& job, RunObserver& observer, auto) {
        std::this_thread::sleep_for(std::chrono::milliseconds(job.training.trainSeed % 3)); // so that they end in another order
        return recordedRun(job, observer, {0.5, 0.5 + 0.001 * double(job.training.metaNet.hidden.front())});
    });
}

} // namespace reweigh::test
