// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/storage/TrialAttributes.h"

#include <filesystem>
#include <vector>

namespace reweigh {

/// One architecture of an exported file, with what it takes to train it again.
struct ArchitectureEntry {
    int rank = 1;
    MetaNetSpec network;
    double metaLr = 0.0;
    nlohmann::json training; ///< settings, keys as flags
    nlohmann::json data;     ///< the file's recipe options, keys as flags
};

/// The best `count` architectures of a study as the file's JSON (resources/schema/architectures-2.schema.json).
/// Only complete trials count; fewer than asked is no error.
/// Errors: StudyEmpty (where = study), StudyCorrupt (no facts of ours).
Result<nlohmann::json> architecturesJson(const std::string& studyName, const StudyFacts& study, const TrialRefs& trials,
                                         int count);

/// Errors: ArchitectureOtherSchema (detail = the first rule broken, hint = the schema known).
Status checkArchitectures(const nlohmann::json& json, const std::filesystem::path& file);

/// Errors: FileMissing, FileCorrupt (not JSON), ArchitectureOtherSchema.
Result<std::vector<ArchitectureEntry>> readArchitectures(const std::filesystem::path& file);

/// Sets what the entry says: recipe, training options, network. Errors: those of applyJson.
Status applyArchitecture(const ArchitectureEntry& entry, ExperimentConfig& config);

} // namespace reweigh
