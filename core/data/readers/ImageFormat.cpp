// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/readers/ImageFormat.h"

#include "core/base/AsciiCase.h"

#include <algorithm>
#include <array>

namespace reweigh {

std::string imageFormat(std::string_view head)
{
    using namespace std::string_view_literals;
    struct Signature {
        std::size_t offset;
        std::string_view bytes;
        const char* format;
    };
    static constexpr std::array signatures = {
        Signature{0, "\x89PNG\r\n\x1a\n"sv, "PNG"},
        Signature{0, "\xff\xd8"sv, "JPEG"},
        Signature{0, "GIF8"sv, "GIF"},
        Signature{8, "WEBP"sv, "WebP"},
        Signature{0, "II*\0"sv, "TIFF"},
        Signature{0, "MM\0*"sv, "TIFF"},
        Signature{4, "ftypavif"sv, "AVIF"},
        Signature{4, "ftyphei"sv, "HEIF"},
        Signature{4, "ftypmif1"sv, "HEIF"},
        Signature{0, "\0\0\0\x0cjP  "sv, "JPEG 2000"},
        Signature{0, "\0\0\0\x0cJXL "sv, "JPEG XL"},
        Signature{0, "BM"sv, "BMP"},
    };
    for (const Signature& signature : signatures)
        if (head.size() >= signature.offset && head.substr(signature.offset).starts_with(signature.bytes))
            return signature.format;
    return {};
}

bool hasImageName(std::string_view fileName)
{
    static constexpr std::array<std::string_view, 22> extensions = {
        "png", "jpg", "jpeg", "jpe", "jfif", // read
        "gif", "bmp", "webp", "tif", "tiff", "ppm", "pgm", "pbm", "pnm", "heic", "heif", "avif", "jp2", "j2k", "jxl", "tga", "dng",
    };
    const std::size_t dot = fileName.rfind('.');
    if (dot == std::string_view::npos || dot == 0)
        return false;
    return std::ranges::find(extensions, lowerAscii(fileName.substr(dot + 1))) != extensions.end();
}

} // namespace reweigh
