// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/MetaNetSpec.h"
#include "core/study/StudyStorage.h"
#include "core/study/TrialError.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace reweigh {

/// The names of the attributes that this program adds to a study's and its trials' own. All are user attributes, which
/// Optuna's dashboard shows.
namespace attribute {
// Of a trial.
inline constexpr const char* architecture = "reweigh:architecture"; ///< MetaNetSpec, meta learning rate, parameter count
inline constexpr const char* metrics = "reweigh:metrics";           ///< name to MetricSummary
inline constexpr const char* seeds = "reweigh:seeds";               ///< {"data", "train"}
inline constexpr const char* training = "reweigh:training";         ///< training settings that were used, keys as flags
inline constexpr const char* device = "reweigh:device";             ///< {"name", "reason", "precision"}
inline constexpr const char* runDir = "reweigh:run_dir";            ///< artifacts, relative to the study's folder
inline constexpr const char* attempt = "reweigh:attempt";           ///< 1, or more after an out-of-memory retry
inline constexpr const char* error = trialErrorKey;                 ///< "reweigh:error": why a failed trial failed
// Of a study.
inline constexpr const char* config = "reweigh:config";           ///< the whole configuration
inline constexpr const char* fingerprint = "reweigh:fingerprint"; ///< {"code", "fingerprint"} of the data
inline constexpr const char* space = "reweigh:space";             ///< parameter name to distribution
inline constexpr const char* versions = "reweigh:versions";       ///< {"reweigh", "engine"}
inline constexpr const char* objective = "reweigh:objective";     ///< {"metric", "last_epochs", "direction"}
inline constexpr const char* variants = "reweigh:variants";       ///< compared variants and their runs; core/experiment defines its form
inline constexpr const char* arms = "reweigh:arms";               ///< the same in earlier versions; only read
} // namespace attribute

/// Whether an attribute is one of those that take nine tenths of a trial's size; SqlReading::largeAsText leaves them as text.
inline bool isLarge(const std::string& key)
{
    return key == attribute::metrics || key == attribute::training;
}

/// Summary of one metric over the epochs of a run. Epochs count from 1.
struct MetricSummary {
    int lastEpoch = 0;
    double last = 0.0;
    int bestEpoch = 0; ///< the first of equal ones; 0 if every value is NaN
    double best = 0.0;
    int meanEpochs = 0; ///< number of last epochs in meanOfLast
    double meanOfLast = 0.0;

    friend bool operator==(const MetricSummary&, const MetricSummary&) = default;
};

/// Summarises `values`, one per epoch, not empty. The mean is over the last `k` epochs (>= 1), or all if there are fewer.
MetricSummary summariseMetric(std::span<const double> values, int k, bool higherIsBetter);

/// The facts about one trial that this program stores in its attributes.
struct TrialFacts {
    MetaNetSpec architecture;
    double metaLr = 0.0;
    long parameters = 0; ///< of the MW-Net
    long classifierParameters = 0;
    /// "<split>.<metric>", for example "validation.accuracy", "test.balanced_accuracy", "train.loss",
    /// "detection.auroc".
    std::map<std::string, MetricSummary> metrics;
    std::uint64_t dataSeed = 0, trainSeed = 0;
    nlohmann::json training = nlohmann::json::object(); ///< training settings as in a config file
    std::string device;                                 ///< "cpu (2 threads)"
    std::string deviceReason;
    std::string precision; ///< "fp32"
    std::string runDir;    ///< relative to the study's folder
    int attempt = 1;

    friend bool operator==(const TrialFacts&, const TrialFacts&) = default;
};

/// The facts as user attributes of a trial.
Attributes toAttributes(const TrialFacts& facts);
/// The inverse. Errors: StudyCorrupt (where = trial number, detail = attribute and what is wrong).
Result<TrialFacts> trialFacts(const FrozenTrial& trial);

/// The facts about a study that this program stores in its attributes.
struct StudyFacts {
    nlohmann::json config = nlohmann::json::object();
    std::string fingerprintCode; ///< short code of the data recipe
    nlohmann::json fingerprint = nlohmann::json::object();
    std::map<std::string, Distribution> space;
    std::string program; ///< "0.1.0"
    std::string engine;  ///< "LibTorch 2.11.0"
    std::string metric = "validation.accuracy";
    int lastEpochs = 3; ///< number of last epochs over which the objective averages the metric
    Direction direction = Direction::Maximize;

    friend bool operator==(const StudyFacts&, const StudyFacts&) = default;
};

/// The facts as user attributes of a study.
Attributes toAttributes(const StudyFacts& facts);
/// The inverse. `file`: the study's file, for errors. Errors: StudyNotOurs (another program made the study), StudyCorrupt; where = `file`.
Result<StudyFacts> studyFacts(const StudyAttributes& attributes, const std::filesystem::path& file = {});

/// The names of a study's objectives, those of Optuna's Study.set_metric_names or else "objective 0", "objective 1". Two of one name, which
/// Optuna allows, are told apart: "loss (1)", "loss (2)".
std::vector<std::string> objectiveNames(const StudyAttributes& attributes, std::size_t count);

/// The summary as JSON: {"last": 0.81, "last_epoch": 6, "best": ..., "best_epoch": ..., "mean_of_last": ..., "mean_epochs": 3};
/// NaN becomes null. metricFromJson() throws nlohmann::json::exception if a member is missing or of another type.
nlohmann::json toJson(const MetricSummary& metric);
MetricSummary metricFromJson(const nlohmann::json& json);

/// A MetaNetSpec as JSON in studies and architecture files:
/// {"input": "stage3", "with_label": true, "hidden": [64, 16], "activation": "relu", "normalised": false, "standardised": true}. The
/// last member is written only where it is true; files of versions before have none.
nlohmann::json toJson(const MetaNetSpec& spec);
/// The inverse. Errors: UnknownValue, UnknownKey, ValueOutOfRange (where = key, or "architecture" if a member is missing or of
/// another type).
Result<MetaNetSpec> metaNetSpecFromJson(const nlohmann::json& json);

} // namespace reweigh
