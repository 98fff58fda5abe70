// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigField.h"

namespace reweigh {

/// The fields of each group, in the order of `--help`; configFields() strings them together and says their group.
std::vector<ConfigField> dataFields();
std::vector<ConfigField> trainFields();
std::vector<ConfigField> searchFields();

/// Those of earlierFields().
std::vector<ConfigField> earlierTrainFields();

namespace fields {

inline constexpr double largestInteger = 9007199254740992.0; ///< 2^53: what every JSON reader keeps exactly

} // namespace fields
} // namespace reweigh
