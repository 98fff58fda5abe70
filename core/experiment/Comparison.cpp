// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Comparison.h"

#include "core/experiment/VariantTrainer.h"

#include <algorithm>
#include <iterator>
#include <mutex>

namespace reweigh {

/// Thread: any of the workers' threads may train and add a result.
class ComparisonJobs::Private {
public:
    Private(ComparisonPlan asked, std::shared_ptr<Engine> with, StudyEvents told)
        : plan(std::move(asked))
        , engine(std::move(with))
        , events(std::move(told))
        , trainer(plan, *engine, events)
    {
        for (std::size_t i = 0; i < plan.variants.size(); ++i) {
            list.push_back(emptyResult(plan.variants[i], plan.asked[i]));
            if (plan.onlyMissing)
                takeKnown(list.back(), plan.variants[i].config.data.leaveOut != plan.studyData.leaveOut);
        }
    }

    bool isOver(std::size_t variant, int seed) const
    {
        const VariantResult& result = list[variant];
        return result.run(seed) || std::ranges::find(result.failed, seed, &FailedRun::seed) != result.failed.end();
    }

    Status keep()
    {
        const std::lock_guard lock(mutex);
        return events.resultsKept ? events.resultsKept(list) : Status();
    }

    Status train(std::size_t variant, int seed, const std::stop_token& stop)
    {
        const Result<VariantTrainer::Outcome> outcome = trainer.bring(plan.variants[variant], seed, stop);
        return outcome ? take(variant, *outcome) : Status(outcome.error());
    }

    const ComparisonPlan plan;
    const std::shared_ptr<Engine> engine;
    const StudyEvents events;
    std::vector<VariantResult> list;

private:
    /// `ownList`: the variant leaves out images that the study does not. The list may have changed since, so that the trainer has to look
    /// at its runs; the study's own data are the same.
    void takeKnown(VariantResult& result, bool ownList) const
    {
        const auto known = std::ranges::find(plan.known, result.hash, &VariantResult::hash);
        if (known == plan.known.end())
            return;
        result.parameters = known->parameters;
        std::ranges::copy_if(known->runs, std::back_inserter(result.runs),
                             [&](const VariantRun& run) { return run.seed <= plan.seeds && !ownList; });
        std::ranges::copy_if(known->failed, std::back_inserter(result.failed),
                             [&](const FailedRun& run) { return run.seed <= plan.seeds && isDecided(run); });
    }

    Status take(std::size_t variant, const VariantTrainer::Outcome& outcome)
    {
        const std::lock_guard lock(mutex);
        VariantResult& result = list[variant];
        if (const auto* run = std::get_if<VariantRun>(&outcome.run)) {
            result.parameters = outcome.parameters;
            result.runs.push_back(*run);
            std::ranges::sort(result.runs, {}, &VariantRun::seed);
        } else {
            result.failed.push_back(std::get<FailedRun>(outcome.run));
            std::ranges::sort(result.failed, {}, &FailedRun::seed);
        }
        return events.resultsKept ? events.resultsKept(list) : Status();
    }

    VariantTrainer trainer;
    std::mutex mutex;
};

ComparisonJobs::ComparisonJobs(ComparisonPlan plan, std::shared_ptr<Engine> engine, StudyEvents events)
    : d(std::make_unique<Private>(std::move(plan), std::move(engine), std::move(events)))
{
}

ComparisonJobs::~ComparisonJobs() = default;

Result<std::unique_ptr<JobQueue>> ComparisonJobs::begin()
{
    if (const Status kept = d->keep(); !kept)
        return kept.error();
    std::vector<Job> jobs;
    for (int seed = 1; seed <= d->plan.seeds; ++seed)
        for (std::size_t i = 0; i < d->plan.variants.size(); ++i)
            if (!d->isOver(i, seed))
                jobs.push_back([this, i, seed](const std::stop_token& stop) { return d->train(i, seed, stop); });
    return std::unique_ptr<JobQueue>(std::make_unique<JobList>(d->plan.folder.string(), std::move(jobs)));
}

const std::vector<VariantResult>& ComparisonJobs::results() const
{
    return d->list;
}

} // namespace reweigh
