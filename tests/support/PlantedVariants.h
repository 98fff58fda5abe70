// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigJson.h"
#include "core/experiment/VariantResult.h"

namespace reweigh::test {

inline nlohmann::json configJson(const ExperimentConfig& config)
{
    return toJson(config);
}

/// Makes the result of a variant with these test accuracies, one per seed from 1; its other metrics are derived from them. `name`: a named
/// variant, or any other name for a user-defined one. `hash` empty: the name is the hash.
inline VariantResult planted(const std::string& name, const std::vector<double>& accuracies, const std::string& hash = {})
{
    const auto summary = [](double mean) { return MetricSummary{5, mean, 5, mean, 3, mean}; };
    const bool weighted = name != "ce" && name != "ce+meta";
    VariantResult result{.asked = {.name = name, .base = findNamedVariant(name) ? name : std::string()},
                         .hash = hash.empty() ? name : hash,
                         .settings = nlohmann::json::object(),
                         .weighted = weighted,
                         .weighting = weighted ? "mwnet" : "none",
                         .parameters = 301};
    for (const double accuracy : accuracies) {
        const int seed = int(result.runs.size()) + 1;
        VariantRun run{.seed = seed,
                       .dataSeed = std::uint64_t(seed),
                       .trainSeed = std::uint64_t(seed),
                       .fingerprintCode = "AAAA-BBBB",
                       .seconds = 1.0};
        run.metrics = {{"test.accuracy", summary(accuracy)},
                       {"test.balanced_accuracy", summary(accuracy - 0.1)},
                       {"test.few", summary(accuracy - 0.2)},
                       {"validation.accuracy", summary(accuracy + 0.05)}};
        if (weighted)
            run.metrics.emplace("detection.auroc", summary(accuracy - 0.05));
        result.runs.push_back(std::move(run));
    }
    return result;
}

} // namespace reweigh::test
