// SPDX-License-Identifier: GPL-3.0-or-later
// What a study keeps as JSON: attributes of this program's and of Optuna's, of the study and of a trial, distributions, the position of a
// sampler, fingerprints of data. The input is an object of attributes.
#include "core/base/JsonText.h"
#include "core/config/ConfigJson.h"
#include "core/data/recipe/DataChanges.h"
#include "core/data/recipe/Fingerprint.h"
#include "core/experiment/VariantResult.h"
#include "core/search/SamplerState.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/EnqueuedParams.h"
#include "core/study/RelativeParams.h"
#include "tests/fuzz/FuzzTarget.h"

#include <cmath>

using namespace reweigh;
using namespace reweigh::test;

namespace {

nlohmann::json objectOf(const Attributes& attributes)
{
    nlohmann::json object = nlohmann::json::object();
    for (const auto& [key, value] : attributes)
        object[key] = value;
    return object;
}

/// What is asked of a distribution that a study holds.
void ask(const Distribution& distribution, const nlohmann::json& value, FrozenTrial& trial)
{
    isSingle(distribution);
    contains(distribution, 3.0);
    expectSentence(distributionFromJson(toJson(distribution)));
    if (const auto internal = internalValue(distribution, value); internal && contains(distribution, *internal))
        externalValue(distribution, *internal);
    TrialUpdate update;
    expectSentence(enqueuedValue(trial, "x", distribution, update));
    relativeParams(trial, {{.parameters = {{"x", distribution, 0.0}}}});
}

} // namespace

std::vector<std::string> reweigh::test::fuzzSeeds()
{
    StudyFacts study{
        .config = toJson(ExperimentConfig()),
        .fingerprintCode = "7F3K-9Q2A",
        .fingerprint = {{"version", 2},
                        {"dataset", {{"name", "cifar10"}, {"classes", 10}, {"count", 4}, {"labels", "ab"}}},
                        {"recipe", {{"noise-type", "none"}, {"imbalance-type", "none"}, {"seed", 1}}},
                        {"effect", {{"train", 4}, {"labels-changed", 0}, {"left-out-by-imbalance", 0}, {"left-out-by-limit", 0}}}},
        .space = {{"x", FloatDistribution{.low = 0.1, .high = 1.0, .log = true}}, {"n", IntDistribution{.low = 1, .high = 9}}},
        .program = "0.2.0",
        .engine = "LibTorch 2.11.0"};
    TrialFacts facts;
    facts.architecture = {.input = "stage2", .withLabel = true, .hidden = {32, 8}};
    facts.metrics = {
        {"validation.accuracy", {.lastEpoch = 3, .last = 0.8, .bestEpoch = 2, .best = 0.9, .meanEpochs = 2, .meanOfLast = 0.85}}};
    facts.training = {{"model", "mlp"}};
    VariantResult variant{.asked = {.name = "ce", .base = "ce"}, .hash = "00112233", .settings = {{"weighting", "none"}}};
    nlohmann::json optuna = {{"x", toJson(Distribution(FloatDistribution{.low = 0.0, .high = 1.0, .step = 0.1}))},
                             {"c", toJson(Distribution(CategoricalDistribution{{"a", 1, nullptr, 2.5, true}}))},
                             {"i", toJson(Distribution(IntDistribution{.low = 1, .high = 64, .log = true}))},
                             {fixedParamsKey, {{"x", 0.5}}},
                             {outsideSpaceKey, {{"x", 7}}},
                             {"tpe:relative_params:0", R"({"x": 0.5, "c": "a"})"},
                             {"sampler", toText({.seed = 7, .drawn = {{"random", 24}}})}};
    return {objectOf(toAttributes(study)).dump(), objectOf(toAttributes(facts)).dump(), optuna.dump(),
            nlohmann::json{{attribute::variants, toJson(StoredVariants{.threads = 1, .list = {variant}})}}.dump()};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const nlohmann::json object = parsedJsonOrNone({reinterpret_cast<const char*>(data), size});
    if (!object.is_object())
        return 0;
    Attributes attributes;
    for (const auto& [key, value] : object.items())
        attributes.emplace(key, value);
    FrozenTrial trial{.userAttributes = attributes, .systemAttributes = attributes};
    expectSentence(trialFacts(trial));
    outsideSpaceText(trial);
    for (const auto& [key, value] : attributes) {
        if (const auto distribution = distributionFromJson(value); expectSentence(distribution))
            ask(*distribution, value, trial);
        if (value.is_string())
            expectSentence(samplerStateFrom(value.get<std::string>(), {.drawn = {{"random", 1}}}));
        if (value.is_object() && value.contains("fingerprint")) {
            const nlohmann::json& fingerprint = value.at("fingerprint");
            compareFingerprints(fingerprint, fingerprint);
            compareFingerprints(fingerprint, object);
            compareFingerprints(object, fingerprint);
            changesFromFingerprint(fingerprint);
        }
    }
    expectSentence(storedVariants(attributes));
    const Result<StudyFacts> facts = studyFacts({.user = attributes, .system = {}});
    if (!expectSentence(facts))
        return 0;
    ExperimentConfig config;
    expectSentence(applyStored(config, facts->config));
    for (const auto& [name, distribution] : facts->space)
        ask(distribution, 0.5, trial);
    return 0;
}
