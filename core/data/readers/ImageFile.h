// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace reweigh {

/// Whether every Huffman table of the JPEG `bytes` has at most 256 codes, as the format demands (ITU T.81, B.2.4.2).
/// The decoder of Debian 12's stb_image does not check this and writes past the end of its table, so call this before it.
/// True for bytes that do not begin as a JPEG does.
bool jpegTablesAreSound(std::span<const std::uint8_t> bytes);

/// Decodes a PNG or JPEG, crops its centred square and resizes that to side x side RGB (Mitchell's filter when
/// shrinking, Catmull-Rom when growing). `out`: side x side x 3 bytes, channels last. Grey images get three equal channels.
/// Errors: FileMissing, FileTruncated (empty), FileOversize (over 64 MiB or 64 million pixels), FileCorrupt, NotAnImage,
/// OutOfMemory.
Status readImageFile(const std::filesystem::path& path, int side, std::span<std::uint8_t> out);

} // namespace reweigh
