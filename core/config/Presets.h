// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace reweigh {

/// One ready-made recipe, a set of settings with a name. It never sets a device, a precision or a folder.
struct PresetRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    bool whole = false; ///< settings that decide a result and that the recipe does not name are reset to their defaults
    /// Returns the recipe's settings, keys as the flags; they may depend on the data set of `config`.
    nlohmann::json (*settings)(const ExperimentConfig& config) = nullptr;
};

/// Every recipe.
const std::vector<PresetRow>& presetRows();

/// The names of presetRows(), in the same order.
const std::vector<std::string>& presetNames();

/// The settings that recipe `name` would set in `config`, keys as the flags. Errors: UnknownValue (where = "recipe").
Result<nlohmann::json> presetSettings(const ExperimentConfig& config, const std::string& name);

/// Applies the settings of recipe `name` to `config` and leaves the rest. Errors: UnknownValue (where = "recipe").
Status applyPreset(ExperimentConfig& config, const std::string& name);

} // namespace reweigh
