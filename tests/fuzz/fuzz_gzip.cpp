// SPDX-License-Identifier: GPL-3.0-or-later
// A gzipped file, read in steps as the first bytes say.
#include "core/data/readers/GzipFile.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::string text = "0123456789 0123456789 0123456789 abc";
    const std::string steps("\x04\x20", 2);
    return {steps + gzipped(text), steps + text, steps + gzipped(text) + gzipped(text),
            std::string("\xff\xff", 2) + gzipped(std::string(30000, 'a'))};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    FuzzBytes bytes(data, size);
    const std::uint8_t first = bytes.byte(), second = bytes.byte();
    Result<GzipFile> file = GzipFile::open(folder.write("file.gz", bytes.rest()));
    if (!expectSentence(file))
        return 0;
    std::vector<std::uint8_t> out(first), more(std::size_t(second) * 64);
    std::uint64_t read = 0;
    for (std::vector<std::uint8_t>* part : {&out, &more}) {
        if (!expectSentence(file->read(*part)))
            return 0;
        read += part->size();
    }
    expectTrue(read <= file->mostBytes(), "no more bytes than the bound says");
    expectSentence(file->expectEnd());
    return 0;
}
