// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/MachineCores.h"
#include "core/experiment/VariantResult.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"
#include "core/study/TrialError.h"
#include "tests/core/live/SteppedTraining.h"

#include <QSignalSpy>
#include <QtTest>

using namespace reweigh;
using test::SteppedTraining;

/// What goes wrong in the background: a failed trial, or a told error; never the end of the process. And comparisons.
class tst_Trouble : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    ExperimentConfig config(const char* name, int trials) const { return test::liveConfig(m_dir.filePath(name), trials); }

    static std::vector<FrozenTrial> trials(const ExperimentConfig& config)
    {
        return *(*SqlStorage::open(StudyFolder::of(config).file(), StorageMode::Read))->trials();
    }

    /// The error that starting `config` ends with; Internal if it finishes.
    static Error errorOfStart(const ExperimentConfig& config, EngineOpener opener)
    {
        StudyRunner runner(std::move(opener));
        QSignalSpy finished(&runner, &StudyRunner::finished), failed(&runner, &StudyRunner::failed);
        runner.start(config);
        if (!QTest::qWaitFor([&] { return !finished.isEmpty() || !failed.isEmpty(); }, 20000) || failed.isEmpty())
            return {};
        return runner.state() == RunState::Idle ? failed[0][0].value<Error>() : Error{};
    }

