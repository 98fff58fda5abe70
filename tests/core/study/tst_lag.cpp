// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"
#include "core/storage/MemoryStorage.h"
#include "core/storage/SqlStorage.h"
#include "core/study/StudyLoop.h"
#include "tests/support/ScriptedObjective.h"
#include "tests/support/StudySql.h"

#include <QTemporaryDir>
#include <QtTest>

#include <set>

using namespace reweigh;
using Numbers = std::vector<std::int64_t>;

namespace {

/// What samplers and pruners of a study were shown and given.
struct Log {
    std::vector<Numbers> shown;       ///< the numbers of the trials in each history
    std::vector<std::uint64_t> seeds; ///< of reseed()
    bool ownIsLast = true;            ///< the trial that asked was always the last in its history
    bool othersHaveEnded = true;

    void note(const History& history, const Observation& own)
    {
        Numbers numbers;
        for (const Observation& trial : *history.trials) {
            numbers.push_back(trial.number);
            othersHaveEnded = othersHaveEnded && (&trial == &own || isFinished(trial.state));
        }
        ownIsLast = ownIsLast && &own == &history.trials->back();
        shown.push_back(std::move(numbers));
    }
};

/// Proposes 0.5 and writes down what it sees.
class LoggingSampler : public Sampler {
public:
    explicit LoggingSampler(Log& log)
        : m_log(log)
    {
    }

    std::vector<Parameter> beginTrial(const History& history, std::size_t place) override
    {
        m_log.note(history, history.trials->at(place));
        return {};
    }
    double suggest(const History& history, std::size_t place, const std::vector<Parameter>&, const std::string&,
                   const Distribution&) override
    {
        m_log.note(history, history.trials->at(place));
        return 0.5;
    }
    std::string state() const override { return "{}"; }
    Status restore(const std::string&) override { return {}; }
    void reseed(std::uint64_t seed) override { m_log.seeds.push_back(seed); }

private:
    Log& m_log;
};

/// Prunes nothing and writes down what it sees.
class LoggingPruner : public Pruner {
public:
    explicit LoggingPruner(Log& log)
        : m_log(log)
    {
    }

    bool shouldPrune(const History& history, const Observation& trial, Attributes&) const override
    {
        m_log.note(history, trial);
        return false;
    }

private:
    Log& m_log;
};

const FloatDistribution unit{.low = 0.0, .high = 1.0};

} // namespace

/// A search with a lag: trial n waits for the end of trial n - N and learns from no later one, so that nothing depends on which of the
/// trials that run at once is the faster.
class tst_Lag : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

    static std::unique_ptr<StudyLoop> logged(std::shared_ptr<StudyStorage> storage, Log& log, StudyLoopOptions options)
    {
        auto loop =
            StudyLoop::open(std::move(storage), std::make_unique<LoggingSampler>(log), std::make_unique<LoggingPruner>(log), options);
        return loop ? std::move(*loop) : nullptr;
    }

    static std::unique_ptr<StudyLoop> sampled(std::shared_ptr<StudyStorage> storage, StudyLoopOptions options)
    {
        auto loop = StudyLoop::open(std::move(storage), makeTpeSampler(7), nullptr, options);
        return loop ? std::move(*loop) : nullptr;
    }

    static std::shared_ptr<MemoryStorage> memory() { return std::make_shared<MemoryStorage>("s", Direction::Maximize); }

    static std::shared_ptr<StudyStorage> opened(const std::filesystem::path& file)
    {
        const auto storage =
            std::filesystem::exists(file) ? SqlStorage::open(file, StorageMode::Write) : SqlStorage::create(file, "s", Direction::Maximize);
        return storage ? std::shared_ptr<StudyStorage>(*storage) : nullptr;
    }

    static bool end(StudyLoop& loop, const TrialHandle& trial, TrialState state = TrialState::Complete)
    {
        return loop.finish(trial, {.state = state, .value = 0.5}).ok();
    }

    /// Runs whole trials, one after another, until `count` have been run here.
    static bool runOn(StudyLoop& loop, int count)
    {
        test::ScriptedObjective objective;
        for (int i = 0; i < count; ++i) {
            const auto trial = loop.begin();
            if (!trial || !loop.run(objective, *trial))
                return false;
        }
        return true;
    }

    static std::vector<std::vector<Parameter>> parametersOf(const StudyStorage& storage)
    {
        const auto trials = *storage.trials();
        std::vector<std::vector<Parameter>> all;
        for (const FrozenTrial& trial : trials)
            all.push_back(trial.parameters);
        return all;
    }

