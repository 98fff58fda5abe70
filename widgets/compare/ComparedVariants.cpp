// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/compare/ComparedVariants.h"

#include "core/experiment/ComparisonTable.h"
#include "core/live/follow/StudyFollower.h"
#include "widgets/state/OpenStudy.h"

#include <algorithm>
#include <utility>

namespace reweigh {
namespace {

const VariantResult* newest(const std::vector<VariantResult>& results, const std::string& name)
{
    const auto found = std::ranges::find_if(results, [&](const VariantResult& result) { return !result.earlier && result.name() == name; });
    return found == results.end() ? nullptr : &*found;
}

} // namespace

const VariantResult* ComparedVariants::find(const std::string& name) const
{
    return study ? newest(study->variants, name) : nullptr;
}

int ComparedVariants::missing(int seeds) const
{
    return study ? missingRuns(study->variants, seeds) : 0;
}

bool ComparedVariants::foldersAreGone() const
{
    for (const ComparedVariant& variant : list)
        for (const VariantRun& run : variant.result->runs)
            if (!runFolder(*study, RunKey::ofVariant(variant.result->name(), variant.result->hash, run.seed)).empty())
                return false;
    return !list.empty();
}

ExperimentConfig comparedConfig(const OpenStudy& study)
{
    Result<ExperimentConfig> stored = study.snapshot()->settings();
    if (!stored)
        return study.config();
    stored->search.variantSeeds = study.config().search.variantSeeds;
    return std::move(stored).value();
}

ComparedVariants gatherVariants(std::shared_ptr<const StudySnapshot> study)
{
    ComparedVariants gathered{.study = std::move(study)};
    for (const VariantResult& result : gathered.study->variants) {
        if (result.runs.empty())
            continue;
        for (const VariantRun& run : result.runs)
            if (const auto metric = run.metrics.find("test.accuracy"); metric != run.metrics.end())
                gathered.lastEpochs = metric->second.meanEpochs;
        gathered.list.push_back({.result = &result, .trained = {}});
    }
    return gathered;
}

ComparedVariants gatherVariants(OpenStudy& study)
{
    ComparedVariants gathered = gatherVariants(study.snapshot());
    for (ComparedVariant& variant : gathered.list)
        variant.trained = study.variantEpochs(*variant.result);
    return gathered;
}

std::vector<double> variantDifferences(const std::vector<VariantResult>& results, const std::string& first, const std::string& second)
{
    const VariantResult *a = newest(results, first), *b = newest(results, second);
    const std::string metric = comparedMetrics().front().key;
    return a && b ? pairBySeed(seedValues(*a, metric), seedValues(*b, metric)).differences : std::vector<double>();
}

JudgedAs verdictOf(const std::vector<VariantResult>& results, const std::string& first, const std::string& second)
{
    for (const JudgedRow& row : judgeVariants(results))
        if (row.second && row.first->name() == first && row.second->name() == second)
            return row.judgement.verdict;
    return JudgedAs::CannotTell;
}

} // namespace reweigh
