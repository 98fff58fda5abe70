// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/StoredComparison.h"

#include "core/experiment/WorkerChoice.h"
#include "core/storage/StudyFolder.h"

#include <algorithm>
#include <cstdio>
#include <thread>

namespace reweigh {
namespace {

std::string atOnce(int workers, int threads)
{
    return std::to_string(workers) + (workers == 1 ? " training at a time, " : " trainings at once, ") + std::to_string(threads)
           + (threads == 1 ? " thread each" : " threads each");
}

} // namespace

Result<ComparisonWorkers> chooseComparisonWorkers(const ComparisonRequest& request, Engine& engine, int stored, int runs,
                                                  const std::stop_token& stop)
{
    const TrainOptions& training = request.config.training;
    if (!trainsOnProcessor(engine, training.device))
        return ComparisonWorkers{.reason = "one training at a time on a GPU"};
    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    const auto withThreads = [&](int threads, const std::string& why) {
        const int workers = std::max(1, cores / threads);
        return ComparisonWorkers{threads, workers, atOnce(workers, threads) + why};
    };
    if (training.threads > 0)
        return withThreads(training.threads, "");
    if (stored > 0)
        return withThreads(stored, ", as this study's comparison began");
    const Result<WorkerChoice> choice = measureWorkers(request.config, request.data, engine, std::max(2, runs), cores, stop);
    if (!choice)
        return choice.error();
    if (choice->atOnce < 2)
        return withThreads(cores, "");
    char measured[120];
    std::snprintf(measured, sizeof measured, ": measured %.1f steps/s of one alone on %s, %.1f of %d with one thread each",
                  choice->aloneRate, choice->aloneDevice.c_str(), choice->besideRate, choice->atOnce);
    return withThreads(choice->workers > 1 ? 1 : cores, measured);
}

Result<Proposal> searchAtRandom(const StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                SearchBudget& budget, const std::stop_token& stop,
                                const std::function<void(int finished, int trials)>& told)
{
    const Result<std::vector<FrozenTrial>> trials = study.trials();
    if (!trials)
        return trials.error();
    ExperimentConfig config = request.config;
    config.search.sampler = "random";
    config.search.trials = int(std::ranges::count_if(*trials, [](const FrozenTrial& trial) { return isFinished(trial.state); }));
    config.outDir = StudyFolder::in(request.folder).randomSearch().string();
    config.search.study.clear();
    const auto session = SearchSession::open(config, request.data, true, engine->versions().library);
    if (!session)
        return session.error();
    if ((*session)->remainingTrials() > 0) {
        SearchBudget own(config.search.trials, budget.workers() > 0 ? budget.workers() : SearchBudget::automatic);
        const auto tell = [&] {
            if (told)
                told((*session)->finishedTrials(), own.trials());
        };
        tell();
        StudyEvents events;
        events.trialFinished = [&](const FrozenTrial&) {
            tell();
            if (budget.workers() == 0) // the user asked that no further trial begin
                own.setWorkers(0);
        };
        if (const Status done = (*session)->run(std::move(engine), events, stop, own); !done)
            return done.error();
    }
    return bestProposal((*session)->storage());
}

namespace {

/// The entry of `variants` that each of `resolved` was made from. A later comparison asks for them in the same way.
std::vector<Variant> askedFor(const std::vector<ResolvedVariant>& resolved, const std::vector<Variant>& variants)
{
    std::vector<Variant> asked;
    for (const ResolvedVariant& variant : resolved)
        asked.push_back(*std::ranges::find(variants, variant.name, &Variant::name));
    return asked;
}

/// The first failure where no run of any variant succeeded; null where one did.
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

Result<StudyComparison> compareInStudy(StudyStorage& study, const ComparisonRequest& request, const std::shared_ptr<Engine>& engine,
                                       SearchBudget& budget, const std::stop_token& stop, const StudyEvents& events)
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

    Result<ComparisonWorkers> chosen =
        chooseComparisonWorkers(request, *engine, stored->threads, int(resolved->list.size()) * request.config.search.variantSeeds, stop);
    if (!chosen)
        return chosen.error();
    budget.settle(chosen->workers);
    stored->threads = chosen->threads;
    if (events.comparisonBegins)
        events.comparisonBegins(*resolved, *chosen);

    const ComparisonPlan plan{.asked = askedFor(resolved->list, request.variants),
                              .variants = resolved->list,
                              .seeds = request.config.search.variantSeeds,
                              .threads = chosen->threads,
                              .studyData = request.config.data,
                              .data = request.data,
                              .folder = request.folder,
                              .known = stored->list};
    StudyEvents storing = events;
    storing.resultsKept = [&](const std::vector<VariantResult>& results) -> Status {
        mergeResults(stored->list, results);
        if (const Status kept = study.setAttributes({.user = {{attribute::variants, toJson(*stored)}}}); !kept)
            return kept;
        return events.resultsKept ? events.resultsKept(results) : Status();
    };
    Result<std::vector<VariantResult>> results = runComparison(plan, *engine, budget, stop, storing);
    if (!results)
        return results.error();
    if (const Error* error = onlyFailures(*results))
        return *error;
    return StudyComparison{std::move(results).value(), std::move(stored->list)};
}

} // namespace reweigh
