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

/// Reads the whole file `path`; a pipe or device to its end, where a pipe gives the same bytes each time it is read. Errors: FileMissing,
/// FileUnreadable (also a folder, or a pipe that nobody opens for writing within 3 seconds), FileOversize (> `limit` bytes).
Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit = std::size_t(4) << 30);

/// Reads the file `path` from byte `offset` to its end; empty if it ends before. Errors: FileMissing, FileUnreadable
/// (also a folder).
Result<std::string> readFileFrom(const std::filesystem::path& path, std::size_t offset);

/// Facts by which a changed file is recognised; all zero if there is no file.
struct FileState {
    std::uint64_t inode = 0, size = 0;
    std::int64_t nanoseconds = 0; ///< of its last change

    friend bool operator==(const FileState&, const FileState&) = default;
};
FileState stateOf(const std::filesystem::path& path);

/// Whether `path` still names the file that was opened as `descriptor`: its last holder may have removed a lock file after it was opened
/// here and before it was locked.
bool isStillAt(int descriptor, const std::filesystem::path& path);

/// Writes `bytes` to `path` so that a reader sees the old file or the new one, never a part of it: a temporary file in the same folder,
/// fsync, rename. The temporary file is `path` + ".reweigh-new", which is removed on failure; one that a killed process left is overwritten, so
/// that there is never more than one. Where two write `path` at once, the second has a file of another name.
/// A link stays, and the file that it names is written; into a device or a pipe the bytes are written as they are.
/// Errors: DiskFull, FileUnwritable.
Status writeFileAtomic(const std::filesystem::path& path, std::string_view bytes);

/// Appends `bytes` to `path`, creates the file if it is missing, and waits until the bytes are on the disk. A reader may see a
/// part of them; if not all can be written, the file is truncated to its earlier length. Meant for files of lines whose readers
/// ignore a last line without a line end. Errors: DiskFull, FileUnwritable.
Status appendToFile(const std::filesystem::path& path, std::string_view bytes);

/// Writes `bytes` into an existing file from `offset` on, beyond its end if need be, and waits until they are on the disk.
/// Errors: DiskFull, FileUnwritable (also if there is no such file).
Status overwriteInFile(const std::filesystem::path& path, std::size_t offset, std::string_view bytes);

/// Creates `folder` and its parents where they are missing. Errors: FileUnwritable, DiskFull.
Status makeFolder(const std::filesystem::path& folder);

} // namespace reweigh
