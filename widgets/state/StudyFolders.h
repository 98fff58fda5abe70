// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"

#include <filesystem>

namespace reweigh {

/// Where studies are kept unless the user says otherwise: "studies" in the application's data folder (XDG_DATA_HOME).
std::filesystem::path studiesFolder();

/// A folder below it that is not there yet, named after the recipe: "fashion-mnist-uniform0.4-if50", "...-2".
std::filesystem::path freshStudyFolder(const ExperimentConfig& config);

} // namespace reweigh
