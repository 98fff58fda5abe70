// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataPlan.h"
#include "core/experiment/Comparison.h"
#include "core/experiment/VariantResult.h"
#include "core/storage/StudyFolder.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <variant>

namespace reweigh {

/// Where the runs of one of a study's variants lie. Its folder is found by its hash, whatever it was called when it was made.
class VariantRuns {
public:
    VariantRuns(const std::filesystem::path& studyFolder, const std::string& name, const std::string& hash);

    /// The folder of a run, relative to the study's. `attempt` counts from 1: a further one follows when memory ran out.
    std::filesystem::path folder(int seed, int attempt) const;
    /// The newest attempt at a run that has a folder; at least 1.
    int newestAttempt(int seed) const;

private:
    StudyFolder m_study;
    std::string m_name; ///< of the variant's folder: name and hash
};

/// A finished training read from its folder, with the parameter count of its MW-Net.
struct ReadRun {
    VariantRun run;
    long parameters = 0;
};

/// Does the code that a run keeps stand for the data of `plan`? That of the versions before, of the labels alone, counts too: their runs
/// cannot be checked further.
bool isFingerprintOf(const std::string& code, const DataPlan& plan);

/// The run in `folder` if it is finished and was trained with `config` (which says the seeds) on `plan`; what decides no result
/// (device, threads) may be another's. `k`: last epochs that means are over. None for anything else: it is trained.
std::optional<ReadRun> readFinishedRun(const std::filesystem::path& study, const std::filesystem::path& folder, const ExperimentConfig& config,
                                       const DataPlan& plan, int seed);

/// Threads of the training that `folder` holds; 0 if there is none.
int recordedThreads(const std::filesystem::path& folder);


/// Brings single runs of a comparison to their end.
/// Thread: any; several runs may be trained at once.
class VariantTrainer {
public:
    /// All must outlive the trainer.
    VariantTrainer(const ComparisonPlan& plan, Engine& engine, const StudyEvents& events);

    struct Outcome {
        std::variant<VariantRun, FailedRun> run;
        long parameters = 0;
    };

    /// The run's result: known, read from its folder, or trained. Errors: what ends a comparison (runComparison()), Interrupted.
    Result<Outcome> bring(const ResolvedVariant& variant, int seed, const std::stop_token& stop);

private:
    Result<PreparedData> dataOf(const DataOptions& options);
    std::optional<Outcome> finished(const ResolvedVariant& variant, const TrainJob& job, int seed) const;
    Result<TrainResult> train(TrainJob& job, const ResolvedVariant& variant, int seed, const std::stop_token& stop);
    Result<Outcome> outcome(const TrainJob& job, const TrainResult& result, const ResolvedVariant& variant, int seed) const;

    const ComparisonPlan& m_plan;
    Engine& m_engine;
    const StudyEvents& m_events;

    std::mutex m_mutex;
    std::map<std::string, PreparedData> m_prepared; ///< by the settings of the data, seed included
};

} // namespace reweigh
