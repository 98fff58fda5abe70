// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace reweigh {

/// The whole of `path`. Errors: FileMissing, FileCorrupt (not readable), FileOversize (> `limit` bytes).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t(4) << 30);

/// Writes `bytes` to `path` so that a reader sees the old file or the new one, never a part: a
/// temporary file in the same folder, fsync, rename. Nothing is left behind on failure.
/// Errors: DiskFull, FileUnwritable.
Status writeFileAtomic(const std::filesystem::path& path, std::string_view bytes);

/// Makes `folder` and its parents. Errors: FileUnwritable, DiskFull.
Status makeFolder(const std::filesystem::path& folder);

} // namespace reweigh
