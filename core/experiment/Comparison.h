// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/experiment/JobQueue.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/StudyEvents.h"
#include "core/experiment/VariantResult.h"

#include <memory>

namespace reweigh {

/// The variants to compare, and the seeds, data and folder to compare them with.
struct ComparisonPlan {
    std::vector<Variant> asked; ///< as the user asked for them: asked[i] became variants[i]
    std::vector<ResolvedVariant> variants;
    int seeds = 1;                    ///< fresh seeds per variant
    int threads = 0;                  ///< per training; 0: the device chooses
    DataOptions studyData;            ///< the options that `data` was made with
    PreparedData data;                ///< the study's data
    std::filesystem::path folder;     ///< the study's folder
    std::vector<VariantResult> known; ///< stored results, whose runs are not repeated
    bool onlyMissing = false;         ///< true: what diverged in `known` counts as it is; false: all that failed is tried again
};

/// Trains every variant with `plan.seeds` fresh seeds: the trainings as jobs of a queue, and their results. Fresh: run i of every variant
/// takes the variant's data seed + i and training seed + i (i from 1), so the search has seen none of its noise, meta set, validation set
/// and initial weights. This matters because the best of many trials owes a part of its result to luck.
///
/// Runs that are finished, in `plan.known` or in their folder, are read and not repeated, unless they were on other data, as of a list of
/// images to leave out that has changed since; an interrupted run continues with the number of threads it began with, or begins anew where
/// both its checkpoints are damaged. A run out of memory is tried again with half the batch, search.retries times. A run that fails or
/// diverges is counted (VariantResult::failed), and the others continue; a failure that would hit every run alike ends the comparison.
/// The results do not depend on how many trainings ran at once.
/// Errors of a job: those of makeDataPlan, Engine::train and StudyEvents::resultsKept; Interrupted.
class ComparisonJobs {
public:
    /// Of `events`, observe and resultsKept are called.
    ComparisonJobs(ComparisonPlan plan, std::shared_ptr<Engine> engine, StudyEvents events);
    ~ComparisonJobs();

    /// Reports the results before the first training, then returns the jobs, seed by seed, so that early results can be compared in
    /// pairs. This object must outlive the queue. Errors: those of StudyEvents::resultsKept.
    Result<std::unique_ptr<JobQueue>> begin();

    /// The results, in the order of plan.variants. Only while no job runs.
    const std::vector<VariantResult>& results() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace reweigh
