// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/PairedTest.h"
#include "core/config/Variant.h"
#include "core/storage/TrialAttributes.h"

#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// One finished training of a variant.
struct VariantRun {
    int seed = 0; ///< from 1: which of the fresh seeds
    std::uint64_t dataSeed = 0, trainSeed = 0;
    std::string fingerprintCode;
    double seconds = 0.0;
    int batchSize = 0;  ///< smaller than asked for where a larger batch ran out of memory; 0: as asked for
    std::string runDir; ///< relative to the study's folder
    std::map<std::string, MetricSummary> metrics; ///< as runMetrics() names them
};

/// A training that came to no result.
struct FailedRun {
    int seed = 0;
    Error error;
};

/// What was compared, and what came of it.
struct VariantResult {
    Variant asked;
    std::string hash;        ///< ResolvedVariant::hash
    nlohmann::json settings; ///< keys of ConfigField whose values are not the study's
    bool weighted = false;   ///< samples get weights, by the network below
    MetaNetSpec metaNet;
    double metaLr = 0.0;
    long parameters = 0;     ///< of MW-Net; 0 until a run has ended
    bool earlier = false;    ///< made of what the search had found before: a better trial has taken its place
    std::vector<VariantRun> runs;  ///< ascending by seed
    std::vector<FailedRun> failed; ///< ascending by seed, none of which is in `runs`

    const std::string& name() const { return asked.name; }
    const VariantRun* run(int seed) const; ///< null if that seed has none
};

/// A result without a run yet.
VariantResult emptyResult(const ResolvedVariant& variant, const Variant& asked);

/// A metric over a variant's seeds: each run's mean over its last k epochs; what is not finite is left out.
SeedValues seedValues(const VariantResult& variant, const std::string& metric);
/// The same, in order of seed.
std::vector<double> valuesOf(const VariantResult& variant, const std::string& metric);

/// What a study keeps of its comparisons.
struct StoredVariants {
    int threads = 0; ///< of each training, so that a comparison that continues gives the same bits; 0: not decided yet
    std::vector<VariantResult> list; ///< in the order of every table; results that were overtaken last
};

/// Puts the results of a comparison among those that are kept: a variant is known by its hash, a run by its seed. Names of
/// variants that are others now belong to the newer result; the older one is `earlier`.
void mergeResults(std::vector<VariantResult>& kept, const std::vector<VariantResult>& newer);

/// Marks the results whose variant, made of `source` anew, would be another training: the search has found something better.
void markEarlier(std::vector<VariantResult>& kept, const VariantSource& source);

/// The results of the searched variant where the search has found something better since, which the next comparison will train; null
/// where they are of `best`, or there are none.
const VariantResult* overtakenBy(const std::vector<VariantResult>& results, const Proposal& best);

nlohmann::json toJson(const VariantResult& variant);
nlohmann::json toJson(const StoredVariants& stored);

/// The attribute reweigh:variants; where a study has it not, reweigh:arms of the versions before, whose hashes follow from the
/// study's configuration. Empty for a study without a comparison.
/// Errors: StudyCorrupt (where = the attribute).
Result<StoredVariants> storedVariants(const Attributes& studyAttributes);

} // namespace reweigh
