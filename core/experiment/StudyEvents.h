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

/// How many trainings of a comparison run at once, and why.
struct ComparisonWorkers {
    int threads = 0;    ///< per training; 0: the device chooses
    int workers = 1;    ///< trainings at once
    int usual = 1;      ///< as many as run at once where nobody has chosen a number
    std::string reason; ///< why, for the user; with the measured steps per second where they decided
};

/// Callbacks that report the progress of a search or a comparison, from the threads that train. Any function may be empty.
struct StudyEvents {
    /// Makes the observer of one training, or null. Called on that training's thread, as are the observer's functions; several
    /// trainings may call it at the same time.
    std::function<std::unique_ptr<RunObserver>(const RunKey& run)> observe;
    /// Called when a trial has ended and is stored; one call at a time.
    std::function<void(const FrozenTrial& trial)> trialFinished;

    /// Called before the first training of a comparison, with what it is going to do.
    std::function<void(const ResolvedVariants& variants, const ComparisonWorkers& how)> comparisonBegins;
    /// Called with a comparison's results so far, which are stored already: before its first training and after each training; one
    /// call at a time. An error ends the comparison.
    std::function<Status(const std::vector<VariantResult>& results)> resultsKept;
    /// Called when the random search of the variant "random" begins, and after each of its trials.
    std::function<void(int finished, int trials)> randomSearch;

    /// The observer that `observe` makes; null where `observe` is empty.
    std::unique_ptr<RunObserver> observerOf(const RunKey& run) const { return observe ? observe(run) : nullptr; }
};

} // namespace reweigh
