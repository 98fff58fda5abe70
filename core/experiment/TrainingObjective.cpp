// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/TrainingObjective.h"

#include "core/base/FileIo.h"
#include "core/base/MachineCores.h"
#include "core/base/Rng.h"
#include "core/experiment/RunFacts.h"
#include "core/experiment/VariantResult.h"
#include "core/runfiles/RunFolder.h"

#include <algorithm>

namespace reweigh {
namespace {

constexpr std::uint64_t jsonInteger = (std::uint64_t(1) << 53) - 1; // the largest integer that every JSON reader keeps exactly

/// Passes figures on to `inner`, reports validation accuracy to the study and asks its pruner.
class ReportingObserver : public RunObserver {
public:
    ReportingObserver(TrialHandle& trial, std::unique_ptr<RunObserver> inner)
        : m_trial(trial)
        , m_inner(std::move(inner))
    {
    }

    void started(const RunStarted& run) override
    {
        if (m_inner)
            m_inner->started(run);
    }

    void stepFinished(const StepFigures& step) override
    {
        if (m_inner)
            m_inner->stepFinished(step);
    }

    /// The program may have ended between an epoch's checkpoint and the pruner's decision, so the pruner is asked again. Where a later
    /// epoch than the checkpoint's was reported, that epoch is trained again and the pruner asked after it.
    Verdict resumed(const EpochFigures& last) override
    {
        const Verdict verdict = m_inner ? m_inner->resumed(last) : Verdict::Continue;
        return m_trial.lastStep() == last.epoch ? judged(verdict) : verdict;
    }

    Verdict epochFinished(const EpochFigures& epoch) override
    {
        const Verdict verdict = m_inner ? m_inner->epochFinished(epoch) : Verdict::Continue;
        status = m_trial.report(epoch.epoch, epoch.validation.accuracy);
        if (!status)
            return Verdict::Stop;
        return judged(verdict);
    }

    Status status; ///< of the last report

private:
    /// Verdict::Prune where the pruner says so, Verdict::Stop where it fails, else `verdict`.
    Verdict judged(Verdict verdict)
    {
        const Result<bool> prune = m_trial.shouldPrune();
        if (!prune) {
            status = prune.error();
            return Verdict::Stop;
        }
        return *prune ? Verdict::Prune : verdict;
    }

