// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ExifOrientation.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace reweigh {
namespace {

using Bytes = std::span<const std::uint8_t>;

bool startsWith(Bytes bytes, std::string_view text)
{
    return bytes.size() >= text.size() && std::ranges::equal(bytes.first(text.size()), text, [](std::uint8_t byte, char letter) {
               return byte == std::uint8_t(letter);
           });
}

/// The number of `size` bytes at `offset`; none if it does not lie in `bytes`.
std::optional<std::uint64_t> numberAt(Bytes bytes, std::uint64_t offset, int size, bool littleEndian)
{
    if (offset > bytes.size() || bytes.size() - offset < std::uint64_t(size))
        return std::nullopt;
    std::uint64_t value = 0;
    for (int i = 0; i < size; ++i)
        value |= std::uint64_t(bytes[offset + std::uint64_t(i)]) << 8 * (littleEndian ? i : size - 1 - i);
    return value;
}

/// The orientation that a TIFF structure says, in whose form EXIF is written.
int orientationOfTiff(Bytes tiff)
{
    using namespace std::string_view_literals;
    const bool little = startsWith(tiff, "II*\0"sv);
    if (!little && !startsWith(tiff, "MM\0*"sv))
        return 1;
    const std::optional<std::uint64_t> directory = numberAt(tiff, 4, 4, little);
    const std::optional<std::uint64_t> count = directory ? numberAt(tiff, *directory, 2, little) : std::nullopt;
    constexpr std::uint64_t entryBytes = 12, orientationTag = 0x0112, shortType = 3;
    for (std::uint64_t i = 0; count && i < *count; ++i) {
        const std::uint64_t entry = *directory + 2 + i * entryBytes;
        const std::optional<std::uint64_t> tag = numberAt(tiff, entry, 2, little);
        if (!tag)
            return 1;
        if (*tag != orientationTag)
            continue;
        const std::uint64_t value = numberAt(tiff, entry + 8, 2, little).value_or(1);
        return numberAt(tiff, entry + 2, 2, little) == shortType && value >= 1 && value <= 8 ? int(value) : 1;
    }
    return 1;
}

int orientationOfJpeg(Bytes file)
{
    using namespace std::string_view_literals;
    constexpr std::uint8_t startOfScan = 0xda, application1 = 0xe1;
    for (std::size_t i = 2; i + 4 <= file.size();) {
        if (file[i] != 0xff)
            return 1;
        const std::uint8_t marker = file[i + 1];
        if (marker == 0xff) { // padding
            ++i;
            continue;
        }
        const std::size_t length = std::size_t(file[i + 2]) << 8 | file[i + 3]; // with the two bytes of the length itself
        if (marker == startOfScan || length < 2 || length > file.size() - i - 2)
            return 1;
        const Bytes segment = file.subspan(i + 4, length - 2);
        if (marker == application1 && startsWith(segment, "Exif\0\0"sv))
            return orientationOfTiff(segment.subspan(6));
        i += 2 + length;
    }
    return 1;
}

int orientationOfPng(Bytes file)
{
    constexpr std::size_t signature = 8, frame = 12; // a chunk's length, type and checksum
    for (std::size_t i = signature; i + frame <= file.size();) {
        const std::uint64_t length = numberAt(file, i, 4, false).value_or(0);
        if (length > file.size() - i - frame)
            return 1;
        if (startsWith(file.subspan(i + 4), "eXIf"))
            return orientationOfTiff(file.subspan(i + 8, length));
        i += frame + length;
    }
    return 1;
}

} // namespace

int exifOrientation(std::span<const std::uint8_t> file)
{
    if (startsWith(file, "\xff\xd8"))
        return orientationOfJpeg(file);
    return startsWith(file, "\x89PNG\r\n\x1a\n") ? orientationOfPng(file) : 1;
}

StoredAxes storedAxes(int orientation)
{
    return {.swapped = orientation >= 5,
            .fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8,
            .fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7};
}

} // namespace reweigh
