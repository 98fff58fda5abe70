// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/recipe/DataPlan.h"
#include "core/storage/TrialAttributes.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace reweigh {

/// The key of the first setting whose difference makes two searches different studies; empty if there is none. `theirs` and `ours` are
/// configurations as toJson() writes them. Settings that decide only how long or where a search runs may differ.
std::string differingSetting(const nlohmann::json& theirs, const nlohmann::json& ours);

/// For a search that is resumed: where the study has the default of an earlier version (ConfigField::before), `config` takes it too, but
/// for settings in `named`, the keys that the user gave. `theirs` is the study's configuration, a JSON object. Returns the keys of the
/// settings that this changed.
std::vector<std::string> takeEarlierDefaults(ExperimentConfig& config, const nlohmann::json& theirs, const std::set<std::string>& named);

/// Checks that the study with these facts was made with the data of `plan`. `file`: the study's file, for the error message.
/// Errors: StudyOtherData (detail = what differs).
Status checkSameData(const StudyFacts& facts, const DataPlan& plan, const std::filesystem::path& file);

/// Checks that a training with the data of `plan` may continue in the run folder whose description is the file `runJson`. True where
/// the images were checked too, or the file does not exist yet; false where an earlier version wrote it, without the images.
/// Errors: CheckpointMismatch (detail = what differs), FileCorrupt, those of readFile.
Result<bool> checkRunData(const std::filesystem::path& runJson, const DataPlan& plan);

/// Checks that a search with these facts may continue the study in `storage`: both must search the same space on the same data, with
/// trainings whose results can be compared. Where another program wrote the study, only the distributions of its trials are compared
/// with the space.
/// Errors: StudyOtherSpace, StudyOtherData (detail = what differs), those of StudyStorage.
Status checkResumable(const StudyStorage& storage, const StudyFacts& facts, const std::filesystem::path& file);

} // namespace reweigh
