// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/config/ConfigField.h"
#include "core/config/ExperimentConfig.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace reweigh {

/// One source of settings: a preset, a file, the flags of a command. It sets what it names and leaves the rest; it may be
/// called more than once.
using SettingsSource = std::function<Status(ExperimentConfig&)>;

/// Applies every source to `base` in turn; a later source overrides an earlier one.
///
/// The final data set decides the defaults of noise and imbalance (switchDataSet), which are set before the first source is
/// applied. If a source names a data set whose labels are of another kind (own or a benchmark's) than those of the final one, its
/// noise and imbalance types were meant for that set and are ignored. If it names no data set, they apply to the final one.
/// Errors: those of the sources.
Result<ExperimentConfig> layeredConfig(const ExperimentConfig& base, const std::vector<SettingsSource>& sources);

/// The shell command that runs `subcommand` with `config`: "reweigh search --noise-rate 0.4 ...". It names every setting that
/// differs from its default and has an effect, quoted where a shell requires it.
std::string commandText(const std::string& subcommand, const ExperimentConfig& config);

/// The whole configuration as one flat object whose keys are the flags: {"noise-rate": 0.4, ...}.
nlohmann::json toJson(const ExperimentConfig& config);

/// Only the settings of one group.
nlohmann::json settingsJson(const ExperimentConfig& config, FieldGroup group);

/// Sets what `json` names and leaves the rest: first the data set with its defaults, then the preset (presetKeys), then every other
/// setting.
/// Errors: UnknownKey (with the nearest), UnknownValue, ValueOutOfRange, ConfigNotJson (not an object).
Status applyJson(ExperimentConfig& config, const nlohmann::json& json);

/// Converts the stored settings of a run or study to this version. Names of earlier versions become today's names. Settings of training
/// and search that the earlier version did not have are added with the value that it used: the default, or what a setting of
/// earlierFields() says; so are all settings with a value of before (ConfigField::before). `settings` must be a JSON object.
nlohmann::json todaysSettings(const nlohmann::json& settings);

/// Sets what the stored settings of a study name, and what they mean without naming it (todaysSettings). Errors: those of applyJson.
Status applyStored(ExperimentConfig& config, const nlohmann::json& settings);

/// Reads the settings of a JSON file, at most 16 MiB, for applyJson. Errors: those of readFile, ConfigNotJson.
Result<nlohmann::json> readSettings(const std::filesystem::path& file);

/// Whether `settings` has the setting under its key or one of its earlier names.
bool namesSetting(const nlohmann::json& settings, const ConfigField& field);

/// Checks combinations of settings: a value outside the part of its range that other settings allow (ConfigField::within), and
/// lagged weights together with a virtual step of the head (there is no backward pass to save, so they would only be less exact).
/// Errors: ValueOutOfRange, RecipeNotApplicable.
Status validate(const ExperimentConfig& config);

/// validate(), for somebody who wrote only the settings for which `isWritten` holds. An objective over more epochs than there are, of which
/// nobody said a word, becomes one over all of them. Another setting that nobody wrote and that a written one excludes is not what is wrong:
/// then the error is RecipeNotApplicable, where = the written one, detail = the other, hint = values of that.
Status fitUnwritten(ExperimentConfig& config, const std::function<bool(const ConfigField&)>& isWritten);

} // namespace reweigh
