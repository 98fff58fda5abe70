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

/// How the trainings of a comparison are carried out, and the figures that say so.
struct ComparisonPace {
    int threads = 0; ///< of each training
    int workers = 1; ///< trainings at once
    std::string reason; ///< "2 trainings at once with 1 thread each: 412 steps/s together, 287 of one alone with 2 threads"
};

/// Told what a comparison is going to do, and of the random search that one of its variants may need. Any may be empty.
struct ComparisonTelling {
    ComparisonEvents events; ///< `keep` is called after the results are stored
    std::function<void(const ResolvedVariants& variants, const ComparisonPace& pace)> begins;
    std::function<void(int finished, int trials)> randomSearch; ///< as it begins, and after each of its trials
};

/// Compares `request.variants` on what the study's search found, and keeps the results, merged with those of earlier comparisons, as
/// the study's reweigh:variants after every run: nothing is lost by being cut off. A study that is searched on later, until a
/// better trial, is compared anew under the same names, and the earlier results stay, marked so.
/// The threads of each training are config.training.threads, else those of the study's earlier comparison, else one where
/// measuring real steps says that a training on every core is faster. As many run at once as the cores then allow, unless the
/// pace says a number. The variant "random" first runs a random search of as many trials as the study has finished, in
/// random/ of its folder.
/// Returns this comparison's results. Errors: StudyEmpty, those of resolveVariants(), runComparison() and SearchSession; that of
/// the first run where every run failed.
Result<std::vector<VariantResult>> compareInStudy(StudyStorage& study, const ComparisonRequest& request, std::shared_ptr<Engine> engine,
                                                  SearchPace& pace, std::stop_token stop, const ComparisonTelling& telling = {});

} // namespace reweigh
