// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ExperimentConfig.h"

#include <QString>

#include <filesystem>

namespace reweigh {

/// The folder in which studies are kept unless the user chooses another: "studies" in the application's data folder
/// (XDG_DATA_HOME).
std::filesystem::path studiesFolder();

/// A folder in studiesFolder() that does not exist yet, named after the recipe: "fashion-mnist-uniform0.4-if50", "...-2".
/// `title`: the name that the user gave the study, which the folder is named after then: "My-first-try".
std::filesystem::path freshStudyFolder(const ExperimentConfig& config, const QString& title = {});

} // namespace reweigh
