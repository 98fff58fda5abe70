// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>

namespace reweigh {

/// Unpacks the tar archive (gzipped or not) `archive` into the folder `target`, which must exist and be empty.
/// The whole of it or an error: an entry that is not a plain file or folder, or whose name would lead out of `target`,
/// stops it, as do more than `mostBytes` of content or 10,000 entries.
/// Errors: UnsafeArchive, FileMissing, FileCorrupt, FileOversize, FileUnwritable, DiskFull.
Status unpackTar(const std::filesystem::path& archive, const std::filesystem::path& target, std::uint64_t mostBytes);

} // namespace reweigh
