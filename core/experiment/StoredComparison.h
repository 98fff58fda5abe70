// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"
#include "core/experiment/SearchSession.h"

#include <memory>
#include <optional>

namespace reweigh {

/// The architecture and meta learning rate of the study's best trial.
/// Errors: StudyEmpty (no trial is complete), StudyCorrupt, those of StudyStorage::trials.
Result<Proposal> bestProposal(const StudyStorage& study);

/// What the study stores of its comparisons, which a new one must not write over where it cannot be read.
/// Errors: those of StudyStorage::attributes and storedVariants(), named after the study.
Result<StoredVariants> storedComparison(const StudyStorage& study);

/// What to compare in a study.
struct ComparisonRequest {
    ExperimentConfig config; ///< the study's configuration, in which device, threads and number of seeds may have changed
    std::vector<Variant> variants;
    PreparedData data;            ///< the study's data
    std::filesystem::path folder; ///< the study's folder
    bool onlyMissing = false;     ///< true: stored runs, diverged ones too, count as they are; false: all that failed are tried again
    int workers = 0;              ///< trainings at once; 0: as PreparedComparison::workers() chooses. compareInStudy takes the budget's
};

/// The results of a comparison.
struct StudyComparison {
    std::vector<VariantResult> results; ///< results of this comparison
    std::vector<VariantResult> stored;  ///< all results the study now stores, including those of earlier comparisons
};

/// A comparison of `request.variants` in a study, ready to run: the variants are made from what the search found, the results of earlier
/// comparisons read, the threads chosen. After every run the results, merged with those of earlier comparisons, are stored as the study's
/// attribute reweigh:variants, so that an interruption loses nothing. If a later search finds a better trial, the next comparison trains
/// the variants again under the same names; the older results stay, marked `earlier`.
class PreparedComparison {
public:
    /// `random`: what a random search found; none if there was none. `study` must outlive the object. Without a complete trial only
    /// variants that need none can be compared. Errors: StudyEmpty, those of resolveVariants(), checkOwnLists(), storedVariants() and
    /// measureWorkers().
    static Result<std::unique_ptr<PreparedComparison>> open(StudyStorage& study, const ComparisonRequest& request,
                                                            std::shared_ptr<Engine> engine, const std::optional<Proposal>& random,
                                                            const std::stop_token& stop);

    /// How the threads were chosen. On a GPU one training runs at a time. On the processor the threads are those of the request if it names
    /// a number; else what the study's earlier comparison had; else measureWorkers() decides between one thread each and one training on
    /// all cores. As many trainings run at once as the request says, else as the cores then allow.
    const ComparisonWorkers& workers() const { return m_workers; }

    /// Tells `events` what begins, stores the variants and returns the trainings as jobs (ComparisonJobs). This object must outlive the
    /// queue. Errors: those of StudyStorage and StudyEvents::resultsKept.
    Result<std::unique_ptr<JobQueue>> begin(const StudyEvents& events);

    /// The results. Only after begin() and while no job runs.
    StudyComparison results() const { return {m_jobs->results(), m_stored.list}; }

private:
    explicit PreparedComparison(StudyStorage& study)
        : m_study(study)
    {
    }

    StudyStorage& m_study;
    std::shared_ptr<Engine> m_engine;
    ComparisonPlan m_plan;
    ResolvedVariants m_resolved;
    StoredVariants m_stored; ///< all results of the study; the jobs change it, one at a time
    ComparisonWorkers m_workers;
    std::unique_ptr<ComparisonJobs> m_jobs;
};

/// Compares `asked.variants` in a study (PreparedComparison), as many trainings at once as `budget` says or, if it leaves the number
/// open, as PreparedComparison::workers().
/// The variant "random" first runs a random search of as many trials as the study has finished, in random/ of its folder.
/// Errors: those of PreparedComparison, ComparisonJobs and SearchSession, an interruption as one that the same command continues; where
/// every run failed, the error of the first one.
Result<StudyComparison> compareInStudy(StudyStorage& study, const ComparisonRequest& asked, const std::shared_ptr<Engine>& engine,
                                       SearchBudget& budget, const std::stop_token& stop, const StudyEvents& events = {});

/// The settings of the random search beside the study with these settings in `folder`: a study of its own in random/ there, on the same
/// data and space and with the same pruner.
ExperimentConfig randomSearchOf(const ExperimentConfig& study, const std::filesystem::path& folder);

} // namespace reweigh
