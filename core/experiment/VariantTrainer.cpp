// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/VariantTrainer.h"

#include "core/base/CaughtError.h"
#include "core/base/FileIo.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/RunFacts.h"
#include "core/experiment/VariantRuns.h"

#include <algorithm>

namespace reweigh {
namespace {

/// Failures that belong to one run: the others may do better.
bool isRunsOwn(ErrorCode code)
{
    return code == ErrorCode::TrainingFailed || code == ErrorCode::OutOfMemory || code == ErrorCode::CheckpointMismatch
        || code == ErrorCode::FileCorrupt;
}

VariantTrainer::Outcome failed(int seed, Error error)
{
    return {.run = FailedRun{seed, std::move(error)}};
}

} // namespace

VariantTrainer::VariantTrainer(const ComparisonPlan& plan, Engine& engine, const StudyEvents& events)
    : m_plan(plan)
    , m_engine(engine)
    , m_events(events)
{
}

/// A recipe carried out once for all variants that share it. A variant of another data set reads that one.
Result<PreparedData> VariantTrainer::dataOf(const DataOptions& options)
{
    ExperimentConfig config;
    config.data = options;
    const std::string key = settingsJson(config, FieldGroup::Data).dump();
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_prepared.find(key); known != m_prepared.end())
        return known->second;
    const DataOptions& study = m_plan.studyData;
    const bool sameSource = options.dataset == study.dataset && options.dataDir == study.dataDir && options.imageSize == study.imageSize;
    Result<PreparedData> made = sameSource ? prepareData(options, m_plan.data.source) : prepareData(options);
    if (made)
        m_prepared.emplace(key, *made);
    return made;
}

/// A result that is kept, or that a finished run's folder gives: of any attempt, or of the versions before.
std::optional<VariantTrainer::Outcome> VariantTrainer::finished(const ResolvedVariant& variant, const TrainJob& job, int seed) const
{
    const auto known = std::ranges::find(m_plan.known, variant.hash, &VariantResult::hash);
    if (known != m_plan.known.end())
        if (const VariantRun* run = known->run(seed); run && isFingerprintOf(run->fingerprintCode, *job.plan))
            return Outcome{*run, known->parameters};
    ExperimentConfig config = variant.config;
    config.data = job.data;
    config.training = job.training;
    const VariantRuns runs(m_plan.folder, variant.name, variant.hash);
    for (int attempt = runs.newestAttempt(seed); attempt >= 1; --attempt) {
        config.training.batchSize = std::max(2, job.training.batchSize >> (attempt - 1));
        auto read = readFinishedRun(m_plan.folder, runs.folder(seed, attempt), config, *job.plan, seed);
        if (!read)
            continue;
        read->run.batchSize = attempt > 1 ? config.training.batchSize : 0;
        return Outcome{read->run, read->parameters};
    }
    config.training.batchSize = job.training.batchSize;
    const std::filesystem::path before = StudyFolder::in(m_plan.folder).armRun(variant.name, seed).lexically_relative(m_plan.folder);
    if (const auto read = readFinishedRun(m_plan.folder, before, config, *job.plan, seed))
        return Outcome{read->run, read->parameters};
    return std::nullopt;
}

Result<TrainResult> VariantTrainer::train(TrainJob& job, const ResolvedVariant& variant, int seed, const std::stop_token& stop)
{
    if (const Status made = makeFolder(job.runDir); !made)
        return made.error();
    const int begun = recordedThreads(job.runDir);
    job.training.threads = begun > 0 ? begun : m_plan.threads;
    RunObserver silent;
    const auto observer = m_events.observerOf(RunKey::ofVariant(variant.name, variant.hash, seed));
    try {
        return m_engine.train(job, observer ? *observer : silent, stop);
    } catch (...) {
        return caughtError(job.runDir.string());
    }
}

Result<VariantTrainer::Outcome> VariantTrainer::outcome(const TrainJob& job, const TrainResult& result, const ResolvedVariant& variant, int seed) const
{
    if (result.end == RunEnd::Interrupted || result.end == RunEnd::Stopped)
        return Error{ErrorCode::Interrupted, m_plan.folder.string(), {}, {}};
    if (result.end == RunEnd::NonFinite || result.epochs.empty())
        return failed(seed, {ErrorCode::TrainingFailed, job.runDir.lexically_relative(m_plan.folder).generic_string(), "the loss is not finite", {}});
    const bool smaller = job.training.batchSize != variant.config.training.batchSize;
    return Outcome{VariantRun{.seed = seed, .dataSeed = job.data.seed, .trainSeed = job.training.trainSeed, .fingerprintCode = job.plan->fingerprintCode,
                              .seconds = result.epochs.back().secondsElapsed, .batchSize = smaller ? job.training.batchSize : 0,
                              .runDir = job.runDir.lexically_relative(m_plan.folder).generic_string(),
                              .metrics = runMetrics(result.epochs, variant.config.search.objectiveEpochs)},
                   result.run.metaParameters};
}

Result<VariantTrainer::Outcome> VariantTrainer::bring(const ResolvedVariant& variant, int seed, const std::stop_token& stop)
{
    TrainJob job{.data = variant.config.data, .training = variant.config.training, .resume = true};
    job.data.seed += std::uint64_t(seed);
    job.training.trainSeed += std::uint64_t(seed);
    const Result<PreparedData> data = dataOf(job.data);
    if (!data)
        return data.error();
    job.source = data->source;
    job.plan = data->plan;
    if (const auto known = finished(variant, job, seed))
        return *known;

    const int retries = variant.config.search.retries;
    const VariantRuns runs(m_plan.folder, variant.name, variant.hash);
    for (int attempt = std::min(runs.newestAttempt(seed), retries + 1);; ++attempt) {
        job.training.batchSize = std::max(2, variant.config.training.batchSize >> (attempt - 1));
        job.runDir = m_plan.folder / runs.folder(seed, attempt);
        const Result<TrainResult> result = train(job, variant, seed, stop);
        if (result)
            return outcome(job, *result, variant, seed);
        if (result.error().code == ErrorCode::OutOfMemory && attempt <= retries)
            continue;
        if (isRunsOwn(result.error().code))
            return failed(seed, result.error());
        return result.error();
    }
}

} // namespace reweigh
