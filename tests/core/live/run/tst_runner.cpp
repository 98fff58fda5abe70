// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"
#include "core/study/TrialError.h"
#include "tests/core/live/SteppedTraining.h"

#include <QSignalSpy>
#include <QtTest>

using namespace reweigh;
using test::SteppedTraining;

/// The search behind the buttons: what each of them does, and what is stored after it.
class tst_Runner : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    static std::vector<FrozenTrial> trials(const ExperimentConfig& config)
    {
        const auto storage = SqlStorage::open(StudyFolder::of(config).file(), StorageMode::Read);
        return storage ? *(*storage)->trials() : std::vector<FrozenTrial>();
    }

    /// Parameters and values: what must not depend on how often a search was cut off.
    static nlohmann::json outcome(const std::vector<FrozenTrial>& all)
    {
        nlohmann::json list;
        for (const FrozenTrial& trial : all) {
            nlohmann::json parameters;
            for (const Parameter& parameter : trial.parameters)
                parameters[parameter.name] = parameter.value;
            list.push_back({trial.number, int(trial.state), trial.value.value_or(-1), parameters, trial.intermediate});
        }
        return list;
    }

private Q_SLOTS:
    void runsToItsBudget()
    {
        SteppedTraining training;
        const auto engine = test::steppedEngine(training);
        StudyRunner runner(test::openerOf(engine));
        QSignalSpy states(&runner, &StudyRunner::stateChanged), opened(&runner, &StudyRunner::studyOpened),
            started(&runner, &StudyRunner::runStarted), epochs(&runner, &StudyRunner::epochFinished),
            runs(&runner, &StudyRunner::runFinished), ended(&runner, &StudyRunner::trialFinished),
            finished(&runner, &StudyRunner::finished), failed(&runner, &StudyRunner::failed);
        const ExperimentConfig config = test::liveConfig(m_dir.filePath("whole"), 3);
        runner.start(config);
        QVERIFY(runner.state() == RunState::Preparing);
        runner.start(config); // a second press does nothing
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(runner.state() == RunState::Idle);
        QCOMPARE(states.size(), 3);
        QVERIFY(states[1][0].value<RunState>() == RunState::Running);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].value<std::filesystem::path>().string(), m_dir.filePath("whole/study.db").toStdString());
        QCOMPARE(started.size(), 3);
        QCOMPARE(epochs.size(), 9);
        QCOMPARE(runs.size(), 3);
        QCOMPARE(ended.size(), 3);
        QVERIFY(failed.isEmpty());
        const auto key = started[1][0].value<RunKey>();
        QVERIFY(key == RunKey::ofTrial(1));
        const auto queue = started[1][2].value<std::shared_ptr<StepQueue>>();
        StepFigures step;
        int steps = 0;
        while (queue->pop(step))
            ++steps;
        QCOMPARE(steps, 12);
        QCOMPARE(step.epoch, 3);
        QCOMPARE(step.loss, 1.0 / 6);
        const auto last = ended[2][0].value<std::shared_ptr<const FrozenTrial>>();
        QVERIFY(last->number == 2 && last->state == TrialState::Complete && last->userAttributes.contains("reweigh:metrics"));
        QCOMPARE(outcome(trials(config))[2], outcome({*last})[0]);
    }

    void pauseGivesAllBackAndResumeGoesOnBitForBit()
    {
        SteppedTraining free;
        const ExperimentConfig whole = test::liveConfig(m_dir.filePath("unpaused"), 4);
        {
            StudyRunner runner(test::openerOf(test::steppedEngine(free)));
            QSignalSpy finished(&runner, &StudyRunner::finished);
            runner.start(whole);
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        }
        SteppedTraining training;
        const auto engine = test::steppedEngine(training);
        StudyRunner runner(test::openerOf(engine));
        QSignalSpy epochs(&runner, &StudyRunner::epochFinished), finished(&runner, &StudyRunner::finished),
            failed(&runner, &StudyRunner::failed);
        const ExperimentConfig config = test::liveConfig(m_dir.filePath("paused"), 4);
        training.permits = 12 + 4 + 2; // into the second trial's second epoch
        runner.start(config);
        QTRY_COMPARE_WITH_TIMEOUT(epochs.size(), 4, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(training.permits.load(), 0, 20000);
        runner.pause();
        QVERIFY(runner.state() == RunState::Pausing);
        QTRY_VERIFY_WITH_TIMEOUT(runner.state() == RunState::Paused, 20000);
        QVERIFY(!WriterLock::held(StudyFolder::of(config).file()));
        QCOMPARE(training.running.load(), 0);
        training.permits = SteppedTraining::unlimited;
        const auto paused = trials(config);
        QVERIFY(paused.back().state == TrialState::Running);
        QVERIFY(finished.isEmpty());
        runner.resume();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(failed.isEmpty());
        QCOMPARE(outcome(trials(config)), outcome(trials(whole)));
    }

    void stopNowKeepsTheTrialForTheNextStart()
    {
        SteppedTraining training;
        training.permits = 0;
        const ExperimentConfig config = test::liveConfig(m_dir.filePath("stopped"), 2);
        {
            StudyRunner runner(test::openerOf(test::steppedEngine(training)));
            QSignalSpy finished(&runner, &StudyRunner::finished), failed(&runner, &StudyRunner::failed);
            runner.start(config);
            QTRY_COMPARE_WITH_TIMEOUT(training.running.load(), 1, 20000);
            runner.stopNow();
            QVERIFY(runner.state() == RunState::Stopping);
            runner.pause(); // too late
            QTRY_VERIFY_WITH_TIMEOUT(runner.state() == RunState::Idle, 20000);
            QVERIFY(finished.isEmpty() && failed.isEmpty());
            QVERIFY(trials(config).back().state == TrialState::Running);
        }
        training.permits = SteppedTraining::unlimited;
        StudyRunner runner(test::openerOf(test::steppedEngine(training)));
        QSignalSpy finished(&runner, &StudyRunner::finished);
        runner.start(config);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QCOMPARE(trials(config).size(), std::size_t(2));
    }

    void destructionStopsAndWaits()
    {
        SteppedTraining training;
        training.permits = 0;
        const ExperimentConfig config = test::liveConfig(m_dir.filePath("destroyed"), 2);
        {
            StudyRunner runner(test::openerOf(test::steppedEngine(training)));
            runner.start(config);
            QTRY_COMPARE_WITH_TIMEOUT(training.running.load(), 1, 20000);
        }
        QCOMPARE(training.running.load(), 0);
        QVERIFY(!WriterLock::held(StudyFolder::of(config).file()));
        QVERIFY(trials(config).back().state == TrialState::Running);
    }

    void stopAfterEpochLetsEveryTrialReachItsEpochsEnd()
    {
        SteppedTraining training;
        training.permits = 0;
        const auto engine = test::steppedEngine(training);
        StudyRunner runner(test::openerOf(engine));
        QSignalSpy epochs(&runner, &StudyRunner::epochFinished), finished(&runner, &StudyRunner::finished),
            failed(&runner, &StudyRunner::failed);
        const ExperimentConfig config = test::liveConfig(m_dir.filePath("epoch"), 5);
        runner.setWorkers(2);
        runner.start(config);
        QTRY_COMPARE_WITH_TIMEOUT(training.running.load(), 2, 20000);
        runner.stopAfterEpoch();
        QVERIFY(runner.state() == RunState::Stopping);
        training.permits = SteppedTraining::unlimited;
        QTRY_VERIFY_WITH_TIMEOUT(runner.state() == RunState::Idle, 20000);
        QCOMPARE(epochs.size(), 2);
        QCOMPARE(engine->jobCount(), std::size_t(2));
        for (const TrainJob& job : engine->jobs)
            QCOMPARE(nlohmann::json::parse(*readFile(SteppedTraining::checkpoint(job))), (nlohmann::json{{"epoch", 2}, {"step", 0}}));
        QVERIFY(finished.isEmpty() && failed.isEmpty());
        runner.start(config);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QCOMPARE(trials(config).size(), std::size_t(5));
        QCOMPARE(epochs.size(), 15);
    }

    void budgetAndWorkersRiseWhileItRuns()
    {
        SteppedTraining training;
        training.permits = 0;
        const auto engine = test::steppedEngine(training);
        StudyRunner runner(test::openerOf(engine));
        QSignalSpy finished(&runner, &StudyRunner::finished), ended(&runner, &StudyRunner::trialFinished);
        const ExperimentConfig config = test::liveConfig(m_dir.filePath("raised"), 1);
        runner.start(config);
        QTRY_COMPARE_WITH_TIMEOUT(training.running.load(), 1, 20000);
        runner.setWorkers(2);
        runner.setBudget(5);
        QTRY_COMPARE_WITH_TIMEOUT(training.running.load(), 2, 20000); // while the first is held
        training.permits = SteppedTraining::unlimited;
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QCOMPARE(ended.size(), 5);
        QCOMPARE(trials(config).size(), std::size_t(5));
        QCOMPARE(training.most.load(), 2);
        const int cores = machineCores();
        QCOMPARE(engine->jobs[1].training.threads, cores > 1 ? cores / 2 : 0);
    }
};

QTEST_GUILESS_MAIN(tst_Runner)
#include "tst_runner.moc"
