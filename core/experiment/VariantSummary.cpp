// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/VariantSummary.h"

#include "core/base/JsonText.h"

namespace reweigh {
namespace {

double meanOf(const VariantRun& run, const char* metric)
{
    const auto found = run.metrics.find(metric);
    return found == run.metrics.end() ? std::numeric_limits<double>::quiet_NaN() : found->second.meanOfLast;
}

WeightVerdict verdictOf(const VariantResult& variant)
{
    std::vector<WeightEvidence> runs;
    for (const VariantRun& run : variant.runs)
        runs.push_back({.weighted = variant.weighted,
                        .auroc = meanOf(run, "detection.auroc"),
                        .wrong = meanOf(run, "weights.wrong"),
                        .right = meanOf(run, "weights.right"),
                        .spread = meanOf(run, "weights.spread")});
    return weightVerdict(runs);
}

nlohmann::json meanJson(const MeanInterval& interval)
{
    return {{"mean", numberOrNull(interval.mean)}, {"half_width_95", numberOrNull(interval.halfWidth)}, {"seeds", interval.n}};
}

} // namespace

VariantSummary summarise(const VariantResult& variant)
{
    return {.accuracy = meanInterval(valuesOf(variant, "test.accuracy")),
            .balanced = meanInterval(valuesOf(variant, "test.balanced_accuracy")),
            .few = meanInterval(valuesOf(variant, "test.few")),
            .auroc = meanInterval(valuesOf(variant, "detection.auroc")),
            .weights = verdictOf(variant)};
}

nlohmann::json toJson(const WeightVerdict& verdict)
{
    return {{"effect", nameOf(verdict.effect)},
            {"auroc", numberOrNull(verdict.auroc)},
            {"low_95", numberOrNull(verdict.interval.low)},
            {"high_95", numberOrNull(verdict.interval.high)},
            {"runs", verdict.runs}};
}

nlohmann::json summariesJson(const std::vector<VariantResult>& variants)
{
    nlohmann::json list = nlohmann::json::array();
    for (const VariantResult& variant : variants) {
        if (variant.runs.empty())
            continue;
        const VariantSummary summary = summarise(variant);
        list.push_back({{"variant", variant.name()},
                        {"earlier", variant.earlier},
                        {"accuracy", meanJson(summary.accuracy)},
                        {"balanced_accuracy", meanJson(summary.balanced)},
                        {"few", meanJson(summary.few)},
                        {"auroc", meanJson(summary.auroc)},
                        {"weights", toJson(summary.weights)}});
    }
    return list;
}

} // namespace reweigh
