// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"

#include <functional>
#include <memory>
#include <mutex>

namespace reweigh::test {

/// An engine that trains nothing: `script` makes the result of each job. The jobs are kept in the order of arrival. Thread: any may train.
class ScriptedEngine : public Engine {
public:
    using Script = std::function<Result<TrainResult>(const TrainJob&, RunObserver&, std::stop_token)>;
    explicit ScriptedEngine(Script script)
        : m_script(std::move(script))
    {
    }

    EngineVersions versions() const override { return {"scripted", "none"}; }
    std::vector<DeviceInfo> devices() const override { return {}; }
    Result<ModelInfo> describeModel(const std::string&, int, int, int, int) const override { return ModelInfo{}; }
    Status check(const TrainOptions&, const DataSource&) const override { return {}; }
    Status exportTorchScript(const std::filesystem::path&, const std::filesystem::path&) override { return {}; }

    Result<TrainResult> train(const TrainJob& job, RunObserver& observer, std::stop_token stop) override
    {
        {
            const std::lock_guard lock(m_mutex);
            jobs.push_back(job);
        }
        return m_script(job, observer, stop);
    }

    std::size_t jobCount() const
    {
        const std::lock_guard lock(m_mutex);
        return jobs.size();
    }

    std::vector<TrainJob> jobs; ///< to be read only while no thread trains

private:
    mutable std::mutex m_mutex;
    Script m_script;
};

/// Opens `engine` whatever is to be trained: an EngineOpener (core/live/run) or a PlanEngineOpener (core/plan).
inline auto openerOf(std::shared_ptr<Engine> engine)
{
    return [engine = std::move(engine)](const TrainOptions&, const DataSource&) -> Result<std::shared_ptr<Engine>> { return engine; };
}

/// Opens one engine of this script.
inline auto openerOf(ScriptedEngine::Script script)
{
    return openerOf(std::make_shared<ScriptedEngine>(std::move(script)));
}

/// Makes a training's result with these validation accuracies, one per epoch. It calls the observer as a training would, and ends early
/// where the observer says so.
inline Result<TrainResult> scriptedRun(const TrainJob& job, RunObserver& observer, const std::vector<double>& accuracies)
{
    TrainResult result;
    result.run = {.device = "cpu (1 thread)", .precision = "fp32", .parameters = 10, .metaParameters = 3, .epochs = int(accuracies.size())};
    observer.started(result.run);
    for (const double accuracy : accuracies) {
        EpochFigures epoch{.epoch = int(result.epochs.size()) + 1};
        epoch.validation.accuracy = accuracy;
        epoch.test.accuracy = accuracy - 0.05 + 0.001 * double(job.training.trainSeed % 7);
        epoch.secondsElapsed = epoch.epoch;
        result.epochs.push_back(epoch);
        const Verdict verdict = observer.epochFinished(epoch);
        if (verdict != Verdict::Continue) {
            result.end = verdict == Verdict::Prune ? RunEnd::Pruned : RunEnd::Stopped;
            break;
        }
    }
    return result;
}

} // namespace reweigh::test
