// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/MechanismVerdict.h"
#include "core/base/Json.h"
#include "core/base/Stats.h"
#include "core/experiment/VariantResult.h"

#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// What every table of a comparison states of a variant beside the difference that is judged: means over seeds, each seed's value being
/// the mean of its last k epochs. The command line, the report and the window take them from here.
struct VariantSummary {
    MeanInterval accuracy, balanced; ///< on test images
    MeanInterval few;                ///< recall of the classes with fewest training images, on test images
    MeanInterval auroc;              ///< of 1 - weight as a score for wrong labels; n = 0 without weights or without wrong labels
    MeanInterval calibration;        ///< expected calibration error on test images; n = 0 in studies of earlier versions
    WeightVerdict weights;           ///< over the seeds
    MechanismVerdict mechanism;      ///< likewise
};

VariantSummary summarise(const VariantResult& variant);

/// What is known about the weights of a run by its metrics (runMetrics(), RunFacts.h), means of its last k epochs. `weighted`: whether
/// its samples have weights.
MechanismEvidence mechanismEvidence(const std::map<std::string, MetricSummary>& metrics, bool weighted);

/// A list with an object for each variant that has a run, for reports: {"variant", "earlier", "accuracy", "balanced_accuracy", "few",
/// "auroc", "calibration", "weights", "mechanism"}. A mean is {"mean", "half_width_95", "seeds"}; "weights" is {"effect" (nameOf), "auroc",
/// "low_95", "high_95", "runs"}; "mechanism" is {"effect" (nameOf), "auroc" and "right_weight" ({"many", "medium", "few"}), "few_low_95",
/// "few_high_95", "shares" ({"wrongness", "size", "interaction"})}. What is not finite is null.
nlohmann::json summariesJson(const std::vector<VariantResult>& variants);

/// {"mean", "half_width_95", "seeds"}; what is not finite is null.
nlohmann::json intervalJson(const MeanInterval& interval);

nlohmann::json toJson(const WeightVerdict& verdict);
nlohmann::json toJson(const MechanismVerdict& verdict);

} // namespace reweigh
