// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/experiment/TrialQueue.h"
#include "core/search/SamplerFactory.h"
#include "core/storage/MemoryStorage.h"
#include "core/study/PercentilePruner.h"
#include "tests/support/ScriptedObjective.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
#include <tuple>

using namespace reweigh;

namespace {

/// Ends a trial where it is, as a kill would: it is no std::exception, so that the study does not take it for the trial's failure.
struct Cut { };

/// All of a trial that must not depend on timing.
using TrialFigures =
    std::tuple<std::int64_t, TrialState, std::optional<double>, std::vector<Parameter>, std::vector<std::pair<int, double>>>;

/// A search by TPE with the median pruner, in memory. Its trials take a random time, and some of them fail.
struct TimedSearch {
    int lag = 8;
    std::uint64_t times = 0; ///< seed of the durations; 0: no trial takes any time
    /// Called before each step of a trial, by the trial's thread; the steps count from 0. It may throw Cut.
    std::function<void(std::int64_t trial, int step)> meet = [](std::int64_t, int) {};
    std::atomic<int> running{0}, most{0}; ///< trials at once, now and at most
    std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);

    Status run(SearchBudget& budget)
    {
        const auto loop =
            StudyLoop::open(storage, makeTpeSampler(7), std::make_unique<PercentilePruner>(PercentilePrunerOptions{.startupTrials = 4}),
                            {.lag = lag, .seed = 7});
        if (!loop)
            return loop.error();
        TrialQueue queue(**loop, budget, [&](const TrialHandle& trial, const std::stop_token& stop) -> Status {
            const int now = ++running;
            for (int before = most; now > before && !most.compare_exchange_weak(before, now);) { }
            const Result<FrozenTrial> ended = runTrial(**loop, trial, stop);
            --running;
            return ended ? Status() : Status(ended.error());
        });
        return runJobs(queue, budget, {});
    }

    Status run(int trials, int workers)
    {
        SearchBudget budget(trials, workers);
        return run(budget);
    }

    std::vector<TrialFigures> figures() const
    {
        const auto trials = *storage->trials();
        std::vector<TrialFigures> all;
        for (const FrozenTrial& trial : trials)
            all.emplace_back(trial.number, trial.state, trial.value, trial.parameters, trial.intermediate);
        return all;
    }

private:
    Result<FrozenTrial> runTrial(StudyLoop& loop, const TrialHandle& trial, const std::stop_token& stop)
    {
        Rng random(deriveSeed(times, std::uint64_t(trial.number())));
        int step = 0;
        test::ScriptedObjective objective;
        objective.between = [&] {
            if (stop.stop_requested())
                throw Cut();
            meet(trial.number(), step++);
            if (times > 0)
                std::this_thread::sleep_for(std::chrono::microseconds(random.below(3001)));
        };
        objective.ending = [](std::int64_t number, double value) -> Result<TrialOutcome> {
            if (number % 11 == 5)
                return failedOutcome(ErrorCode::TrainingFailed, number, "planned");
            return TrialOutcome{TrialState::Complete, value, {}, {}};
        };
        return loop.run(objective, trial);
    }
};

} // namespace

/// A search with a lag gives the same trials whoever runs them: any number of workers, in one go or in pieces.
class tst_AnyWorkers : public QObject {
    Q_OBJECT

    static constexpr int trials = 40;
    std::vector<TrialFigures> m_whole; ///< of one worker that is never interrupted

