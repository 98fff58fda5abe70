// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/SamplerFactory.h"
#include "core/storage/MemoryStorage.h"
#include "core/study/PercentilePruner.h"
#include "core/study/StudyLoop.h"
#include "core/study/TrialError.h"
#include "tests/support/ScriptedObjective.h"

#include <QtTest>

#include <limits>
#include <new>
#include <thread>

using namespace reweigh;

/// Fails its next write when told to.
class FailingStorage : public MemoryStorage {
public:
    using MemoryStorage::MemoryStorage;
    bool failNext = false;

    Result<FrozenTrial> createTrial(const TrialUpdate& first) override
    {
        if (std::exchange(failNext, false))
            return Error{ErrorCode::DiskFull, "s.db", {}, {}};
        return MemoryStorage::createTrial(first);
    }
    Status updateTrial(std::int64_t trialId, const TrialUpdate& update) override
    {
        if (std::exchange(failNext, false))
            return Error{ErrorCode::DiskFull, "s.db", {}, {}};
        return MemoryStorage::updateTrial(trialId, update);
    }
};

class tst_Loop : public QObject {
    Q_OBJECT

    static std::unique_ptr<StudyLoop> loopOver(std::shared_ptr<StudyStorage> storage, std::unique_ptr<Pruner> pruner = nullptr)
    {
        auto loop = StudyLoop::open(std::move(storage), makeTpeSampler(7), std::move(pruner));
        return loop ? std::move(*loop) : nullptr;
    }

