// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Comparison.h"

#include <map>
#include <mutex>
#include <stop_token>
#include <variant>

namespace reweigh {

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
