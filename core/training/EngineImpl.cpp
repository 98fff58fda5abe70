// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/EngineImpl.h"

#include "core/kernels/CachingAllocator.h"
#include "core/methods/MetaWeightNet.h"
#include "core/models/ClassifierFactory.h"
#include "core/runfiles/RunFolder.h"
#include "core/runfiles/SafeTensors.h"
#include "core/training/Checkpoint.h"
#include "core/training/Device.h"
#include "core/training/EngineError.h"
#include "core/training/TorchScriptExport.h"
#include "core/training/Trainer.h"

#include <ATen/ATen.h>
#include <torch/version.h>

namespace reweigh {
namespace {

/// A training's memory goes back to the system with it.
struct MemoryReturn {
    ~MemoryReturn() { CachingAllocator::trim(); }
};

} // namespace

EngineImpl::EngineImpl()
{
    CachingAllocator::install();
}

EngineVersions EngineImpl::versions() const
{
    return {.library = std::string("LibTorch ") + TORCH_VERSION, .cpu = cpuInstructionSet()};
}

std::vector<DeviceInfo> EngineImpl::devices() const
{
    return listDevices();
}

Result<ModelInfo> EngineImpl::describeModel(const std::string& model, int height, int width, int channels, int classes) const
{
    const Result<Network> network = makeClassifier(model, {height, width, channels}, classes);
    if (!network)
        return network.error();
    ModelInfo info{.parameters = long(network->parameters().total())};
    info.inputs.push_back({"loss", 1});
    for (const InputLayer& input : network->inputLayers())
        info.inputs.push_back({input.name, input.width});
    info.inputs.push_back({"softmax", classes});
    return info;
}

Status EngineImpl::check(const TrainOptions& options, const DataSource& source) const
{
    const Result<DeviceChoice> choice = chooseDevice(options.device);
    if (!choice)
        return choice.error();
    if (const Status status = checkPrecision(options.precision, choice->device); !status)
        return status;
    const Result<ModelInfo> model = describeModel(options.model, source.train.height, source.train.width, source.train.channels, source.classes());
    return model ? Status() : Status(model.error());
}

Result<TrainResult> EngineImpl::train(const TrainJob& job, RunObserver& observer, std::stop_token stop)
{
    const MemoryReturn memoryReturn;
    try {
        const Result<std::unique_ptr<Trainer>> trainer = Trainer::make(job, observer, std::move(stop), versions());
        if (!trainer)
            return trainer.error();
        return (*trainer)->run();
    } catch (...) {
        const Result<DeviceChoice> choice = chooseDevice(job.training.device);
        const std::string device = choice ? choice->name : job.training.device;
        const Error error = engineError(device, job.runDir.empty() ? job.training.model : job.runDir.string());
        if (error.code == ErrorCode::DeviceLost)
            setDeviceLost(device);
        return error;
    }
}

Status EngineImpl::exportTorchScript(const std::filesystem::path& runDir, const std::filesystem::path& file)
{
    try {
        const RunFolder folder(runDir);
        const Result<MetaNetDescription> description = readMetaNet(folder.file("run.json"));
        if (!description)
            return description.error();
        const MetaWeightNet metaNet(description->spec, description->inputWidth);
        const Result<at::Tensor> theta = readMetaWeights(folder.file("checkpoint.safetensors"), metaNet.parameters().total());
        if (!theta)
            return theta.error();
        return writeTorchScript(description->spec, metaNet.parameters(), ParamSet(metaNet.parameters(), *theta), file);
    } catch (...) {
        return engineError("cpu", runDir.string());
    }
}

} // namespace reweigh
