// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/PairedTest.h"
#include "core/config/Variant.h"
#include "core/config/WeightSource.h"
#include "core/storage/TrialAttributes.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// One finished training of a variant.
struct VariantRun {
    int seed = 0; ///< number of the fresh seed, from 1
    std::uint64_t dataSeed = 0, trainSeed = 0;
    std::string fingerprintCode; ///< of the run's data (DataPlan)
    std::string classGroups;     ///< a digit per class, 0 many, 1 medium, 2 few (DataPlanInfo::sizeGroup); empty in earlier versions' runs
    double seconds = 0.0;
    int batchSize = 0;                            ///< the reduced batch size where the configured one ran out of memory; else 0
    std::string runDir;                           ///< relative to the study's folder
    std::map<std::string, MetricSummary> metrics; ///< keys as in runMetrics()
};

/// A training that failed.
struct FailedRun {
    int seed = 0;
    Error error;
};

/// The detail of the TrainingFailed of a training that diverged; studies store it.
inline constexpr const char* lossNotFinite = "the loss is not finite";

/// Whether a training that failed would fail again: it diverged. Memory, files and devices may be better at another time.
bool isDecided(const FailedRun& failure);

/// A variant and the results of its runs.
struct VariantResult {
    Variant asked;
    std::string hash;        ///< ResolvedVariant::hash
    nlohmann::json settings; ///< settings that differ from the study's, by key of ConfigField
    bool weighted = false;   ///< whether samples get weights
    std::string weighting;   ///< a key of weightingRows(); empty in results of earlier versions
    MetaNetSpec metaNet;     ///< the network of a weighting that has one
    double metaLr = 0.0;
    long parameters = 0;           ///< parameter count of that network; 0 until a run has ended
    bool earlier = false;          ///< true: made from an earlier best trial, or with other settings of the name since
    std::vector<VariantRun> runs;  ///< ascending by seed
    std::vector<FailedRun> failed; ///< ascending by seed; a seed is either here or in `runs`

    const std::string& name() const { return asked.name; }
    const VariantRun* run(int seed) const; ///< null if that seed has none
    /// How many seeds have been trained, whether that succeeded or failed.
    int ended() const { return int(runs.size() + failed.size()); }
};

/// The most seeds that a variant of the present comparison (VariantResult::earlier is false) has been trained with; 0 without one.
int mostSeeds(const std::vector<VariantResult>& variants);

/// A result without a run yet.
VariantResult emptyResult(const ResolvedVariant& variant, const Variant& asked);

/// Why no run of the variant `name` is kept although `stored` has some of that name: the keys of all settings in which the last of them
/// differ, in the order of the alphabet; empty where none does (another version of the program made them); nothing where there are none.
/// `hash`, `settings`: of the variant asked for now.
std::optional<std::vector<std::string>> settingsChanged(const std::vector<VariantResult>& stored, const std::string& name,
                                                        const std::string& hash, const nlohmann::json& settings);

/// The values of a metric by seed: each run's mean over its last k epochs. Runs without the metric or with a value that is not finite
/// are left out.
SeedValues seedValues(const VariantResult& variant, const std::string& metric);
/// The values of seedValues(), in order of seed.
std::vector<double> valuesOf(const VariantResult& variant, const std::string& metric);

/// The values of two variants, for pairBySeed().
struct ComparableValues {
    SeedValues first, second;
    int otherClasses = 0; ///< seeds of which both have a value that is left out
};

/// The values of a metric of both variants as seedValues(). If it is about classes of a size (MetricKind::ofGroups), seeds with which these
/// are not the same classes for both, as where a variant leaves images out, are left out. Of runs that do not say which they are nothing is.
ComparableValues comparableValues(const VariantResult& first, const VariantResult& second, const std::string& metric);

/// What a study stores of its comparisons.
struct StoredVariants {
    int threads = 0;                 ///< per training, so that a continued comparison gives the same bits; 0: not decided yet
    std::vector<VariantResult> list; ///< in the order of the tables; `earlier` results last
};

/// Merges the results `newer` of a comparison into the stored results `kept`. Variants are matched by hash, runs by seed. A stored
/// result that has the name of a newer one but another hash is marked `earlier`.
void mergeResults(std::vector<VariantResult>& kept, const std::vector<VariantResult>& newer);

/// Marks as `earlier` the results whose variant, resolved again with `source`, would be a different training: the search has found
/// a better network since.
void markEarlier(std::vector<VariantResult>& kept, const VariantSource& source);

/// The results of the variant "searched" if they are of another network than `best`, the one the search has found since; the next
/// comparison trains that one. Null if they are of `best`, or there are none.
const VariantResult* overtakenBy(const std::vector<VariantResult>& results, const Proposal& best);

/// The results of the variant that trained exactly this proposal with fresh seeds, all else as in the study; null if there are none.
const VariantResult* retrainedOf(const std::vector<VariantResult>& results, const Proposal& proposal);

/// Where the variant's weights come from. `ownLabels`: whether the study's data set holds a user's own labels; a variant may name another.
WeightSource weightSource(const VariantResult& variant, bool ownLabels);

nlohmann::json toJson(const VariantResult& variant);
nlohmann::json toJson(const StoredVariants& stored);

/// Reads the study attribute reweigh:variants; where there is none, the attribute reweigh:arms of earlier versions, whose variant hashes
/// are computed from the study's configuration. Empty for a study without a comparison.
/// Errors: ComparisonCorrupt (where = the attribute).
Result<StoredVariants> storedVariants(const Attributes& studyAttributes);

/// An error of storedVariants() as one of `study`, a path or a name, which its sentence names; the attribute stands before what is wrong.
Error inStudy(const Error& error, std::string study);

/// How many trainings are missing until every variant that a better trial has not replaced has `seeds` runs. One that failed is missing.
int missingRuns(const std::vector<VariantResult>& variants, int seeds);

/// Whether a comparison with `seeds` seeds has reached its end: every variant that a better trial has not replaced has so many runs,
/// finished or failed. False if there is no variant.
bool isCompared(const std::vector<VariantResult>& variants, int seeds);

} // namespace reweigh
