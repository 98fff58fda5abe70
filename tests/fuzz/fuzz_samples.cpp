// SPDX-License-Identifier: GPL-3.0-or-later
// A run's samples.csv.
#include "core/live/follow/RunEpochs.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    return {"index,true,observed,weight\n4,0,0,0.5\n9,1,2,0.25\n",
            "index,original,observed,weight,predicted,path\n4,0,0,0.5,,cat/1.png\n9,1,2,1e-09,1,\"dog/a, \"\"b\"\".png\"\n7,1,1,1,0,\n"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    FuzzBytes bytes(data, size);
    folder.write("samples.csv", bytes.rest());
    const Result<std::vector<SampleWeight>> samples = readSampleWeights(folder.path());
    if (expectSentence(samples))
        expectTrue(samples->size() <= size, "a sample takes a line");
    return 0;
}
