// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/ArchitectureSpace.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/TrialAttributes.h"
#include "tests/bench/WindowBench.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace reweigh::bench {
namespace {

template <typename T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "bench_window: %s: %s\n", errorName(result.error().code), result.error().where.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

double draw(Rng& rng, const Distribution& distribution)
{
    if (const auto* integer = std::get_if<IntDistribution>(&distribution))
        return double(integer->low + std::int64_t(rng.uniform() * double(integer->high - integer->low + 1)));
    if (const auto* number = std::get_if<FloatDistribution>(&distribution))
        return number->low * std::pow(number->high / number->low, rng.uniform());
    return std::floor(rng.uniform() * double(std::get<CategoricalDistribution>(distribution).choices.size()));
}

} // namespace

void writeLargeStudy(const std::filesystem::path& file, int trials)
{
    const ExperimentConfig config = [] {
        ExperimentConfig made;
        made.data.dataset = "synthetic";
        return made;
    }();
    const auto storage = must(SqlStorage::create(file, "large", Direction::Maximize));
    const std::map<std::string, Distribution> space = searchSpace(config.search);
    must(storage->setAttributes(
        {.user = toAttributes(StudyFacts{.config = toJson(config), .fingerprintCode = "0000-0000", .space = space})}));
    Rng rng(11);
    for (int i = 0; i < trials; ++i) {
        TrialUpdate update;
        const auto layers = int(draw(rng, space.at("hidden_layers")));
        TrialFacts facts{.metaLr = draw(rng, space.at("meta_lr")),
                         .parameters = 5000,
                         .classifierParameters = 26650,
                         .dataSeed = 0,
                         .trainSeed = std::uint64_t(i),
                         .training = settingsJson(config, FieldGroup::Training),
                         .device = "cpu (2 threads)",
                         .deviceReason = "no CUDA device",
                         .precision = "fp32"};
        facts.architecture.hidden.clear();
        for (const auto& [name, distribution] : space) {
            if (name.starts_with("nodes_") && std::stoi(name.substr(6)) >= layers)
                continue;
            const double value = name == "hidden_layers" ? layers : name == "meta_lr" ? facts.metaLr : draw(rng, distribution);
            update.parameters.push_back({name, distribution, value});
            if (name.starts_with("nodes_"))
                facts.architecture.hidden.push_back(int(value));
        }
        const double value = 0.8 + 0.05 * rng.uniform() - 0.01 * std::abs(std::log(facts.metaLr * 1000.0));
        for (int epoch = 1; epoch <= 10; ++epoch)
            update.intermediate.emplace_back(epoch, value - 0.3 / epoch);
        for (const char* split : {"train", "meta", "validation", "test"})
            for (const char* metric : {"loss", "accuracy", "balanced_accuracy", "many", "medium", "few"})
                facts.metrics[std::string(split) + '.' + metric] = {
                    .lastEpoch = 10, .last = value, .bestEpoch = 9, .best = value, .meanEpochs = 3, .meanOfLast = value};
        facts.metrics["detection.auroc"] = {.lastEpoch = 10, .last = 0.9, .bestEpoch = 9, .best = 0.9, .meanEpochs = 3, .meanOfLast = 0.9};
        update.userAttributes = toAttributes(facts);
        update.end = TrialEnd{TrialState::Complete, value};
        must(storage->createTrial(update));
    }
}

} // namespace reweigh::bench
