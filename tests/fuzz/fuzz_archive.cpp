// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of data sets as they are downloaded, and where they are unpacked to. If the first byte is odd, the checksums of the headers
// are put right, since mutation never does.
#include "core/fetch/SafeUnpack.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

namespace fs = std::filesystem;

namespace {

/// What stands in bytes 148 to 155 of a tar header: the sum of all its bytes, these taken for blanks.
std::string checksum(std::string_view header)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < header.size(); ++i)
        sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(header[i]);
    std::string text;
    for (int i = 0; i < 6; ++i, sum /= 8)
        text.insert(text.begin(), char('0' + sum % 8));
    return text + std::string("\0 ", 2);
}

/// An entry of a tar archive (POSIX.1-1988, ustar).
std::string entry(const std::string& name, char type, const std::string& content, const std::string& link = {})
{
    std::string header(512, '\0');
    const auto put = [&](std::size_t at, const std::string& text) { header.replace(at, text.size(), text); };
    const auto octal = [](std::size_t value, int digits) {
        std::string text;
        for (int i = 0; i < digits; ++i, value /= 8)
            text.insert(text.begin(), char('0' + value % 8));
        return text;
    };
    put(0, name);
    put(100, "0000644");
    put(124, octal(content.size(), 11));
    put(136, octal(0, 11));
    put(156, std::string(1, type));
    put(157, link);
    put(257, std::string("ustar\00000", 8));
    header.replace(148, 8, checksum(header));
    std::string padded = content;
    padded.resize((content.size() + 511) / 512 * 512);
    return header + padded;
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::string end(1024, '\0');
    const std::string good = entry("set/", '5', {}) + entry("set/a.bin", '0', "abc") + entry("b", '0', std::string(700, 'b')) + end;
    std::vector<std::string> seeds = {good,
                                      gzipped(good),
                                      entry("../a", '0', "x") + end,
                                      entry("a", '2', {}, "/etc/passwd") + end,
                                      entry("a", '1', {}, "b") + end,
                                      entry("long", 'L', std::string(300, 'n')) + entry("a", '0', "x") + end,
                                      entry("p", 'x', "20 path=set/other\n") + entry("a", '0', "x") + end,
                                      entry("/abs", '0', "x") + end};
    for (std::string& seed : seeds)
        seed.insert(seed.begin(), '\1');
    return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    folder.clear();
    FuzzBytes input(data, size);
    const bool mended = input.byte() % 2 == 1;
    std::string bytes(input.rest());
    for (std::size_t at = 0; mended && at + 512 <= bytes.size(); at += 512)
        if (bytes.compare(at + 257, 5, "ustar") == 0)
            bytes.replace(at + 148, 8, checksum(std::string_view(bytes).substr(at, 512)));
    const fs::path archive = folder.write("archive", bytes);
    const fs::path target = folder.path() / "in/target";
    fs::create_directories(target);
    expectSentence(unpackTar(archive, target, 1 << 20));
    std::uintmax_t unpacked = 0;
    for (const fs::directory_entry& made : fs::recursive_directory_iterator(target)) {
        expectTrue(!made.is_symlink() && (made.is_regular_file() || made.is_directory()), "only files and folders are unpacked");
        unpacked += made.is_regular_file() ? made.file_size() : 0;
    }
    expectTrue(unpacked <= 1 << 20, "no more bytes than allowed");
    const auto entriesIn = [](const fs::path& where) { return std::distance(fs::directory_iterator(where), fs::directory_iterator()); };
    expectTrue(entriesIn(folder.path()) == 2 && entriesIn(folder.path() / "in") == 1, "nothing is unpacked outside the folder");
    return 0;
}