    TrialHandle& m_trial;
    std::unique_ptr<RunObserver> m_inner;
};

/// Whether an error makes the trial a failed one, which is not tried again. A lost device ends the search too, but the first trial to meet
/// it counts as failed: if the trial itself crashes the device and were resumed, no search could ever get past it. Those that ran beside it
/// stay as they are, to be continued.
bool isTrialsOwn(const Error& error)
{
    return error.code == ErrorCode::TrainingFailed || error.code == ErrorCode::OutOfMemory
           || (error.code == ErrorCode::DeviceLost && error.hint.empty());
}

/// Whether an error says that a trial was enqueued with values that cannot be trained.
bool isNoArchitecture(ErrorCode code)
{
    return code == ErrorCode::UnknownValue || code == ErrorCode::ValueOutOfRange;
}

TrialOutcome failed(Error error)
{
    return {.state = TrialState::Failed, .error = std::move(error)};
}

} // namespace

int trialThreads(const ExperimentConfig& config, int workers)
{
    if (config.training.threads > 0)
        return config.training.threads;
    const int cores = machineCores();
    const int share = std::max(1, cores / std::max(1, config.search.lag > 0 ? config.search.lag : workers));
    return share == cores ? 0 : share;
}

TrainingObjective::TrainingObjective(ExperimentConfig config, PreparedData data, std::shared_ptr<Engine> engine, StudyFolder studyFolder,
                                     std::stop_token stop, const StudyEvents& events, int workers)
    : m_config(std::move(config))
    , m_data(std::move(data))
    , m_engine(std::move(engine))
    , m_folder(std::move(studyFolder))
    , m_stop(std::move(stop))
    , m_events(events)
    , m_workers(workers)
{
}

int TrainingObjective::threads(const std::filesystem::path& runDir) const
{
    if (m_config.training.threads > 0)
        return m_config.training.threads;
    if (const std::optional<int> begun = begunThreads(runDir))
        return *begun;
    return trialThreads(m_config, m_workers);
}

std::uint64_t TrainingObjective::trainSeed(std::uint64_t base, std::int64_t number)
{
    return deriveSeed(base, std::uint64_t(number)) & jsonInteger;
}

Result<TrialOutcome> TrainingObjective::run(TrialHandle& trial)
{
    const Result<Proposal> proposal = suggestArchitecture(trial, m_config.search, m_config.training.metaNet.normalised);
    if (!proposal)
        return isNoArchitecture(proposal.error().code) ? Result<TrialOutcome>(failed(proposal.error())) : proposal.error();

    TrainJob job{.data = m_config.data,
                 .training = m_config.training,
                 .source = m_data.source,
                 .plan = m_data.plan,
                 .resume = true,
                 .renew = true,
                 .countedEpochs = m_config.search.objectiveEpochs};
    job.training.weighting = "mwnet";
    job.training.metaNet = proposal->metaNet;
    job.training.metaLr = proposal->metaLr;
    job.training.trainSeed = trainSeed(m_config.training.trainSeed, trial.number());

    // A trial that was interrupted in a later attempt continues with that attempt.
    int attempt = std::clamp(m_folder.lastAttempt(trial.number()), 1, m_config.search.retries + 1);

    if (trial.resumed()) {
        const double trained = RunFolder(m_folder.trialRun(trial.number(), attempt)).secondsTrained().value_or(0.0);
        if (Status status = trial.setContinued(trained); !status)
            return status.error();
    }

    for (;; ++attempt) {
        job.training.batchSize = batchOfAttempt(m_config.training.batchSize, attempt);
        job.runDir = m_folder.trialRun(trial.number(), attempt);
        job.training.threads = threads(job.runDir);
        if (Status status = makeFolder(job.runDir); !status)
            return status.error();
        ReportingObserver observer(trial, m_events.observerOf(RunKey::ofTrial(trial.number())));
        const Result<TrainResult> result = m_engine->train(job, observer, m_stop);
        if (!observer.status)
            return observer.status.error();
        if (result && (result->end == RunEnd::Interrupted || result->end == RunEnd::Stopped))
            return Error{ErrorCode::Interrupted, m_folder.folder().string(), {}, {}};
        if (result)
            return outcome(job, *result, trial.number(), attempt);
        const Error& error = result.error();
        if (error.code == ErrorCode::OutOfMemory && attempt <= m_config.search.retries)
            continue;
        if (isTrialsOwn(error))
            return failed(error);
        return error;
    }
}

TrialOutcome TrainingObjective::outcome(const TrainJob& job, const TrainResult& result, std::int64_t number, int attempt) const
{
    TrialFacts facts = runFacts(job, result, m_config.search.objectiveEpochs);
    facts.runDir = StudyFolder::trialRunName(number, attempt);
    facts.attempt = attempt;
    TrialOutcome outcome;
    outcome.userAttributes = toAttributes(facts);
    switch (result.end) {
    case RunEnd::Finished: {
        const auto metric = facts.metrics.find("validation.accuracy");
        if (metric != facts.metrics.end())
            outcome.value = metric->second.meanOfLast;
        break;
    }
    case RunEnd::Pruned: outcome.state = TrialState::Pruned; break;
    case RunEnd::NonFinite:
        outcome.state = TrialState::Failed;
        outcome.error = Error{ErrorCode::TrainingFailed, job.runDir.string(), lossNotFinite, {}};
        break;
    case RunEnd::Interrupted:
    case RunEnd::Stopped: break; // handled by run()
    }
    return outcome;
}

} // namespace reweigh
