// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/VariantResult.h"

#include "core/config/Methods.h"

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// Place in every table: named variants first, in their own order.
std::size_t rankOf(const VariantResult& variant)
{
    const auto rows = namedVariants();
    const NamedVariant* row = variant.asked.name == variant.asked.base ? findNamedVariant(variant.asked.base) : nullptr;
    return row ? std::size_t(row - rows.data()) : rows.size();
}

void takeRuns(VariantResult& kept, const VariantResult& newer)
{
    for (const VariantRun& run : newer.runs) {
        std::erase_if(kept.runs, [&](const VariantRun& known) { return known.seed == run.seed; });
        std::erase_if(kept.failed, [&](const FailedRun& known) { return known.seed == run.seed; });
        kept.runs.push_back(run);
    }
    for (const FailedRun& failure : newer.failed) {
        if (kept.run(failure.seed))
            continue;
        std::erase_if(kept.failed, [&](const FailedRun& known) { return known.seed == failure.seed; });
        kept.failed.push_back(failure);
    }
    std::ranges::sort(kept.runs, {}, &VariantRun::seed);
    std::ranges::sort(kept.failed, {}, &FailedRun::seed);
}

void putInOrder(std::vector<VariantResult>& list)
{
    std::ranges::stable_sort(list, {}, [](const VariantResult& variant) { return std::pair(variant.earlier, rankOf(variant)); });
}

} // namespace

const VariantRun* VariantResult::run(int seed) const
{
    const auto found = std::ranges::find(runs, seed, &VariantRun::seed);
    return found == runs.end() ? nullptr : &*found;
}

VariantResult emptyResult(const ResolvedVariant& variant, const Variant& asked)
{
    const TrainOptions& training = variant.config.training;
    return {.asked = asked, .hash = variant.hash, .settings = variant.settings, .weighted = isReweighted(training),
            .metaNet = training.metaNet, .metaLr = training.metaLr};
}

SeedValues seedValues(const VariantResult& variant, const std::string& metric)
{
    SeedValues values;
    for (const VariantRun& run : variant.runs)
        if (const auto found = run.metrics.find(metric); found != run.metrics.end() && std::isfinite(found->second.meanOfLast))
            values.emplace(std::uint64_t(run.seed), found->second.meanOfLast);
    return values;
}

std::vector<double> valuesOf(const VariantResult& variant, const std::string& metric)
{
    std::vector<double> values;
    for (const auto& [seed, value] : seedValues(variant, metric))
        values.push_back(value);
    return values;
}

const VariantResult* overtakenBy(const std::vector<VariantResult>& results, const Proposal& best)
{
    for (const VariantResult& result : results)
        if (result.name() == searchedVariant && !result.earlier && Proposal{result.metaNet, result.metaLr} != best)
            return &result;
    return nullptr;
}

void mergeResults(std::vector<VariantResult>& kept, const std::vector<VariantResult>& newer)
{
    for (const VariantResult& variant : newer) {
        for (VariantResult& known : kept)
            if (known.name() == variant.name() && known.hash != variant.hash)
                known.earlier = true;
        const auto known = std::ranges::find(kept, variant.hash, &VariantResult::hash);
        if (known == kept.end()) {
            kept.push_back(variant);
            continue;
        }
        known->asked = variant.asked;
        known->settings = variant.settings;
        known->earlier = false;
        known->parameters = variant.parameters ? variant.parameters : known->parameters;
        takeRuns(*known, variant);
    }
    putInOrder(kept);
}

void markEarlier(std::vector<VariantResult>& kept, const VariantSource& source)
{
    for (VariantResult& variant : kept) {
        if (variant.asked.base.empty() || (needsRandomSearch(variant.asked) && !source.random))
            continue; // does not follow from what the search found, or nothing newer is known
        const Result<ResolvedVariant> now = resolveVariant(variant.asked, source);
        variant.earlier = variant.earlier || (now && now->hash != variant.hash);
    }
    putInOrder(kept);
}

} // namespace reweigh
