// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/WeightVerdict.h"
#include "core/base/Stats.h"
#include "core/experiment/VariantResult.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace reweigh {

/// What every table of a comparison states of a variant beside the difference that is judged: means over seeds, each seed's value being
/// the mean of its last k epochs. The command line, the report and the window take them from here.
struct VariantSummary {
    MeanInterval accuracy, balanced; ///< on test images
    MeanInterval few;                ///< recall of the classes with fewest training images, on test images
    MeanInterval auroc;              ///< of 1 - weight as a score for wrong labels; n = 0 without weights or without wrong labels
    WeightVerdict weights;           ///< over the seeds
};

VariantSummary summarise(const VariantResult& variant);

/// A list with an object for each variant that has a run, for reports: {"variant", "earlier", "accuracy", "balanced_accuracy", "few",
/// "auroc", "weights"}. A mean is {"mean", "half_width_95", "seeds"}; "weights" is {"effect" (nameOf), "auroc", "low_95", "high_95",
/// "runs"}. What is not finite is null.
nlohmann::json summariesJson(const std::vector<VariantResult>& variants);

nlohmann::json toJson(const WeightVerdict& verdict);

} // namespace reweigh
