// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"
#include "core/storage/SqlStorage.h"
#include "core/study/EnqueuedParams.h"
#include "core/study/StudyLoop.h"
#include "tests/support/ScriptedObjective.h"
#include "tests/support/StudySql.h"

#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace reweigh;

/// Studies that others have changed: trials that were deleted, numbers given twice, trials that wait to be run.
class tst_Queue : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

    static std::unique_ptr<StudyLoop> loopOn(const std::filesystem::path& file)
    {
        auto storage =
            std::filesystem::exists(file) ? SqlStorage::open(file, StorageMode::Write) : SqlStorage::create(file, "s", Direction::Maximize);
        auto loop = storage ? StudyLoop::open(*storage, makeTpeSampler(7)) : Result<std::unique_ptr<StudyLoop>>(storage.error());
        return loop ? std::move(*loop) : nullptr;
    }

    static std::vector<FrozenTrial> trialsOf(const std::filesystem::path& file)
    {
        return *(*SqlStorage::open(file, StorageMode::Read))->trials();
    }

    /// Runs trials until `count` have been run here. Their numbers.
    static std::vector<std::int64_t> run(StudyLoop& loop, int count)
    {
        test::ScriptedObjective objective;
        std::vector<std::int64_t> numbers;
        for (int i = 0; i < count; ++i) {
            const auto trial = loop.begin();
            const auto done = trial ? loop.run(objective, *trial) : Result<FrozenTrial>(trial.error());
            numbers.push_back(done ? done->number : -1);
        }
        return numbers;
    }

    static double valueOf(const FrozenTrial& trial, const std::string& name)
    {
        const auto found = std::ranges::find(trial.parameters, name, &Parameter::name);
        return found == trial.parameters.end() ? std::nan("") : found->value;
    }

