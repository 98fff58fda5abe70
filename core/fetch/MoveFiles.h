// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <filesystem>

namespace reweigh {

/// Moves every file below `from` to the same place below `to`, on the same disk; one that is there is replaced. No power failure leaves a
/// part of a file at its new place.
/// Errors: FileUnwritable, DiskFull.
Status moveFiles(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace reweigh
