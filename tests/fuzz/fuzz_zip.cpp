// SPDX-License-Identifier: GPL-3.0-or-later
// Zip archives, as Python's packages are, and where they are unpacked to. Files whose names end in .no are not wanted.
#include "core/fetch/SafeUnpack.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>
#include <utility>
#include <zlib.h>

using namespace reweigh;
using namespace reweigh::test;

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t regular = 0100644, symbolicLink = 0120777; // POSIX modes

struct ZipEntry {
    std::string name, content;
    std::uint32_t mode = regular;
};

std::string littleEndian(std::uint64_t value, int count)
{
    std::string bytes = bigEndian(value, count);
    std::ranges::reverse(bytes);
    return bytes;
}

/// An archive (APPNOTE.TXT 6.3) whose entries are stored, or deflated.
std::string zip(const std::vector<ZipEntry>& entries, bool deflated = false)
{
    std::string bytes, directory;
    for (const ZipEntry& entry : entries) {
        std::string packed = entry.content;
        if (deflated) { // without the two bytes before and the four behind of zlib's own form
            packed.resize(compressBound(uLong(entry.content.size())));
            uLong size = packed.size();
            compress(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(entry.content.data()),
                     uLong(entry.content.size()));
            packed = packed.substr(2, size - 6);
        }
        const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(entry.content.data()), uInt(entry.content.size()));
        const std::string facts = littleEndian(20, 2) + littleEndian(0, 2) + littleEndian(deflated ? 8 : 0, 2) + littleEndian(0, 4)
                                  + littleEndian(sum, 4) + littleEndian(packed.size(), 4) + littleEndian(entry.content.size(), 4)
                                  + littleEndian(entry.name.size(), 2) + littleEndian(0, 2);
        constexpr std::uint64_t unixHost = 3 << 8 | 20;
        directory += "PK\1\2" + littleEndian(unixHost, 2) + facts + littleEndian(0, 6) + littleEndian(std::uint64_t(entry.mode) << 16, 4)
                     + littleEndian(bytes.size(), 4) + entry.name;
        bytes += "PK\3\4" + facts + entry.name + packed;
    }
    return bytes + directory + "PK\5\6" + littleEndian(0, 4) + littleEndian(entries.size(), 2) + littleEndian(entries.size(), 2)
           + littleEndian(directory.size(), 4) + littleEndian(bytes.size(), 4) + littleEndian(0, 2);
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::vector<ZipEntry> good = {{"torch/", ""}, {"torch/lib/a.so", "abc"}, {"b.no", "not wanted"}, {"c", std::string(700, 'c')}};
    return {zip(good),
            zip(good, true),
            zip({{"../a", "x"}}),
            zip({{"/abs", "x"}}),
            zip({{"a", "/etc/passwd", symbolicLink}, {"a/b", "x"}}),
            zip({{"a", "x"}, {"a", "y"}}),
            zip({{"a\\..\\b", "x"}, {"", "x"}}),
            "before" + zip({{"a", "x"}})};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    folder.clear();
    const fs::path archive = folder.write("archive.whl", {reinterpret_cast<const char*>(data), size});
    const fs::path target = folder.path() / "in/target";
    fs::create_directories(target);
    constexpr std::uint64_t most = 1 << 16;
    if (const Status unpacked = unpackZip(archive, target, most, [](const std::string& name) { return !name.ends_with(".no"); }); !unpacked)
        expectSentence(unpacked.error());
    std::uintmax_t bytes = 0;
    for (const fs::directory_entry& made : fs::recursive_directory_iterator(target)) {
        expectTrue(!made.is_symlink() && (made.is_regular_file() || made.is_directory()), "only files and folders are unpacked");
        expectTrue(!made.is_regular_file() || !made.path().native().ends_with(".no"), "only what is wanted is unpacked");
        bytes += made.is_regular_file() ? made.file_size() : 0;
    }
    expectTrue(bytes <= most, "no more bytes than allowed");
    const auto entriesIn = [](const fs::path& where) { return std::distance(fs::directory_iterator(where), fs::directory_iterator()); };
    expectTrue(entriesIn(folder.path()) == 2 && entriesIn(folder.path() / "in") == 1, "nothing is unpacked outside the folder");
    return 0;
}
