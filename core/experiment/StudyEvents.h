// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/Variant.h"
#include "core/experiment/RunKey.h"
#include "core/progress/RunObserver.h"
#include "core/study/Trial.h"

#include <functional>
#include <memory>
#include <vector>

namespace reweigh {

struct VariantResult;

/// How the trainings of a comparison are carried out, and the figures that say so.
struct ComparisonWorkers {
    int threads = 0; ///< of each training
    int workers = 1; ///< trainings at once
    std::string reason; ///< "2 trainings at once with 1 thread each: 412 steps/s together, 287 of one alone with 2 threads"
};

/// Where the news of a search or a comparison goes: the one way from the threads that train to whoever shows it. Any function may
/// be empty.
struct StudyEvents {
    /// Makes the observer of one training, or null. Called on that training's thread, as the observer is; several trainings may ask
    /// at the same time.
    std::function<std::unique_ptr<RunObserver>(const RunKey& run)> observe;
    /// A trial has ended and is stored. One call at a time.
    std::function<void(const FrozenTrial& trial)> trialFinished;

    /// Of a comparison, before its first training: what it is going to do.
    std::function<void(const ResolvedVariants& variants, const ComparisonWorkers& how)> comparisonBegins;
    /// Of a comparison: its results so far, stored already. Once before the first training and after each that ended; one call at a
    /// time. An error ends the comparison.
    std::function<Status(const std::vector<VariantResult>& results)> resultsKept;
    /// Of the random search that a comparison may begin with: as it begins, and after each of its trials.
    std::function<void(int finished, int trials)> randomSearch;

    std::unique_ptr<RunObserver> observerOf(const RunKey& run) const { return observe ? observe(run) : nullptr; }
};

} // namespace reweigh
