// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/VariantSummary.h"

#include "core/base/JsonText.h"

namespace reweigh {
namespace {

double meanOf(const std::map<std::string, MetricSummary>& metrics, const std::string& metric)
{
    const auto found = metrics.find(metric);
    return found == metrics.end() ? std::numeric_limits<double>::quiet_NaN() : found->second.meanOfLast;
}

GroupFigures groupsOf(const std::map<std::string, MetricSummary>& metrics, const std::string& metric)
{
    return {meanOf(metrics, metric + "_many"), meanOf(metrics, metric + "_medium"), meanOf(metrics, metric + "_few")};
}

MechanismVerdict mechanismOf(const VariantResult& variant)
{
    std::vector<MechanismEvidence> runs;
    for (const VariantRun& run : variant.runs)
        runs.push_back(mechanismEvidence(run.metrics, variant.weighted));
    return mechanismVerdict(runs);
}

nlohmann::json groupsJson(const GroupFigures& figures)
{
    return {{"many", numberOrNull(figures[0])}, {"medium", numberOrNull(figures[1])}, {"few", numberOrNull(figures[2])}};
}

} // namespace

MechanismEvidence mechanismEvidence(const std::map<std::string, MetricSummary>& metrics, bool weighted)
{
    if (!weighted)
        return {};
    return {.overall = {.weighted = true,
                        .auroc = meanOf(metrics, "detection.auroc"),
                        .wrong = meanOf(metrics, "weights.wrong"),
                        .right = meanOf(metrics, "weights.right"),
                        .spread = meanOf(metrics, "weights.spread")},
            .auroc = groupsOf(metrics, "detection.auroc"),
            .wrongFew = meanOf(metrics, "weights.wrong_count_few"),
            .rightFew = meanOf(metrics, "weights.right_count_few"),
            .rightWeight = groupsOf(metrics, "weights.right"),
            .shares = {.wrongness = meanOf(metrics, "weights.share_wrongness"),
                       .size = meanOf(metrics, "weights.share_size"),
                       .interaction = meanOf(metrics, "weights.share_interaction")}};
}

VariantSummary summarise(const VariantResult& variant)
{
    const MechanismVerdict mechanism = mechanismOf(variant);
    return {.accuracy = meanInterval(valuesOf(variant, "test.accuracy")),
            .balanced = meanInterval(valuesOf(variant, "test.balanced_accuracy")),
            .few = meanInterval(valuesOf(variant, "test.few")),
            .auroc = meanInterval(valuesOf(variant, "detection.auroc")),
            .calibration = meanInterval(valuesOf(variant, "test.calibration_error")),
            .weights = mechanism.weights,
            .mechanism = mechanism};
}

nlohmann::json intervalJson(const MeanInterval& interval)
{
    return {{"mean", numberOrNull(interval.mean)}, {"half_width_95", numberOrNull(interval.halfWidth)}, {"seeds", interval.n}};
}

nlohmann::json toJson(const WeightVerdict& verdict)
{
    return {{"effect", nameOf(verdict.effect)},
            {"auroc", numberOrNull(verdict.auroc)},
            {"low_95", numberOrNull(verdict.interval.low)},
            {"high_95", numberOrNull(verdict.interval.high)},
            {"runs", verdict.runs}};
}

nlohmann::json toJson(const MechanismVerdict& verdict)
{
    return {{"effect", nameOf(verdict.effect)},
            {"auroc", groupsJson(verdict.auroc)},
            {"few_low_95", numberOrNull(verdict.few.low)},
            {"few_high_95", numberOrNull(verdict.few.high)},
            {"right_weight", groupsJson(verdict.rightWeight)},
            {"shares",
             {{"wrongness", numberOrNull(verdict.shares.wrongness)},
              {"size", numberOrNull(verdict.shares.size)},
              {"interaction", numberOrNull(verdict.shares.interaction)}}}};
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
                        {"accuracy", intervalJson(summary.accuracy)},
                        {"balanced_accuracy", intervalJson(summary.balanced)},
                        {"few", intervalJson(summary.few)},
                        {"auroc", intervalJson(summary.auroc)},
                        {"calibration", intervalJson(summary.calibration)},
                        {"weights", toJson(summary.weights)},
                        {"mechanism", toJson(summary.mechanism)}});
    }
    return list;
}

} // namespace reweigh
