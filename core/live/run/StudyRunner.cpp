// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/run/StudyRunner.h"

#include "core/base/Error.h"
#include "core/base/PathText.h"
#include "core/data/recipe/MetaSet.h"
#include "core/experiment/SearchCheck.h"
#include "core/experiment/SearchSession.h"
#include "core/experiment/StoredComparison.h"
#include "core/storage/SqlStorage.h"

#include <QMetaType>

#include <algorithm>
#include <thread>
#include <utility>

namespace reweigh {
namespace {

Status search(const StudyJob& job, const PreparedData& data, const std::shared_ptr<Engine>& engine, const JobEvents& events,
              SearchBudget& budget, const std::stop_token& stop)
{
    const auto session = SearchSession::open(job.config, data, true, engine->versions().library, job.studyName);
    if (!session)
        return session.error();
    events.opened(StudyFolder::of(job.config).file());
    return (*session)->run(engine, events.study, stop, budget);
}

Status compare(const StudyJob& job, const PreparedData& data, const std::shared_ptr<Engine>& engine, const JobEvents& events,
               SearchBudget& budget, const std::stop_token& stop)
{
    const std::filesystem::path file = StudyFolder::of(job.config).file();
    const auto study = SqlStorage::open(file, StorageMode::Write, job.studyName);
    if (!study)
        return study.error();
    const Result<StudyAttributes> attributes = (*study)->attributes();
    if (!attributes)
        return attributes.error();
    const Result<StudyFacts> facts = studyFacts(*attributes, file);
    if (!facts)
        return facts.error();
    if (const Status same = checkSameData(*facts, *data.plan, file); !same)
        return same;
    events.opened(file);
    const auto results =
        compareInStudy(**study, {.config = job.config, .variants = job.variants, .data = data, .folder = file.parent_path()}, engine,
                       budget, stop, events.study);
    return results ? Status() : Status(results.error());
}

Status prepareAndRun(StudyJob& job, const EngineOpener& openEngine, const JobEvents& events, SearchBudget& budget,
                     const std::stop_token& stop)
{
    ExperimentConfig& config = job.config;
    const Result<PreparedData> data = prepareData(config.data);
    if (!data)
        return data.error();
    events.prepared(*data);
    if (job.variants.empty())
        if (const Status meta = checkMetaSet(*data->plan, "mwnet"); !meta)
            return meta;
    if (config.outDir.empty() && config.search.study.empty())
        config.outDir = defaultStudyFolder(config, *data->plan);
    if (stop.stop_requested())
        return Error{ErrorCode::Interrupted, StudyFolder::of(config).folder().string(), {}, {}};
    const Result<std::shared_ptr<Engine>> engine = openEngine(config.training, *data->source);
    if (!engine)
        return engine.error();
    return job.variants.empty() ? search(job, *data, *engine, events, budget, stop) : compare(job, *data, *engine, events, budget, stop);
}

/// Registers the argument types of the signals with Qt, which connections between threads need.
void registerRunTypes()
{
    [[maybe_unused]] static const bool once = [] {
        qRegisterMetaType<reweigh::Error>("reweigh::Error");
        qRegisterMetaType<reweigh::RunState>("reweigh::RunState");
        qRegisterMetaType<reweigh::RunKey>("reweigh::RunKey");
        qRegisterMetaType<reweigh::RunStarted>("reweigh::RunStarted");
        qRegisterMetaType<std::shared_ptr<reweigh::StepQueue>>("std::shared_ptr<reweigh::StepQueue>");
        qRegisterMetaType<std::shared_ptr<const reweigh::EpochFigures>>("std::shared_ptr<const reweigh::EpochFigures>");
        qRegisterMetaType<std::shared_ptr<const reweigh::DataPlan>>("std::shared_ptr<const reweigh::DataPlan>");
        qRegisterMetaType<std::shared_ptr<const reweigh::FrozenTrial>>("std::shared_ptr<const reweigh::FrozenTrial>");
        return true;
    }();
}

} // namespace

Status runJob(StudyJob job, const EngineOpener& openEngine, const JobEvents& events, SearchBudget& budget, std::stop_token stop)
{
    try {
        return prepareAndRun(job, openEngine, events, budget, stop);
    } catch (...) {
        return caughtError(StudyFolder::of(job.config).file().string());
    }
}

/// Only the runner's thread uses the members, except those that are marked as used by the job's threads.
class StudyRunner::Private {
public:
    Private(StudyRunner& runner, EngineOpener opener);

    bool active() const { return state != RunState::Idle && state != RunState::Paused; }
    void begin();
    void setState(RunState next);
    void askToStop(RunState next);

