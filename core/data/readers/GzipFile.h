// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace reweigh {

/// Reads a file from front to back, gzipped or not (its first bytes decide). The caller says how many bytes to read, so that a
/// malicious archive cannot fill the memory.
class GzipFile {
public:
    /// Errors: FileMissing, FileCorrupt (not a file, or not readable).
    static Result<GzipFile> open(const std::filesystem::path& path);

    /// Fills `out` with the next decompressed bytes. Errors: FileTruncated (with the sizes), FileCorrupt (bad compression or checksum).
    Status read(std::span<std::uint8_t> out);

    /// Checks that all bytes have been read. Errors: FileOversize (more follow), FileTruncated (the checksum at the end is missing),
    /// FileCorrupt.
    Status expectEnd();

    /// An upper bound of the decompressed size in bytes: deflate compresses by at most 1032 to 1.
    std::uint64_t mostBytes() const;

private:
    struct Close {
        void operator()(void* file) const;
    };
    GzipFile(std::filesystem::path path, std::uint64_t bytesOnDisk, void* file);
    Result<std::size_t> readSome(std::span<std::uint8_t> out);

    std::filesystem::path m_path;
    std::uint64_t m_bytesOnDisk;
    std::uint64_t m_position = 0;
    std::unique_ptr<void, Close> m_file; ///< zlib's gzFile
};

} // namespace reweigh
