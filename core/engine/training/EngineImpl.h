// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Result.h"
#include "core/config/MetaNetSpec.h"
#include "core/engine/face/Engine.h"
#include "core/engine/models/ParamLayout.h"

#include <filesystem>
#include <string>

namespace reweigh {

/// The exception of LibTorch that is being handled, as an Error; to be called within a catch clause.
/// OutOfMemory (where = `device`): an allocation failed, in the library's own allocators or in those of cuBLAS and cuDNN, which
/// say so in words of their own. DeviceLost (where = `device`): one of CUDA's errors after which nothing runs on the device any
/// more until the process ends (an illegal address, a failed launch, memory that cannot be corrected). TrainingFailed (where =
/// `run`): any other, with its own text.
Error engineError(const std::string& device, const std::string& run);


/// Writes the MW-Net `spec` with parameters `theta` (laid out by MetaWeightNet) as a TorchScript module:
/// forward(input [n, d]) -> weight [n], before any normalisation over the batch. Parameters are named as the layout
/// names them. Errors: DiskFull, FileUnwritable.
Status writeTorchScript(const MetaNetSpec& spec, const ParamLayout& layout, const ParamSet& theta, const std::filesystem::path& file);


/// The engine behind its torch-free face. Exceptions of the library end here: they become Errors.
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
