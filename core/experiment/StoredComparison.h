// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"
#include "core/experiment/SearchSession.h"

namespace reweigh {

/// The architecture and meta learning rate of the study's best trial.
/// Errors: StudyEmpty (no trial is complete), StudyCorrupt, those of StudyStorage::trials.
Result<Proposal> bestProposal(const StudyStorage& study);

/// What to compare in a study.
struct ComparisonRequest {
    ExperimentConfig config; ///< the study's configuration, in which device, threads and number of seeds may have changed
    std::vector<Variant> variants;
    PreparedData data;            ///< the study's data
    std::filesystem::path folder; ///< the study's folder
};

/// The results of a comparison.
struct StudyComparison {
    std::vector<VariantResult> results; ///< results of this comparison
    std::vector<VariantResult> stored;  ///< all results the study now stores, including those of earlier comparisons
};

/// Compares `request.variants` with the network that the study's search found. After every run the results, merged with those of earlier
/// comparisons, are stored as the study's attribute reweigh:variants, so that an interruption loses nothing. If a later search
/// finds a better trial, the next comparison trains the variants again under the same names; the older results stay, marked `earlier`.
/// chooseComparisonWorkers() chooses threads per training and trainings at once; a number of workers in `budget` takes precedence.
/// The variant "random" first runs a random search of as many trials as the study has finished, in random/ of its folder.
/// Errors: StudyEmpty, those of resolveVariants(), runComparison() and SearchSession; where every run failed, the error of the
/// first one.
Result<StudyComparison> compareInStudy(StudyStorage& study, const ComparisonRequest& request, const std::shared_ptr<Engine>& engine,
                                       SearchBudget& budget, const std::stop_token& stop, const StudyEvents& events = {});

/// Runs a random search of as many trials as the study has finished, on the same data and space and with the same pruner, and returns its
/// best proposal. It is a separate study in random/ of the study's folder; where one exists, it is continued. `told`, which may be
/// empty, is called before the first trial and after each one.
/// Errors: those of SearchSession, StudyEmpty.
Result<Proposal> searchAtRandom(const StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                SearchBudget& budget, const std::stop_token& stop,
                                const std::function<void(int finished, int trials)>& told);

/// Chooses the threads per training and the trainings at once for a comparison of `runs` runs. On a GPU one training runs at a time. On the
/// processor the threads are request.config.training.threads if set; else `stored`, the choice of the study's earlier comparison, if
/// not 0; else measureWorkers() decides between one thread each and one training on all cores. As many trainings run at once as
/// the cores then allow. Errors: those of measureWorkers.
Result<ComparisonWorkers> chooseComparisonWorkers(const ComparisonRequest& request, Engine& engine, int stored, int runs,
                                                  const std::stop_token& stop);

} // namespace reweigh
