// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace reweigh {

/// The whole of `path`. Errors: FileMissing, FileUnreadable, FileCorrupt (a folder), FileOversize (> `limit` bytes).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t(4) << 30);

/// `path` from byte `offset` on; empty where it ends before. Errors: FileMissing, FileCorrupt (not readable).
Result<std::string> readFileFrom(const std::filesystem::path& path, std::size_t offset);

/// By which a changed file is told from an unchanged one; all zero where there is none.
struct FileState {
    std::uint64_t inode = 0, size = 0;
    std::int64_t nanoseconds = 0; ///< of its last change

    friend bool operator==(const FileState&, const FileState&) = default;
};
FileState stateOf(const std::filesystem::path& path);

/// Writes `bytes` to `path` so that a reader sees the old file or the new one, never a part: a
/// temporary file in the same folder, fsync, rename. Nothing is left behind on failure.
/// Errors: DiskFull, FileUnwritable.
Status writeFileAtomic(const std::filesystem::path& path, std::string_view bytes);

/// Adds `bytes` at the end of `path`, which is made where it is missing, and waits until they are on the disk. A reader may see a
/// part of them; where they cannot all be written, the file is cut back to what it was. For files of lines whose readers drop
/// a last line without its end. Errors: DiskFull, FileUnwritable.
Status appendToFile(const std::filesystem::path& path, std::string_view bytes);

/// Writes `bytes` into an existing file from `offset` on, beyond its end too, and waits until they are on the disk.
/// Errors: DiskFull, FileUnwritable.
Status overwriteInFile(const std::filesystem::path& path, std::size_t offset, std::string_view bytes);

/// Makes `folder` and its parents. Errors: FileUnwritable, DiskFull.
Status makeFolder(const std::filesystem::path& folder);

} // namespace reweigh