private Q_SLOTS:
    void aTrialWaitsForThoseBeforeItsLag()
    {
        const auto loop = sampled(memory(), {.lag = 2});
        QVERIFY(loop->isReady());
        const TrialHandle zero = *loop->begin();
        QVERIFY(loop->isReady());
        const TrialHandle one = *loop->begin();
        QVERIFY(!loop->isReady()); // trial 2 waits for trial 0
        QVERIFY(end(*loop, one));
        QVERIFY(!loop->isReady());
        QVERIFY(end(*loop, zero, TrialState::Failed));
        QVERIFY(loop->isReady());
        const TrialHandle two = *loop->begin();
        QVERIFY(loop->isReady());
        const TrialHandle three = *loop->begin();
        QVERIFY(!loop->isReady());
        QVERIFY(end(*loop, two, TrialState::Pruned)); // while trial 3 runs
        QVERIFY(loop->isReady());
        QCOMPARE(three.number(), 3);
    }

    void withoutALagNothingWaits()
    {
        const auto loop = sampled(memory(), {});
        for (int i = 0; i < 5; ++i) {
            QVERIFY(loop->isReady());
            QVERIFY(loop->begin().ok());
        }
        QVERIFY(loop->isReady());
    }

    void trialsOfOthersAreNotWaitedFor()
    {
        const auto storage = memory();
        QVERIFY(storage->createTrial({}).ok()); // runs in another program
        QVERIFY(storage->createTrial({.end = TrialEnd{TrialState::Complete, 1.0}}).ok());
        Log log;
        const auto loop = logged(storage, log, {.lag = 1});
        QVERIFY(loop->isReady());
        const TrialHandle own = *loop->begin();
        QCOMPARE(own.number(), 2);
        QCOMPARE(log.shown.back(), Numbers({1, 2})); // 0 has not ended
        QVERIFY(!loop->isReady());
        QVERIFY(end(*loop, own));
        QVERIFY(loop->isReady());
    }

    void whatATrialKnows()
    {
        Log log;
        const auto loop = logged(memory(), log, {.lag = 3});
        for (const TrialState state : {TrialState::Complete, TrialState::Complete, TrialState::Complete, TrialState::Complete,
                                       TrialState::Failed, TrialState::Pruned, TrialState::Complete}) {
            const TrialHandle trial = *loop->begin();
            QVERIFY(end(*loop, trial, state));
        }
        QCOMPARE(log.shown, std::vector<Numbers>({{0}, {1}, {2}, {0, 3}, {0, 1, 4}, {0, 1, 2, 5}, {0, 1, 2, 3, 6}}));
        TrialHandle seven = *loop->begin(), eight = *loop->begin();
        QVERIFY(eight.suggestFloat("x", unit).ok());
        QCOMPARE(log.shown.back(), Numbers({0, 1, 2, 3, 4, 5, 8}));
        QVERIFY(end(*loop, eight));
        QVERIFY(seven.suggestFloat("x", unit).ok());
        QCOMPARE(log.shown.back(), Numbers({0, 1, 2, 3, 4, 7}));
        QVERIFY(seven.report(1, 0.5).ok());
        const std::size_t before = log.shown.size();
        QVERIFY(seven.shouldPrune().ok());
        QCOMPARE(log.shown.size(), before + 1);
        QCOMPARE(log.shown.back(), Numbers({0, 1, 2, 3, 4, 7}));
        QVERIFY(log.ownIsLast && log.othersHaveEnded);
    }

    void withoutALagATrialKnowsAll()
    {
        Log log;
        const auto loop = logged(memory(), log, {});
        TrialHandle zero = *loop->begin();
        const TrialHandle one = *loop->begin();
        QVERIFY(end(*loop, one));
        QVERIFY(zero.suggestFloat("x", unit).ok());
        QCOMPARE(log.shown, std::vector<Numbers>({{0}, {0, 1}, {0, 1}}));
        QVERIFY(log.seeds.empty());
    }

    /// Every draw has a seed of its own, the same in any order of the draws; no position is stored.
    void seedsOfDraws()
    {
        const auto seeds = [](std::uint64_t seed, bool inTurns) {
            Log log;
            const auto storage = memory();
            const auto loop = logged(storage, log, {.lag = 2, .seed = seed});
            TrialHandle zero = *loop->begin();
            const auto draw = [](TrialHandle& trial, const char* name) { return trial.suggestFloat(name, unit).ok(); };
            bool drawn = true;
            if (!inTurns)
                drawn = draw(zero, "x") && draw(zero, "y");
            TrialHandle one = *loop->begin();
            if (inTurns)
                drawn = draw(one, "x") && draw(zero, "x") && draw(one, "y") && draw(zero, "y");
            else
                drawn = drawn && draw(one, "x") && draw(one, "y");
            return drawn && !storage->attributes()->system.contains(samplerStateKey) ? log.seeds : std::vector<std::uint64_t>();
        };
        const auto a = seeds(5, false), b = seeds(5, true), c = seeds(6, false);
        QCOMPARE(a.size(), std::size_t(6));
        QCOMPARE(std::set(a.begin(), a.end()).size(), std::size_t(6));
        QCOMPARE(b, std::vector<std::uint64_t>({a[0], a[3], a[4], a[1], a[5], a[2]}));
        std::set<std::uint64_t> both(a.begin(), a.end());
        both.insert(c.begin(), c.end());
        QCOMPARE(both.size(), std::size_t(12));
    }

    void drawsDoNotDependOnWhoseTurnItIs_data()
    {
        QTest::addColumn<int>("before");
        QTest::newRow("while draws are random") << 4;
        QTest::newRow("by TPE") << 16;
    }

    void drawsDoNotDependOnWhoseTurnItIs()
    {
        QFETCH(int, before);
        const IntDistribution nodes{.low = 8, .high = 256, .log = true};
        const auto drawn = [&](bool inTurns) {
            const auto storage = memory();
            const auto loop = sampled(storage, {.lag = 2, .seed = 3});
            bool done = runOn(*loop, before);
            TrialHandle a = *loop->begin(), b = *loop->begin();
            // Not every trial has these, so that they are drawn one by one.
            const auto ask = [&](TrialHandle& trial, const char* name) { done = done && trial.suggestInt(name, nodes).ok(); };
            if (inTurns) {
                ask(b, "nodes1"), ask(a, "nodes1"), ask(b, "nodes2");
                done = done && end(*loop, b);
                ask(a, "nodes2");
            } else {
                ask(a, "nodes1"), ask(a, "nodes2"), ask(b, "nodes1"), ask(b, "nodes2");
            }
            return done ? parametersOf(*storage) : std::vector<std::vector<Parameter>>();
        };
        const auto one = drawn(false);
        QCOMPARE(one.size(), std::size_t(before + 2));
        QVERIFY(drawn(true) == one);
    }

    /// Cut off at every place a trial has, opened again, gone on with: the same search as without a cut.
    void resumedSearchDrawsTheSame()
    {
        constexpr int count = 16;
        constexpr StudyLoopOptions options{.lag = 3, .seed = 11};
        const auto whole = memory(), pieces = memory();
        QVERIFY(runOn(*sampled(whole, options), count));
        struct Cut { };
        int cuts = 0;
        for (int place = 0; int(pieces->trials()->size()) < count || pieces->trials()->back().state == TrialState::Running; ++place) {
            test::ScriptedObjective objective;
            int left = place % 11;
            objective.between = [&] {
                if (left-- == 0)
                    throw Cut();
            };
            const auto loop = sampled(pieces, options);
            try {
                for (const std::int64_t number : loop->interruptedTrials())
                    QVERIFY(loop->run(objective, loop->resume(number)).ok());
                if (pieces->trials()->size() < std::size_t(count))
                    QVERIFY(loop->run(objective, *loop->begin()).ok());
            } catch (const Cut&) { // is no std::exception: passes the loop as a kill would
                ++cuts;
            }
        }
        QVERIFY(cuts > count);
        QVERIFY(parametersOf(*pieces) == parametersOf(*whole));
    }

    /// After a deletion Optuna, which counts rows, gives a number again.
    void numbersThatAreNotUnique()
    {
        const auto path = file("twice.db");
        QVERIFY(runOn(*sampled(opened(path), {.lag = 2}), 6));
        test::studySql(path, test::deleteTrial(2));
        test::studySql(path, "INSERT INTO trials (number, study_id, state) VALUES (5, 1, 'FAIL')");
        Log log;
        const auto loop = logged(opened(path), log, {.lag = 2});
        const TrialHandle six = *loop->begin(), seven = *loop->begin();
        QCOMPARE(log.shown, std::vector<Numbers>({{0, 1, 3, 4, 6}, {0, 1, 3, 4, 5, 5, 7}}));
        QVERIFY(!loop->isReady());
        QVERIFY(end(*loop, six) && loop->isReady() && end(*loop, seven));
    }

    /// Two interrupted trials whose order of creation is not that of their numbers: the lower one is continued first, or both would wait.
    void interruptedTrialsInTheOrderOfTheirNumbers()
    {
        const auto path = file("interrupted.db");
        QVERIFY(runOn(*sampled(opened(path), {.lag = 1}), 6));
        test::studySql(path, test::undoEnd(4));
        test::studySql(path, test::undoEnd(5));
        test::studySql(path, "UPDATE trials SET number = 9 - number WHERE number IN (4, 5)");
        const auto loop = sampled(opened(path), {.lag = 1});
        QCOMPARE(loop->interruptedTrials(), Numbers({4, 5}));
        QVERIFY(loop->isReady());
        const TrialHandle four = loop->resume(4);
        QVERIFY(!loop->isReady());
        QVERIFY(end(*loop, four));
        QVERIFY(loop->isReady());
        const TrialHandle five = loop->resume(5);
        QVERIFY(!loop->isReady()); // trial 6
        QVERIFY(end(*loop, five));
        QVERIFY(loop->isReady());
    }

    void enqueuedTrialsWaitTheirTurn()
    {
        const auto path = file("enqueued.db");
        QVERIFY(opened(path));
        test::studySql(path, test::enqueueTrial(0, R"({"x": 0.25})"));
        test::studySql(path, test::enqueueTrial(1, "{}"));
        Log log;
        const auto loop = logged(opened(path), log, {.lag = 1});
        QVERIFY(loop->isReady());
        TrialHandle zero = *loop->begin();
        QCOMPARE(*zero.suggestFloat("x", unit), 0.25);
        QVERIFY(!loop->isReady());
        QVERIFY(end(*loop, zero));
        QVERIFY(loop->isReady());
        const TrialHandle one = *loop->begin();
        QCOMPARE(one.number(), 1);
        QCOMPARE(log.shown, std::vector<Numbers>({{0}, {0, 1}}));
    }
};

QTEST_GUILESS_MAIN(tst_Lag)
#include "tst_lag.moc"
