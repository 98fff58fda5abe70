// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace reweigh {

/// One ready recipe. It sets what it is about and leaves the rest: no device, no precision, no folder.
struct PresetRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    bool whole = false; ///< all that decides a result: what it does not name goes back to its default
    /// Settings, keys as the flags, for data as far as `config` names them.
    nlohmann::json (*settings)(const ExperimentConfig& config) = nullptr;
};

/// Every recipe.
const std::vector<PresetRow>& presetRows();

/// Their names.
const std::vector<std::string>& presetNames();

/// What recipe `name` would set in `config`, keys as the flags. Errors: UnknownValue.
Result<nlohmann::json> presetSettings(const ExperimentConfig& config, const std::string& name);

/// Sets what recipe `name` decides and leaves the rest. Errors: UnknownValue.
Status applyPreset(ExperimentConfig& config, const std::string& name);

} // namespace reweigh
