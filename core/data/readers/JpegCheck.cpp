// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/JpegCheck.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <vector>

namespace reweigh {
namespace {

constexpr std::uint8_t startOfImage = 0xd8, endOfImage = 0xd9, huffmanTables = 0xc4, quantisationTables = 0xdb, startOfScan = 0xda,
                       progressiveFrame = 0xc2, adobe = 0xee;

/// Where what follows the start-of-image marker begins; 0 if the bytes do not begin as a JPEG does. Any number of fill bytes may precede a
/// marker, the first one too (ITU T.81, B.1.1.2), and the decoder skips them.
std::size_t afterStart(std::span<const std::uint8_t> bytes)
{
    const auto at = std::size_t(std::ranges::find_if(bytes, [](std::uint8_t byte) { return byte != 0xff; }) - bytes.begin());
    return at > 0 && at < bytes.size() && bytes[at] == startOfImage ? at + 1 : 0;
}

/// Whether a marker stands alone, without a length and content: a restart, or one that is reserved for that.
bool standsAlone(std::uint8_t marker)
{
    return marker <= 0x01 || (marker >= 0xd0 && marker <= endOfImage);
}

/// Whether a marker is that of a frame: it says size and components.
bool isFrame(std::uint8_t marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != huffmanTables && marker != 0xc8 && marker != 0xcc;
}

/// Length of the segment whose marker begins at `i`, with the two bytes of the length itself, without the marker. i + 3 < bytes.size().
std::size_t lengthAt(std::span<const std::uint8_t> bytes, std::size_t i)
{
    return std::size_t(bytes[i + 2]) << 8 | bytes[i + 3];
}

/// Calls `visit` with class and number (a byte) of each Huffman table of one segment. A table is that byte, 16 counts of codes by length, and
/// as many values as the counts add up to. False, and no further call, from the first table on that does not fit in the segment or has more
/// than 256 codes.
template <typename Visit> bool visitTables(std::span<const std::uint8_t> segment, Visit visit)
{
    while (segment.size() > 17) {
        visit(segment[0]);
        const auto counts = segment.subspan(1, 16);
        const std::size_t codes = std::accumulate(counts.begin(), counts.end(), std::size_t(0));
        if (codes > 256 || 17 + codes > segment.size())
            return false;
        segment = segment.subspan(17 + codes);
    }
    return segment.empty();
}

/// Whether the tables of one segment fit in it and have at most 256 codes each.
bool segmentIsSound(std::span<const std::uint8_t> segment)
{
    return visitTables(segment, [](std::uint8_t) {});
}

/// Calls `visit` with marker and content of each segment up to that of the first scan, until it returns false.
template <typename Visit> void visitHead(std::span<const std::uint8_t> bytes, Visit visit)
{
    const std::size_t begin = afterStart(bytes);
    for (std::size_t i = begin; begin > 0 && i + 3 < bytes.size();) {
        if (bytes[i] != 0xff || bytes[i + 1] == 0xff) { // padding
            ++i;
            continue;
        }
        const std::uint8_t marker = bytes[i + 1];
        const std::size_t length = std::max<std::size_t>(2, lengthAt(bytes, i));
        if (!visit(marker, bytes.subspan(i + 4, std::min(bytes.size() - i - 4, length - 2))) || marker == startOfScan)
            return;
        i += standsAlone(marker) ? 2 : 2 + length;
    }
}

/// Which of the four tables of each kind a JPEG has defined, and what its frame names.
struct DefinedTables {
    std::array<bool, 4> quantisation{}, direct{}, alternating{}; ///< by the number of the table; the latter two are Huffman tables
    std::vector<std::uint8_t> named;                             ///< quantisation tables of the frame's components
    bool progressive = false;

    void addHuffman(std::span<const std::uint8_t> segment)
    {
        visitTables(segment, [this](std::uint8_t table) {
            if (const int number = table & 15; number < 4)
                (table >> 4 == 0 ? direct : alternating)[std::size_t(number)] = true;
        });
    }

    void addQuantisation(std::span<const std::uint8_t> segment)
    {
        while (!segment.empty()) {
            if (const int number = segment[0] & 15; number < 4)
                quantisation[std::size_t(number)] = true;
            segment = segment.subspan(std::min<std::size_t>(segment.size(), segment[0] >> 4 == 0 ? 65 : 129));
        }
    }

