// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace reweigh {

/// Unpacks the tar archive (gzipped or not) `archive` into the folder `target`, which must exist and be empty.
/// It fails at an entry that is neither a regular file nor a folder, or whose name would lead out of `target`, and at more than
/// `mostBytes` bytes of content or 10,000 entries; the entries before then remain in `target`.
/// Errors: UnsafeArchive, FileMissing, FileCorrupt, FileOversize, FileUnwritable, DiskFull.
Status unpackTar(const std::filesystem::path& archive, const std::filesystem::path& target, std::uint64_t mostBytes);

/// Unpacks the files of the zip archive `archive` that `wanted` says yes to, by their names in it; the others are passed over unread.
/// For the rest as unpackTar, with 100,000 entries.
Status unpackZip(const std::filesystem::path& archive, const std::filesystem::path& target, std::uint64_t mostBytes,
                 const std::function<bool(const std::string& name)>& wanted);

} // namespace reweigh
