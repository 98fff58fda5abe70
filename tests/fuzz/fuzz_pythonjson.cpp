// SPDX-License-Identifier: GPL-3.0-or-later
// JSON as Python writes it. What was read is read again from its own text, and is the same.
#include "core/base/JsonText.h"
#include "core/base/PythonJson.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    return {R"([NaN, Infinity, -Infinity, 1e400, -1e400, 1e-400, -0.0, 0.1])",
            R"({"half": "\ud800", "pair": "\ud83d\ude42", "other": "\udfff\ud800", "zero": "\u0000"})",
            R"([10000000000000000000000000000000000000000, 9223372036854775807, 18446744073709551615, -9223372036854775808])",
            R"({"": {"a": [[], {}, [null, true, false]], "a": 1}, "name": "FloatDistribution", "attributes": {"low": -Infinity}})",
            "[\"\xff\", \"\xc3\xa4\", NaN]",
            " \"text\\n\\t\\\"\\\\\\/\" ",
            "NaN"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const nlohmann::json value = parsePythonJson({reinterpret_cast<const char*>(data), size});
    if (value.is_discarded())
        return 0;
    plainJsonText(value);
    expectTrue(nlohmann::json::accept(jsonText(withNamedNumbers(value))), "with names for its numbers it is JSON for everybody");
    const nlohmann::json again = parsePythonJson(pythonJsonText(value));
    expectTrue(!again.is_discarded() && isSameJson(value, again) && isSameJson(again, value), "what was written is read as it was");
    return 0;
}
