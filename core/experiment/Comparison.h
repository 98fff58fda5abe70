// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Engine.h"
#include "core/experiment/ArchitectureSpace.h"
#include "core/experiment/PreparedData.h"
#include "core/storage/TrialAttributes.h"

#include <functional>
#include <string>
#include <vector>

namespace reweigh {

/// What is compared: the claim's arms (method.md section 5).
enum class ArmKind {
    Searched,      ///< the best trial's architecture, retrained
    Fixed,         ///< 1-100-1 fed by the loss (Shu et al. 2019)
    FixedSearched, ///< 1-100-1 fed by the searched input
    Largest,       ///< the largest network of the space, fed by the loss
    CrossEntropy,  ///< no weights
};

std::string armName(ArmKind kind); ///< "searched", "fixed", "fixed-searched-input", "largest", "ce"
const std::vector<std::string>& armNames();
/// Errors: UnknownValue (with the nearest).
Result<ArmKind> armFromName(const std::string& name);

/// One training of an arm.
struct ArmRun {
    std::uint64_t dataSeed = 0, trainSeed = 0;
    std::string stampCode;
    double seconds = 0.0;
    std::map<std::string, MetricSummary> metrics; ///< as runMetrics() names them
};

struct ArmResult {
    ArmKind kind = ArmKind::CrossEntropy;
    Proposal proposal;    ///< unused by CrossEntropy
    long parameters = 0;  ///< of MW-Net
    std::vector<ArmRun> runs; ///< one a seed, the same seeds in every arm
};

nlohmann::json toJson(const std::vector<ArmResult>& arms);
/// Errors: StudyCorrupt (where = "reweigh:arms").
Result<std::vector<ArmResult>> armsFromJson(const nlohmann::json& json);

/// Told of one run's training; null observers are allowed.
using ArmObserverMaker = std::function<std::unique_ptr<RunObserver>(ArmKind, int seed)>;

/// Where an arm's run lies within the comparison's folder: "fixed/seed-1".
std::filesystem::path armFolder(ArmKind kind, int seed);

/// Trains every arm of `kinds` with `config.search.armSeeds` fresh seeds. Fresh: run i of every arm takes
/// data seed + i and train seed + i (i from 1), so its noise, meta set, validation set and initial
/// weights are none the search has seen; the best of many trials is luckier than its architecture is good.
/// Runs that are finished in `folder` are read, not repeated; one that was cut off goes on.
/// Errors: those of makeDataPlan and Engine::train; Interrupted.
Result<std::vector<ArmResult>> runComparison(const ExperimentConfig& config, const PreparedData& data, Engine& engine,
                                             const Proposal& best, const std::vector<ArmKind>& kinds,
                                             const std::filesystem::path& folder, std::stop_token stop,
                                             const ArmObserverMaker& observe = {});

} // namespace reweigh
