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

/// Version of the interface, to be raised whenever Engine, or a type it passes, changes: a library built with another version gives null.
inline constexpr int engineAbi = 8;

/// The one symbol of the engine library: makes a new Engine, which the caller deletes; null where `abi` is not the library's engineAbi.
/// `cores`: the program's machineCores().
using CreateEngine = Engine*(int abi, int cores);
inline constexpr const char* createEngineSymbol = "reweigh_create_engine";

/// The description of one training run.
struct TrainJob {
    DataOptions data; ///< only stored with the run; the training uses `source` and `plan`
    TrainOptions training;
    std::shared_ptr<const DataSource> source;
    std::shared_ptr<const DataPlan> plan;
    std::filesystem::path runDir; ///< empty: nothing is written
    bool resume = false;          ///< true: continue from runDir's newest checkpoint, or from the one before where the newest is damaged
    bool renew = false;           ///< true: where neither can be read, keep them under other names and begin anew
    int countedEpochs = 0;        ///< the last epochs, whose figures count: the only ones with test figures unless
                                  ///< training.testEveryEpoch; 0: all
};

/// Why a training ended: Pruned and Stopped by the observer's verdict, Interrupted by the stop token, NonFinite by a loss that is
/// NaN or infinite, of a step or, after an epoch, of the test images.
enum class RunEnd { Finished, Pruned, Stopped, Interrupted, NonFinite };

/// The outcome of a training.
struct TrainResult {
    RunEnd end = RunEnd::Finished; ///< after Interrupted a checkpoint is in runDir
    EpochList epochs;
    RunStarted run;
};

/// An input layer that the MW-Net of a classifier can have.
struct InputInfo {
    std::string name; ///< "stage3"
    int width = 0;    ///< features per sample
};

/// Size and possible MW-Net inputs of a classifier.
struct ModelInfo {
    long parameters = 0; ///< of the classifier
    std::vector<InputInfo> inputs;
};

struct EngineVersions {
    std::string library; ///< "LibTorch 2.11.0"
    std::string cpu;     ///< instruction set in use: "AVX-512 with bf16"
};

struct DeviceInfo {
    std::string name;        ///< "cpu", "cuda:0"
    std::string description; ///< model name of the processor or GPU
    bool usable = false;
    std::string reason; ///< why it is not usable, else empty
};

/// The interface to everything that needs LibTorch, itself free of it. The library is loaded at first use, so that
/// listing, exporting and starting the window never load it.
/// Thread: one training at a time per thread; train() may run on several threads at once.
class Engine {
public:
    virtual ~Engine() = default;

    virtual EngineVersions versions() const = 0;
    virtual std::vector<DeviceInfo> devices() const = 0;

    /// Describes the classifier `model` for images of height x width x channels.
    /// Errors: UnknownValue, RecipeNotApplicable (image size).
    virtual Result<ModelInfo> describeModel(const std::string& model, int height, int width, int channels, int classes) const = 0;

    /// Checks that trainings with these options can run on this machine. To be called before anything is written.
    /// Errors: NoSuchDevice, PrecisionUnsupported, those of describeModel.
    virtual Status check(const TrainOptions& options, const DataSource& source) const = 0;

    /// Trains until the last epoch, a stop request, or a verdict of the observer. After a stop request it finishes the step,
    /// or the batch of an evaluation, and writes a checkpoint. Errors: NoSuchDevice, PrecisionUnsupported, OutOfMemory,
    /// CheckpointMismatch, FileTruncated or FileCorrupt (both checkpoints are damaged, unless job.renew), DiskFull, FileUnwritable,
    /// TrainingFailed (detail = LibTorch's message), DeviceLost (the device serves no training of this process any more).
    virtual Result<TrainResult> train(const TrainJob& job, RunObserver& observer, std::stop_token stop) = 0;

    /// Writes the trained MW-Net of the run in `runDir` to `file` as TorchScript: forward(input [n, d]) -> weight [n]. The module itself
    /// standardises its input, if the training did.
    /// Errors: FileMissing, FileCorrupt, NoNetworkToExport (a run of another weighting), FileUnwritable, DiskFull.
    virtual Status exportTorchScript(const std::filesystem::path& runDir, const std::filesystem::path& file) = 0;
};

/// Whether trainings lack LibTorch: a package installed the engine, and setup has not downloaded what it stands on. Loads nothing.
bool lacksLibTorch();

/// Loads the engine library (beside the program, or from the path in the environment variable REWEIGH_ENGINE), and LibTorch before it where
/// the library does not know LibTorch's place (findLibTorch). It is loaded once per process; later calls return the same engine, or the
/// same error; only LibTorch is looked for again. Errors: EngineMissing, LibTorchMissing.
Result<std::shared_ptr<Engine>> openEngine();

/// Loads the engine library and calls Engine::check, for callers that are about to train. Errors: those of openEngine and check.
Result<std::shared_ptr<Engine>> openEngine(const TrainOptions& options, const DataSource& source);

} // namespace reweigh
