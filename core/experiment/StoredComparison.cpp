// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/StoredComparison.h"

#include "core/experiment/ComparisonWorkers.h"
#include "core/experiment/RandomRival.h"

#include <algorithm>

namespace reweigh {
namespace {

/// How a later comparison asks for the same variants again.
std::vector<Variant> askedFor(const std::vector<ResolvedVariant>& resolved, const std::vector<Variant>& variants)
{
    std::vector<Variant> asked;
    for (const ResolvedVariant& variant : resolved)
        asked.push_back(*std::ranges::find(variants, variant.name, &Variant::name));
    return asked;
}

/// Where nothing succeeded, the first failure says why.
const Error* onlyFailures(const std::vector<VariantResult>& results)
{
    const Error* first = nullptr;
    for (const VariantResult& result : results) {
        if (!result.runs.empty())
            return nullptr;
        if (!first && !result.failed.empty())
            first = &result.failed.front().error;
    }
    return first;
}

} // namespace

Result<Proposal> bestProposal(const StudyStorage& study)
{
    const Result<std::vector<FrozenTrial>> trials = study.trials();
    if (!trials)
        return trials.error();
    const FrozenTrial* best = bestTrial(trialRefs(*trials), study.direction());
    if (!best)
        return Error{ErrorCode::StudyEmpty, study.studyName(), {}, {}};
    const Result<TrialFacts> facts = trialFacts(*best);
    if (!facts)
        return facts.error();
    return Proposal{facts->architecture, facts->metaLr};
}

Result<StudyComparison> compareInStudy(StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                                  SearchBudget& budget, std::stop_token stop, const StudyEvents& events)
{
    const Result<Proposal> best = bestProposal(study);
    if (!best)
        return best.error();
    VariantSource source{.study = request.config, .searched = *best};
    if (std::ranges::any_of(request.variants, needsRandomSearch)) {
        Result<Proposal> random = searchAtRandom(study, request, engine, budget, stop, events.randomSearch);
        if (!random)
            return random.error();
        source.random = std::move(random).value();
    }
    Result<ResolvedVariants> resolved = resolveVariants(request.variants, source);
    if (!resolved)
        return resolved.error();
    const Result<StudyAttributes> attributes = study.attributes();
    if (!attributes)
        return attributes.error();
    Result<StoredVariants> stored = storedVariants(attributes->user);
    if (!stored)
        return stored.error();
    markEarlier(stored->list, source);

    Result<ComparisonWorkers> chosen = chooseComparisonWorkers(request, *engine, stored->threads, int(resolved->list.size()) * request.config.search.variantSeeds, stop);
    if (!chosen)
        return chosen.error();
    budget.settle(chosen->workers);
    stored->threads = chosen->threads;
    if (events.comparisonBegins)
        events.comparisonBegins(*resolved, *chosen);

    const ComparisonPlan plan{.asked = askedFor(resolved->list, request.variants), .variants = resolved->list,
                              .seeds = request.config.search.variantSeeds, .threads = chosen->threads, .studyData = request.config.data,
                              .data = request.data, .folder = request.folder, .known = stored->list};
    StudyEvents storing = events;
    storing.resultsKept = [&](const std::vector<VariantResult>& results) -> Status {
        mergeResults(stored->list, results);
        if (const Status kept = study.setAttributes({.user = {{attribute::variants, toJson(*stored)}}}); !kept)
            return kept;
        return events.resultsKept ? events.resultsKept(results) : Status();
    };
    Result<std::vector<VariantResult>> results = runComparison(plan, *engine, budget, std::move(stop), storing);
    if (!results)
        return results.error();
    if (const Error* error = onlyFailures(*results))
        return *error;
    return StudyComparison{std::move(results).value(), std::move(stored->list)};
}

} // namespace reweigh
