// SPDX-License-Identifier: GPL-3.0-or-later
// How a picture lies, as the EXIF data of a JPEG or PNG say: directories at any place, of any length, of both byte orders.
#include "core/data/readers/ExifOrientation.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

namespace {

/// `value` as `count` bytes, the least significant first if `little`.
std::string number(std::uint64_t value, int count, bool little)
{
    std::string bytes = bigEndian(value, count);
    if (little)
        std::ranges::reverse(bytes);
    return bytes;
}

/// A TIFF structure with one directory, whose second entry is the orientation.
std::string tiff(int orientation, bool little)
{
    const auto entry = [little](int tag, int value) { // of one short number
        return number(std::uint64_t(tag), 2, little) + number(3, 2, little) + number(1, 4, little) + number(std::uint64_t(value), 2, little)
               + std::string(2, '\0');
    };
    return (little ? std::string("II*\0", 4) : std::string("MM\0*", 4)) + number(8, 4, little) + number(2, 2, little) + entry(0x0100, 640)
           + entry(0x0112, orientation) + number(0, 4, little);
}

std::string segment(char marker, const std::string& content)
{
    return std::string("\xff") + marker + bigEndian(content.size() + 2, 2) + content;
}

std::string chunk(const std::string& type, const std::string& content)
{
    return bigEndian(content.size(), 4) + type + content + bigEndian(0, 4);
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::string exif("Exif\0\0", 6), jpeg = "\xff\xd8", scan = segment('\xda', "scan") + "\xff\xd9";
    const std::string png = "\x89PNG\r\n\x1a\n" + chunk("IHDR", std::string(13, '\1'));
    return {jpeg + segment('\xe0', "JFIF") + segment('\xe1', exif + tiff(6, true)) + scan,
            jpeg + segment('\xe1', "http://ns.adobe.com/xap/1.0/") + "\xff" + segment('\xe1', exif + tiff(3, false)) + scan,
            jpeg + scan + segment('\xe1', exif + tiff(8, true)),
            png + chunk("eXIf", tiff(5, false)) + chunk("IDAT", "rows") + chunk("IEND", {}),
            png + chunk("tEXt", "a") + chunk("eXIf", tiff(2, true)) + chunk("IEND", {})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const int orientation = exifOrientation({data, size});
    expectTrue(orientation >= 1 && orientation <= 8, "an orientation is one of eight");
    storedAxes(orientation);
    return 0;
}
