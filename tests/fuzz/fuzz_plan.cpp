// SPDX-License-Identifier: GPL-3.0-or-later
// Plan files, lists of variants in a file, and lists of variants as the command line takes them.
#include "core/config/VariantText.h"
#include "core/plan/Plan.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    return {R"({"name": "p", "settings": {"preset": "demo", "trials": 2}, "cells": {"noise-rate": [0, 0.4], "imbalance-factor": [1, 50]},
"seeds": [{"seeds": 3}, {"cells": {"noise-rate": 0.4}, "seeds": 4}], "variants": ["searched", "ce", {"name": "mine", "base": "fixed",
"settings": {"input": "label"}}], "transfer": {"least-seeds": 4}, "hypotheses": [{"name": "h", "better": ["searched", "ce"], "margin": 0.01,
"cells": {"noise-rate": 0.4}, "statement": "s"}, {"name": "a", "above": ["mine", 0.5], "statement": "t"}]})",
            R"({"cells": [{"noise-type": "uniform", "noise-rate": [0.2, 0.4]}, {"noise-type": "none"}], "seeds": 2,
"variants": [{"name": "mine", "settings": {"hidden": [64, 64]}}, "fixed"], "hypotheses": [{"name": "e", "equal": ["mine", "fixed"],
"margin": 0.02, "statement": "u", "metric": "test.loss"}]})",
            R"({"variants": ["searched", {"name": "mine", "base": "searched", "settings": {"meta-lr": 3e-4}}]})",
            "mine:searched,meta-lr=3e-4,ce,other:hidden=64-64,weighting=none"};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::filesystem::path file = folder.write("plan.json", text);
    expectSentence(readVariantPlan(file));
    if (const auto plan = readPlan(file); expectSentence(plan))
        expectTrue(!plan->cells.empty() && !plan->variants.empty(), "a plan has cells and variants");
    if (const auto variants = parseVariants(std::string(text)); expectSentence(variants))
        for (const Variant& variant : *variants)
            expectTrue(!variantText(variant).empty(), "a variant's text");
    return 0;
}
