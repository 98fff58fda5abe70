// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataOptions.h"

#include <filesystem>
#include <vector>

namespace reweigh {

/// The folder for downloaded data sets where the user names none: $XDG_DATA_HOME/reweigh/datasets, or
/// ~/.local/share/reweigh/datasets where that variable is not set to an absolute path.
std::filesystem::path defaultDataDir();

/// The folders in which `loadDataSet` looks for `options.dataset`, in order: `dataDir` and the set's customary folders in it; where
/// `dataDir` is empty, the same below defaultDataDir(), then the folder in which the system installs the set.
std::vector<std::filesystem::path> dataSetFolders(const DataOptions& options);

} // namespace reweigh
