// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of labels, and of images to leave out. The first byte says whether the images are files, what columns are asked for, and which
// table it is.
#include "core/data/readers/LabelFile.h"
#include "core/data/readers/LeaveOutList.h"
#include "tests/fuzz/FuzzTarget.h"

#include <algorithm>
#include <functional>

using namespace reweigh;
using namespace reweigh::test;

namespace {

DataSource source(bool files)
{
    DataSource made;
    made.name = files ? "folder" : "cifar10";
    made.classNames = {"cat", "dog", "owl"};
    made.train.labels = {0, 1, 2, 0};
    made.test.labels = {1};
    if (files) {
        made.train.files = {"cat/1.png", "dog/2.png", "owl/3.png", "cat/\\xE4.png"};
        made.test.files = {"dog/5.png"};
    }
    return made;
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    return {
        std::string(1, '\0') + "index,label\n0,cat\n1,1\n2,owl\n3,\"dog\"\n",
        "\1path,label,true\ncat/1.png,cat,cat\r\ndog/2.png,dog,cat\r\nowl/3.png,2,owl\r\n\"cat/\xe4.png\",cat,cat\r\ndog/5.png,,dog\r\n",
        "\2\xef\xbb\xbfindex,worst,true\n3,cat,cat\n2,owl,owl\n1,dog,dog\n0,owl,\n", "\10index\n3\n0\n",
        "\11mark,path\nwrong,cat/1.png\r\nright,dog/2.png\nwrong,./owl/3.png\nwrong,dog/5.png\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    static const DataSource sources[] = {source(false), source(true)};
    FuzzBytes bytes(data, size);
    const std::uint8_t flags = bytes.byte();
    DataOptions options;
    options.labelFile = folder.write("labels.csv", bytes.rest()).string();
    if (flags & 2)
        options.labelColumn = "worst";
    if (flags & 4)
        options.trueLabelColumn = "true";
    const DataSource& images = sources[flags & 1];
    if (flags & 8) {
        const Result<std::vector<std::uint32_t>> out = readLeaveOutList(options.labelFile, images);
        if (expectSentence(out))
            expectTrue(!out->empty() && out->back() < 4 && std::ranges::adjacent_find(*out, std::greater_equal<>()) == out->end(),
                       "places of training images, ascending");
        return 0;
    }
    const Result<LabelFile> labels = readLabelFile(options, images);
    if (!expectSentence(labels))
        return 0;
    expectTrue(labels->observed.size() == 4 && labels->truth.size() == 4, "a label for every image");
    for (const auto* list : {&labels->observed, &labels->truth})
        for (const std::uint16_t label : *list)
            expectTrue(label < 3, "labels are of classes there are");
    return 0;
}
