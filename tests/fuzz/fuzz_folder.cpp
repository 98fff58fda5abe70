// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of images, as its tree goes: each three bytes of the input make or change one entry.
#include "core/config/DataOptions.h"
#include "core/data/readers/DataSource.h"
#include "tests/fuzz/FuzzTarget.h"

#include <sys/stat.h>
#include <zlib.h>

#include <array>

using namespace reweigh;
using namespace reweigh::test;

namespace fs = std::filesystem;

namespace {

std::string chunk(const std::string& type, const std::string& content)
{
    const std::string checked = type + content;
    const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(checked.data()), uInt(checked.size()));
    return bigEndian(content.size(), 4) + checked + bigEndian(sum, 4);
}

/// A grey PNG of one pixel, whose row is stored without compression.
std::string onePixel()
{
    const std::string row("\x78\x01\x01\x02\x00\xfd\xff\x00\x7f", 9);
    const uLong sum = adler32(1, reinterpret_cast<const Bytef*>("\0\x7f"), 2);
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", bigEndian(1, 4) + bigEndian(1, 4) + std::string("\x08\0\0\0\0", 5))
           + chunk("IDAT", row + bigEndian(sum, 4)) + chunk("IEND", {});
}

constexpr std::array<const char*, 16> folders = {"",          "cat",       "dog",       "train",      "test",    "val",
                                                 "train/cat", "train/dog", "test/cat",  "test/dog",   "val/cat", ".hidden",
                                                 "cat/deep",  "\xff\xfe",  "clean/cat", "train/train"};
constexpr std::array<const char*, 12> files = {"1.png",    "2.PNG",     "3.jpg", ".4.png", "notes.txt", "labels.csv",
                                               "\xe4.png", "Thumbs.db", "5",     "6.jpeg", "cat",       "7.png.part"};

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const auto tree = [](const std::vector<std::array<int, 3>>& entries) {
        std::string bytes;
        for (const auto& [folder, file, kind] : entries)
            bytes += {char(folder), char(file), char(kind)};
        return bytes;
    };
    return {tree({{1, 0, 0}, {1, 1, 0}, {2, 0, 0}, {2, 1, 0}, {2, 8, 0}}),
            tree({{6, 0, 0}, {6, 1, 0}, {7, 0, 0}, {8, 0, 0}, {9, 0, 0}, {9, 1, 0}}),
            tree({{1, 0, 0}, {1, 1, 1}, {2, 0, 0}, {2, 4, 2}, {13, 0, 0}, {13, 6, 0}}),
            tree({{1, 0, 0}, {2, 0, 4}, {2, 1, 5}, {0, 10, 6}, {6, 0, 0}, {10, 0, 0}})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    static const std::string image = onePixel();
    constexpr std::size_t mostEntries = 24;
    folder.clear();
    FuzzBytes bytes(data, size);
    for (std::size_t i = 0; i < mostEntries && !bytes.empty(); ++i) {
        const fs::path home = folder.path() / folders[bytes.byte() % folders.size()];
        const fs::path entry = home / files[bytes.byte() % files.size()];
        const std::uint8_t kind = bytes.byte();
        std::error_code ignored;
        fs::create_directories(home, ignored);
        if (!fs::is_directory(home, ignored) || fs::exists(fs::symlink_status(entry, ignored)))
            continue;
        switch (kind % 10) {
        case 0:
        case 1: folder.write(entry.lexically_relative(folder.path()).string(), image); break;
        case 2: folder.write(entry.lexically_relative(folder.path()).string(), {}); break;
        case 3: folder.write(entry.lexically_relative(folder.path()).string(), std::string_view(image).substr(0, kind)); break;
        case 4: fs::create_directory(entry, ignored); break;
        case 5: fs::create_symlink(kind > 127 ? "../cat" : ".", entry, ignored); break; // perhaps in a circle
        case 6: fs::create_symlink("1.png", entry, ignored); break;
        case 7: fs::create_symlink("nowhere", entry, ignored); break;
        case 8: ::mkfifo(entry.c_str(), 0600); break; // a reader that opens it waits for ever
        default: folder.write(entry.lexically_relative(folder.path()).string(), "path,label\ncat/1.png,dog\n"); break;
        }
    }
    DataOptions options;
    options.dataset = "folder";
    options.dataDir = folder.path().string();
    options.imageSize = 8;
    const Result<DataSource> source = loadDataSet(options);
    if (expectSentence(source))
        expectTrue(source->train.pixels.size() == source->train.size() * 8 * 8 * 3 && source->classes() >= 2, "a folder's images");
    return 0;
}
