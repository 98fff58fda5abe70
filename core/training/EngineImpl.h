// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Engine.h"

namespace reweigh {

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
