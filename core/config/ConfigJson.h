// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ConfigField.h"
#include "core/config/ExperimentConfig.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace reweigh {

/// One source of settings: a recipe, a file, the flags of a command. It sets what it names and leaves the rest; it may be
/// asked more than once.
using SettingsSource = std::function<Status(ExperimentConfig&)>;

/// `base` changed by every source in turn, the later one winning.
///
/// The data set that results decides the defaults of noise and imbalance (switchDataSet): they are set before the first source
/// speaks. A source that names a data set with labels of another kind (own or a benchmark's) means its noise and imbalance for
/// that one, so they are passed over; one that names none means them for whatever set results.
/// Errors: those of the sources.
Result<ExperimentConfig> layeredConfig(const ExperimentConfig& base, const std::vector<SettingsSource>& sources);


/// The shell command that does what `config` says: "reweigh search --noise-rate 0.4 ...", with every setting that
/// differs from its default and has an effect, quoted where a shell wants it.
std::string commandText(const std::string& subcommand, const ExperimentConfig& config);


/// The whole configuration as one flat object, keys as the flags: {"noise-rate": 0.4, ...}.
nlohmann::json toJson(const ExperimentConfig& config);

/// Only the settings of one group.
nlohmann::json settingsJson(const ExperimentConfig& config, FieldGroup group);

/// Sets what `json` names and leaves the rest: first the data set, whose defaults come with it, then "recipe" (Presets.h), then
/// every other setting.
/// Errors: UnknownKey (with the nearest), UnknownValue, ValueOutOfRange, ConfigNotJson (not an object).
Status applyJson(ExperimentConfig& config, const nlohmann::json& json);

/// Settings as a run or a study holds them, with the training settings that its version did not have: they are what they were
/// before they could be chosen, the usual values or what an earlier setting (earlierFields()) says; names of before become today's. `settings` is an object.
nlohmann::json todaysSettings(const nlohmann::json& settings);

/// The settings of a file, for applyJson. Errors: FileMissing, FileOversize, ConfigNotJson.
Result<nlohmann::json> readSettings(const std::filesystem::path& file);

/// Errors: as readSettings and applyJson.
Status applyFile(ExperimentConfig& config, const std::filesystem::path& file);

/// What no single field can see: a setting outside what others leave it (ConfigField::within), lagged weights beside a virtual
/// step of the head (which has no backward pass to save: it would be coarser and no faster).
/// Errors: ValueOutOfRange, RecipeNotApplicable.
Status validate(const ExperimentConfig& config);

} // namespace reweigh
