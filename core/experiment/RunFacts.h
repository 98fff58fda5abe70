// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/progress/EpochList.h"
#include "core/storage/TrialAttributes.h"

#include <map>
#include <string>

namespace reweigh {

/// Every metric of a run over its epochs, by name "<split>.<metric>": loss, accuracy, balanced_accuracy,
/// many, medium, few of train, meta, validation, test; detection.auroc, detection.auroc_few (among
/// the classes with fewest images), detection.average_precision.
/// Means are over the last `k` epochs. Empty for a run without an epoch.
std::map<std::string, MetricSummary> runMetrics(const EpochList& epochs, int k);

/// What a study keeps of a run that `job` described and `result` is the outcome of.
TrialFacts runFacts(const TrainJob& job, const TrainResult& result, int k);

} // namespace reweigh
