// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/MetaNetSpec.h"
#include "core/study/StudyStorage.h"
#include "core/study/TrialError.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace reweigh {

/// Names under which our facts stand in a study, beside Optuna's own. All are user attributes (a
/// dashboard shows them) unless said.
namespace attribute {
// Of a trial.
inline constexpr const char* architecture = "reweigh:architecture"; ///< MetaNetSpec, meta learning rate, parameter count
inline constexpr const char* metrics = "reweigh:metrics";           ///< name to MetricSummary
inline constexpr const char* seeds = "reweigh:seeds";               ///< {"data", "train"}
inline constexpr const char* training = "reweigh:training";         ///< options as they were used, keys as flags
inline constexpr const char* device = "reweigh:device";             ///< {"name", "reason", "precision"}
inline constexpr const char* runDir = "reweigh:run_dir";            ///< artifacts, relative to the study's folder
inline constexpr const char* attempt = "reweigh:attempt";           ///< 1, or more after an out-of-memory retry
inline constexpr const char* error = trialErrorKey;                  ///< "reweigh:error": why a failed trial failed
// Of a study.
inline constexpr const char* config = "reweigh:config";       ///< the whole configuration
inline constexpr const char* fingerprint = "reweigh:fingerprint"; ///< {"code", "fingerprint"}: of the data
inline constexpr const char* space = "reweigh:space";         ///< parameter name to distribution
inline constexpr const char* versions = "reweigh:versions";   ///< {"reweigh", "engine"}
inline constexpr const char* objective = "reweigh:objective"; ///< {"metric", "last_epochs", "direction"}
inline constexpr const char* variants = "reweigh:variants";   ///< compared variants and their runs; shape is the experiment's
inline constexpr const char* arms = "reweigh:arms";           ///< the same as the versions before wrote it; only read
} // namespace attribute

/// The attributes of a trial that take nine tenths of its room, and that a reader may leave as text.
inline bool isLarge(const std::string& key)
{
    return key == attribute::metrics || key == attribute::training;
}

/// One metric over a run's epochs. Epochs count from 1.
struct MetricSummary {
    int lastEpoch = 0;
    double last = 0.0;
    int bestEpoch = 0; ///< the first of equals; 0 when every value is NaN
    double best = 0.0;
    int meanEpochs = 0;       ///< k: how many last epochs the mean is over
    double meanOfLast = 0.0;

    friend bool operator==(const MetricSummary&, const MetricSummary&) = default;
};

/// Summary of `values`, one an epoch. `k` is cut to the epochs there are. `values` is not empty.
MetricSummary summariseMetric(std::span<const double> values, int k, bool higherIsBetter);

/// Our facts about one trial.
struct TrialFacts {
    MetaNetSpec architecture;
    double metaLr = 0.0;
    long parameters = 0; ///< of the MW-Net
    long classifierParameters = 0;
    /// "<split>.<metric>", for example "validation.accuracy", "test.balanced_accuracy", "train.loss",
    /// "detection.auroc".
    std::map<std::string, MetricSummary> metrics;
    std::uint64_t dataSeed = 0, trainSeed = 0;
    nlohmann::json training = nlohmann::json::object(); ///< TrainOptions as written in a config
    std::string device;    ///< "cpu (2 threads)"
    std::string deviceReason;
    std::string precision; ///< "fp32"
    std::string runDir;    ///< relative to the study's folder
    int attempt = 1;

    friend bool operator==(const TrialFacts&, const TrialFacts&) = default;
};

/// What a trial's TrialUpdate::userAttributes carry.
Attributes toAttributes(const TrialFacts& facts);
/// Errors: StudyCorrupt (where = trial number, detail = attribute and what is wrong).
Result<TrialFacts> trialFacts(const FrozenTrial& trial);

/// Our facts about a study.
struct StudyFacts {
    nlohmann::json config = nlohmann::json::object();
    std::string fingerprintCode; ///< short code of the data recipe
    nlohmann::json fingerprint = nlohmann::json::object();
    std::map<std::string, Distribution> space;
    std::string program;   ///< "0.1.0"
    std::string engine;    ///< "LibTorch 2.11.0"
    std::string metric = "validation.accuracy";
    int lastEpochs = 3;    ///< the objective is the metric's mean over the last so many epochs
    Direction direction = Direction::Maximize;

    friend bool operator==(const StudyFacts&, const StudyFacts&) = default;
};

Attributes toAttributes(const StudyFacts& facts);
/// Errors: StudyCorrupt (where = attribute).
Result<StudyFacts> studyFacts(const StudyAttributes& attributes);

/// {"last": 0.81, "last_epoch": 6, "best": ..., "best_epoch": ..., "mean_of_last": ..., "mean_epochs": 3};
/// NaN is null. metricFromJson throws nlohmann::json::exception on another shape.
nlohmann::json toJson(const MetricSummary& metric);
MetricSummary metricFromJson(const nlohmann::json& json);

/// MetaNetSpec as studies and architecture files write it:
/// {"input": "stage3", "with_label": true, "hidden": [64, 16], "activation": "relu", "normalised": false}.
nlohmann::json toJson(const MetaNetSpec& spec);
/// Errors: UnknownValue, ValueOutOfRange, UnknownKey (where = key).
Result<MetaNetSpec> metaNetSpecFromJson(const nlohmann::json& json);

} // namespace reweigh
