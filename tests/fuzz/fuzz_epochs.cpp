// SPDX-License-Identifier: GPL-3.0-or-later
// A run's epochs: lines of today's runs, the object of earlier ones. The first byte says which.
#include "core/runfiles/RunFiguresJson.h"
#include "core/runfiles/RunFolder.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace reweigh;
using namespace reweigh::test;

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    EpochFigures plain{.epoch = 1};
    EpochFigures full{.epoch = 2};
    full.train.recall = {0.5, 1.0};
    full.curve = {
        .loss = {0.1f, 0.2f}, .weight = {0.9f, 0.1f}, .rightDensity = {1.0f, 0.0f}, .wrongDensity = {0.0f, 1.0f}, .right = 3, .wrong = 2};
    for (auto& group : full.distribution.counts)
        for (auto& counts : group)
            counts = WeightDistribution::Counts(weightBins, 1);
    full.features = {.first = {1.0f}, .second = {2.0f}, .weight = {0.5f}, .wrong = {1}, .explained = {0.7, 0.2}};
    nlohmann::json earlier = toJson(full);
    for (const char* later : {"weight_range", "weight_shares", "features"})
        earlier.erase(later);
    earlier["anatomy"] = earlier["weight_distribution"];
    earlier.erase("weight_distribution");
    return {std::string(1, '\0') + toJson(plain).dump() + '\n' + toJson(full).dump() + '\n',
            std::string(1, '\0') + toJson(full).dump() + "\n{\"ep", '\1' + nlohmann::json{{"epochs", {toJson(plain), earlier}}}.dump()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzFolder folder;
    static const FuzzFolder other;
    FuzzBytes bytes(data, size);
    const bool earlier = bytes.byte() % 2 == 1;
    folder.clear();
    folder.write(earlier ? "epochs.json" : "epochs.jsonl", bytes.rest());
    const Result<EpochList> epochs = RunFolder(folder.path()).readEpochs();
    if (!expectSentence(epochs))
        return 0;
    for (const EpochFigures& epoch : *epochs) { // what views take for granted
        const WeightCurve& curve = epoch.curve;
        expectTrue(curve.weight.size() == curve.loss.size() && curve.rightDensity.size() == curve.loss.size()
                       && curve.wrongDensity.size() == curve.loss.size(),
                   "a curve's lists have one length");
        const FeatureMap& map = epoch.features;
        expectTrue(map.second.size() == map.first.size() && map.weight.size() == map.first.size() && map.wrong.size() == map.first.size(),
                   "a feature map's lists have one length");
        for (const auto& group : epoch.distribution.counts)
            for (const auto& counts : group)
                expectTrue(counts.empty() || counts.size() == std::size_t(weightBins), "a distribution has all its bins");
    }
    expectSentence(RunFolder(other.path()).writeEpochs(*epochs)); // as a resumed run does
    return 0;
}
