// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/storage/TrialAttributes.h"

#include <filesystem>
#include <vector>

namespace reweigh {

/// One architecture of an exported file, with the settings to train it again.
struct ArchitectureEntry {
    MetaNetSpec network;
    double metaLr = 0.0;
    nlohmann::json training; ///< training settings, keys as flags
    nlohmann::json data;     ///< data settings of the whole file, keys as flags
};

/// The best `count` architectures of a study as the JSON of an architecture file (resources/schema/architectures-2.schema.json).
/// Only complete trials count; fewer than `count` are no error.
/// Errors: StudyEmpty (where = study: no complete trial), StudyCorrupt (a trial without this program's attributes).
Result<nlohmann::json> architecturesJson(const std::string& studyName, const StudyFacts& study, const TrialRefs& trials, int count);

/// Checks the JSON of an architecture file against the schema; `file` is for the error only.
/// Errors: ArchitectureOtherSchema (where = file, detail = the first violated rule, hint = the supported versions).
Status checkArchitectures(const nlohmann::json& json, const std::filesystem::path& file);

/// Reads an architecture file of version 1 or 2, at most 64 MiB.
/// Errors: those of readFile(), FileCorrupt (not JSON), ArchitectureOtherSchema, those of metaNetSpecFromJson().
Result<std::vector<ArchitectureEntry>> readArchitectures(const std::filesystem::path& file);

/// Applies the entry's data settings, training settings, network and meta learning rate to `config`, whose device and threads stay. A setting
/// that the entry does not name, and whose default was another before there was such a setting, gets that one (ConfigField::before). Errors:
/// those of applyJson().
Status applyArchitecture(const ArchitectureEntry& entry, ExperimentConfig& config);

} // namespace reweigh