    static Status runOne(StudyLoop& loop, Objective& objective)
    {
        const auto trial = loop.begin();
        if (!trial)
            return trial.error();
        const Result<FrozenTrial> run = loop.run(objective, *trial);
        return run ? Status() : Status(run.error());
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
    void outcomes()
    {
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto loop = loopOver(storage);
        test::ScriptedObjective objective;
        objective.ending = [](std::int64_t number, double) -> Result<TrialOutcome> {
            switch (number) {
            case 0: return TrialOutcome{TrialState::Complete, 0.5, {}, {{"fact", 1}}};
            case 1: return TrialOutcome{TrialState::Complete, std::numeric_limits<double>::quiet_NaN(), {}, {{"fact", 2}}};
            case 2: return TrialOutcome{TrialState::Failed, {}, Error{ErrorCode::OutOfMemory, "cuda:0", "asked too much", {}}, {}};
            case 3: throw std::runtime_error("shape mismatch");
            case 4: throw std::bad_alloc();
            case 5: return TrialOutcome{TrialState::Pruned, {}, {}, {}};
            case 6: return TrialOutcome{TrialState::Complete, {}, {}, {}};
            default: return Error{ErrorCode::Interrupted, "run", {}, {}};
            }
        };
        for (int i = 0; i < 7; ++i)
            QVERIFY(runOne(*loop, objective).ok());
        const Status cut = runOne(*loop, objective);
        QVERIFY(!cut.ok() && cut.error().code == ErrorCode::Interrupted);

        const auto trials = *storage->trials();
        QVERIFY(trials[0].state == TrialState::Complete && trials[0].value == 0.5);
        QVERIFY(!errorOf(trials[0]));
        for (const int failed : {1, 2, 3, 4, 6})
            QVERIFY(trials[std::size_t(failed)].state == TrialState::Failed && !trials[std::size_t(failed)].value);
        QVERIFY(errorOf(trials[1])->code == ErrorCode::TrainingFailed);
        QCOMPARE(trials[1].userAttributes.at("fact"), nlohmann::json(2));
        QVERIFY((*errorOf(trials[2]) == Error{ErrorCode::OutOfMemory, "cuda:0", "asked too much", {}}));
        QCOMPARE(errorOf(trials[3])->detail, std::string("shape mismatch"));
        QVERIFY(errorOf(trials[4])->code == ErrorCode::OutOfMemory);
        QVERIFY(trials[5].state == TrialState::Pruned && trials[5].value == trials[5].intermediate.back().second);
        QVERIFY(trials[7].state == TrialState::Running);
        QCOMPARE(loop->count(TrialState::Failed), 5);
        QVERIFY(loop->interruptedTrials().empty()); // only when opened again
        QCOMPARE(loopOver(storage)->interruptedTrials(), std::vector<std::int64_t>{7});
    }

    void knownParameterIsGivenAgain()
    {
        const auto loop = loopOver(std::make_shared<MemoryStorage>("s", Direction::Maximize));
        TrialHandle trial = *loop->begin();
        const double value = *trial.suggestFloat("x", {.low = 0.0, .high = 1.0});
        QCOMPARE(*trial.suggestFloat("x", {.low = 0.0, .high = 1.0}), value);
        const auto other = trial.suggestFloat("x", {.low = 0.0, .high = 2.0});
        QVERIFY(!other.ok() && other.error().code == ErrorCode::StudyOtherSpace && other.error().detail == "x");
    }

    /// A write that fails leaves history and sampler as if nothing was asked.
    void failedWriteIsNotADraw()
    {
        const auto calm = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto rough = std::make_shared<FailingStorage>("s", Direction::Maximize);
        const auto calmLoop = loopOver(calm), roughLoop = loopOver(rough);
        test::ScriptedObjective objective;
        for (int i = 0; i < 14; ++i) {
            QVERIFY(runOne(*calmLoop, objective).ok());
            rough->failNext = true;
            const auto refused = roughLoop->begin();
            QVERIFY(!refused.ok() && refused.error().code == ErrorCode::DiskFull);
            TrialHandle trial = *roughLoop->begin();
            rough->failNext = true;
            QVERIFY(!trial.suggestInt("layers", {.low = 1, .high = 3}).ok());
            QVERIFY(roughLoop->run(objective, trial).ok());
        }
        QVERIFY(parametersOf(*calm) == parametersOf(*rough));
    }

    /// Cut off at every place a trial has, opened again, gone on with: the same search as without a cut.
    void resumedSearchDrawsTheSame()
    {
        constexpr int count = 16;
        const auto whole = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        test::ScriptedObjective objective;
        {
            const auto loop = loopOver(whole);
            for (int i = 0; i < count; ++i)
                QVERIFY(runOne(*loop, objective).ok());
        }
        struct Cut { };
        const auto pieces = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        int cuts = 0;
        for (int place = 0; int(pieces->trials()->size()) < count || pieces->trials()->back().state == TrialState::Running; ++place) {
            int left = place % 11;
            objective.between = [&] {
                if (left-- == 0)
                    throw Cut();
            };
            const auto loop = loopOver(pieces);
            try {
                for (const std::int64_t number : loop->interruptedTrials())
                    QVERIFY(loop->run(objective, loop->resume(number)).ok());
                if (pieces->trials()->size() < std::size_t(count))
                    QVERIFY(runOne(*loop, objective).ok());
            } catch (const Cut&) { // is no std::exception: passes the loop as a kill would
                ++cuts;
            }
        }
        QVERIFY(cuts > count);
        QVERIFY(parametersOf(*pieces) == parametersOf(*whole));
        const auto trials = *pieces->trials();
        for (const FrozenTrial& trial : trials)
            QVERIFY(trial.state == TrialState::Complete && trial.intermediate.size() == 3);
    }

    void jointDrawIsSharedAsOptunaDoes()
    {
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto loop = loopOver(storage);
        test::ScriptedObjective objective;
        for (int i = 0; i < 11; ++i)
            QVERIFY(runOne(*loop, objective).ok());
        const FrozenTrial trial = storage->trials()->back();
        const auto joint = nlohmann::json::parse(trial.systemAttributes.at("tpe:relative_params:0").get<std::string>());
        for (const char* name : {"layers", "rate", "tap"}) {
            const auto it =
                std::find_if(trial.parameters.begin(), trial.parameters.end(), [&](const Parameter& p) { return p.name == name; });
            QVERIFY(it != trial.parameters.end());
            QCOMPARE(joint.at(name), externalValue(it->distribution, it->value));
        }
    }

    void prunesTheWorse()
    {
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto loop = loopOver(storage, std::make_unique<PercentilePruner>(PercentilePrunerOptions{.startupTrials = 3}));
        test::ScriptedObjective objective;
        for (int i = 0; i < 30; ++i)
            QVERIFY(runOne(*loop, objective).ok());
        QVERIFY(loop->count(TrialState::Pruned) > 3);
        QVERIFY(loop->count(TrialState::Complete) > 3);
        QCOMPARE(loop->count(TrialState::Pruned) + loop->count(TrialState::Complete), 30);
    }

    /// A pruner's notes are stored with the trial, and there again when the study is opened anew.
    void aPrunerRemembersThroughTheTrial()
    {
        /// Prunes at the second report that is no better than the best before it; counts in the trial's attributes.
        class Impatient : public Pruner {
        public:
            bool shouldPrune(const History&, const Observation& trial, Attributes& keep) const override
            {
                const auto noted = trial.attributes.find("impatient");
                nlohmann::json note =
                    noted == trial.attributes.end() ? nlohmann::json{{"best", -1e9}, {"worse", 0}, {"step", -1}} : noted->second;
                const auto [step, value] = trial.intermediate.back();
                if (note["step"] != step) {
                    note["worse"] = value > note["best"].get<double>() ? 0 : note["worse"].get<int>() + 1;
                    note["best"] = std::max(value, note["best"].get<double>());
                    note["step"] = step;
                    keep["impatient"] = note;
                }
                return note["worse"].get<int>() >= 2;
            }
        };
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto open = [&] { return loopOver(storage, std::make_unique<Impatient>()); };
        {
            const auto loop = open();
            TrialHandle trial = *loop->begin();
            for (const auto& [step, value] : {std::pair(1, 0.5), std::pair(2, 0.4)}) {
                QVERIFY(trial.report(step, value).ok());
                QVERIFY(!*trial.shouldPrune());
                QVERIFY(!*trial.shouldPrune()); // asked again, it counts nothing twice
            }
        }
        QCOMPARE(storage->trials()->front().systemAttributes.at("impatient").at("worse"), nlohmann::json(1));
        const auto loop = open();
        TrialHandle trial = loop->resume(0);
        QVERIFY(!*trial.shouldPrune());
        QVERIFY(trial.report(3, 0.45).ok());
        QVERIFY(*trial.shouldPrune());
        const Result<FrozenTrial> ended = loop->finish(trial, {TrialState::Pruned, {}, {}, {}});
        QVERIFY(ended.ok());
        QCOMPARE(ended->systemAttributes.at("impatient").at("worse"), nlohmann::json(2));
    }

    /// Trials of another program come in by number, finished ones with their value.
    void takesInTrialsOfOthers()
    {
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto loop = loopOver(storage);
        test::ScriptedObjective objective;
        QVERIFY(runOne(*loop, objective).ok());
        QVERIFY(storage->createTrial({.end = TrialEnd{TrialState::Complete, 3.0}}).ok());
        QVERIFY(storage->createTrial({}).ok());
        QVERIFY(runOne(*loop, objective).ok());
        QCOMPARE(storage->trials()->size(), std::size_t(4));
        QVERIFY(storage->trials()->back().state == TrialState::Complete);
        QCOMPARE(loop->count(TrialState::Complete), 3);
        QVERIFY(loopOver(storage)->interruptedTrials().empty()); // theirs is not ours to go on with
    }

    void severalWorkers()
    {
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        const auto loop = loopOver(storage, std::make_unique<PercentilePruner>(PercentilePrunerOptions{}));
        std::atomic<int> failures{0};
        {
            std::vector<std::jthread> workers;
            for (int w = 0; w < 4; ++w)
                workers.emplace_back([&] {
                    test::ScriptedObjective objective;
                    for (int i = 0; i < 10; ++i)
                        failures += !runOne(*loop, objective).ok();
                });
        }
        QCOMPARE(failures.load(), 0);
        const auto trials = *storage->trials();
        QCOMPARE(trials.size(), std::size_t(40));
        for (const FrozenTrial& trial : trials)
            QVERIFY(isFinished(trial.state) && trial.parameters.size() >= 4);
    }

    void spoiltSamplerState()
    {
        const auto storage = std::make_shared<MemoryStorage>("s", Direction::Maximize);
        for (const nlohmann::json& state : {nlohmann::json("nonsense"), nlohmann::json(7)}) {
            QVERIFY(storage->setAttributes({.user = {}, .system = {{samplerStateKey, state}}}).ok());
            const auto loop = StudyLoop::open(storage, makeTpeSampler(7));
            QVERIFY(!loop.ok() && loop.error().code == ErrorCode::StudyCorrupt);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Loop)
#include "tst_loop.moc"
