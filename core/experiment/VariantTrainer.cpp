// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/VariantTrainer.h"

#include "core/base/Error.h"
#include "core/base/FileIo.h"
#include "core/base/JsonText.h"
#include "core/base/PathText.h"
#include "core/config/ConfigJson.h"
#include "core/experiment/RunFacts.h"
#include "core/runfiles/RunFolder.h"

#include <algorithm>

namespace reweigh {
namespace {

/// The code of the data's fingerprint in the description `run` (run.json) of a run; empty if it has none.
std::string codeOf(const nlohmann::json& run)
{
    const nlohmann::json& fingerprint = renamedMember(run, "fingerprint", "stamp");
    return fingerprint.contains("code") && fingerprint.at("code").is_string() ? fingerprint.at("code").get<std::string>() : std::string();
}

/// Whether the fingerprint code of a run is that of `plan`. The code of earlier versions, which covers the labels only, counts too: their
/// runs cannot be checked further.
bool isFingerprintOf(const std::string& code, const DataPlan& plan)
{
    return code == plan.fingerprintCode || code == plan.labelsCode;
}

/// VariantRun::classGroups of a run on this plan.
std::string classGroupsOf(const DataPlan& plan)
{
    std::string groups;
    for (const int group : describe(plan).sizeGroup)
        groups += char('0' + group);
    return groups;
}

/// The number of parameters of MW-Net that the description `run` names; none where it is damaged. Other weightings have 0, and a run of an
/// earlier version may not name it.
std::optional<long> metaParametersOf(const nlohmann::json& run)
{
    const auto found = run.find("meta_parameters");
    if (found == run.end())
        return 0L;
    const std::optional<long> count = wholeFromJson<long>(*found);
    return count && *count >= 0 ? count : std::nullopt;
}

/// Whether the run with the description `run` was trained with these settings on this plan.
bool isOf(const nlohmann::json& run, const ExperimentConfig& config, const DataPlan& plan)
{
    ExperimentConfig theirs;
    if (!run.is_object() || !run.contains("config") || !run.at("config").is_object() || !applyStored(theirs, run.at("config")))
        return false; // a run of an earlier version may not name what is today another default
    return decidingSettings(theirs) == decidingSettings(config) && isFingerprintOf(codeOf(run), plan);
}

/// Reads the run in `folder` (relative to the study's folder `study`) if it is finished and was trained with `config`, seeds included, on
/// the data of `plan`. Settings that decide no result (device, threads) may differ. std::nullopt otherwise, also where a file of it is
/// damaged: the run is trained again then. `batchSize`: VariantRun's.
std::optional<VariantTrainer::Outcome> readFinishedRun(const std::filesystem::path& study, const std::filesystem::path& folder,
                                                       const ExperimentConfig& config, const DataPlan& plan, int seed, int batchSize = 0)
{
    const nlohmann::json run = readRunJson(study / folder);
    if (!isOf(run, config, plan))
        return std::nullopt;
    const RunFolder files(study / folder);
    const auto epochs = files.readEpochs();
    if (!epochs || epochs->empty() || epochs->back().epoch != config.training.epochs || files.goesOn(config.training.epochs))
        return std::nullopt;
    const std::optional<long> metaParameters = metaParametersOf(run);
    if (!metaParameters)
        return std::nullopt;
    return VariantTrainer::Outcome{VariantRun{.seed = seed,
                                              .dataSeed = config.data.seed,
                                              .trainSeed = config.training.trainSeed,
                                              .fingerprintCode = plan.fingerprintCode,
                                              .classGroups = classGroupsOf(plan),
                                              .seconds = epochs->back().secondsElapsed,
                                              .batchSize = batchSize,
                                              .runDir = folder.generic_string(),
                                              .metrics = runMetrics(*epochs, config.search.objectiveEpochs)},
                                   *metaParameters};
}

/// Whether an error concerns one run only, so that the other runs may succeed.
bool isRunsOwn(ErrorCode code)
{
    return code == ErrorCode::TrainingFailed || code == ErrorCode::OutOfMemory || code == ErrorCode::CheckpointMismatch
           || code == ErrorCode::FileCorrupt || code == ErrorCode::FileTruncated;
}

VariantTrainer::Outcome failed(int seed, Error error)
{
    return {.run = FailedRun{seed, std::move(error)}};
}

} // namespace

VariantRuns::VariantRuns(const std::filesystem::path& studyFolder, const std::string& name, const std::string& hash)
    : m_study(StudyFolder::in(studyFolder))
    , m_name(name + "-" + hash)
{
    if (isFolder(m_study.variants() / m_name))
        return;
    std::error_code code;
    for (std::filesystem::directory_iterator at(m_study.variants(), code), end; !code && at != end; at.increment(code))
        if (const std::string other = at->path().filename().string(); other.ends_with("-" + hash))
            m_name = other;
}

std::filesystem::path VariantRuns::folder(int seed, int attempt) const
{
    return m_study.variantRun(m_name, seed, attempt).lexically_relative(m_study.folder());
}

int VariantRuns::newestAttempt(int seed) const
{
    int attempt = 1;
    while (isFolder(m_study.variantRun(m_name, seed, attempt + 1)))
        ++attempt;
    return attempt;
}

VariantTrainer::VariantTrainer(const ComparisonPlan& plan, Engine& engine, const StudyEvents& events)
    : m_plan(plan)
    , m_engine(engine)
    , m_events(events)
    , m_sources{{plan.studyData, plan.data.source}}
{
}

/// Carries out each recipe once for all variants that share it. A data set other than the study's is read for the first run that wants it; a
/// file of labels other than the study's for each recipe. The study's own is read once, so that every seed has the same labels even if
/// somebody writes the file meanwhile.
Result<PreparedData> VariantTrainer::dataOf(const DataOptions& options)
{
    ExperimentConfig config;
    config.data = options;
    const std::string key = settingsJson(config, FieldGroup::Data).dump();
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_prepared.find(key); known != m_prepared.end())
        return known->second;
    const auto read = std::ranges::find_if(m_sources, [&](const auto& source) { return sameSource(source.first, options); });
    const DataOptions& study = m_plan.studyData;
    const bool sameLabels = read == m_sources.begin() && options.labelFile == study.labelFile && options.labelColumn == study.labelColumn
                            && options.trueLabelColumn == study.trueLabelColumn;
    Result<PreparedData> made =
        read != m_sources.end() ? prepareData(options, read->second, sameLabels ? m_plan.data.labels : nullptr) : prepareData(options);
    if (made && read == m_sources.end())
        m_sources.emplace_back(options, made->source);
    if (made)
        m_prepared.emplace(key, *made);
    return made;
}

