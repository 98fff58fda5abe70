// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"
#include "core/experiment/SearchSession.h"

namespace reweigh {

/// What the study's best trial proposed. Errors: StudyEmpty, those of StudyStorage::trials, StudyCorrupt.
Result<Proposal> bestProposal(const StudyStorage& study);

/// What is asked of a study's comparison.
struct ComparisonRequest {
    ExperimentConfig config; ///< the study's, with the few settings that may be others now (device, threads, seeds)
    std::vector<Variant> variants;
    PreparedData data;
    std::filesystem::path folder; ///< the study's
};

/// The results of a comparison.
struct StudyComparison {
    std::vector<VariantResult> results; ///< of this comparison
    std::vector<VariantResult> stored;  ///< all that the study now keeps, those of earlier comparisons too
};

/// Compares `request.variants` on what the study's search found, and keeps the results, merged with those of earlier comparisons, as
/// the study's reweigh:variants after every run: nothing is lost by being cut off. A study that is searched on later, until a
/// better trial, is compared anew under the same names, and the earlier results stay, marked so.
/// The threads of each training are config.training.threads, else those of the study's earlier comparison, else one where
/// measuring real steps says that a training on every core is faster. As many run at once as the cores then allow, unless the
/// budget says a number. The variant "random" first runs a random search of as many trials as the study has finished, in
/// random/ of its folder.
/// Errors: StudyEmpty, those of resolveVariants(), runComparison() and SearchSession; that of
/// the first run where every run failed.
Result<StudyComparison> compareInStudy(StudyStorage& study, const ComparisonRequest& request, const std::shared_ptr<Engine>& engine,
                                       SearchBudget& budget, const std::stop_token& stop, const StudyEvents& events = {});


/// What a random search finds with as many trials as the study has finished, on the same data, space and pruner: a study of its own
/// in random/ of the study's folder, which continues where it stood. `told` may be empty.
/// Errors: those of SearchSession, StudyEmpty.
Result<Proposal> searchAtRandom(const StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine, SearchBudget& budget,
                                    const std::stop_token& stop, const std::function<void(int finished, int trials)>& told);


/// Threads of each training and trainings at once, of a comparison of `runs` runs. `stored`: threads that an earlier comparison of
/// the study chose; 0: none. Errors: those of measureWorkers.
Result<ComparisonWorkers> chooseComparisonWorkers(const ComparisonRequest& request, Engine& engine, int stored, int runs, const std::stop_token& stop);

} // namespace reweigh
