// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Result.h"
#include "core/config/MetaNetSpec.h"
#include "core/engine/face/Engine.h"
#include "core/engine/methods/InputStatistics.h"
#include "core/engine/models/ParamLayout.h"

#include <filesystem>
#include <string>

namespace reweigh {

/// Turns the exception that is being handled into an Error; to be called within a catch clause.
/// OutOfMemory (where = `device`): an allocation failed, in LibTorch's allocators or in cuBLAS or cuDNN, which are recognised by their
/// texts. DeviceLost (where = `device`): a CUDA error after which nothing runs on the device until the process ends (an illegal
/// address, a failed launch, a memory error that cannot be corrected). TrainingFailed (where = `run`): any other exception, with its
/// text.
Error engineError(const std::string& device, const std::string& run);

/// Writes the MW-Net `spec` with parameters `theta` (flat [Q], laid out by MetaWeightNet) as a TorchScript module:
/// forward(input [n, d]) -> weight [n], before any normalisation over the batch. Parameters have the layout's names, with "_" in place
/// of ".". The input is never standardised yet: where training standardised it by `statistics`, the module does too, and states them as
/// its buffers input_mean and input_scale [d], which are 0 and 1 for the label. Errors: DiskFull, FileUnwritable.
Status writeTorchScript(const MetaNetSpec& spec, const ParamLayout& layout, const ParamSet& theta, const InputStatistics& statistics,
                        const std::filesystem::path& file);

/// The implementation of Engine, whose header does not need LibTorch's. It turns exceptions of LibTorch into Errors.
class EngineImpl : public Engine {
public:
    EngineImpl();

    EngineVersions versions() const override;
    std::vector<DeviceInfo> devices() const override;
    Result<ModelInfo> describeModel(const std::string& model, int height, int width, int channels, int classes) const override;
    Status check(const TrainOptions& options, const DataSource& source) const override;
    Result<TrainResult> train(const TrainJob& job, RunObserver& observer, std::stop_token stop) override;
    Status exportTorchScript(const std::filesystem::path& runDir, const std::filesystem::path& file) override;
};

} // namespace reweigh
