// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/JpegTables.h"

#include <numeric>

namespace reweigh {
namespace {

constexpr std::uint8_t startOfImage = 0xd8, huffmanTables = 0xc4, startOfScan = 0xda;

/// The tables of one segment: a class byte, 16 counts of codes by length, and as many values as the counts add up to.
bool segmentIsSound(std::span<const std::uint8_t> segment)
{
    while (segment.size() > 17) {
        const auto counts = segment.subspan(1, 16);
        const std::size_t codes = std::accumulate(counts.begin(), counts.end(), std::size_t(0));
        if (codes > 256 || 17 + codes > segment.size())
            return false;
        segment = segment.subspan(17 + codes);
    }
    return segment.empty();
}

} // namespace

bool jpegTablesAreSound(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < 2 || bytes[0] != 0xff || bytes[1] != startOfImage)
        return true;
    bool inScans = false;
    for (std::size_t i = 2; i + 3 < bytes.size();) {
        if (bytes[i] != 0xff || bytes[i + 1] == 0xff) { // padding, or coded picture
            ++i;
            continue;
        }
        const std::uint8_t marker = bytes[i + 1];
        const std::size_t length = std::size_t(bytes[i + 2]) << 8 | bytes[i + 3]; // counts its own two bytes
        if (marker == huffmanTables) {
            if (length < 2 || length > bytes.size() - i - 2 || !segmentIsSound(bytes.subspan(i + 4, length - 2)))
                return false;
        }
        inScans = inScans || marker == startOfScan;
        // Before the picture a segment's content is stepped over: a thumbnail in it is none of the decoder's business. From the
        // first scan on every place that could be taken for a table is looked at.
        i += inScans ? 2 : 2 + length;
    }
    return true;
}

} // namespace reweigh
