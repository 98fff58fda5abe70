// SPDX-License-Identifier: GPL-3.0-or-later
// The four IDX files of MNIST, plain or gzipped. The first byte says which are gzipped and which the reader gets from a valid set; the
// rest are their parts.
#include "core/data/readers/IdxReader.h"
#include "tests/fuzz/FuzzTarget.h"

#include <array>

using namespace reweigh;
using namespace reweigh::test;

namespace {

std::string idx(const std::vector<std::uint32_t>& sizes)
{
    std::string bytes("\0\0\x08", 3);
    bytes += char(sizes.size());
    std::size_t count = 1;
    for (const std::uint32_t size : sizes) {
        bytes += bigEndian(size, 4);
        count *= size;
    }
    for (std::size_t i = 0; i < count; ++i)
        bytes += char(i % 10);
    return bytes;
}

const std::array<std::string, 4>& validSet()
{
    static const std::array<std::string, 4> set = {idx({3, 8, 9}), idx({3}), idx({2, 8, 9}), idx({2})};
    return set;
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    std::string plain(1, '\0'), packed(1, '\x0f');
    for (const std::string& file : validSet()) {
        plain += partOf(file);
        packed += partOf(gzipped(file));
    }
    // Only the images come from the input, so that mutations reach what follows the other files.
    return {plain, packed, "\xe0" + partOf(validSet()[0]), "\xd2" + partOf(gzipped(validSet()[1]))};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    FuzzBytes bytes(data, size);
    const std::uint8_t flags = bytes.byte();
    const char* const names[] = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};
    folder.clear();
    for (std::size_t i = 0; i < 4; ++i) {
        const bool packed = flags >> i & 1, valid = flags >> (4 + i) & 1;
        const std::string_view part = valid ? std::string_view() : bytes.part();
        folder.write(names[i] + std::string(packed ? ".gz" : ""),
                     valid ? (packed ? gzipped(validSet()[i]) : validSet()[i]) : std::string(part));
    }
    const Result<DataSource> source = readIdx("mnist", folder.path());
    if (expectSentence(source))
        expectTrue(source->train.pixels.size() == source->train.size() * source->train.imageBytes(), "as many pixels as the header says");
    return 0;
}
