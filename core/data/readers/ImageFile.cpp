// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ImageFile.h"

#include "core/base/FileIo.h"
#include "core/data/readers/ExifOrientation.h"
#include "core/data/readers/ImageClaims.h"
#include "core/data/readers/ImageFormat.h"
#include "core/data/readers/JpegCheck.h"
#include "core/data/readers/RegularFile.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace {

/// For an empty chunk of a PNG the decoder copies no bytes to a null pointer, which memcpy() may not be given before C2y.
inline void* copyBytes(void* to, const void* from, std::size_t size)
{
    return size == 0 ? to : std::memcpy(to, from, size);
}

} // namespace

// The decoder's code is compiled into this file only, without its warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-function"
// A damaged file may make it use tables that were never filled: they are empty then, not what was in memory before.
#define STBI_MALLOC(size) std::calloc(1, (size))
#define STBI_REALLOC(block, size) std::realloc((block), (size))
#define STBI_FREE(block) std::free(block)
#define memcpy copyBytes
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 32768
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#include <stb/stb_image.h>
#undef memcpy
#define STB_IMAGE_RESIZE_STATIC
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#include <stb/stb_image_resize.h>
#pragma GCC diagnostic pop

namespace reweigh {
namespace {

constexpr std::uint64_t mostFileBytes = 64u << 20;
constexpr std::int64_t mostPixels = 64'000'000;

Error notAnImage(const std::filesystem::path& path, std::string_view bytes)
{
    const std::string format = imageFormat(bytes.substr(0, formatHeadBytes));
    if (!format.empty() && format != "PNG" && format != "JPEG")
        return {ErrorCode::NotAnImage, path.string(), "begins as a " + format + " file does", {}};
    const char* reason = stbi_failure_reason();
    return {ErrorCode::NotAnImage, path.string(), reason ? reason : "not decodable", {}};
}

/// Copies `stored`, side x side x 3 bytes, to `out` with the axes `axes`.
void turn(std::span<const std::uint8_t> stored, const StoredAxes& axes, int side, std::span<std::uint8_t> out)
{
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const int column = axes.swapped ? y : x, row = axes.swapped ? x : y;
            const int from = (axes.fromBottom ? side - 1 - row : row) * side + (axes.fromRight ? side - 1 - column : column);
            std::memcpy(out.data() + std::ptrdiff_t(3) * (y * side + x), stored.data() + std::ptrdiff_t(3) * from, 3);
        }
}

/// Where the centred square of side `square` begins on a stored axis of `length` pixels. If its left-over is odd, the larger half comes
/// after the square in the upright picture.
int cropBegin(int length, int square, bool fromEnd)
{
    const int over = length - square;
    return fromEnd ? over - over / 2 : over / 2;
}

} // namespace

Result<int> readImageFile(const std::filesystem::path& path, const ImageReading& reading, std::span<std::uint8_t> out)
{
    const int side = reading.side;
    assert(out.size() == std::size_t(side) * side * 3);
    const Result<std::uint64_t> size = regularFileSize(path);
    if (!size)
        return size.error();
    if (*size == 0)
        return Error{ErrorCode::FileTruncated, path.string(), "0 bytes, expected an image", {}};
    const Result<std::string> bytes = readFile(path, mostFileBytes);
    if (!bytes)
        return bytes.error();
    const auto image = jpegPart({reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()});
    if (!jpegIsWhole(image))
        return Error{ErrorCode::NotAnImage, path.string(), "the JPEG is cut off", {}};
    if (!jpegTablesAreSound(image))
        return Error{ErrorCode::NotAnImage, path.string(), "bad Huffman table", {}};
    if (!jpegHasItsTables(image))
        return Error{ErrorCode::NotAnImage, path.string(), "the JPEG lacks a table that it names", {}};
    if (jpegHasUnknownColours(image))
        return Error{ErrorCode::NotAnImage, path.string(), "four colour channels, and no Adobe marker says which", {}};

    const stbi_uc* data = image.data();
    const int length = static_cast<int>(image.size());
    int width = 0, height = 0, channels = 0; // from the header: checked before memory is allocated for the pixels
    if (!stbi_info_from_memory(data, length, &width, &height, &channels))
        return notAnImage(path, *bytes);
    if (width < 1 || height < 1 || std::int64_t(width) * height > mostPixels)
        return Error{ErrorCode::FileOversize, path.string(), std::to_string(width) + "x" + std::to_string(height) + " pixels",
                     std::to_string(mostPixels) + " pixels"};
    if (std::string claimed = overclaim(image, width, height); !claimed.empty())
        return Error{ErrorCode::NotAnImage, path.string(), std::move(claimed), {}};
    const std::unique_ptr<stbi_uc, void (*)(void*)> pixels(stbi_load_from_memory(data, length, &width, &height, &channels, 3),
                                                           stbi_image_free);
    if (!pixels)
        return notAnImage(path, *bytes);

    const int orientation = exifOrientation(image);
    const StoredAxes axes = storedAxes(reading.upright ? orientation : 1);
    const int square = std::min(width, height);
    const int left = cropBegin(width, square, axes.fromRight), top = cropBegin(height, square, axes.fromBottom);
    const stbi_uc* corner = pixels.get() + 3 * (std::ptrdiff_t(top) * width + left);
    const bool turned = reading.upright && orientation != 1;
    std::vector<std::uint8_t> stored(turned ? out.size() : 0);
    const std::span<std::uint8_t> resized = turned ? std::span(stored) : out;
    if (square == side) { // the resizing filter would blur it
        for (int y = 0; y < side; ++y)
            std::memcpy(resized.data() + std::ptrdiff_t(3) * y * side, corner + std::ptrdiff_t(3) * y * width, std::size_t(3) * side);
    } else if (!stbir_resize_uint8(corner, square, square, 3 * width, resized.data(), side, side, 3 * side, 3)) {
        return Error{ErrorCode::OutOfMemory, path.string(), "resizing", {}};
    }
    if (turned)
        turn(stored, axes, side, out);
    return orientation;
}

} // namespace reweigh
