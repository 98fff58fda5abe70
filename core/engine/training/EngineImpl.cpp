// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/EngineImpl.h"

#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/engine/kernels/CachingAllocator.h"
#include "core/engine/methods/MetaWeightNet.h"
#include "core/engine/models/ClassifierFactory.h"
#include "core/engine/training/Checkpoint.h"
#include "core/engine/training/Device.h"
#include "core/engine/training/Trainer.h"
#include "core/runfiles/RunFolder.h"
#include "core/runfiles/SafeTensors.h"

#include <ATen/ATen.h>
#include <c10/util/Exception.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/version.h>

#include <algorithm>
#include <array>
#include <new>
#include <sstream>
#include <string_view>

namespace reweigh {
namespace {

template <std::size_t n> bool holdsAny(std::string_view text, const std::array<std::string_view, n>& phrases)
{
    return std::ranges::any_of(phrases, [&](std::string_view phrase) { return text.find(phrase) != std::string_view::npos; });
}

/// Recognises a failed allocation by the exception's text, since LibTorch's CPU allocator and NVIDIA's libraries have no exception type
/// for it.
bool isOutOfMemory(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> phrases = {"can't allocate memory",
                                                                "out of memory",
                                                                "CUBLAS_STATUS_ALLOC_FAILED",
                                                                "CUDNN_STATUS_ALLOC_FAILED", // cuDNN 8; 9 has the two below
                                                                "CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED",
                                                                "CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED"};
    return holdsAny(text, phrases);
}

/// Recognises CUDA errors after which the context is unusable (CUDA Runtime API, cudaError: "the process must be terminated and
/// relaunched"), and those of a device that is gone: by number, or by the text of cudaGetErrorString where only the text is known.
bool isDeviceLost(int code)
{
    static constexpr std::array codes = {4 /*unloading*/,
                                         46 /*unavailable*/,
                                         214 /*ECC*/,
                                         220 /*NVLink*/,
                                         700 /*illegal address*/,
                                         702 /*timeout*/,
                                         709 /*destroyed*/,
                                         710 /*assert*/,
                                         714 /*stack*/,
                                         715 /*instruction*/,
                                         716 /*misaligned*/,
                                         717 /*space*/,
                                         718 /*counter*/,
                                         719 /*launch failure*/,
                                         721 /*tensor memory*/,
                                         914 /*external*/,
                                         999 /*unknown*/};
    return std::ranges::find(codes, code) != codes.end();
}

bool isDeviceLost(std::string_view text)
{
    static constexpr std::array<std::string_view, 15> phrases = {"an illegal memory access was encountered",
                                                                 "unspecified launch failure",
                                                                 "misaligned address",
                                                                 "an illegal instruction was encountered",
                                                                 "invalid program counter",
                                                                 "operation not supported on global/shared address space",
                                                                 "device-side assert triggered",
                                                                 "uncorrectable ECC error encountered",
                                                                 "uncorrectable NVLink error",
                                                                 "hardware stack error",
                                                                 "the launch timed out and was terminated",
                                                                 "driver shutting down",
                                                                 "context is destroyed",
                                                                 "devices are busy or unavailable",
                                                                 "CUDA error: unknown error"};
    return text.find("CUDA") != std::string_view::npos && holdsAny(text, phrases);
}

} // namespace

Error engineError(const std::string& device, const std::string& run)
{
    const auto byText = [&](const std::string& text) -> Error {
        if (isOutOfMemory(text))
            return {ErrorCode::OutOfMemory, device, text, {}};
        if (isDeviceLost(text))
            return {ErrorCode::DeviceLost, device, text.substr(0, text.find('\n')), {}}; // further lines say how to debug kernels
        return {ErrorCode::TrainingFailed, run, text, {}};
    };
    try {
        throw;
    } catch (const c10::OutOfMemoryError& error) {
        return {ErrorCode::OutOfMemory, device, error.what_without_backtrace(), {}};
    } catch (const c10::AcceleratorError& error) {
        const std::string text = error.what_without_backtrace();
        return isDeviceLost(error.get_error_code()) ? Error{ErrorCode::DeviceLost, device, text.substr(0, text.find('\n')), {}}
                                                    : byText(text);
    } catch (const c10::Error& error) {
        return byText(error.what_without_backtrace());
    } catch (const std::bad_alloc& error) {
        return {ErrorCode::OutOfMemory, device, error.what(), {}};
    } catch (const std::exception& error) {
        return byText(error.what());
    } catch (...) {
        return {ErrorCode::TrainingFailed, run, "an exception of an unknown kind", {}};
    }
}

namespace {

/// A parameter's name as an attribute of a TorchScript module, which may not contain dots: "layer0_weight".
std::string attributeName(std::string slot)
{
    std::ranges::replace(slot, '.', '_');
    return slot;
}

/// The TorchScript source of the module's forward().
std::string forwardSource(const MetaNetSpec& spec, const ParamLayout& layout, bool standardised)
{
    const std::string activation = spec.activation == Activation::Relu ? "torch.relu" : "torch.tanh";
    std::string source = "def forward(self, input):\n    value = input\n";
    if (standardised)
        source += "    value = (value - self.input_mean) / self.input_scale\n";
    for (std::size_t k = 0; k < layout.slots().size(); k += 2) {
        const bool last = k + 2 == layout.slots().size();
        source += "    value = " + (last ? std::string("torch.sigmoid") : activation) + "(torch.addmm(self."
                  + attributeName(layout.slots()[k + 1].name) + ", value, self." + attributeName(layout.slots()[k].name) + ".t()))\n";
    }
    return source + "    return value.squeeze(1)\n";
}

} // namespace

Status writeTorchScript(const MetaNetSpec& spec, const ParamLayout& layout, const ParamSet& theta, const InputStatistics& statistics,
                        const std::filesystem::path& file)
{
    torch::jit::Module module("MetaWeightNet");
    const bool standardised = statistics.mean.defined();
    if (standardised) {
        const std::int64_t d = layout.slots().front().shape[1], numbers = statistics.mean.size(0);
        const at::Tensor mean = at::zeros({d}, statistics.mean.options()), scale = at::ones_like(mean);
        mean.narrow(0, 0, numbers).copy_(statistics.mean);
        scale.narrow(0, 0, numbers).copy_(statistics.scale());
        module.register_buffer("input_mean", mean);
        module.register_buffer("input_scale", scale);
    }
    for (std::size_t k = 0; k < layout.slots().size(); ++k)
        module.register_parameter(attributeName(layout.slots()[k].name), theta.views[k].detach().cpu().contiguous().clone(), false);
    module.define(forwardSource(spec, layout, standardised));
    std::ostringstream bytes;
    module.save(bytes);
    return writeFileAtomic(file, bytes.str());
}

namespace {

/// Returns the memory of a training to the system when the training ends.
struct MemoryReturn {
    std::string device; ///< "cpu", "cuda:0"

