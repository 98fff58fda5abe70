// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace reweigh {

/// How an image file becomes pixels.
struct ImageReading {
    int side = 32;        ///< side in pixels of the square that it becomes
    bool upright = false; ///< turned and mirrored as its EXIF orientation says; else as it is stored
};

/// Decodes a PNG or JPEG, crops its centred square and resizes that to side x side RGB (Mitchell's filter when shrinking, Catmull-Rom
/// when growing; a square of that side stays as it is). `out`: side x side x 3 bytes, channels last. core/data/readers/README.md has a
/// table of what becomes of 16 bits, grey, transparency, CMYK and palettes. Returns the EXIF orientation, 1 to 8, also where it is not
/// applied.
/// Errors: FileMissing, FileTruncated (empty), FileOversize (over 64 MiB or 64 million pixels), FileCorrupt, FileUnreadable, NotAnImage,
/// OutOfMemory.
/// Thread: any.
Result<int> readImageFile(const std::filesystem::path& path, const ImageReading& reading, std::span<std::uint8_t> out);

} // namespace reweigh