private Q_SLOTS:
    void exceptionsAreFailedTrials()
    {
        std::atomic<int> call{0};
        const ExperimentConfig c = config("throws", 4);
        StudyRunner runner(test::openerOf([&](const TrainJob& job, RunObserver& observer, auto) -> Result<TrainResult> {
            if (++call % 2)
                throw std::runtime_error("planned");
            return test::scriptedRun(job, observer, {0.5});
        }));
        QSignalSpy finished(&runner, &StudyRunner::finished);
        runner.setWorkers(2);
        runner.start(c);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        const auto all = trials(c);
        QCOMPARE(std::ranges::count(all, TrialState::Failed, &FrozenTrial::state), 2);
        QCOMPARE(std::ranges::count(all, TrialState::Complete, &FrozenTrial::state), 2);
    }

    void aFullDiskEndsTheSearchAndStopsTheTrialBeside()
    {
        SteppedTraining beside;
        beside.permits = 0;
        std::atomic<int> call{0};
        const ExperimentConfig c = config("full", 6);
        const Error error = [&] {
            StudyRunner runner(test::openerOf([&](const TrainJob& job, RunObserver& observer, std::stop_token stop) -> Result<TrainResult> {
                if (++call == 1)
                    return beside(job, observer, std::move(stop)); // held until it is asked to stop
                while (beside.running == 0)
                    std::this_thread::yield();
                return Error{ErrorCode::DiskFull, "somewhere", "no space", {}};
            }));
            QSignalSpy failed(&runner, &StudyRunner::failed);
            runner.setWorkers(2);
            runner.start(c);
            return QTest::qWaitFor([&] { return !failed.isEmpty(); }, 20000) ? failed[0][0].value<Error>() : Error{};
        }();
        QVERIFY(error.code == ErrorCode::DiskFull);
        QCOMPARE(trials(c).size(), std::size_t(2));
        QVERIFY(trials(c)[0].state == TrialState::Running && trials(c)[1].state == TrialState::Running);
        beside.permits = SteppedTraining::unlimited;
        QVERIFY(errorOfStart(c, test::openerOf(test::steppedEngine(beside))).code == ErrorCode::Internal); // it finished
        QCOMPARE(trials(c).size(), std::size_t(6));
    }

    void whatKeepsASearchFromBeginningIsTold()
    {
        SteppedTraining training;
        const auto engine = test::openerOf(test::steppedEngine(training));
        QVERIFY(errorOfStart(config("noengine", 1),
                             [](auto&&...) {
                                 return Error{ErrorCode::EngineMissing, "lib", "no such file", {}};
                             })
                    .code
                == ErrorCode::EngineMissing);
        QVERIFY(!std::filesystem::exists(StudyFolder::of(config("noengine", 1)).file()));
        QVERIFY(
            errorOfStart(config("thrower", 1), [](auto&&...) -> Result<std::shared_ptr<Engine>> { throw std::runtime_error("planned"); })
                .detail
            == "planned");
        ExperimentConfig missing = config("nodata", 1);
        missing.data.dataset = "cifar10";
        missing.data.dataDir = m_dir.path().toStdString();
        QVERIFY(errorOfStart(missing, engine).code == ErrorCode::DataSetNotInstalled);

        ExperimentConfig c = config("other", 1);
        QVERIFY(errorOfStart(c, engine).code == ErrorCode::Internal);
        c.search.layersHigh = 5;
        QVERIFY(errorOfStart(c, engine).code == ErrorCode::StudyOtherSpace);
        c = config("other", 2);
        const auto writer = SqlStorage::open(StudyFolder::of(c).file(), StorageMode::Write);
        QVERIFY(errorOfStart(c, engine).code == ErrorCode::StudyLocked);
        QVERIFY(writer.ok());
    }

    void comparisonsArePausedResumedAndKept()
    {
        SteppedTraining training;
        const auto engine = test::steppedEngine(training);
        ExperimentConfig c = config("variants", 2);
        c.search.variantSeeds = 2;
        c.training.threads = 1; // nothing is measured
        StudyRunner runner(test::openerOf(engine));
        QSignalSpy failed(&runner, &StudyRunner::failed), finished(&runner, &StudyRunner::finished),
            compared(&runner, &StudyRunner::comparisonFinished), started(&runner, &StudyRunner::runStarted),
            kept(&runner, &StudyRunner::resultsKept);
        runner.compare(c, {{"searched", "searched"}});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000); // there is no study yet
        QVERIFY(failed[0][0].value<Error>().code == ErrorCode::StudyMissing);
        runner.start(c);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20000);
        QVERIFY(!runner.comparing());
        started.clear();
        training.permits = 12 + 5; // into the second training, at least
        runner.compare(c, {{"searched", "searched"}, {"ce", "ce"}});
        QVERIFY(runner.comparing());
        QTRY_COMPARE_WITH_TIMEOUT(training.permits.load(), 0, 20000);
        runner.pause();
        QTRY_VERIFY_WITH_TIMEOUT(runner.state() == RunState::Paused, 20000);
        training.permits = SteppedTraining::unlimited;
        runner.resume();
        QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 1, 20000);
        QCOMPARE(finished.size(), 2);
        // Four, and a second part of each that was held: as many as ran at once.
        const int cores = machineCores();
        QVERIFY(started.size() > 4 && started.size() <= 4 + std::min(4, cores));
        QVERIFY(training.most <= cores);
        QCOMPARE(started[0][0].value<RunKey>().seed, 1); // seed by seed
        const auto attributes = (*SqlStorage::open(StudyFolder::of(c).file(), StorageMode::Read))->attributes();
        const auto stored = storedVariants(attributes->user);
        QVERIFY(stored.ok());
        QCOMPARE(stored->list.size(), std::size_t(2));
        QCOMPARE(stored->list.at(1).runs.size(), std::size_t(2));
        QVERIFY(kept.size() >= 4); // told after each run
    }

    void aThrowingComparisonIsTold()
    {
        SteppedTraining training;
        ExperimentConfig c = config("badvariants", 1);
        c.training.threads = 1;
        QVERIFY(errorOfStart(c, test::openerOf(test::steppedEngine(training))).code == ErrorCode::Internal);
        StudyRunner runner(test::openerOf([](auto&&...) -> Result<TrainResult> { throw std::bad_alloc(); }));
        QSignalSpy failed(&runner, &StudyRunner::failed);
        runner.compare(c, {{"fixed", "fixed"}});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
        QVERIFY(failed[0][0].value<Error>().code == ErrorCode::OutOfMemory);
        QVERIFY(runner.state() == RunState::Idle);
    }
};

QTEST_GUILESS_MAIN(tst_Trouble)
#include "tst_trouble.moc"
