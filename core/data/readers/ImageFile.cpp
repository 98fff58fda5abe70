// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ImageFile.h"

#include "core/base/FileIo.h"
#include "core/data/readers/RegularFile.h"

#include <algorithm>
#include <cassert>
#include <memory>
#include <numeric>

namespace reweigh {
namespace {

constexpr std::uint8_t startOfImage = 0xd8, huffmanTables = 0xc4, startOfScan = 0xda;

/// Whether the tables of one segment fit in it and have at most 256 codes each. A table is a class byte, 16 counts of codes by length,
/// and as many values as the counts add up to.
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
        if (bytes[i] != 0xff || bytes[i + 1] == 0xff) { // padding, or compressed pixels
            ++i;
            continue;
        }
        const std::uint8_t marker = bytes[i + 1];
        const std::size_t length = std::size_t(bytes[i + 2]) << 8 | bytes[i + 3]; // includes the two bytes of the length itself
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

} // namespace reweigh

// The decoder's code is compiled into this file only, without its warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-function"
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 32768
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#include <stb/stb_image.h>
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>
#pragma GCC diagnostic pop

namespace reweigh {
namespace {

constexpr std::uint64_t mostFileBytes = 64u << 20;
constexpr std::int64_t mostPixels = 64'000'000;

Error notAnImage(const std::filesystem::path& path)
{
    const char* reason = stbi_failure_reason();
    return {ErrorCode::NotAnImage, path.string(), reason ? reason : "not decodable", {}};
}

} // namespace

Status readImageFile(const std::filesystem::path& path, int side, std::span<std::uint8_t> out)
{
    assert(out.size() == std::size_t(side) * side * 3);
    const Result<std::uint64_t> size = regularFileSize(path);
    if (!size)
        return size.error();
    if (*size == 0)
        return Error{ErrorCode::FileTruncated, path.string(), "0 bytes, expected an image", {}};
    const Result<std::string> bytes = readFile(path, mostFileBytes);
    if (!bytes)
        return bytes.error();
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes->data());
    const int length = static_cast<int>(bytes->size());
    if (!jpegTablesAreSound({data, bytes->size()}))
        return Error{ErrorCode::NotAnImage, path.string(), "bad Huffman table", {}};

    int width = 0, height = 0, channels = 0; // from the header: checked before memory is allocated for the pixels
    if (!stbi_info_from_memory(data, length, &width, &height, &channels))
        return notAnImage(path);
    if (width < 1 || height < 1 || std::int64_t(width) * height > mostPixels)
        return Error{ErrorCode::FileOversize, path.string(), std::to_string(width) + "x" + std::to_string(height) + " pixels",
                     std::to_string(mostPixels) + " pixels"};
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(stbi_load_from_memory(data, length, &width, &height, &channels, 3),
                                                           stbi_image_free);
    if (!pixels)
        return notAnImage(path);

    const int square = std::min(width, height);
    const stbi_uc* corner = pixels.get() + 3 * (std::ptrdiff_t((height - square) / 2) * width + (width - square) / 2);
    if (!stbir_resize_uint8(corner, square, square, 3 * width, out.data(), side, side, 3 * side, 3))
        return Error{ErrorCode::OutOfMemory, path.string(), "resizing", {}};
    return {};
}

} // namespace reweigh