    static int count(const std::vector<TrialFigures>& all, TrialState state)
    {
        return int(std::ranges::count_if(all, [&](const TrialFigures& trial) { return std::get<TrialState>(trial) == state; }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        TimedSearch search;
        search.times = 1;
        QVERIFY(search.run(trials, 1).ok());
        m_whole = search.figures();
        QCOMPARE(m_whole.size(), std::size_t(trials));
        QCOMPARE(search.most.load(), 1);
        // The search has what could go wrong: trials that were pruned and that failed, and draws of TPE.
        QVERIFY(count(m_whole, TrialState::Pruned) > 0);
        QVERIFY(count(m_whole, TrialState::Failed) > 0);
        QVERIFY(count(m_whole, TrialState::Complete) > 10);
        QVERIFY(search.storage->trials()->back().systemAttributes.contains("tpe:relative_params:0"));
    }

    void sameTrials_data()
    {
        QTest::addColumn<int>("workers");
        for (const int workers : {1, 2, 4, 8, 12})
            QTest::addRow("%d workers", workers) << workers;
    }

    void sameTrials()
    {
        QFETCH(int, workers);
        TimedSearch search;
        search.times = std::uint64_t(1 + workers);
        QVERIFY(search.run(trials, workers).ok());
        QVERIFY(search.figures() == m_whole);
        QVERIFY(search.most <= 8);
    }

    /// As many trials run at once as the lag allows.
    void workersAreUsed()
    {
        TimedSearch search;
        search.lag = 3;
        search.meet = [&](std::int64_t trial, int step) { // the first three wait for each other
            for (int i = 0; i < 20000 && trial < 3 && step == 0 && search.most < 3; ++i)
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
        };
        QVERIFY(search.run(12, 5).ok());
        QCOMPARE(search.most.load(), 3);
    }

    /// Cut off four times between two draws of a trial, gone on with by another number of workers each time.
    void sameTrialsInPieces()
    {
        TimedSearch search;
        search.times = 20;
        int then = 8;
        for (const auto& [cut, workers] : {std::pair(3, 8), std::pair(14, 1), std::pair(22, 4), std::pair(31, 2)}) {
            search.meet = [&search, at = cut](std::int64_t trial, int step) {
                if (trial == at && step == 2)
                    throw Cut();
            };
            QVERIFY(!search.run(trials, workers).ok());
            const FrozenTrial trial = search.storage->trials()->at(std::size_t(cut));
            QVERIFY(trial.state == TrialState::Running);
            QCOMPARE(trial.parameters.size(), std::size_t(2)); // layers and the first width; the rest is not drawn yet
            then = workers + 1;
        }
        search.meet = [](std::int64_t, int) {};
        QVERIFY(search.run(trials, then).ok());
        QVERIFY(search.figures() == m_whole);
    }

    void moreTrialsLater()
    {
        TimedSearch search;
        QVERIFY(search.run(17, 4).ok());
        QCOMPARE(search.figures().size(), std::size_t(17));
        QVERIFY(search.run(trials, 2).ok());
        QVERIFY(search.figures() == m_whole);
    }

    void aLagOfOneRunsOneAtATime()
    {
        TimedSearch alone, beside;
        alone.lag = beside.lag = 1;
        beside.times = 30;
        QVERIFY(alone.run(trials, 1).ok() && beside.run(trials, 8).ok());
        QCOMPARE(beside.most.load(), 1);
        QVERIFY(beside.figures() == alone.figures());
        QVERIFY(beside.figures() != m_whole); // the lag decides what a trial learns from
    }

    /// Without a lag one worker's search is the loop over begin() and run() that it always was.
    void withoutALag()
    {
        TimedSearch search;
        search.lag = 0;
        QVERIFY(search.run(trials, 1).ok());
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto loop =
            StudyLoop::open(storage, makeTpeSampler(7), std::make_unique<PercentilePruner>(PercentilePrunerOptions{.startupTrials = 4}));
        test::ScriptedObjective objective;
        objective.ending = [](std::int64_t number, double value) -> Result<TrialOutcome> {
            return TrialOutcome{number % 11 == 5 ? TrialState::Failed : TrialState::Complete, value, {}, {}};
        };
        for (int i = 0; i < trials; ++i)
            QVERIFY((*loop)->run(objective, *(*loop)->begin()).ok());
        const auto all = *storage->trials();
        const std::vector<TrialFigures> figures = search.figures();
        for (std::size_t i = 0; i < all.size(); ++i)
            QVERIFY(figures.at(i) == TrialFigures(all[i].number, all[i].state, all[i].value, all[i].parameters, all[i].intermediate));
        QVERIFY(search.storage->attributes()->system.contains(samplerStateKey));
    }

    /// The budget changes while workers wait for trial 0.
    void budgetOfWaitingWorkers()
    {
        const auto firstTrial = [](TimedSearch& search, auto change) {
            search.lag = 1;
            search.meet = [change](std::int64_t trial, int step) {
                if (trial > 0 || step > 0)
                    return;
                std::this_thread::sleep_for(std::chrono::milliseconds(20)); // the others wait by now
                change();
            };
        };
        TimedSearch shrunk, grown, stopped;
        SearchBudget less(10, 4), more(1, 4), none(10, 4);
        firstTrial(shrunk, [&] { less.setTrials(1); });
        firstTrial(grown, [&] { more.setTrials(6); });
        firstTrial(stopped, [&] { none.setWorkers(0); });
        QVERIFY(shrunk.run(less).ok());
        QCOMPARE(shrunk.figures().size(), std::size_t(1));
        QVERIFY(grown.run(more).ok());
        QCOMPARE(grown.figures().size(), std::size_t(6));
        const Status ended = stopped.run(none);
        QVERIFY(!ended.ok() && ended.error().code == ErrorCode::Interrupted);
        QCOMPARE(stopped.figures().size(), std::size_t(1));
        QVERIFY(count(stopped.figures(), TrialState::Running) == 0);
    }

    /// A trial is cut off while others wait for it: the run ends and leaves it to be continued.
    void aTrialThatNeverEnds()
    {
        TimedSearch search;
        search.lag = 2;
        search.meet = [](std::int64_t trial, int step) {
            if (trial == 4 && step == 1) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                throw Cut();
            }
        };
        QVERIFY(!search.run(20, 6).ok());
        QVERIFY(search.figures().size() <= 6); // trial 6 waits for trial 4
        QVERIFY(std::get<TrialState>(search.figures()[4]) == TrialState::Running);
    }
};

QTEST_APPLESS_MAIN(tst_AnyWorkers)
#include "tst_anyworkers.moc"
