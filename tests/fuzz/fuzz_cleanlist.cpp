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
            "\0cat/\xe4.png\n./dog/1.png\n"s,
            "\0path,label\ncat/\\xE4.png,dog\n"s};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    FuzzBytes bytes(data, size);
    const bool ownTest = bytes.byte() % 2 == 1;
    FolderListing listing;
    listing.classNames = {"cat", "dog"};
    const auto add = [&](const std::string& file, std::uint16_t label, ImagePart part) {
        listing.files.push_back(file);
        listing.labels.push_back(label);
        listing.parts.push_back(part);
        listing.checked.push_back(false);
    };
    const std::string home = ownTest ? "train/" : "";
    for (const char* cat : {"cat/1.png", "cat/2.png", "cat/\xe4.png"})
        add(home + cat, 0, ImagePart::Train);
    add(home + "dog/1.png", 1, ImagePart::Train);
    if (ownTest) {
        listing.facts.testFolder = "test";
        add("test/cat/8.png", 0, ImagePart::Test);
        add("test/dog/9.png", 1, ImagePart::Test);
    }
    const std::filesystem::path list = folder.write("list.csv", bytes.rest());
    const Status taken = takeCleanList(list, folder.path() / "images", listing);
    if (!taken) {
        expectSentence(taken.error());
        return 0;
    }
    expectTrue(std::ranges::all_of(listing.labels, [](std::uint16_t label) { return label < 2; }), "labels are of classes there are");
    for (std::size_t i = 4; i < listing.files.size(); ++i)
        expectTrue(!listing.checked[i] && listing.labels[i] == i - 4, "test images stay what they are");
    return 0;
}
