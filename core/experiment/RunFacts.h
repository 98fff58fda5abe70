// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/face/Engine.h"
#include "core/progress/EpochList.h"
#include "core/storage/TrialAttributes.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace reweigh {

/// What the values of a metric are.
enum class MetricScale {
    Share,  ///< a share in [0, 1], shown in percent, differences in percentage points
    Index,  ///< in [0, 1], but shown as it is: AUROC, average precision, shares of a variance
    Number, ///< any number: losses, weights
    Count,  ///< a number of samples: evidence, not a result
};

/// What is known of a metric beside its values.
struct MetricKind {
    MetricScale scale = MetricScale::Number;
    bool higherIsBetter = true;
    bool ofWeights = false; ///< only runs whose samples have weights have it
    /// It is about the classes with many, a medium number of or few images. Each run takes these by its own observed counts, so that two
    /// runs are compared by it only where they are the same classes (comparableValues(), VariantResult.h).
    bool ofGroups = false;
};

/// Every metric that a run may have, by its name in runMetrics().
const std::map<std::string, MetricKind>& knownMetrics();

/// What is known of a metric; of one that no run has, the defaults of MetricKind.
MetricKind metricKind(const std::string& metric);

/// Whether a smaller value of the metric is the better one: losses, calibration errors, weights of wrong labels.
inline bool isLessBetter(const std::string& metric)
{
    return !metricKind(metric).higherIsBetter;
}

/// Whether the metric is a share, shown in percent.
inline bool isShare(const std::string& metric)
{
    return metricKind(metric).scale == MetricScale::Share;
}

/// Summarises every metric of a run over its epochs. Keys are "<split>.<metric>", with the splits train, meta, validation and test and the
/// metrics loss, accuracy, balanced_accuracy, many, medium and few; calibration_error, which train has not. Where samples have weights
/// there are also detection.auroc and detection.average_precision, and both within the classes with most, with a medium number of and with
/// fewest images: detection.auroc_many, _medium and _few, and so on; mean weights of right and of wrong labels in these classes,
/// weights.right_many to weights.wrong_few; what decides the weights (WeightShares), weights.share_wrongness, weights.share_size and
/// weights.share_interaction; and the rest of the evidence from which weightVerdict() and mechanismVerdict() are made (MechanismVerdict.h):
/// weights.spread, the numbers of wrong and right labels, weights.wrong and weights.right, and those in the classes with fewest images,
/// weights.wrong_count_few and weights.right_count_few.
/// Means are over the last `k` epochs. Empty for a run without an epoch.
std::map<std::string, MetricSummary> runMetrics(const EpochList& epochs, int k);

/// The facts that a study stores about a run: its settings from `job` and its outcome from `result`. `k`: as in runMetrics().
TrialFacts runFacts(const TrainJob& job, const TrainResult& result, int k);

/// The batch size of an attempt at a training, counted from 1: half as large after each one that ran out of memory, at least 2.
int batchOfAttempt(int batchSize, int attempt);

/// Reads run.json, the description of the training in `folder`. Null if there is none that is JSON.
nlohmann::json readRunJson(const std::filesystem::path& folder);

/// The number of threads with which the training with this description, or the one in `folder`, began; 0 if there is none.
int threadsOf(const nlohmann::json& run);
int recordedThreads(const std::filesystem::path& folder);
/// The same as a value of the setting `threads`: 0 where it is as many as machineCores(); none if there is no training in `folder`. An
/// interrupted run goes on with it, since its checkpoint is valid for no other number, also where the process may use other cores by now.
std::optional<int> begunThreads(const std::filesystem::path& folder);

} // namespace reweigh
