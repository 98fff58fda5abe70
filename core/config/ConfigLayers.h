// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <functional>
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

} // namespace reweigh
