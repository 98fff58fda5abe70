// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace reweigh {

/// The part of the file content `bytes` that is the JPEG: up to its end-of-image marker (ITU T.81, B.1.1.3). Telephones append a film or a
/// second picture behind it. All of `bytes` if they are no JPEG or have no such marker after a scan.
std::span<const std::uint8_t> jpegPart(std::span<const std::uint8_t> bytes);

/// Whether the JPEG part of a file (jpegPart()) ends with its end-of-image marker. Without one it was cut off; later versions of stb_image
/// than Debian 12's fill up what is missing with grey. True for bytes that do not begin as a JPEG does.
bool jpegIsWhole(std::span<const std::uint8_t> part);

/// Whether every Huffman table of the JPEG `bytes` has at most 256 codes, as the format demands (ITU T.81, B.2.4.2).
/// The decoder of Debian 12's stb_image does not check this and writes past the end of its table, so call this before it, with the same
/// bytes. True for bytes that do not begin as a JPEG does.
bool jpegTablesAreSound(std::span<const std::uint8_t> bytes);

/// Whether the JPEG `bytes` defines the tables that its frame and its first scan name, before that scan (ITU T.81, B.2.2, B.2.3). The decoder
/// of Debian 12's stb_image does not check this and would decode by whatever is in memory. True for bytes that do not begin as a JPEG does.
bool jpegHasItsTables(std::span<const std::uint8_t> bytes);

/// Whether the JPEG `bytes` has four colour components, but no APP14 marker of Adobe's, which says what they mean. The decoder would take
/// the first three of them for YCbCr.
bool jpegHasUnknownColours(std::span<const std::uint8_t> bytes);

} // namespace reweigh
