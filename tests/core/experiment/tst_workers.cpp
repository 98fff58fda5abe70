// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/WorkerChoice.h"
#include "tests/support/ScriptedEngine.h"

#include <QtTest>

#include <chrono>
#include <optional>
#include <pthread.h>
#include <stdexcept>
#include <system_error>
#include <thread>

using namespace reweigh;
using namespace std::chrono_literals;
using test::ScriptedEngine;

/// How many trials at once: an engine whose steps take as long as the script says.
class tst_Workers : public QObject {
    Q_OBJECT

    PreparedData m_data;

    /// Steps of `alone` with the config's own threads, of `beside` with one, until it is stopped.
    static ScriptedEngine::Script steps(std::chrono::milliseconds alone, std::chrono::milliseconds beside,
                                        const char* device = "cpu (4 threads)")
    {
        return [=](const TrainJob& job, RunObserver& observer, std::stop_token stop) -> Result<TrainResult> {
            observer.started({.device = device});
            for (int step = 1; !stop.stop_requested(); ++step) {
                std::this_thread::sleep_for(job.training.threads == 1 ? beside : alone);
                observer.stepFinished({.epoch = 1, .step = step});
            }
            return TrainResult{.end = RunEnd::Interrupted};
        };
    }

    Result<WorkerChoice> measure(ScriptedEngine& engine, int trials, int cores, int threads = 0, std::stop_token stop = {}) const
    {
        ExperimentConfig config;
        config.training.threads = threads;
        return measureWorkers(config, m_data, engine, trials, cores, std::move(stop), 0.02);
    }

private Q_SLOTS:
    void fasterSideBySide()
    {
        ScriptedEngine engine(steps(20ms, 1ms));
        const auto choice = measure(engine, 10, 4);
        QVERIFY(choice.ok());
        QCOMPARE(choice->workers, 4);
        QCOMPARE(choice->atOnce, 4);
        QVERIFY(choice->besideRate > choice->aloneRate);
        QCOMPARE(choice->aloneDevice, std::string("cpu (4 threads)"));
        QCOMPARE(engine.jobs.size(), std::size_t(5));
        for (std::size_t i = 0; i < engine.jobs.size(); ++i) {
            QCOMPARE(engine.jobs[i].training.threads, i == 0 ? 0 : 1);
            QVERIFY(engine.jobs[i].runDir.empty());
            QVERIFY(engine.jobs[i].training.weighting == "mwnet");
        }
    }

    void slowerSideBySide()
    {
        ScriptedEngine engine(steps(1ms, 50ms));
        const auto choice = measure(engine, 10, 2);
        QVERIFY(choice.ok());
        QCOMPARE(choice->workers, 1);
        QCOMPARE(choice->atOnce, 2);
        QVERIFY(choice->besideRate < choice->aloneRate);
    }

    void noMoreThanTrialsAreLeft()
    {
        ScriptedEngine engine(steps(20ms, 1ms));
        QCOMPARE(measure(engine, 3, 16)->workers, 3);
    }

    void nothingToChoose_data()
    {
        QTest::addColumn<int>("trials");
        QTest::addColumn<int>("cores");
        QTest::addColumn<int>("threads");
        QTest::newRow("one core") << 10 << 1 << 0;
        QTest::newRow("one trial") << 1 << 8 << 0;
        QTest::newRow("none left") << 0 << 8 << 0;
        QTest::newRow("threads fill the cores") << 10 << 8 << 5;
    }

    void nothingToChoose()
    {
        QFETCH(int, trials);
        QFETCH(int, cores);
        QFETCH(int, threads);
        ScriptedEngine engine(steps(1ms, 1ms));
        const auto choice = measure(engine, trials, cores, threads);
        QCOMPARE(choice->workers, 1);
        QCOMPARE(choice->atOnce, 1);
        QCOMPARE(engine.jobs.size(), std::size_t(0));
    }

    void graphicsCardsAreNotShared()
    {
        ScriptedEngine engine(steps(1ms, 1ms, "cuda:0"));
        QCOMPARE(measure(engine, 10, 4)->workers, 1);
        QCOMPARE(engine.jobs.size(), std::size_t(1));
    }

    void trainingThatEndsTooSoonSettlesNothing()
    {
        ScriptedEngine engine([](const TrainJob&, RunObserver& observer, std::stop_token) -> Result<TrainResult> {
            observer.started({.device = "cpu (4 threads)"});
            return TrainResult{.end = RunEnd::NonFinite};
        });
        const auto choice = measure(engine, 10, 4);
        QVERIFY(choice.ok());
        QCOMPARE(choice->workers, 1);
        QCOMPARE(choice->atOnce, 1);
    }

    /// No thread begins whose stack is larger than all addresses.
    void threadsThatTheSystemRefusesSettleNothing()
    {
        pthread_attr_t before, large;
        QCOMPARE(pthread_getattr_default_np(&before), 0);
        QCOMPARE(pthread_getattr_default_np(&large), 0);
        QCOMPARE(pthread_attr_setstacksize(&large, std::size_t(1) << 48), 0);
        const ScriptedEngine::Script train = steps(1ms, 1ms);
        ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, std::stop_token stop) {
            const Result<TrainResult> result = train(job, observer, std::move(stop));
            pthread_setattr_default_np(&large); // after the one alone
            return result;
        });
        std::optional<Result<WorkerChoice>> choice;
        try {
            choice = measure(engine, 10, 4);
        } catch (const std::system_error&) {
        }
        QCOMPARE(pthread_setattr_default_np(&before), 0);
        QVERIFY(choice && choice->ok());
        QCOMPARE((*choice)->workers, 1);
        QCOMPARE(engine.jobs.size(), std::size_t(1));
    }

    void exceptionOfTheEngineIsAnError()
    {
        ScriptedEngine engine(
            [](const TrainJob&, RunObserver&, std::stop_token) -> Result<TrainResult> { throw std::runtime_error("planned"); });
        const auto choice = measure(engine, 10, 4);
        QVERIFY(!choice.ok());
        QCOMPARE(choice.error().detail, std::string("planned"));
    }

    void errorOfTheEngine()
    {
        ScriptedEngine engine([](const TrainJob&, RunObserver&, std::stop_token) -> Result<TrainResult> {
            return Error{ErrorCode::OutOfMemory, "cpu", {}, {}};
        });
        const auto choice = measure(engine, 10, 4);
        QVERIFY(!choice.ok());
        QCOMPARE(choice.error().code, ErrorCode::OutOfMemory);
    }

    void stopIsTakenUp()
    {
        std::stop_source stop;
        stop.request_stop();
        ScriptedEngine engine(steps(1ms, 1ms));
        const auto choice = measure(engine, 10, 4, 0, stop.get_token());
        QVERIFY(!choice.ok());
        QCOMPARE(choice.error().code, ErrorCode::Interrupted);
    }
};

QTEST_APPLESS_MAIN(tst_Workers)
#include "tst_workers.moc"
