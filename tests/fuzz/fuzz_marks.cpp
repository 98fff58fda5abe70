// SPDX-License-Identifier: GPL-3.0-or-later
// Stars, tags and notes beside a study. What was read is written and read again.
#include "tests/fuzz/FuzzTarget.h"
#include "widgets/state/TrialMarks.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    return {R"({"trials": [{"number": 3, "star": true, "note": "ä\n", "tags": ["paper", ""]}, {"number": -1, "star": false}]})",
            R"({"trials": [{"number": 9223372036854775807, "note": "\u0000"}, {"number": 3, "tags": ["\ud83d\ude42"]}]})",
            R"({"trials": []})"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    const std::filesystem::path study = folder.path() / "study.db";
    folder.write("study.db.marks.json", {reinterpret_cast<const char*>(data), size});
    const auto marks = readMarks(study);
    if (!expectSentence(marks))
        return 0;
    expectTrue(writeMarks(study, *marks).ok(), "marks can be written");
    auto kept = *marks;
    std::erase_if(kept, [](const auto& entry) { return entry.second.empty(); });
    const auto again = readMarks(study);
    expectTrue(again.ok() && *again == kept, "what was written is read as it was");
    return 0;
}
