// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/plan/PlanJob.h"

#include "core/engine/face/Engine.h"
#include "core/experiment/SearchBudget.h"
#include "core/experiment/VariantResult.h"
#include "core/study/Trial.h"

#include <QMetaType>

#include <algorithm>
#include <map>
#include <set>
#include <thread>
#include <utility>

namespace reweigh {
namespace {

Status runToEnd(const Plan& plan, const PlanEngineOpener& openEngine, SearchBudget& budget, const std::stop_token& stop,
                const PlanEvents& events)
{
    try {
        return runPlan(plan, openEngine, budget, stop, events);
    } catch (...) {
        return caughtError(plan.folder.string());
    }
}

/// Registers the argument types of the signals with Qt, which connections between threads need.
void registerPlanJobTypes()
{
    [[maybe_unused]] static const bool once = [] {
        qRegisterMetaType<reweigh::Error>("reweigh::Error");
        qRegisterMetaType<reweigh::PlanJobState>("reweigh::PlanJobState");
        qRegisterMetaType<reweigh::PlanTraining>("reweigh::PlanTraining");
        return true;
    }();
}

PlanTraining trialNews(const PlanCell& cell, const FrozenTrial& trial, bool random)
{
    PlanTraining news{.cell = cell.name, .trial = trial.number, .random = random, .failed = trial.state == TrialState::Failed};
    if (trial.value)
        news.value = *trial.value;
    return news;
}

PlanTraining runNews(const PlanCell& cell, const VariantResult& result, const VariantRun& run)
{
    PlanTraining news{.cell = cell.name, .variant = result.name(), .seed = run.seed};
    if (const auto accuracy = run.metrics.find("test.accuracy"); accuracy != run.metrics.end())
        news.value = accuracy->second.meanOfLast;
    return news;
}

} // namespace

/// Only the thread of the PlanJob uses the members, except those that are marked as used by the job's threads.
class PlanJob::Private {
public:
    Private(PlanJob& job, PlanEngineOpener opener);

    void begin(std::shared_ptr<const Plan> plan);
    void setState(PlanJobState next);

    PlanJob& q;
    const PlanEngineOpener openEngine; ///< used by the job's threads
    PlanJobState state = PlanJobState::Idle;
    int chosenWorkers = 0;                ///< by setWorkers(); 0: the job chooses
    std::set<std::string> cells;          ///< that the job trains in
    std::unique_ptr<SearchBudget> budget; ///< of the running or last job
    PlanEvents events;                    ///< used by the job's threads

private:
    /// Calls `news` on the PlanJob's thread, in the order of the calls of post().
    template <typename News> void post(News news) { QMetaObject::invokeMethod(&q, std::move(news), Qt::QueuedConnection); }
    void takeResults(const PlanCell& cell, const std::vector<VariantResult>& results);
    void ended(const Status& status);

    /// Runs of each cell that are stored or told already, by variant's hash and seed. Used by the job's threads, one at a time.
    std::map<std::string, std::set<std::pair<std::string, int>>> m_told;

public:
    std::jthread thread; ///< declared last: it is joined before the members above are destroyed
};

PlanJob::Private::Private(PlanJob& job, PlanEngineOpener opener)
    : q(job)
    , openEngine(std::move(opener))
{
    events.cellBegins = [this](const PlanCell& cell) {
        m_told.erase(cell.name);
        post([this, name = cell.name] {
            cells.insert(name);
            Q_EMIT q.cellsChanged();
        });
    };
    events.cellEnds = [this](const PlanCell& cell) {
        post([this, name = cell.name] {
            cells.erase(name);
            Q_EMIT q.cellsChanged();
        });
    };
    events.cellFails = [this](const PlanCell& cell, const Error& error) {
        post([this, name = cell.name, error] {
            cells.erase(name);
            Q_EMIT q.cellFailed(name, error);
            Q_EMIT q.cellsChanged();
        });
    };
    events.trialFinished = [this](const PlanCell& cell, const FrozenTrial& trial, bool random) {
        post([this, news = trialNews(cell, trial, random)] { Q_EMIT q.trainingEnded(news); });
    };
    events.resultsKept = [this](const PlanCell& cell, const std::vector<VariantResult>& results) { takeResults(cell, results); };
    events.waits = [this](int count) { post([this, count] { Q_EMIT q.waiting(count); }); };
}

/// Tells of the runs that are new since the last call for the cell. The first call, before anything is trained, tells what is stored.
void PlanJob::Private::takeResults(const PlanCell& cell, const std::vector<VariantResult>& results)
{
    const bool first = !m_told.contains(cell.name);
    auto& told = m_told[cell.name];
    for (const VariantResult& result : results) {
        for (const VariantRun& run : result.runs)
            if (told.emplace(result.hash, run.seed).second && !first)
                post([this, news = runNews(cell, result, run)] { Q_EMIT q.trainingEnded(news); });
        for (const FailedRun& run : result.failed)
            if (told.emplace(result.hash, run.seed).second && !first)
                post([this, news = PlanTraining{.cell = cell.name, .variant = result.name(), .seed = run.seed, .failed = true}] {
                    Q_EMIT q.trainingEnded(news);
                });
    }
}

void PlanJob::Private::begin(std::shared_ptr<const Plan> plan)
{
    thread = {}; // waits for the thread of the job before
    m_told.clear();
    cells.clear();
    budget = std::make_unique<SearchBudget>(0, chosenWorkers > 0 ? chosenWorkers : SearchBudget::automatic);
    setState(PlanJobState::Running);
    thread = std::jthread([this, plan = std::move(plan)](const std::stop_token& stop) {
        const Status status = runToEnd(*plan, openEngine, *budget, stop, events);
        post([this, status] { ended(status); });
    });
}

void PlanJob::Private::ended(const Status& status)
{
    const bool asked = state == PlanJobState::Stopping && !status && status.error().code == ErrorCode::Interrupted;
    cells.clear();
    setState(PlanJobState::Idle);
    Q_EMIT q.cellsChanged();
    if (status)
        Q_EMIT q.finished();
    else if (!asked)
        Q_EMIT q.failed(status.error());
}

void PlanJob::Private::setState(PlanJobState next)
{
    if (std::exchange(state, next) != next)
        Q_EMIT q.stateChanged(next);
}

PlanJob::PlanJob(PlanEngineOpener opener, QObject* parent)
    : QObject(parent)
{
    registerPlanJobTypes();
    if (!opener)
        opener = [](const TrainOptions& training, const DataSource& source) { return openEngine(training, source); };
    d = std::make_unique<Private>(*this, std::move(opener));
}

PlanJob::~PlanJob() = default; // its thread stops and joins

PlanJobState PlanJob::state() const
{
    return d->state;
}

bool PlanJob::runs(const std::string& cell) const
{
    return d->cells.contains(cell);
}

void PlanJob::start(std::shared_ptr<const Plan> plan)
{
    if (d->state == PlanJobState::Idle)
        d->begin(std::move(plan));
}

void PlanJob::stop()
{
    if (d->state != PlanJobState::Running)
        return;
    d->thread.request_stop();
    d->setState(PlanJobState::Stopping);
}

void PlanJob::setWorkers(int atOnce)
{
    d->chosenWorkers = std::max(1, atOnce);
    if (d->budget)
        d->budget->setWorkers(d->chosenWorkers);
}

int PlanJob::workers() const
{
    return d->budget ? std::max(0, d->budget->workers()) : d->chosenWorkers;
}

} // namespace reweigh