    void setFrame(std::uint8_t marker, std::span<const std::uint8_t> segment)
    {
        progressive = marker == progressiveFrame;
        named.clear();
        for (std::size_t at = 8; at < segment.size(); at += 3) // behind precision, size and number: identity, sampling, table
            named.push_back(segment[at]);
    }

    /// Whether the scan with this header finds its tables; true for a header that the decoder refuses anyway.
    bool suffice(std::span<const std::uint8_t> scan) const
    {
        const std::size_t components = scan.empty() ? 0 : scan[0];
        if (scan.size() < 4 + 2 * components)
            return true;
        const bool first = scan[1 + 2 * components] == 0; // of the frequencies: the mean of the block
        const auto lacks = [](const std::array<bool, 4>& tables, int number) { return number < 4 && !tables[std::size_t(number)]; };
        if (std::ranges::any_of(named, [&](std::uint8_t number) { return lacks(quantisation, number); }))
            return false;
        for (std::size_t i = 0; i < components; ++i) {
            const std::uint8_t numbers = scan[2 + 2 * i];
            if ((!progressive || first) && lacks(direct, numbers >> 4))
                return false;
            if ((!progressive || !first) && lacks(alternating, numbers & 15))
                return false;
        }
        return true;
    }
};

} // namespace

std::span<const std::uint8_t> jpegPart(std::span<const std::uint8_t> bytes)
{
    const std::size_t begin = afterStart(bytes);
    if (begin == 0)
        return bytes;
    bool inScans = false;
    for (std::size_t i = begin; i + 1 < bytes.size();) {
        if (bytes[i] != 0xff || bytes[i + 1] == 0xff) { // compressed pixels, or padding
            ++i;
            continue;
        }
        const std::uint8_t marker = bytes[i + 1];
        if (marker == endOfImage && inScans)
            return bytes.first(i + 2);
        inScans = inScans || marker == startOfScan;
        if (standsAlone(marker))
            i += 2;
        else if (i + 3 < bytes.size())
            i += 2 + std::max<std::size_t>(2, lengthAt(bytes, i));
        else
            break;
    }
    return bytes;
}

bool jpegIsWhole(std::span<const std::uint8_t> part)
{
    return afterStart(part) == 0 || (part[part.size() - 2] == 0xff && part.back() == endOfImage);
}

bool jpegTablesAreSound(std::span<const std::uint8_t> bytes)
{
    const std::size_t begin = afterStart(bytes);
    if (begin == 0)
        return true;
    bool inScans = false;
    for (std::size_t i = begin; i + 3 < bytes.size();) {
        if (bytes[i] != 0xff || bytes[i + 1] == 0xff) { // padding, or compressed pixels
            ++i;
            continue;
        }
        const std::uint8_t marker = bytes[i + 1];
        const std::size_t length = lengthAt(bytes, i);
        if (marker == huffmanTables) {
            if (length < 2 || length > bytes.size() - i - 2 || !segmentIsSound(bytes.subspan(i + 4, length - 2)))
                return false;
        }
        inScans = inScans || marker == startOfScan;
        // Before the first scan the content of a segment is skipped: it may hold a thumbnail with tables that the decoder never
        // reads. From the first scan on, every position that the decoder could take for a table is checked.
        i += inScans ? 2 : 2 + length;
    }
    return true;
}

bool jpegHasItsTables(std::span<const std::uint8_t> bytes)
{
    DefinedTables tables;
    bool suffice = true;
    visitHead(bytes, [&](std::uint8_t marker, std::span<const std::uint8_t> segment) {
        if (marker == huffmanTables)
            tables.addHuffman(segment);
        else if (marker == quantisationTables)
            tables.addQuantisation(segment);
        else if (isFrame(marker))
            tables.setFrame(marker, segment);
        else if (marker == startOfScan)
            suffice = tables.suffice(segment);
        return true;
    });
    return suffice;
}

bool jpegHasUnknownColours(std::span<const std::uint8_t> bytes)
{
    bool four = false;
    visitHead(bytes, [&four](std::uint8_t marker, std::span<const std::uint8_t> segment) {
        constexpr std::string_view name = "Adobe";
        const bool told = marker == adobe && segment.size() >= 12 && std::ranges::equal(segment.first(name.size()), name);
        if (isFrame(marker) && segment.size() > 5)
            four = segment[5] == 4; // after one byte of precision and two each of height and width
        four = four && !told;
        return !told;
    });
    return four;
}

} // namespace reweigh
