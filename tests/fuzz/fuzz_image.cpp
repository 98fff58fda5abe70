// SPDX-License-Identifier: GPL-3.0-or-later
// PNG and JPEG files, decoded and resized.
#include "core/data/readers/ImageFile.h"
#include "core/data/readers/JpegCheck.h"
#include "tests/fuzz/FuzzTarget.h"

#include <zlib.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

using namespace reweigh;
using namespace reweigh::test;

namespace {

std::string chunk(const std::string& type, const std::string& content)
{
    const std::string checked = type + content;
    const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(checked.data()), uInt(checked.size()));
    return bigEndian(content.size(), 4) + checked + bigEndian(sum, 4);
}

std::string packedRows(const std::string& rows)
{
    std::string out(compressBound(uLong(rows.size())), '\0');
    uLong size = out.size();
    compress(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(rows.data()), uLong(rows.size()));
    out.resize(size);
    return out;
}

/// A PNG of 9 x 7 pixels; `rowBytes` of a row without its filter's byte.
std::string png(int depth, int colour, std::size_t rowBytes, bool interlaced = false, const std::string& before = {})
{
    std::string rows;
    for (int y = 0; y < (interlaced ? 20 : 7); ++y)
        rows += std::string(1, char(y % 5)) + std::string(rowBytes, char(13 * y));
    const std::string head = bigEndian(9, 4) + bigEndian(7, 4) + char(depth) + char(colour) + '\0' + '\0' + char(interlaced);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + before + chunk("IDAT", packedRows(rows)) + chunk("IEND", {});
}

std::string jpeg(int channels, int quality)
{
    std::string bytes, pixels;
    for (int i = 0; i < 17 * 13 * channels; ++i)
        pixels += char(i * 29 + i / 50);
    const auto append = [](void* context, void* data, int size) {
        static_cast<std::string*>(context)->append(static_cast<const char*>(data), std::size_t(size));
    };
    stbi_write_jpg_to_func(append, &bytes, 17, 13, channels, pixels.data(), quality);
    return bytes;
}

/// A progressive JPEG, grey, 8 x 8, of one scan with only the mean of the block.
std::string progressive()
{
    std::string table = "\xff\xdb" + bigEndian(67, 2) + '\0' + std::string(64, '\1');
    const std::string frame = "\xff\xc2" + bigEndian(11, 2) + "\x08" + bigEndian(8, 2) + bigEndian(8, 2) + "\x01\x01\x11" + '\0';
    std::string codes = "\xff\xc4" + bigEndian(20, 2) + '\0' + '\1' + std::string(15, '\0') + '\0';
    const std::string scan = "\xff\xda" + bigEndian(8, 2) + "\x01\x01" + '\0' + '\0' + '\0' + '\0';
    return "\xff\xd8" + table + frame + codes + scan + std::string("\x7f\xff\xd9", 3);
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::string palette = chunk("PLTE", std::string(12, '\x55')), clear = chunk("tRNS", std::string(4, '\x20'));
    return {png(8, 2, 27),
            png(8, 6, 36),
            png(8, 0, 9),
            png(16, 2, 54),
            png(16, 4, 36),
            png(1, 0, 2),
            png(2, 3, 3, false, palette + clear),
            png(8, 3, 9, false, palette),
            png(8, 0, 9, true),
            png(8, 2, 27, false, chunk("tRNS", std::string(6, '\0'))),
            jpeg(3, 90),
            jpeg(1, 50),
            jpeg(3, 10),
            '\xff' + jpeg(1, 90),
            progressive()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    constexpr int side = 8;
    std::vector<std::uint8_t> out(std::size_t(side) * side * 3);
    expectSentence(readImageFile(folder.write("image", std::string_view(reinterpret_cast<const char*>(data), size)),
                                 {.side = side, .upright = true}, out));
    jpegTablesAreSound({data, size});
    return 0;
}
