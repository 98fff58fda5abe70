// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/base/Json.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// One preset, a set of settings with a name. It never sets a device, a precision or a folder.
struct PresetRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    bool whole = false; ///< settings that decide a result and that the preset does not name are reset to their defaults
    /// Returns the preset's settings, keys as the flags; they may depend on the data set of `config`.
    nlohmann::json (*settings)(const ExperimentConfig& config) = nullptr;
};

/// Every preset.
const std::vector<PresetRow>& presetRows();

/// The names of presetRows(), in the same order.
const std::vector<std::string>& presetNames();

/// The settings that preset `name` would set in `config`, keys as the flags. Errors: UnknownValue (where = "preset").
Result<nlohmann::json> presetSettings(const ExperimentConfig& config, const std::string& name);

/// Applies the settings of preset `name` to `config` and leaves the rest. Errors: UnknownValue (where = "preset").
Status applyPreset(ExperimentConfig& config, const std::string& name);

/// The keys under which settings name a preset: today's, then that of earlier versions.
inline constexpr std::array<const char*, 2> presetKeys = {"preset", "recipe"};

/// The preset that the object `settings` names, under the first of presetKeys that it has; a value that is no text as JSON. None if it has
/// neither.
std::optional<std::string> namedPreset(const nlohmann::json& settings);

} // namespace reweigh
