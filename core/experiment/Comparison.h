// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/experiment/PreparedData.h"
#include "core/experiment/SearchBudget.h"
#include "core/experiment/StudyEvents.h"
#include "core/experiment/VariantResult.h"

#include <memory>

namespace reweigh {

/// What to compare, and with what.
struct ComparisonPlan {
    std::vector<Variant> asked;             ///< one each of `variants`
    std::vector<ResolvedVariant> variants;
    int seeds = 1;                          ///< fresh seeds a variant
    int threads = 0;                        ///< of each training; 0: the device's own way
    DataOptions studyData;                  ///< what `data` was made with
    PreparedData data;                      ///< the study's
    std::filesystem::path folder;           ///< the study's
    std::vector<VariantResult> known;       ///< results that are kept already: their runs are not repeated
};

/// Trains every variant with `plan.seeds` fresh seeds, as many trainings at once as `budget` says. Fresh: run i of every variant takes
/// the study's data seed + i and training seed + i (i from 1), so its noise, meta set, validation set and initial weights are none
/// that the search has seen; the best of many trials is luckier than its architecture is good.
///
/// Runs that are finished, in `plan.known` or in their folder, are read and not repeated; one that was cut off continues with the
/// threads it began with. Out of memory is tried again with half the batch, search.retries times. A run that fails or
/// diverges is counted (VariantResult::failed), and the others go on; what would hit every run alike ends the comparison.
/// The results do not depend on how many trainings ran at once.
/// Errors: those of makeDataPlan, Engine::train and StudyEvents::resultsKept; Interrupted.
Result<std::vector<VariantResult>> runComparison(const ComparisonPlan& plan, Engine& engine, SearchBudget& budget, const std::stop_token& stop,
                                                 const StudyEvents& events = {});

} // namespace reweigh
