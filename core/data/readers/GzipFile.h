// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace reweigh {

/// A file read front to back, gzipped or not (told apart by its first bytes). The reader says how many bytes it
/// wants, so that no archive can unfold into more memory than was meant for it.
class GzipFile {
public:
    /// Errors: FileMissing, FileCorrupt (not a file, or not readable).
    static Result<GzipFile> open(const std::filesystem::path& path);

    /// Fills `out`. Errors: FileTruncated (with the sizes), FileCorrupt (bad compression or checksum).
    Status read(std::span<std::uint8_t> out);

    /// Nothing may follow. Errors: FileOversize, FileTruncated (the checksum at the end is missing), FileCorrupt.
    Status expectEnd();

    /// An upper bound of the bytes the file can hold: deflate packs at most 1032 to 1.
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
