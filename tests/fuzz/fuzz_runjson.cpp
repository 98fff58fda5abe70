// SPDX-License-Identifier: GPL-3.0-or-later
// A run's description, run.json, which a search that is continued reads.
#include "core/experiment/RunFacts.h"
#include "core/experiment/SearchCheck.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

namespace {

constexpr const char* recipe = R"({"version": 2, "dataset": {"name": "cifar10", "classes": 2, "count": 4, "labels": "ab", "pixels": "cd",
"image": "32x32x3", "class-names": ["a", "b"], "test-labels": "ef"}, "recipe": {"noise-type": "none", "seed": 1},
"effect": {"train": 4}, "arrays": "01"})";

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const std::string text = recipe;
    return {R"({"config": {"epochs": 3}, "device": {"threads": 2, "name": "cpu"}, "fingerprint": {"code": "7F3K", "recipe": )" + text
                + "}}",
            R"({"stamp": {"code": "7F3K", "recipe": )" + text + "}}"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    const std::filesystem::path file = folder.write("run.json", std::string_view(reinterpret_cast<const char*>(data), size));
    DataPlan plan;
    plan.fingerprintJson = recipe;
    expectSentence(checkRunData(file, plan));
    recordedThreads(folder.path());
    return 0;
}
