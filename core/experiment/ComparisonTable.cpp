// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ComparisonTable.h"

#include "core/base/Choice.h"
#include "core/base/JsonText.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr ComparedMetric metrics[] = {
    {"test.accuracy", QT_TRANSLATE_NOOP("Variants", "test accuracy")},
    {"test.balanced_accuracy", QT_TRANSLATE_NOOP("Variants", "balanced test accuracy")},
    {"test.few", QT_TRANSLATE_NOOP("Variants", "test accuracy, classes with few images")},
    {"validation.accuracy", QT_TRANSLATE_NOOP("Variants", "validation accuracy")},
    {"detection.auroc", QT_TRANSLATE_NOOP("Variants", "noise AUROC")},
};

constexpr const char* fewAuroc = "detection.auroc_few";
constexpr double chanceAuroc = 0.5;

/// Pairs that are compared in addition to the first variant against every other: they show what each part of the search achieves alone.
constexpr std::pair<const char*, const char*> parts[] = {
    {"fixed-label", "fixed"}, {"fixed-searched-input", "fixed"}, {"searched-size", "fixed"}};

using Results = std::span<const VariantResult* const>;

const VariantResult* current(Results results, const std::string& name)
{
    const auto found =
        std::ranges::find_if(results, [&](const VariantResult* result) { return !result->earlier && result->name() == name; });
    return found == results.end() ? nullptr : *found;
}

} // namespace

std::span<const ComparedMetric> comparedMetrics()
{
    return metrics;
}

std::string JudgedRow::text() const
{
    return second ? first->name() + " − " + second->name() : first->name() + ": noise AUROC, classes with few images − 0.5";
}

std::vector<JudgedRow> judgeVariants(const std::vector<VariantResult>& results, const std::string& metric)
{
    std::vector<const VariantResult*> pointers;
    for (const VariantResult& result : results)
        pointers.push_back(&result);
    return judgeResults(pointers, metric);
}

std::vector<JudgedRow> judgeResults(Results results, const std::string& metric)
{
    std::vector<JudgedRow> rows;
    std::vector<std::vector<double>> differences;
    std::vector<double> scales;
    const auto add = [&](const VariantResult* first, const VariantResult* second) {
        const ComparableValues values = comparableValues(*first, *second, metric);
        SeedPairs pairs = pairBySeed(values.first, values.second);
        if (pairs.differences.empty() && values.otherClasses == 0)
            return;
        rows.push_back(
            {.first = first, .second = second, .metric = metric, .unpaired = pairs.unpaired, .otherClasses = values.otherClasses});
        differences.push_back(std::move(pairs.differences));
        scales.push_back(pairs.scale);
    };
    const auto isCurrent = [](const VariantResult* result) { return !result->earlier && !result->runs.empty(); };
    const auto found = std::ranges::find_if(results, isCurrent);
    if (found == results.end())
        return rows;
    const VariantResult* reference = *found;
    for (const VariantResult* other : results)
        if (isCurrent(other) && other != reference)
            add(reference, other);
    for (const auto& [name, against] : parts) {
        const VariantResult *first = current(results, name), *second = current(results, against);
        if (first && second && first != reference && second != reference)
            add(first, second);
    }
    if (std::vector<double> few = valuesOf(*reference, fewAuroc); !few.empty()) {
        for (double& value : few)
            value -= chanceAuroc;
        rows.push_back(
            {.first = reference, .metric = fewAuroc, .chance = chanceAuroc, .unpaired = int(reference->runs.size() - few.size())});
        differences.push_back(std::move(few));
        scales.push_back(1.0); // no AUROC is larger
    }
    const std::vector<Judgement> judged = judge(differences, scales);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].judgement = judged[i];
    return rows;
}

nlohmann::json toJson(const std::vector<JudgedRow>& rows)
{
    nlohmann::json list = nlohmann::json::array();
    for (const JudgedRow& row : rows) {
        const Judgement& judged = row.judgement;
        const MeanInterval& interval = judged.test.interval;
        list.push_back({{"first", row.first->name()},
                        {"second", row.second ? nlohmann::json(row.second->name()) : nlohmann::json(nullptr)},
                        {"metric", row.metric},
                        {"chance", row.chance},
                        {"pairs", interval.n},
                        {"unpaired_seeds", row.unpaired},
                        {"mean_difference", numberOrNull(interval.mean)},
                        {"half_width_95", numberOrNull(interval.halfWidth)},
                        {"g", numberOrNull(judged.effect.g)},
                        {"g_low", numberOrNull(judged.effect.low)},
                        {"g_high", numberOrNull(judged.effect.high)},
                        {"p_student", numberOrNull(judged.test.p)},
                        {"p_holm", numberOrNull(judged.adjustedP)},
                        {"p_signed_rank", numberOrNull(judged.test.signedRankP)},
                        {"verdict", nameOf(judged.verdict)},
                        {"pairs_missing", judged.pairsMissing >= 0 ? nlohmann::json(judged.pairsMissing) : nlohmann::json(nullptr)},
                        {"pairs_in_all", judged.pairsMissing > 0 ? nlohmann::json(judged.pairsInAll()) : nlohmann::json(nullptr)}});
    }
    return list;
}

} // namespace reweigh
