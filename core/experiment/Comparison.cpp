// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Comparison.h"

#include "core/experiment/JobQueue.h"
#include "core/experiment/VariantTrainer.h"

#include <algorithm>
#include <mutex>

namespace reweigh {
namespace {

/// Collects the results of a comparison. Thread: any may add results; list() is for the time after.
class Results {
public:
    Results(const ComparisonPlan& plan, const StudyEvents& events)
        : m_events(events)
    {
        for (std::size_t i = 0; i < plan.variants.size(); ++i)
            m_list.push_back(emptyResult(plan.variants[i], plan.asked[i]));
    }

    Status keep()
    {
        const std::lock_guard lock(m_mutex);
        return m_events.resultsKept ? m_events.resultsKept(m_list) : Status();
    }

    Status take(std::size_t variant, const VariantTrainer::Outcome& outcome)
    {
        const std::lock_guard lock(m_mutex);
        VariantResult& result = m_list[variant];
        if (const auto* run = std::get_if<VariantRun>(&outcome.run)) {
            result.parameters = outcome.parameters;
            result.runs.push_back(*run);
            std::ranges::sort(result.runs, {}, &VariantRun::seed);
        } else {
            result.failed.push_back(std::get<FailedRun>(outcome.run));
            std::ranges::sort(result.failed, {}, &FailedRun::seed);
        }
        return m_events.resultsKept ? m_events.resultsKept(m_list) : Status();
    }

    const std::vector<VariantResult>& list() const { return m_list; }

private:
    const StudyEvents& m_events;
    std::mutex m_mutex;
    std::vector<VariantResult> m_list;
};

} // namespace

Result<std::vector<VariantResult>> runComparison(const ComparisonPlan& plan, Engine& engine, SearchBudget& budget,
                                                 const std::stop_token& stop, const StudyEvents& events)
{
    VariantTrainer trainer(plan, engine, events);
    Results results(plan, events);
    if (const Status kept = results.keep(); !kept)
        return kept.error();
    std::vector<Job> jobs; // seed by seed, so that early results can be compared in pairs
    for (int seed = 1; seed <= plan.seeds; ++seed)
        for (std::size_t i = 0; i < plan.variants.size(); ++i)
            jobs.push_back([&, i, seed](const std::stop_token& token) -> Status {
                const Result<VariantTrainer::Outcome> outcome = trainer.bring(plan.variants[i], seed, token);
                return outcome ? results.take(i, *outcome) : Status(outcome.error());
            });
    JobList queue(plan.folder.string(), std::move(jobs));
    if (const Status done = runJobs(queue, budget, stop); !done)
        return done.error().code == ErrorCode::Interrupted ? Error{ErrorCode::Interrupted, queue.name(), {}, {}} : done.error();
    return results.list();
}

} // namespace reweigh