private Q_SLOTS:
    /// A trial is deleted from the middle, as users do with one that hangs (optuna#3215): the rest is gone on with.
    void deletedTrials()
    {
        const auto path = file("deleted.db");
        QCOMPARE(run(*loopOn(path), 14).back(), 13);
        test::studySql(path, test::deleteTrial(3));
        test::studySql(path, test::deleteTrial(0));
        {
            const auto loop = loopOn(path);
            QVERIFY(loop);
            QCOMPARE(loop->count(TrialState::Complete), 12);
            QCOMPARE(run(*loop, 2), std::vector<std::int64_t>({14, 15}));
            TrialHandle cut = *loop->begin(); // stays running
            QVERIFY(cut.suggestInt("layers", {.low = 1, .high = 3}).ok());
            QCOMPARE(cut.number(), 16);
        }
        test::studySql(path, test::deleteTrial(9));
        const auto loop = loopOn(path);
        QVERIFY(loop);
        QCOMPARE(loop->interruptedTrials(), std::vector<std::int64_t>{16});
        test::ScriptedObjective objective;
        const auto ended = loop->run(objective, loop->resume(16));
        QVERIFY(ended.ok() && ended->number == 16 && ended->parameters.size() >= 4);
        QCOMPARE(run(*loop, 1).front(), 17);
        const auto trials = trialsOf(path);
        QCOMPARE(trials.size(), std::size_t(15));
        for (const FrozenTrial& trial : trials)
            QVERIFY(trial.state == TrialState::Complete && trial.intermediate.size() == 3);
    }

    /// What was learnt before a deletion is not put to another trial's account: the draws are those of a study
    /// that never had the deleted one.
    void samplerSeesNoGap()
    {
        const auto first = file("gap.db"), second = file("nogap.db");
        {
            const auto a = SqlStorage::create(first, "s", Direction::Maximize), b = SqlStorage::create(second, "s", Direction::Maximize);
            QVERIFY(a.ok() && b.ok());
            const FloatDistribution x{.low = 0.0, .high = 1.0};
            for (int i = 0; i < 30; ++i) {
                const TrialUpdate trial{.parameters = {{"x", x, (i * 37 % 30) / 30.0}},
                                        .end = TrialEnd{TrialState::Complete, -std::abs((i * 37 % 30) / 30.0 - 0.3)}};
                QVERIFY((*a)->createTrial(trial).ok());
                QVERIFY(i == 5 || (*b)->createTrial(trial).ok());
            }
        }
        test::studySql(first, test::deleteTrial(5));
        const auto gap = loopOn(first), whole = loopOn(second);
        for (int i = 0; i < 10; ++i) {
            TrialHandle a = *gap->begin(), b = *whole->begin();
            QCOMPARE(a.number(), b.number() + 1);
            const auto x = a.suggestFloat("x", {.low = 0.0, .high = 1.0}), y = b.suggestFloat("x", {.low = 0.0, .high = 1.0});
            QCOMPARE(*x, *y);
            QVERIFY(gap->finish(a, {.value = *x}).ok() && whole->finish(b, {.value = *y}).ok());
        }
    }

    /// Optuna numbers by counting rows: after a deletion it gives the last number again.
    void numberGivenTwice()
    {
        const auto path = file("twice.db");
        run(*loopOn(path), 12);
        test::studySql(path, test::deleteTrial(4));
        test::studySql(path, "INSERT INTO trials (number, study_id, state) VALUES (11, 1, 'FAIL')");
        const auto loop = loopOn(path);
        QVERIFY(loop);
        QCOMPARE(run(*loop, 2), std::vector<std::int64_t>({12, 13}));
        QCOMPARE(trialsOf(path).size(), std::size_t(14));
    }

    /// A complete trial whose value is no number, and reports at steps beyond 32 bits: the search learns nothing from the one and is not
    /// troubled by the others.
    void valuesThatAreNoNumbers()
    {
        const auto path = file("nan.db");
        run(*loopOn(path), 12);
        test::studySql(path, "UPDATE trial_values SET value = NULL WHERE trial_id = 3;"
                             "UPDATE trials SET state = 'PRUNED' WHERE number = 5;"
                             "INSERT INTO trial_intermediate_values (trial_id, step, intermediate_value, intermediate_value_type) VALUES "
                             "(6, -1099511627776, 0.5, 'FINITE'), (6, 1099511627776, NULL, 'INF_POS')");
        const auto loop = loopOn(path);
        QVERIFY(loop);
        QCOMPARE(loop->count(TrialState::Complete), 10);
        QCOMPARE(run(*loop, 2), std::vector<std::int64_t>({12, 13}));
        QVERIFY(!trialsOf(path)[2].value);
        QCOMPARE(trialsOf(path)[5].intermediate.back().first, std::numeric_limits<int>::max());
    }

    void waitingTrialsAreRunFirst()
    {
        const auto path = file("waiting.db");
        run(*loopOn(path), 11);
        test::studySql(path, test::enqueueTrial(11, R"({"layers": 2, "nodes0": 77, "tap": "logits"})"));
        test::studySql(path, test::enqueueTrial(12, R"({"rate": 0.003})"));
        const auto loop = loopOn(path);
        QCOMPARE(run(*loop, 3), std::vector<std::int64_t>({11, 12, 13}));
        const auto trials = trialsOf(path);
        QCOMPARE(valueOf(trials[11], "layers"), 2.0);
        QCOMPARE(valueOf(trials[11], "nodes0"), 77.0);
        QVERIFY(valueOf(trials[11], "nodes1") >= 8.0); // not asked for: drawn
        QCOMPARE(valueOf(trials[11], "tap"), 1.0);
        QCOMPARE(valueOf(trials[12], "rate"), 0.003);
        for (const FrozenTrial& trial : trials)
            QVERIFY(trial.state == TrialState::Complete && trial.started && outsideSpaceText(trial).empty());
    }

    /// One that was enqueued while the search runs is the next; one that somebody else took meanwhile is not run again.
    void enqueuedMeanwhile()
    {
        const auto path = file("meanwhile.db");
        const auto loop = loopOn(path);
        run(*loop, 2);
        test::studySql(path, test::enqueueTrial(2, R"({"layers": 3})"));
        test::studySql(path, test::enqueueTrial(3, R"({"layers": 1})"));
        TrialHandle trial = *loop->begin();
        QCOMPARE(trial.number(), 2);
        test::studySql(path, "UPDATE trials SET state = 'FAIL' WHERE number = 3");
        QCOMPARE(run(*loop, 1).front(), 4);
        QCOMPARE(loop->count(TrialState::Failed), 1);
        QCOMPARE(*trial.suggestInt("layers", {.low = 1, .high = 3}), 3);
    }

    /// As Optuna: out of range is used, and said; what the parameter cannot hold at all is an error of this trial.
    void valuesOutsideTheSpace()
    {
        const auto path = file("outside.db");
        run(*loopOn(path), 1);
        test::studySql(path, test::enqueueTrial(1, R"({"nodes": 5000, "rate": 1})"));
        test::studySql(path, test::enqueueTrial(2, R"({"tap": "stem", "nodes": "many", "layers": 1e300})"));
        const auto loop = loopOn(path);
        TrialHandle outside = *loop->begin();
        QCOMPARE(*outside.suggestInt("nodes", {.low = 8, .high = 256, .log = true}), 5000);
        QCOMPARE(*outside.suggestFloat("rate", {.low = 1e-4, .high = 1.0}), 1.0);
        const auto ended = loop->finish(outside, {.value = 0.5});
        QVERIFY(ended.ok());
        QCOMPARE(outsideSpaceText(*ended), std::string("nodes = 5000"));
        QCOMPARE(outsideSpaceText(trialsOf(path)[1]), std::string("nodes = 5000"));
        TrialHandle wrong = *loop->begin();
        const auto tap = wrong.suggestCategorical("tap", {{"loss", "logits"}});
        QVERIFY(!tap.ok() && tap.error() == (Error{ErrorCode::UnknownValue, "tap", "stem", "loss, logits"}));
        QVERIFY(wrong.suggestInt("nodes", {.low = 8, .high = 256}).error().code == ErrorCode::UnknownValue);
        QVERIFY(wrong.suggestInt("layers", {.low = 1, .high = 3}).error().code == ErrorCode::UnknownValue); // it has no 64-bit form
    }

    /// Killed after it was taken from the queue: gone on with, with what it was enqueued with.
    void cutOffAfterTheQueue()
    {
        const auto path = file("cut.db");
        run(*loopOn(path), 1);
        test::studySql(path, test::enqueueTrial(1, R"({"layers": 2, "rate": 0.002})"));
        {
            TrialHandle cut = *loopOn(path)->begin();
            QCOMPARE(cut.number(), 1);
        }
        const auto loop = loopOn(path);
        QCOMPARE(loop->interruptedTrials(), std::vector<std::int64_t>{1});
        test::ScriptedObjective objective;
        const auto ended = loop->run(objective, loop->resume(1));
        QVERIFY(ended.ok());
        QCOMPARE(valueOf(*ended, "layers"), 2.0);
        QCOMPARE(valueOf(*ended, "rate"), 0.002);
    }

    /// What finish() gives is what anybody reads.
    void finishedTrialIsTheStoredOne()
    {
        const auto path = file("finish.db");
        const auto loop = loopOn(path);
        run(*loop, 11);
        for (const TrialState state : {TrialState::Complete, TrialState::Pruned, TrialState::Failed}) {
            TrialHandle trial = *loop->begin();
            QVERIFY(trial.suggestFloat("rate", {.low = 1e-4, .high = 1e-2, .log = true}).ok());
            QVERIFY(trial.report(2, 0.25).ok() && trial.report(1, 0.125).ok());
            QVERIFY(trial.setUserAttributes({{"note", {1, 2.5}}}).ok());
            TrialOutcome outcome{.state = state, .userAttributes = {{"fact", 0.1}}};
            if (state == TrialState::Complete)
                outcome.value = 0.75;
            if (state == TrialState::Failed)
                outcome.error = Error{ErrorCode::OutOfMemory, "cpu", "asked", {}};
            const auto ended = loop->finish(trial, outcome);
            QVERIFY(ended.ok());
            QVERIFY(*ended == trialsOf(path).back());
        }
    }
};

QTEST_GUILESS_MAIN(tst_Queue)
#include "tst_queue.moc"
