// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/DataOptions.h"

#include <filesystem>
#include <vector>

namespace reweigh {

/// Where downloaded sets are kept when no folder is given: reweigh/datasets below $XDG_DATA_HOME (~/.local/share).
std::filesystem::path defaultDataDir();

/// Folders in which `loadDataSet` looks for `options.dataset`, in order. With `dataDir`: that folder and the set's
/// customary folders in it. Without: the same below defaultDataDir(), then where the system installs it.
std::vector<std::filesystem::path> dataSetFolders(const DataOptions& options);

} // namespace reweigh
