// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataPlan.h"
#include "core/storage/TrialAttributes.h"

#include <filesystem>

namespace reweigh {

/// The first setting (its key) whose difference makes two searches different studies, of two configurations as toJson() has them; empty
/// if there is none. What decides only how long or where a search runs may differ.
std::string differingSetting(const nlohmann::json& theirs, const nlohmann::json& ours);

/// Are the data of a study with these facts the ones of `plan`? Errors: StudyOtherData (detail = what differs).
Status checkSameData(const StudyFacts& facts, const DataPlan& plan, const std::filesystem::path& file);

/// May a training with the data of `plan` go on in the run folder whose description is `runJson`? True where images were
/// checked as well, false where the run's version did not know them; true where nothing is written yet.
/// Errors: CheckpointMismatch (detail = what differs), those of readFile.
Result<bool> checkRunData(const std::filesystem::path& runJson, const DataPlan& plan);

/// May a search with these facts go on with the study? It must search the same space, on the same data, with
/// trainings whose results can be compared. Of a study that another program wrote, only the distributions
/// of its trials can be held against the space.
/// Errors: StudyOtherSpace, StudyOtherData (detail = what differs), those of StudyStorage.
Status checkResumable(const StudyStorage& storage, const StudyFacts& facts, const std::filesystem::path& file);

} // namespace reweigh
