// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileIo.h"
#include "core/experiment/SearchSession.h"
#include "core/live/run/StudyRunner.h"
#include "tests/support/DataFiles.h"
#include "tests/support/ScriptedEngine.h"

#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>

namespace reweigh::test {

/// A training in steps that can be held between any two of them, and goes on from its checkpoint as a real one does:
/// its figures depend on seed and epoch alone.
struct SteppedTraining {
    int epochs = 3, steps = 4;
    static constexpr int unlimited = 1 << 30;
    std::atomic<int> permits{unlimited};  ///< steps that may still be made; trainings wait for more
    std::atomic<int> running{0}, most{0}; ///< trainings at once, now and at most
    std::set<int> epochsAsked;            ///< by the settings of all trainings so far; to be read only while none runs

    static std::filesystem::path checkpoint(const TrainJob& job) { return job.runDir / "checkpoint.json"; }

    Result<TrainResult> operator()(const TrainJob& job, RunObserver& observer, std::stop_token stop)
    {
        const Count count(*this);
        {
            const std::lock_guard lock(m_mutex);
            epochsAsked.insert(job.training.epochs);
        }
        TrainResult result;
        result.run = {.device = "cpu (1 thread)",
                      .precision = "fp32",
                      .parameters = 10,
                      .metaParameters = 3,
                      .epochs = epochs,
                      .stepsPerEpoch = steps};
        const Result<std::string> stored = readFile(checkpoint(job));
        const nlohmann::json at = stored ? nlohmann::json::parse(*stored) : nlohmann::json{{"epoch", 1}, {"step", 0}};
        int step = at.at("step");
        for (int epoch = 1; epoch < at.at("epoch"); ++epoch)
            result.epochs.push_back(figures(job, epoch));
        result.run.firstEpoch = at.at("epoch");
        if (result.run.firstEpoch > epochs)
            return result;
        observer.started(result.run);
        for (int epoch = at.at("epoch"); epoch <= epochs; ++epoch, step = 0) {
            for (; step < steps; ++step) {
                while (!stop.stop_requested() && !takePermit())
                    std::this_thread::sleep_for(std::chrono::milliseconds(1));
                if (stop.stop_requested()) {
                    result.end = RunEnd::Interrupted;
                    save(job, epoch, step);
                    return result;
                }
                observer.stepFinished({.epoch = epoch, .step = step + 1, .loss = 1.0 / (epoch + step), .stepsPerSecond = 1000.0});
            }
            result.epochs.push_back(figures(job, epoch));
            const Verdict verdict = observer.epochFinished(result.epochs.back());
            save(job, epoch + 1, 0);
            if (verdict != Verdict::Continue && epoch < epochs) {
                result.end = verdict == Verdict::Prune ? RunEnd::Pruned : RunEnd::Stopped;
                return result;
            }
        }
        return result;
    }

private:
    std::mutex m_mutex;

    bool takePermit()
    {
        for (int left = permits; left > 0;)
            if (permits.compare_exchange_weak(left, left - 1))
                return true;
        return false;
    }

    struct Count {
        explicit Count(SteppedTraining& owner)
            : training(owner)
        {
            const int now = ++training.running;
            for (int most = training.most; now > most && !training.most.compare_exchange_weak(most, now);) { }
        }
        ~Count() { --training.running; }
        SteppedTraining& training;
    };

    static EpochFigures figures(const TrainJob& job, int epoch)
    {
        EpochFigures made{.epoch = epoch};
        made.validation.accuracy = 0.5 + 0.01 * epoch + 1e-4 * double(job.training.trainSeed % 997);
        made.secondsElapsed = epoch;
        return made;
    }

    static void save(const TrainJob& job, int epoch, int step)
    {
        if (!job.runDir.empty())
            (void)writeFileAtomic(checkpoint(job), nlohmann::json{{"epoch", epoch}, {"step", step}}.dump());
    }
};

/// A study of a few trials on a handful of images; nothing of it is trained.
inline ExperimentConfig liveConfig(const QString& folder, int trials)
{
    static const QTemporaryDir images;
    if (!QFile::exists(images.filePath("train-images-idx3-ubyte")))
        writeIdxSet(images.path());
    ExperimentConfig config;
    config.data.dataset = "mnist";
    config.data.dataDir = images.path().toStdString();
    config.data.imbalanceType = ImbalanceType::None;
    config.data.metaPerClass = config.data.valPerClass = 1;
    config.training.epochs = 3;
    config.search.trials = trials;
    config.search.pruner = "none";
    config.outDir = folder.toStdString();
    return config;
}

inline std::shared_ptr<ScriptedEngine> steppedEngine(SteppedTraining& training)
{
    return std::make_shared<ScriptedEngine>(
        [&training](const TrainJob& job, RunObserver& observer, std::stop_token stop) { return training(job, observer, std::move(stop)); });
}

} // namespace reweigh::test