/// The result of a finished run: a stored one, or one read from the folder of any attempt or from that of an earlier version's run. What
/// an earlier version stored of a run with weights lacks their spread, so its folder is read again while it is there.
std::optional<VariantTrainer::Outcome> VariantTrainer::finished(const ResolvedVariant& variant, const TrainJob& job, int seed) const
{
    std::optional<Outcome> stored;
    const auto known = std::ranges::find(m_plan.known, variant.hash, &VariantResult::hash);
    if (known != m_plan.known.end())
        if (const VariantRun* run = known->run(seed); run && isFingerprintOf(run->fingerprintCode, *job.plan)) {
            stored = Outcome{*run, known->parameters};
            if (!known->weighted || run->metrics.contains("weights.spread"))
                return stored;
        }
    ExperimentConfig config = variant.config;
    config.data = job.data;
    config.training = job.training;
    const VariantRuns runs(m_plan.folder, variant.name, variant.hash);
    for (int attempt = runs.newestAttempt(seed); attempt >= 1; --attempt) {
        config.training.batchSize = batchOfAttempt(job.training.batchSize, attempt);
        const int reduced = attempt > 1 ? config.training.batchSize : 0;
        if (auto read = readFinishedRun(m_plan.folder, runs.folder(seed, attempt), config, *job.plan, seed, reduced))
            return read;
    }
    config.training.batchSize = job.training.batchSize;
    const std::filesystem::path before = StudyFolder::in(m_plan.folder).armRun(variant.name, seed).lexically_relative(m_plan.folder);
    if (auto read = readFinishedRun(m_plan.folder, before, config, *job.plan, seed))
        return read;
    return stored;
}

