// SPDX-License-Identifier: GPL-3.0-or-later
// CIFAR-10 and CIFAR-100 in their binary form. The first byte says which; two parts are the files of training and test images, the rest
// the file of class names.
#include "core/config/DataOptions.h"
#include "core/data/readers/DataSource.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

namespace {

std::string records(int count, int labelBytes)
{
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += std::string(std::size_t(labelBytes), char(i)) + std::string(3072, char(37 * i));
    return bytes;
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::string names = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";
    return {std::string("\0\0", 2) + partOf(records(2, 1)) + partOf(records(1, 1)) + names,
            std::string("\0\1", 2) + partOf(records(1, 1)) + partOf(records(2, 1)),
            std::string("\1\0", 2) + partOf(records(3, 2)) + partOf(records(1, 2))};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    FuzzBytes bytes(data, size);
    const bool hundred = bytes.byte() % 2 == 1;
    const std::uint8_t cut = bytes.byte(); // so that sizes fit records although an input's parts rarely do
    const std::size_t record = hundred ? 3074 : 3073;
    const auto whole = [&](std::string_view part) {
        std::string text(part);
        text.resize(cut % 8 == 7 ? text.size() : (text.size() + record - 1) / record * record);
        return text;
    };
    const std::string train = whole(bytes.part()), test = whole(bytes.part());
    folder.clear();
    folder.write(hundred ? "train.bin" : "data_batch_" + std::to_string(1 + cut % 5) + ".bin", train);
    folder.write(hundred ? "test.bin" : "test_batch.bin", test);
    if (const std::string_view names = bytes.rest(); !names.empty())
        folder.write(hundred ? "fine_label_names.txt" : "batches.meta.txt", names);
    DataOptions options;
    options.dataset = hundred ? "cifar100" : "cifar10";
    options.dataDir = folder.path().string();
    const Result<DataSource> source = loadDataSet(options);
    if (expectSentence(source))
        expectTrue(source->train.pixels.size() == source->train.size() * 3072 && source->classes() == (hundred ? 100 : 10),
                   "CIFAR's sizes");
    return 0;
}