    StudyRunner& q;
    const EngineOpener openEngine; ///< used by the job's threads
    RunState state = RunState::Idle;
    StudyJob job;
    std::string studyName;
    int workers = 0;                      ///< 0: usualWorkers() of the job
    std::unique_ptr<SearchBudget> budget; ///< of the running or last job
    RunEvents trainings;                  ///< used by the job's threads
    JobEvents events;                     ///< used by the job's threads
    std::jthread thread;                  ///< declared last: it is joined before the members above are destroyed

private:
    /// Calls `news` on the runner's thread, in the order of the calls of post().
    template <typename News> void post(News news) { QMetaObject::invokeMethod(&q, std::move(news), Qt::QueuedConnection); }
    void ended(const Status& status);
};

StudyRunner::Private::Private(StudyRunner& runner, EngineOpener opener)
    : q(runner)
    , openEngine(std::move(opener))
{
    events.prepared = [this](const PreparedData& data) { post([this, plan = data.plan] { Q_EMIT q.dataPrepared(plan); }); };
    events.opened = [this](const std::filesystem::path& study) {
        post([this, file = fullPath(study)] {
            if (state == RunState::Preparing)
                setState(RunState::Running);
            Q_EMIT q.studyOpened(file);
        });
    };
    events.study.trialFinished = [this](const FrozenTrial& trial) {
        post([this, shared = std::make_shared<const FrozenTrial>(trial)] { Q_EMIT q.trialFinished(shared); });
    };
    events.study.resultsKept = [this](const std::vector<VariantResult>&) {
        post([this] { Q_EMIT q.resultsKept(); });
        return Status();
    };
    events.study.observe = [this](const RunKey& run) { return std::make_unique<LiveObserver>(run, trainings); };
    trainings.started = [this](const RunKey& key, const RunStarted& run, const std::shared_ptr<StepQueue>& steps) {
        post([=, this] { Q_EMIT q.runStarted(key, run, steps); });
    };
    trainings.epoch = [this](const RunKey& key, const std::shared_ptr<const EpochFigures>& epoch) {
        post([=, this] { Q_EMIT q.epochFinished(key, epoch); });
    };
    trainings.finished = [this](const RunKey& key) { post([=, this] { Q_EMIT q.runFinished(key); }); };
}

void StudyRunner::Private::begin()
{
    thread = {}; // waits for the thread of the previous job
    const bool chosen = job.variants.empty() && workers > 0;
    budget = std::make_unique<SearchBudget>(job.config.search.trials, chosen ? workers : SearchBudget::automatic);
    trainings.endWithEpoch = false;
    setState(RunState::Preparing);
    thread = std::jthread([this, asked = job](std::stop_token stop) {
        const Status status = runJob(asked, openEngine, events, *budget, std::move(stop));
        post([this, status] { ended(status); });
    });
}

void StudyRunner::Private::ended(const Status& status)
{
    const bool asked =
        !status && status.error().code == ErrorCode::Interrupted && (state == RunState::Pausing || state == RunState::Stopping);
    setState(asked && state == RunState::Pausing ? RunState::Paused : RunState::Idle);
    if (asked)
        return;
    if (!status) {
        Q_EMIT q.failed(status.error());
        return;
    }
    if (!job.variants.empty())
        Q_EMIT q.comparisonFinished();
    Q_EMIT q.finished();
}

void StudyRunner::Private::setState(RunState next)
{
    if (std::exchange(state, next) != next)
        Q_EMIT q.stateChanged(next);
}

void StudyRunner::Private::askToStop(RunState next)
{
    thread.request_stop();
    setState(next);
}

EngineOpener engineForTraining()
{
    return [](const TrainOptions& options, const DataSource& source) { return openEngine(options, source); };
}

StudyRunner::StudyRunner(EngineOpener opener, QObject* parent)
    : QObject(parent)
{
    registerRunTypes();
    d = std::make_unique<Private>(*this, opener ? std::move(opener) : engineForTraining());
}

StudyRunner::~StudyRunner() = default; // its thread stops and joins

RunState StudyRunner::state() const
{
    return d->state;
}

bool StudyRunner::comparing() const
{
    return !d->job.variants.empty() && d->state != RunState::Idle;
}

const std::vector<Variant>& StudyRunner::compared() const
{
    return d->job.variants;
}

void StudyRunner::setStudyName(std::string name)
{
    d->studyName = std::move(name);
}

void StudyRunner::start(const ExperimentConfig& config)
{
    if (d->active())
        return;
    d->job = {config, {}, d->studyName};
    d->begin();
}

void StudyRunner::compare(const ExperimentConfig& config, std::vector<Variant> variants)
{
    if (d->active() || variants.empty())
        return;
    d->job = {config, std::move(variants), d->studyName};
    d->begin();
}

void StudyRunner::pause()
{
    if (d->state == RunState::Preparing || d->state == RunState::Running)
        d->askToStop(RunState::Pausing);
}

void StudyRunner::resume()
{
    if (d->state == RunState::Paused)
        d->begin();
}

void StudyRunner::stopNow()
{
    if (d->active())
        d->askToStop(RunState::Stopping);
    else
        d->setState(RunState::Idle);
}

void StudyRunner::stopAfterEpoch()
{
    if (d->state == RunState::Paused)
        d->setState(RunState::Idle);
    if (d->state != RunState::Preparing && d->state != RunState::Running)
        return;
    d->trainings.endWithEpoch = true;
    d->budget->setWorkers(0);
    d->setState(RunState::Stopping);
}

void StudyRunner::setBudget(int trials)
{
    d->job.config.search.trials = trials;
    if (d->budget)
        d->budget->setTrials(trials);
}

int StudyRunner::workers() const
{
    return d->workers;
}

void StudyRunner::setWorkers(int trialsAtOnce)
{
    d->workers = std::max(0, trialsAtOnce);
    if (d->budget && d->state != RunState::Stopping)
        d->budget->setWorkers(d->workers > 0 ? d->workers : SearchBudget::automatic);
}

} // namespace reweigh