/// Gives the folders of a run on other data another name, as after a change of a list of images to leave out: their checkpoints are of no
/// use now. Those on these data that were set aside so before are taken back.
Status VariantTrainer::setOthersAside(const VariantRuns& runs, int seed, const DataPlan& plan) const
{
    for (int attempt = runs.newestAttempt(seed); attempt >= 1; --attempt) {
        const std::filesystem::path folder = m_plan.folder / runs.folder(seed, attempt);
        const auto aside = [&folder](const std::string& data) { return std::filesystem::path(folder.native() + "-of-" + data); };
        const std::string code = codeOf(readRunJson(folder));
        std::error_code failure;
        if (!code.empty() && !isFingerprintOf(code, plan)) {
            std::filesystem::remove_all(aside(code), failure); // the same run, of a call that was killed here
            std::filesystem::rename(folder, aside(code), failure);
        }
        if (!failure && !isFolder(folder) && isFolder(aside(plan.fingerprintCode)))
            std::filesystem::rename(aside(plan.fingerprintCode), folder, failure);
        if (failure)
            return Error{ErrorCode::FileUnwritable, folder.string(), failure.message(), {}};
    }
    return {};
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

Result<VariantTrainer::Outcome> VariantTrainer::outcome(const TrainJob& job, const TrainResult& result, const ResolvedVariant& variant,
                                                        int seed) const
{
    if (result.end == RunEnd::Interrupted || result.end == RunEnd::Stopped)
        return Error{ErrorCode::Interrupted, m_plan.folder.string(), {}, {}};
    if (result.end == RunEnd::NonFinite || result.epochs.empty())
        return failed(seed, {ErrorCode::TrainingFailed, job.runDir.lexically_relative(m_plan.folder).generic_string(), lossNotFinite, {}});
    const bool smaller = job.training.batchSize != variant.config.training.batchSize;
    return Outcome{VariantRun{.seed = seed,
                              .dataSeed = job.data.seed,
                              .trainSeed = job.training.trainSeed,
                              .fingerprintCode = job.plan->fingerprintCode,
                              .classGroups = classGroupsOf(*job.plan),
                              .seconds = result.epochs.back().secondsElapsed,
                              .batchSize = smaller ? job.training.batchSize : 0,
                              .runDir = job.runDir.lexically_relative(m_plan.folder).generic_string(),
                              .metrics = runMetrics(result.epochs, variant.config.search.objectiveEpochs)},
                   result.run.metaParameters};
}

Result<VariantTrainer::Outcome> VariantTrainer::bring(const ResolvedVariant& variant, int seed, const std::stop_token& stop)
{
    TrainJob job{.data = variant.config.data,
                 .training = variant.config.training,
                 .resume = true,
                 .renew = true,
                 .countedEpochs = variant.config.search.objectiveEpochs};
    job.data.seed += std::uint64_t(seed);
    job.training.trainSeed += std::uint64_t(seed);
    const Result<PreparedData> data = dataOf(job.data);
    if (!data)
        return data.error();
    job.source = data->source;
    job.plan = data->plan;
    const VariantRuns runs(m_plan.folder, variant.name, variant.hash);
    if (const Status placed = setOthersAside(runs, seed, *job.plan); !placed)
        return placed.error();
    if (const auto known = finished(variant, job, seed))
        return *known;

    const int retries = variant.config.search.retries;
    for (int attempt = std::min(runs.newestAttempt(seed), retries + 1);; ++attempt) {
        job.training.batchSize = batchOfAttempt(variant.config.training.batchSize, attempt);
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
