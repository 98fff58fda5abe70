// SPDX-License-Identifier: GPL-3.0-or-later
// Files of exported architectures.
#include "core/storage/ArchitectureFile.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    const StudyFacts study{.config = {{"dataset", "synthetic"}, {"noise-rate", 0.2}, {"epochs", 4}},
                           .fingerprintCode = "7F3K-9Q2A",
                           .fingerprint = {{"k", 1}},
                           .program = "0.1.0",
                           .engine = "LibTorch 2.11.0"};
    TrialFacts facts;
    facts.architecture = {.input = "stage2", .withLabel = true, .hidden = {32, 8}};
    facts.metaLr = 0.002;
    facts.metrics = {
        {"validation.accuracy", {.lastEpoch = 3, .last = 0.8, .bestEpoch = 2, .best = 0.9, .meanEpochs = 2, .meanOfLast = 0.85}}};
    facts.training = {{"model", "mlp"}, {"epochs", 4}, {"lr", 0.03}};
    facts.device = "cpu (2 threads)";
    facts.precision = "fp32";
    const std::vector<FrozenTrial> trials = {
        {.number = 0, .trialId = 1, .state = TrialState::Complete, .value = 0.8, .userAttributes = toAttributes(facts)}};
    const nlohmann::json now = *architecturesJson("s", study, trialRefs(trials), 3);
    nlohmann::json before = now;
    before["version"] = 1;
    nlohmann::json& network = before["architectures"][0]["network"];
    network["tap"] = network["input"];
    network.erase("input");
    before["recipe"]["stamp"] = before["recipe"]["fingerprint"];
    before["recipe"].erase("fingerprint");
    return {now.dump(), before.dump(1)};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    const auto entries = readArchitectures(folder.write("best.json", std::string_view(reinterpret_cast<const char*>(data), size)));
    if (!expectSentence(entries))
        return 0;
    for (const ArchitectureEntry& entry : *entries) {
        ExperimentConfig config;
        expectSentence(applyArchitecture(entry, config));
    }
    return 0;
}
