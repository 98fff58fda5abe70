// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Json.h"
#include "core/plan/PlanState.h"

namespace reweigh {

/// Everything that is known of a plan as JSON, for `reweigh run --json` and reports. A MEAN is {"mean", "half_width_95", "seeds"}; what is
/// not finite is null. The members:
///
///   "plan", "done", "missing_trials", "missing_runs", "variants" (names)
///   "cells"       list of {"name", "settings", "hash", "fingerprint" (null until it has begun), "labels_unknown" (whether the file of its
///                 labels is not there, so that they cannot be checked), "meta_labels", "validation_labels" and "test_labels" (what the
///                 figures stand on, as in DataChanges.h), "seeds", "begun", "failure" (null, or {"code", "detail"} of why its study
///                 cannot be used), "missing_trials", "missing_runs", "search", "random_search", "variants", "verdicts" (as of a study:
///                 ComparisonTable.h), "chosen"}
///                 "search": {"trials", "trials_beyond" (those that the plan did not ask for), "best" (number of the trial),
///                 "best_value", "architecture", "meta_lr"}, null but for the numbers of trials while there is no best
///                 "variants": list of {"name", "same_as", "resolved", "impossible" (no trial of its search succeeded), "hash", "runs",
///                 "missing", "failed" (list of {"seed", "code", "detail"}), "few_seeds", "weights" and "mechanism" (VariantSummary.h),
///                 "figures"}; "figures" has each metric of planMetrics() that a run has: {"last_epochs": MEAN, "last": MEAN, "best": MEAN}
///                 "chosen": list of {"variant", "chosen_validation_accuracy", "trials", "fresh_validation_accuracy": MEAN,
///                 "test_accuracy": MEAN}
///   "hypotheses"  list of {"name", "statement", "claim" (nameOf), "first", "second", "metric", "bound", "cells" (names), "runs_needed",
///                 "runs_had", "runs_failed", "cells_without_value", "cells_with_other_classes" (HypothesisRow), "estimate_of" (differenceName),
///                 "estimate": MEAN, "p", "p_holm", "status" (nameOf), "by_cell": list of MEAN}
///   "phase_maps"  list of {"first", "second", "metric", "x", "y" (each {"key", "values"}), "cells" (rows of MEAN with "cell",
///                 "same_training" and "verdict"), "next_cell"}: test accuracy of the first variant against each other one over the first
///                 two of planAxes(), other axes at their first values; empty if there are fewer than two
///   "transfer"    {"cells", "found_in_trained_in" (rows of MEAN with "same_training" and "verdict")}; null without transfers
///   "strangers"   folders of cells that the plan has no more
nlohmann::json planReport(const PlanState& state);

} // namespace reweigh