    ~MemoryReturn()
    {
        CachingAllocator::trim();
        emptyDeviceCache(device);
    }
};

/// The hint of a DeviceLost that another training has met before.
constexpr const char* lostBefore = "met by another training before";

/// The name of the device that a job will use; as asked where there is none.
std::string deviceName(const TrainJob& job)
{
    const Result<DeviceChoice> choice = chooseDevice(job.training.device);
    return choice ? choice->name : job.training.device;
}

/// Whether an error of Trainer::make says that the run's own files, from which it was to continue, are damaged.
bool isOwnDamage(const Error& error, const TrainJob& job)
{
    const std::filesystem::path files = RunFolder(job.runDir).file(RunFolder::checkpoint).parent_path();
    return isDamage(error) && !job.runDir.empty() && std::filesystem::path(error.where).parent_path() == files;
}

/// Gives a run's checkpoints other names, so that the run begins anew. Returns that of the newest. Errors: FileUnwritable.
Result<std::filesystem::path> setCheckpointsAside(const std::filesystem::path& runDir)
{
    std::filesystem::path newest;
    for (const char* name : {RunFolder::checkpoint, RunFolder::checkpointBefore}) {
        const std::filesystem::path file = RunFolder(runDir).file(name);
        if (!isThere(file))
            continue;
        const Result<std::filesystem::path> aside = setAside(file);
        if (!aside)
            return aside;
        if (newest.empty())
            newest = *aside;
    }
    return newest;
}

} // namespace

EngineImpl::EngineImpl()
{
    cudaLibraries(false); // first: LibTorch, once used without its CUDA part, never finds a device
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
    const Result<ModelInfo> model =
        describeModel(options.model, source.train.height, source.train.width, source.train.channels, source.classes());
    return model ? Status() : Status(model.error());
}

Result<TrainResult> EngineImpl::train(const TrainJob& job, RunObserver& observer, std::stop_token stop)
{
    const MemoryReturn memory{deviceName(job)};
    try {
        Result<std::unique_ptr<Trainer>> trainer = Trainer::make(job, observer, stop, versions());
        if (!trainer && job.renew && isOwnDamage(trainer.error(), job)) {
            const Error damage = trainer.error();
            const Result<std::filesystem::path> aside = setCheckpointsAside(job.runDir);
            if (!aside)
                return aside.error();
            trainer = Trainer::make(job, observer, std::move(stop), versions());
            if (trainer)
                (*trainer)->tellRenewed(damage, *aside);
        }
        if (!trainer)
            return trainer.error();
        return (*trainer)->run();
    } catch (...) {
        Error error = engineError(memory.device, job.runDir.empty() ? job.training.model : job.runDir.string());
        if (error.code == ErrorCode::TrainingFailed) // NVIDIA's libraries put errors of their own in the place of CUDA's
            if (std::string failure = deviceFailure(memory.device); !failure.empty())
                error = {ErrorCode::DeviceLost, memory.device, std::move(failure), {}};
        if (error.code == ErrorCode::DeviceLost && !setDeviceLost(memory.device))
            error.hint = lostBefore;
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
        const std::filesystem::path checkpoint = folder.file(RunFolder::checkpoint);
        const Result<at::Tensor> theta = readMetaWeights(checkpoint, metaNet.parameters().total());
        if (!theta)
            return theta.error();
        const Result<InputStatistics> statistics = isStandardised(description->spec)
                                                       ? readInputStatistics(checkpoint, description->inputWidth)
                                                       : Result<InputStatistics>(InputStatistics{});
        if (!statistics)
            return statistics.error();
        return writeTorchScript(description->spec, metaNet.parameters(), ParamSet(metaNet.parameters(), *theta), *statistics, file);
    } catch (...) {
        return engineError("cpu", runDir.string());
    }
}

} // namespace reweigh
