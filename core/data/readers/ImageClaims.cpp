// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ImageClaims.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr std::uint8_t pngSignature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::size_t pngHeaderEnd = 33; ///< of the signature and the first part, which says the size

/// Whether every part of a PNG, up to the last one or to the end of the file, ends within it. A part is its length (4 bytes), its name
/// (4), so many bytes of content, and a checksum (4).
bool pngPartsAreWhole(std::span<const std::uint8_t> bytes)
{
    for (std::size_t at = std::size(pngSignature); at + 8 <= bytes.size();) {
        const std::uint8_t* part = bytes.data() + at;
        const std::size_t length = std::size_t(part[0]) << 24 | std::size_t(part[1]) << 16 | std::size_t(part[2]) << 8 | part[3];
        constexpr std::uint8_t last[] = {'I', 'E', 'N', 'D'};
        if (std::equal(std::begin(last), std::end(last), part + 4))
            return true;
        if (length > bytes.size() - at - 8)
            return false;
        at += 12 + length;
    }
    return true;
}

/// The bits of a pixel in a PNG's header (W3C PNG, 11.2.2).
std::uint64_t pngPixelBits(std::span<const std::uint8_t> bytes)
{
    const std::uint64_t depth = bytes[24], colour = bytes[25];
    return depth * (colour == 2 ? 3 : colour == 4 ? 2 : colour == 6 ? 4 : 1);
}

} // namespace

std::string overclaim(std::span<const std::uint8_t> bytes, int width, int height)
{
    const std::uint64_t pixels = std::uint64_t(width) * std::uint64_t(height), size = bytes.size();
    const bool png = size >= pngHeaderEnd && std::equal(std::begin(pngSignature), std::end(pngSignature), bytes.begin());
    if (png && !pngPartsAreWhole(bytes))
        return "a part of it ends beyond the end of the file";
    const bool fits =
        png ? pixels * pngPixelBits(bytes) / 8 <= size * 1032 : pixels / 64 <= size * 8 * 2; // 2: no plane may have all blocks
    return fits ? std::string()
                : "its header says " + std::to_string(width) + "x" + std::to_string(height) + " pixels, for which it is too short";
}

} // namespace reweigh
