// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace reweigh {

/// Whether every Huffman table of the JPEG `bytes` has at most 256 codes, as the format demands (ITU T.81, B.2.4.2).
/// The decoder of Debian 12's stb_image does not look, and writes past its own table; so this is asked first.
/// True for anything that is not a JPEG.
bool jpegTablesAreSound(std::span<const std::uint8_t> bytes);

} // namespace reweigh
