// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"
#include "core/progress/EpochList.h"
#include "core/progress/RunObserver.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace reweigh {

class Engine;

/// Raised whenever Engine, or a type it passes, changes: a library built against another one gives null.
inline constexpr int engineAbi = 2;

/// The one symbol of the engine library: a new Engine, the caller's to delete.
using CreateEngine = Engine*(int abi);
inline constexpr const char* createEngineSymbol = "reweigh_create_engine";


/// One training run.
struct TrainJob {
    DataOptions data;        ///< recorded with the run; `plan` is what is trained on
    TrainOptions training;
    std::shared_ptr<const DataSource> source;
    std::shared_ptr<const DataPlan> plan;
    std::filesystem::path runDir; ///< empty: nothing is written
    bool resume = false;          ///< go on from runDir's checkpoint, if it holds one
};

enum class RunEnd { Finished, Pruned, Stopped, Interrupted, NonFinite };

struct TrainResult {
    RunEnd end = RunEnd::Finished; ///< Interrupted: stop was asked; a checkpoint is in runDir
    EpochList epochs;
    RunStarted run;
};

struct InputInfo {
    std::string name; ///< "stage3"
    int width = 0;    ///< features a sample
};

struct ModelInfo {
    long parameters = 0;
    std::vector<InputInfo> inputs;
};

struct EngineVersions {
    std::string library; ///< "LibTorch 2.11.0"
    std::string cpu;     ///< instruction set in use: "AVX-512 with bf16"
};

struct DeviceInfo {
    std::string name;        ///< "cpu", "cuda:0"
    std::string description; ///< processor or card
    bool usable = false;
    std::string reason;      ///< why not, else empty
};

/// All that needs LibTorch, behind a face that does not: the library is opened at first use, so that
/// listing, exporting and a window's start never load it.
/// Thread: one training at a time per thread; train() may run on several threads at once.
class Engine {
public:
    virtual ~Engine() = default;

    virtual EngineVersions versions() const = 0;
    virtual std::vector<DeviceInfo> devices() const = 0;

    /// Parameters and inputs of classifier `model` for images of this shape.
    /// Errors: UnknownValue, RecipeNotApplicable (image size).
    virtual Result<ModelInfo> describeModel(const std::string& model, int height, int width, int channels,
                                            int classes) const = 0;

    /// Can trainings with these options run here at all? Asked before anything is written.
    /// Errors: NoSuchDevice, PrecisionUnsupported, those of describeModel.
    virtual Status check(const TrainOptions& options, const DataSource& source) const = 0;

    /// Trains until the last epoch, `stop`, or the observer's verdict. An asked stop finishes the step,
    /// or the batch of an evaluation, and saves. Errors: NoSuchDevice, PrecisionUnsupported, OutOfMemory, CheckpointMismatch,
    /// DiskFull, FileUnwritable, TrainingFailed (the library's own text).
    virtual Result<TrainResult> train(const TrainJob& job, RunObserver& observer, std::stop_token stop) = 0;

    /// Writes the MW-Net of the run in `runDir` as TorchScript: forward(input [n, d]) -> weight [n].
    virtual Status exportTorchScript(const std::filesystem::path& runDir, const std::filesystem::path& file) = 0;
};

/// Opens the engine library (beside the program, or where REWEIGH_ENGINE says); once a process.
/// Errors: EngineMissing.
Result<std::shared_ptr<Engine>> openEngine();

/// The same for somebody who is about to train: also asks Engine::check. Errors: EngineMissing, those of check.
Result<std::shared_ptr<Engine>> openEngine(const TrainOptions& options, const DataSource& source);

} // namespace reweigh
