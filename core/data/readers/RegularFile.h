// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>

namespace reweigh {

/// Size in bytes of the regular file at `path`. Call it before opening the file, since opening a pipe would wait forever.
/// Errors: FileMissing, FileCorrupt (a folder, a device, or no permission to look).
Result<std::uint64_t> regularFileSize(const std::filesystem::path& path);

} // namespace reweigh
