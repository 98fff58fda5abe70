// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/engine/face/Engine.h"

namespace reweigh {

/// How a run is carried out, beyond its settings.
struct RunSetting {
    std::string device; ///< "cpu", "cuda:0"
    int threads = 1;
    int metaInputWidth = 0; ///< features per sample that MW-Net reads; 0 without MW-Net
};

/// The identity's key for the fingerprint of the data; "data stamp" before version 0.2.
inline constexpr const char* dataFingerprint = "data fingerprint";

/// All that decides a run's result (on a CPU, to the bit), as a flat object: training settings, device, threads, data fingerprint.
nlohmann::json runIdentity(const TrainJob& job, const RunSetting& setting);
/// The values that earlier versions wrote for the same run where they differ from runIdentity(): their fingerprint covered the labels
/// only.
nlohmann::json identityBefore(const TrainJob& job);

/// The contents of run.json: settings, data, device and versions, so that the run can be understood and repeated.
nlohmann::json runDescription(const TrainJob& job, const RunSetting& setting, const RunStarted& run, const EngineVersions& versions);

/// The part of a run.json that describes its MW-Net.
struct MetaNetDescription {
    MetaNetSpec spec;
    int inputWidth = 0; ///< features per sample, d
};

/// Reads the MW-Net of a run. Errors: FileMissing, FileCorrupt, NoNetworkToExport (a run of another weighting).
Result<MetaNetDescription> readMetaNet(const std::filesystem::path& runJson);

} // namespace reweigh
