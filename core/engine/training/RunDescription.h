// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"

#include <nlohmann/json.hpp>

namespace reweigh {

/// How a run is carried out, beyond what was asked for.
struct RunSetting {
    std::string device; ///< "cpu", "cuda:0"
    int threads = 1;
    int metaInputWidth = 0; ///< features a sample that MW-Net is fed
};

/// The identity's key for the fingerprint of the data; "data stamp" before version 0.2.
inline constexpr const char* dataFingerprint = "data fingerprint";

/// Flat object of all that decides a run's result, to the bit on a CPU: training settings, device, threads, data fingerprint.
nlohmann::json runIdentity(const TrainJob& job, const RunSetting& setting);
/// What earlier versions wrote for the same run, where it differs from runIdentity(): their fingerprint was that of the labels alone.
nlohmann::json identityBefore(const TrainJob& job);

/// run.json: what was asked for, on which data, with what, so that the run can be understood and done again.
nlohmann::json runDescription(const TrainJob& job, const RunSetting& setting, const RunStarted& run, const EngineVersions& versions);

/// What of a run.json it takes to rebuild its MW-Net.
struct MetaNetDescription {
    MetaNetSpec spec;
    int inputWidth = 0;
};

/// Errors: FileMissing, FileCorrupt, RecipeNotApplicable (a run without MW-Net).
Result<MetaNetDescription> readMetaNet(const std::filesystem::path& runJson);

} // namespace reweigh
