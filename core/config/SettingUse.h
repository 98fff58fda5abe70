// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigField.h"

namespace reweigh {

/// What settings are given for: one training (or a look at its data), or a search, which sets some of them itself.
enum class Purpose { Training, Search };

/// Can the setting `field` change anything with `config`? Not so noise-rate where noise-type is none.
/// Errors: SettingUnused (where = its key, detail = the setting that makes it useless and that one's value, hint = the values
/// of that one with which it would count; of what a search sets itself: no detail, hint = the settings to give instead).
Status checkUse(const ConfigField& field, const ExperimentConfig& config, Purpose purpose = Purpose::Training);

inline bool isUsed(const ConfigField& field, const ExperimentConfig& config, Purpose purpose = Purpose::Training)
{
    return checkUse(field, config, purpose).ok();
}

} // namespace reweigh
