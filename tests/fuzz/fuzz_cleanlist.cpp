// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of checked images. The first byte says whether the folder has test images of its own.
#include "core/data/readers/CleanSet.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    using namespace std::string_literals;
    return {"\0cat/1.png\ncat/2.png\n\ndog/1.png\r\n"s,
            "\0path,label\ncat/1.png,dog\n\"dog/1.png\",\"dog\"\ncat/2.png,\n"s,
            "\1"s + "0\n2\r1\n",
            "\1"s + "\xef\xbb\xbfindex,true\n0,0\n1,1\n",
            "\1"s + "path,mine\ntest/dog/9.png,dog\ntrain/cat/1.png,cat\n",
            "\0cat/\xe4.png\n./dog/1.png\n"s};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    static const std::vector<std::string> classes = {"cat", "dog"};
    FuzzBytes bytes(data, size);
    const bool ownTest = bytes.byte() % 2 == 1;
    const std::filesystem::path images = folder.path() / "images", home = ownTest ? images / "train" : images;
    FolderPart train{{home / "cat/1.png", home / "cat/2.png", home / "cat/\xe4.png", home / "dog/1.png"}, {0, 0, 0, 1}, {}};
    const FolderPart test{{images / "test/cat/8.png", images / "test/dog/9.png"}, {0, 1}, {}};
    const std::filesystem::path list = folder.write("list.csv", bytes.rest());
    const Status taken = takeCleanList(list, {images, classes, train, ownTest ? &test : nullptr});
    if (!taken) {
        expectSentence(taken.error());
        return 0;
    }
    expectTrue(train.labels.size() == 4 && train.checked.size() == 4, "a label and a word for every image");
    expectTrue(std::ranges::all_of(train.labels, [](std::uint16_t label) { return label < 2; }), "labels are of classes there are");
    return 0;
}
