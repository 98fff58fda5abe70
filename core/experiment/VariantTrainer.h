// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataPlan.h"
#include "core/experiment/Comparison.h"
#include "core/experiment/VariantResult.h"
#include "core/storage/StudyFolder.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <variant>
#include <vector>

namespace reweigh {

/// Finds the run folders of one of a study's variants. A variant that has been renamed keeps its folder, which is found by the hash.
class VariantRuns {
public:
    VariantRuns(const std::filesystem::path& studyFolder, const std::string& name, const std::string& hash);

    /// The folder of a run, relative to the study's folder. `attempt` counts from 1: the next one follows where memory ran out.
    std::filesystem::path folder(int seed, int attempt) const;
    /// The number of the newest attempt that has a folder; 1 if none has.
    int newestAttempt(int seed) const;

private:
    StudyFolder m_study;
    std::string m_name; ///< of the variant's folder: name and hash
};

/// Trains single runs of a comparison.
/// Thread: any; several runs may be trained at once.
class VariantTrainer {
public:
    /// The arguments must outlive the trainer.
    VariantTrainer(const ComparisonPlan& plan, Engine& engine, const StudyEvents& events);

    struct Outcome {
        std::variant<VariantRun, FailedRun> run;
        long parameters = 0; ///< of the MW-Net
    };

    /// Returns the result of a run: a stored one, one read from a finished run's folder, or that of a new training. A run on other data, as
    /// of a list of images to leave out that has changed since, is none of these: its folder is given another name.
    /// Errors: those that end a comparison (ComparisonJobs), Interrupted, FileUnwritable.
    Result<Outcome> bring(const ResolvedVariant& variant, int seed, const std::stop_token& stop);

private:
    Result<PreparedData> dataOf(const DataOptions& options);
    Status setOthersAside(const VariantRuns& runs, int seed, const DataPlan& plan) const;
    std::optional<Outcome> finished(const ResolvedVariant& variant, const TrainJob& job, int seed) const;
    Result<TrainResult> train(TrainJob& job, const ResolvedVariant& variant, int seed, const std::stop_token& stop);
    Result<Outcome> outcome(const TrainJob& job, const TrainResult& result, const ResolvedVariant& variant, int seed) const;

    const ComparisonPlan& m_plan;
    Engine& m_engine;
    const StudyEvents& m_events;

    std::mutex m_mutex;                                                               ///< of the next two
    std::vector<std::pair<DataOptions, std::shared_ptr<const DataSource>>> m_sources; ///< data sets that were read, the study's first
    std::map<std::string, PreparedData> m_prepared;                                   ///< key: the data settings as JSON, seed included
};

} // namespace reweigh
