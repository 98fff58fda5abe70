// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/base/MachineCores.h"
#include "core/base/PathText.h"
#include "core/experiment/SearchSession.h"
#include "core/experiment/TrainingObjective.h"
#include "core/experiment/WorkerChoice.h"
#include "core/runfiles/RunFolder.h"
#include "core/runfiles/SafeTensors.h"
#include "core/storage/StudyFolder.h"
#include "core/storage/TrialAttributes.h"
#include "core/study/TrialError.h"
#include "core/study/TrialTimes.h"
#include "tests/core/experiment/SmallSearch.h"
#include "tests/support/ScriptedEngine.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <thread>

using namespace reweigh;
using test::ScriptedEngine;

/// A search with an engine that does as the script says: what becomes of a trial, and of the study.
class tst_Objective : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    PreparedData m_data;

    ExperimentConfig config(const char* name, int trials) const { return test::smallSearch(m_dir.filePath(name), trials, 4, 2); }

    std::unique_ptr<SearchSession> session(const ExperimentConfig& c, bool resume = false) const
    {
        auto opened = SearchSession::open(c, m_data, resume, "scripted");
        return opened ? std::move(opened).value() : nullptr;
    }

    static Status run(SearchSession& session, ScriptedEngine::Script script, std::stop_token stop = {})
    {
        SearchBudget budget(session.finishedTrials() + session.remainingTrials());
        return session.run(std::make_shared<ScriptedEngine>(std::move(script)), {}, stop, budget);
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto prepared = prepareData(config("x", 1).data);
        QVERIFY(prepared.ok());
        m_data = *prepared;
    }

    void objectiveIsMeanValidationOfTheLastEpochs()
    {
        auto s = session(config("mean", 3));
        QVERIFY(run(*s, [](const TrainJob& job, RunObserver& observer, auto) {
                    return test::scriptedRun(job, observer, {0.1, 0.2, 0.6, 0.8});
                }).ok());
        for (const FrozenTrial& trial : *s->storage().trials()) {
            QVERIFY(trial.state == TrialState::Complete);
            QCOMPARE(*trial.value, 0.7);
            QCOMPARE(trial.intermediate.size(), std::size_t(4));
            const auto facts = trialFacts(trial);
            QVERIFY(facts.ok());
            QCOMPARE(facts->metrics.at("test.accuracy").lastEpoch, 4);
            QCOMPARE(facts->attempt, 1);
        }
    }

    void trialsDifferInSeedAndFolder()
    {
        std::vector<TrainJob> jobs;
        auto s = session(config("seeds", 4));
        QVERIFY(run(*s, [&](const TrainJob& job, RunObserver& observer, auto) {
                    jobs.push_back(job);
                    return test::scriptedRun(job, observer, {0.5});
                }).ok());
        std::set<std::uint64_t> seeds;
        std::set<std::filesystem::path> folders;
        for (const TrainJob& job : jobs) {
            seeds.insert(job.training.trainSeed);
            folders.insert(job.runDir);
            QVERIFY(job.resume && job.training.weighting == "mwnet");
        }
        QCOMPARE(seeds.size(), std::size_t(4));
        QCOMPARE(folders.size(), std::size_t(4));
    }

    void failuresAreOutcomes()
    {
        int call = 0;
        auto s = session(config("failures", 4));
        QVERIFY(run(*s, [&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
                    switch (call++) {
                    case 0: return Error{ErrorCode::TrainingFailed, "run", "mat1 and mat2 shapes cannot be multiplied", {}};
                    case 1: {
                        auto result = test::scriptedRun(job, observer, {0.4});
                        result.value().end = RunEnd::NonFinite;
                        return result;
                    }
                    case 2: throw std::runtime_error("planned");
                    default: return test::scriptedRun(job, observer, {0.5, 0.5});
                    }
                }).ok());
        const auto trials = *s->storage().trials();
        QCOMPARE(trials.size(), std::size_t(4));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(trials[std::size_t(i)].state == TrialState::Failed);
            QVERIFY(errorOf(trials[std::size_t(i)])->code == ErrorCode::TrainingFailed);
        }
        QVERIFY(errorOf(trials[0])->detail.find("mat1") != std::string::npos);
        QVERIFY(trials[3].state == TrialState::Complete);
    }

    void outOfMemoryIsTriedAgainWithHalfTheBatch()
    {
        std::vector<int> batches;
        auto s = session(config("memory", 2));
        QVERIFY(run(*s, [&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
                    batches.push_back(job.training.batchSize);
                    if (batches.size() != 2)
                        return Error{ErrorCode::OutOfMemory, "cpu", "can't allocate", {}};
                    return test::scriptedRun(job, observer, {0.5});
                }).ok());
        QCOMPARE(batches, std::vector<int>({100, 50, 100, 50}));
        const auto trials = *s->storage().trials();
        QCOMPARE(trialFacts(trials[0])->attempt, 2);
        QCOMPARE(trialFacts(trials[0])->training.at("batch-size"), nlohmann::json(50));
        QVERIFY(trials[1].state == TrialState::Failed && errorOf(trials[1])->code == ErrorCode::OutOfMemory);
    }

    void whatHitsEveryTrialEndsTheStudyAndLosesNothing()
    {
        const ExperimentConfig c = config("ends", 3);
        {
            auto s = session(c);
            int call = 0;
            const Status status = run(*s, [&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
                if (call++ == 1)
                    return Error{ErrorCode::DiskFull, "somewhere", "no space", {}};
                return test::scriptedRun(job, observer, {0.5});
            });
            QVERIFY(!status.ok() && status.error().code == ErrorCode::DiskFull);
        }
        auto s = session(c, true);
        QCOMPARE(s->finishedTrials(), 1);
        QVERIFY(run(*s, [](const TrainJob& job, RunObserver& observer, auto) { return test::scriptedRun(job, observer, {0.6}); }).ok());
        const auto trials = *s->storage().trials();
        QCOMPARE(trials.size(), std::size_t(3)); // the second was gone on with, not made again
        for (const FrozenTrial& trial : trials)
            QVERIFY(trial.state == TrialState::Complete);
    }

    /// A trial that goes on stores how long it had trained, so that the pause is no part of its time.
    void interruptionsAreStored()
    {
        const ExperimentConfig c = config("paused", 2);
        {
            auto s = session(c);
            const Status status = run(*s, [](const TrainJob& job, RunObserver&, auto) -> Result<TrainResult> {
                if (const Status written = writeSafeTensors(RunFolder(job.runDir).file(RunFolder::checkpoint),
                                                            {.tensors = {}, .metadata = {{"seconds", "1.0e6"}}});
                    !written)
                    return written.error();
                return TrainResult{.end = RunEnd::Interrupted, .epochs = {}, .run = {}};
            });
            QVERIFY(!status.ok() && status.error().code == ErrorCode::Interrupted);
            QCOMPARE(s->storage().trials()->front().systemAttributes.at(continuedKey), nlohmann::json::array());
        }
        auto s = session(c, true);
        QVERIFY(run(*s, [](const TrainJob& job, RunObserver& observer, auto) { return test::scriptedRun(job, observer, {0.6}); }).ok());
        const auto trials = *s->storage().trials();
        QCOMPARE(trials[0].systemAttributes.at(continuedKey).size(), std::size_t(1));
        QVERIFY(*runningSeconds(trials[0]) >= 1.0e6);
        QCOMPARE(trials[1].systemAttributes.at(continuedKey), nlohmann::json::array());
        QVERIFY(*runningSeconds(trials[1]) < 1.0e6);
    }

    /// What a dead device does to a trial it would do to all that are left of the budget.
    void lostDeviceFailsOneTrialAndEndsTheSearch()
    {
        const ExperimentConfig c = config("lost", 6);
        {
            auto s = session(c);
            int call = 0;
            const Status status = run(*s, [&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
                if (call++ >= 1)
                    return Error{ErrorCode::DeviceLost, "cuda:0", "an illegal memory access was encountered", {}};
                return test::scriptedRun(job, observer, {0.5});
            });
            QVERIFY(!status.ok());
            QCOMPARE(status.error().code, ErrorCode::DeviceLost);
            QCOMPARE(status.error().where, std::string("cuda:0"));
            QCOMPARE(call, 2);
        }
        auto s = session(c, true); // the program was started again
        const auto before = *s->storage().trials();
        QCOMPARE(before.size(), std::size_t(2));
        QVERIFY(before[1].state == TrialState::Failed && errorOf(before[1])->code == ErrorCode::DeviceLost);
        QVERIFY(run(*s, [](const TrainJob& job, RunObserver& observer, auto) { return test::scriptedRun(job, observer, {0.6}); }).ok());
        QCOMPARE(s->storage().trials()->size(), std::size_t(6));
    }

    /// The engine says with a hint that another training has met the error before.
    void deviceLostByAnotherTrialEndsTheSearchAndFailsNone()
    {
        const ExperimentConfig c = config("lost-by-another", 2);
        {
            auto s = session(c);
            const Status status = run(*s, [](const TrainJob&, RunObserver&, auto) -> Result<TrainResult> {
                return Error{ErrorCode::DeviceLost, "cuda:0", "an illegal memory access was encountered", "another"};
            });
            QVERIFY(!status.ok());
            QCOMPARE(status.error().code, ErrorCode::DeviceLost);
            QCOMPARE(s->storage().trials()->size(), std::size_t(1));
            QVERIFY(s->storage().trials()->front().state == TrialState::Running);
        }
        auto s = session(c, true);
        QVERIFY(run(*s, [](const TrainJob& job, RunObserver& observer, auto) { return test::scriptedRun(job, observer, {0.6}); }).ok());
        for (const FrozenTrial& trial : *s->storage().trials())
            QVERIFY(trial.state == TrialState::Complete);
    }

    /// What the test images' evaluation depends on: the engine is told which epochs count.
    void engineIsToldWhichEpochsCount()
    {
        std::vector<int> counted;
        auto s = session(config("counted", 1));
        QVERIFY(run(*s, [&](const TrainJob& job, RunObserver& observer, auto) {
                    counted.push_back(job.countedEpochs);
                    return test::scriptedRun(job, observer, {0.5});
                }).ok());
        QCOMPARE(counted, std::vector<int>({2}));
    }

    /// An exception on a search's thread that is no trial's own is an error of the search; it does not end the program.
    void exceptionOnASearchThreadIsAnError()
    {
        StudyEvents events;
        events.trialFinished = [](const FrozenTrial& trial) {
            if (trial.number == 1)
                throw std::runtime_error("thrown by an observer");
        };
        ExperimentConfig c = config("throws", 8);
        auto s = session(c);
        SearchBudget budget(c.search.trials, 3);
        const auto engine = std::make_shared<ScriptedEngine>(
            [](const TrainJob& job, RunObserver& told, auto) { return test::scriptedRun(job, told, {0.5}); });
        const Status status = s->run(engine, events, {}, budget);
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::TrainingFailed);
        QCOMPARE(status.error().detail, std::string("thrown by an observer"));
    }

    void stopIsInterruptionNotFailure()
    {
        auto s = session(config("stop", 3));
        std::stop_source stop;
        const Status status = run(
            *s,
            [&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
                stop.request_stop();
                auto result = test::scriptedRun(job, observer, {0.5});
                result.value().end = RunEnd::Interrupted;
                return result;
            },
            stop.get_token());
        QVERIFY(!status.ok() && status.error().code == ErrorCode::Interrupted);
        QVERIFY(s->storage().trials()->back().state == TrialState::Running);
    }

    void prunedTrialsArePruned()
    {
        ExperimentConfig c = config("prune", 8);
        c.search.ownSettings = {{"pruner-startup-trials", 4}, {"pruner-warmup-epochs", 0}};
        auto s = session(c);
        QVERIFY(run(*s, [&](const TrainJob& job, RunObserver& observer, auto) {
                    const bool good = job.runDir.string().back() < '5';
                    return test::scriptedRun(job, observer,
                                             good ? std::vector<double>{0.5, 0.6, 0.7, 0.8} : std::vector<double>{0.1, 0.1, 0.1, 0.1});
                }).ok());
        const auto trials = *s->storage().trials();
        QVERIFY(trials[4].state == TrialState::Complete);
        for (std::size_t i = 5; i < 8; ++i) {
            QVERIFY(trials[i].state == TrialState::Pruned);
            QVERIFY(trials[i].intermediate.size() < 4);
        }
    }

    void anotherStudyIsRefused()
    {
        const ExperimentConfig c = config("same", 1);
        QVERIFY(run(*session(c), [](const TrainJob& job, RunObserver& observer, auto) {
                    return test::scriptedRun(job, observer, {0.5});
                }).ok());
        QVERIFY(SearchSession::open(c, m_data, false, "s").error().code == ErrorCode::StudyExists);
        const auto differs = [&](auto change) {
            ExperimentConfig other = c;
            change(other);
            const auto opened = SearchSession::open(other, m_data, true, "s");
            return opened ? std::string() : opened.error().detail;
        };
        QVERIFY(differs([](auto& o) { o.search.layersHigh = 5; }).find("max-layers") != std::string::npos);
        QVERIFY(differs([](auto& o) { o.training.lr = 0.5; }).find("lr is") != std::string::npos);
        QCOMPARE(differs([](auto& o) { o.search.lag = 3; }), std::string("search-lag is 0 there, 3 here"));
        QVERIFY(differs([](auto& o) { o.search.trials = 99, o.training.threads = 7; }).empty());
    }

    /// A second study in a folder, as with `--study other.db`, or one whose file was removed, went on from the other's trainings: its first
    /// trial failed, and then it could neither go on nor begin anew.
    void trainingsOfAnotherStudyAreLeftAlone()
    {
        ExperimentConfig c = config("first", 1);
        const StudyFolder first = StudyFolder::of(c);
        QVERIFY(session(c));
        QVERIFY(makeFolder(first.trialRun(0, 1)).ok());
        c.search.study = (first.folder() / "second.db").string();
        const auto second = SearchSession::open(c, m_data, false, "s");
        QVERIFY(!second.ok() && second.error().code == ErrorCode::StudyExists);
        QCOMPARE(second.error().where, first.trialRun(0, 1).string());
        QVERIFY(!isThere(c.search.study));
        QVERIFY(session(c, true)); // asked to
    }

    /// The versions before stored no lag: none is what they had.
    void aStudyOfBeforeHasNoLag()
    {
        ExperimentConfig c = config("before", 1);
        {
            const auto s = session(c);
            nlohmann::json stored = s->storage().attributes()->user.at(attribute::config);
            QCOMPARE(stored.erase("search-lag"), std::size_t(1));
            QVERIFY(s->storage().setAttributes({.user = {{attribute::config, stored}}}).ok());
        }
        QVERIFY(session(c, true));
        c.search.lag = 3;
        const auto opened = SearchSession::open(c, m_data, true, "s");
        QVERIFY(!opened.ok() && opened.error().code == ErrorCode::StudyOtherSpace);
        QCOMPARE(opened.error().detail, std::string("search-lag is 0 there, 3 here"));
    }

    /// Nobody has chosen a number of workers: only with a lag, which makes the trials the same for any number, it is more than one.
    void usualNumberOfWorkers()
    {
        const int cores = machineCores();
        ExperimentConfig c;
        QCOMPARE(usualWorkers(c), 1);
        c.training.threads = 1;
        QCOMPARE(usualWorkers(c), 1);
        for (const int lag : {1, 2, 8, 1000}) {
            c.search.lag = lag;
            c.training.threads = 1;
            QCOMPARE(usualWorkers(c), std::min(cores, lag));
            c.training.threads = cores;
            QCOMPARE(usualWorkers(c), 1);
            c.training.threads = 0;
            QVERIFY(usualWorkers(c) >= 1 && usualWorkers(c) <= std::min(cores, lag));
        }
        c.training.threads = 1;
        c.training.device = "cuda:0"; // whose memory they would share
        QCOMPARE(usualWorkers(c), 1);
    }

    /// A comparison takes its own threads, else those of the one before; without either it measures when it begins.
    void usualNumberOfAComparison()
    {
        const int cores = machineCores();
        TrainOptions training;
        QCOMPARE(usualComparisonWorkers(training, 0), 1);
        QCOMPARE(usualComparisonWorkers(training, 1), cores);
        training.threads = cores;
        QCOMPARE(usualComparisonWorkers(training, 1), 1);
        training.threads = 1;
        QCOMPARE(usualComparisonWorkers(training, 0), cores);
        training.threads = cores + 1;
        QCOMPARE(usualComparisonWorkers(training, 0), 1);
        training.threads = 1;
        training.device = "cuda:0";
        QCOMPARE(usualComparisonWorkers(training, 1), 1);
    }

    /// The number of threads decides how a training rounds, so with a lag it must not depend on the number of workers.
    void aLagDecidesTheThreads()
    {
        const int cores = machineCores();
        const int share = std::max(1, cores / 4);
        for (const int workers : {1, 4, 6}) {
            ExperimentConfig c = config(("threads" + std::to_string(workers)).c_str(), 6);
            c.search.lag = 4;
            const auto s = session(c);
            SearchBudget budget(c.search.trials, workers);
            const auto engine = std::make_shared<ScriptedEngine>([](const TrainJob& job, RunObserver& observer, auto) {
                return test::scriptedRun(job, observer, {0.5, 0.6, 0.7, 0.8});
            });
            QVERIFY(s->run(engine, {}, {}, budget).ok());
            QCOMPARE(engine->jobs.size(), std::size_t(6));
            for (const TrainJob& job : engine->jobs)
                QCOMPARE(job.training.threads, share == cores ? 0 : share);
            QVERIFY(!s->storage().attributes()->system.contains(samplerStateKey)); // each draw has a seed of its own
        }
        ExperimentConfig c = config("x", 1);
        c.search.lag = 4;
        c.training.threads = 3;
        QCOMPARE(trialThreads(c, 2), 3);
    }
};

QTEST_GUILESS_MAIN(tst_Objective)
#include "tst_objective.moc"
