// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/StoredComparison.h"

#include "core/base/MachineCores.h"
#include "core/base/NumberText.h"
#include "core/experiment/WorkerChoice.h"
#include "core/storage/StudyFolder.h"

#include <algorithm>

namespace reweigh {
namespace {

std::string atOnce(int workers, int threads)
{
    return std::to_string(workers) + (workers == 1 ? " training at a time, " : " trainings at once, ") + std::to_string(threads)
           + (threads == 1 ? " thread each" : " threads each");
}

/// The choice of PreparedComparison::workers() for `runs` runs. `stored`: the threads of the study's earlier comparison; 0: none.
Result<ComparisonWorkers> chooseWorkers(const ComparisonRequest& request, Engine& engine, int stored, int runs, const std::stop_token& stop)
{
    const TrainOptions& training = request.config.training;
    if (!trainsOnProcessor(engine, training.device))
        return request.workers > 1 ? ComparisonWorkers{.workers = request.workers,
                                                       .reason = std::to_string(request.workers) + " trainings at once on a GPU"}
                                   : ComparisonWorkers{.reason = "one training at a time on a GPU"};
    const int cores = machineCores();
    const auto withThreads = [&](int threads, const std::string& why) {
        const int usual = std::max(1, cores / threads);
        const int workers = request.workers > 0 ? request.workers : usual;
        return ComparisonWorkers{threads, workers, usual, atOnce(workers, threads) + why};
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
    const std::string measured = ": measured " + fixedText(choice->aloneRate, 1) + " steps/s of one alone on " + choice->aloneDevice + ", "
                                 + fixedText(choice->besideRate, 1) + " of " + std::to_string(choice->atOnce) + " with one thread each";
    return withThreads(choice->workers > 1 ? 1 : cores, measured);
}

/// Runs a random search of as many trials as the study has finished (randomSearchOf()) and returns its best proposal. Where one exists, it
/// is continued. `told`, which may be empty, is called before the first trial and after each one.
Result<Proposal> searchAtRandom(const StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                SearchBudget& budget, const std::stop_token& stop,
                                const std::function<void(int finished, int trials)>& told)
{
    const Result<std::vector<FrozenTrial>> trials = study.trials();
    if (!trials)
        return trials.error();
    ExperimentConfig config = randomSearchOf(request.config, request.folder);
    config.search.trials = int(std::ranges::count_if(*trials, [](const FrozenTrial& trial) { return isFinished(trial.state); }));
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

/// The entry of `variants` that each of `resolved` was made from. A later comparison asks for them in the same way.
std::vector<Variant> askedFor(const std::vector<ResolvedVariant>& resolved, const std::vector<Variant>& variants)
{
    std::vector<Variant> asked;
    for (const ResolvedVariant& variant : resolved)
        asked.push_back(*std::ranges::find(variants, variant.name, &Variant::name));
    return asked;
}

/// The same error; an interruption as one of the comparison in `folder`, which has no option --resume: the same command continues it.
Error ofComparison(const Error& error, const std::filesystem::path& folder)
{
    return error.code == ErrorCode::Interrupted ? Error{ErrorCode::Interrupted, folder.string(), {}, "the same command"} : error;
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

Result<StoredVariants> storedComparison(const StudyStorage& study)
{
    const Result<StudyAttributes> attributes = study.attributes();
    if (!attributes)
        return attributes.error();
    Result<StoredVariants> stored = storedVariants(attributes->user);
    if (!stored)
        return inStudy(stored.error(), study.studyName());
    return stored;
}

ExperimentConfig randomSearchOf(const ExperimentConfig& study, const std::filesystem::path& folder)
{
    ExperimentConfig config = study;
    config.search.sampler = "random";
    config.outDir = StudyFolder::in(folder).randomSearch().string();
    config.search.study.clear();
    return config;
}

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

Result<std::unique_ptr<PreparedComparison>> PreparedComparison::open(StudyStorage& study, const ComparisonRequest& request,
                                                                     std::shared_ptr<Engine> engine, const std::optional<Proposal>& random,
                                                                     const std::stop_token& stop)
{
    const Result<Proposal> best = bestProposal(study);
    const bool wanted = std::ranges::any_of(
        request.variants, [&](const Variant& variant) { return needsSearch(variant) || (needsRandomSearch(variant) && !random); });
    if (!best && (wanted || best.error().code != ErrorCode::StudyEmpty))
        return best.error();
    VariantSource source{.study = request.config, .random = random};
    if (best)
        source.searched = *best;
    Result<ResolvedVariants> resolved = resolveVariants(request.variants, source);
    if (!resolved)
        return resolved.error();
    if (const Status lists = checkOwnLists(resolved->list, request.config.data, request.data); !lists)
        return lists.error();
    Result<StoredVariants> stored = storedComparison(study);
    if (!stored)
        return stored.error();
    if (best)
        markEarlier(stored->list, source);
    const int runs = int(resolved->list.size()) * request.config.search.variantSeeds;
    Result<ComparisonWorkers> chosen = chooseWorkers(request, *engine, stored->threads, runs, stop);
    if (!chosen)
        return chosen.error();
    stored->threads = chosen->threads;

    std::unique_ptr<PreparedComparison> prepared(new PreparedComparison(study));
    prepared->m_plan = {.asked = askedFor(resolved->list, request.variants),
                        .variants = resolved->list,
                        .seeds = request.config.search.variantSeeds,
                        .threads = chosen->threads,
                        .studyData = request.config.data,
                        .data = request.data,
                        .folder = request.folder,
                        .known = stored->list,
                        .onlyMissing = request.onlyMissing};
    prepared->m_engine = std::move(engine);
    prepared->m_resolved = std::move(resolved).value();
    prepared->m_stored = std::move(stored).value();
    prepared->m_workers = std::move(chosen).value();
    return prepared;
}

Result<std::unique_ptr<JobQueue>> PreparedComparison::begin(const StudyEvents& events)
{
    if (events.comparisonBegins)
        events.comparisonBegins(m_resolved, m_workers);
    StudyEvents storing = events;
    storing.resultsKept = [this, told = events.resultsKept](const std::vector<VariantResult>& results) -> Status {
        mergeResults(m_stored.list, results);
        if (const Status kept = m_study.setAttributes({.user = {{attribute::variants, toJson(m_stored)}}}); !kept)
            return kept;
        return told ? told(results) : Status();
    };
    m_jobs = std::make_unique<ComparisonJobs>(m_plan, m_engine, std::move(storing));
    return m_jobs->begin();
}

Result<StudyComparison> compareInStudy(StudyStorage& study, const ComparisonRequest& asked, const std::shared_ptr<Engine>& engine,
                                       SearchBudget& budget, const std::stop_token& stop, const StudyEvents& events)
{
    ComparisonRequest request = asked;
    std::optional<Proposal> random;
    if (std::ranges::any_of(request.variants, needsRandomSearch)) {
        if (const Result<Proposal> best = bestProposal(study); !best) // before a second search that would be in vain
            return best.error();
        if (const Result<StoredVariants> stored = storedComparison(study); !stored)
            return stored.error();
        Result<Proposal> found = searchAtRandom(study, request, engine, budget, stop, events.randomSearch);
        if (!found)
            return ofComparison(found.error(), request.folder);
        random = std::move(found).value();
    }
    if (budget.workers() > 0) // now, since it may change while a random search runs
        request.workers = budget.workers();
    const auto prepared = PreparedComparison::open(study, request, engine, random, stop);
    if (!prepared)
        return ofComparison(prepared.error(), request.folder);
    budget.settle((*prepared)->workers().usual); // not what was chosen, which may be taken back
    const auto queue = (*prepared)->begin(events);
    if (!queue)
        return queue.error();
    if (const Status done = runJobs(**queue, budget, stop); !done)
        return ofComparison(done.error(), request.folder);
    StudyComparison results = (*prepared)->results();
    if (const Error* error = onlyFailures(results.results))
        return *error;
    return results;
}

} // namespace reweigh
