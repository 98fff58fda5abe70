// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Methods.h"
#include "core/live/cost/CostProbe.h"
#include "tests/core/live/SteppedTraining.h"

#include <QSignalSpy>
#include <QtTest>

#include <ctime>
#include <set>

using namespace reweigh;

/// The cost of a study, from an engine whose steps and evaluations take a known time.
class tst_Cost : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    static void rest(double milliseconds) { std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(milliseconds)); }

    /// Steps of 4 ms, as many as the plan yields; evaluating takes 0.5 ms an image.
    struct TimedEngine {
        std::atomic<int> trainings{0}, steps{0};
        std::vector<std::size_t> evaluated;

        Result<TrainResult> operator()(const TrainJob& job, RunObserver& observer, std::stop_token stop)
        {
            ++trainings;
            if (!job.runDir.empty())
                return Error{ErrorCode::Internal, "a probe writes nothing", {}, {}};
            TrainResult result;
            const int count = int((job.plan->train.size() + std::size_t(job.training.batchSize) - 1) / std::size_t(job.training.batchSize));
            result.run = {.device = "cpu (1 thread)", .epochs = job.training.epochs, .stepsPerEpoch = count};
            observer.started(result.run);
            for (int step = 1; step <= count; ++step) {
                if (stop.stop_requested()) {
                    result.end = RunEnd::Interrupted;
                    return result;
                }
                rest(4);
                ++steps;
                observer.stepFinished({.epoch = 1, .step = step});
            }
            const std::size_t images = job.plan->meta.size() + job.plan->validation.size() + job.source->test.size();
            evaluated.push_back(images);
            rest(0.5 * double(images));
            observer.epochFinished({.epoch = 1});
            return result;
        }
    };

    static EngineOpener openerOf(TimedEngine& engine)
    {
        return test::openerOf(
            [&](const TrainJob& job, RunObserver& observer, std::stop_token stop) { return engine(job, observer, std::move(stop)); });
    }

    ExperimentConfig config() const
    {
        ExperimentConfig c = test::liveConfig(m_dir.path(), 12);
        c.training.epochs = 5;
        c.training.batchSize = 1;
        return c;
    }

private Q_SLOTS:
    void stepsAndEvaluationsAddUp()
    {
        TimedEngine engine;
        CostProbe probe(openerOf(engine));
        QSignalSpy measured(&probe, &CostProbe::measured);
        QVERIFY(!probe.measuring());
        probe.measure(config());
        QVERIFY(probe.measuring());
        QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 1, 20000);
        QVERIFY(!probe.measuring());
        const auto cost = measured[0][0].value<CostInfo>();
        QCOMPARE(cost.stepsPerEpoch, 20);
        QCOMPARE(cost.stepsMeasured, 15);
        QCOMPARE(engine.steps.load(), 3 + 15 + 2); // no more than asked for, and two before the evaluation
        QCOMPARE(engine.trainings.load(), 2);
        QCOMPARE(engine.evaluated, std::vector<std::size_t>({40})); // 10 meta, 10 validation, 20 test
        QVERIFY(cost.stepSeconds >= 0.004);
        QVERIFY(cost.evaluationSeconds >= 0.02);
        QCOMPARE(cost.epochSeconds, 20 * cost.stepSeconds + cost.evaluationSeconds);
        QCOMPARE(cost.trialSeconds, 5 * cost.epochSeconds);
        QCOMPARE(cost.studySeconds, 12 * cost.trialSeconds);
        QCOMPARE(cost.device, std::string("cpu (1 thread)"));
        QVERIFY(cost.memoryBytes >= 0);
    }

    void aShortEpochIsMeasuredWhole()
    {
        TimedEngine engine;
        CostProbe probe(openerOf(engine));
        QSignalSpy measured(&probe, &CostProbe::measured);
        ExperimentConfig c = config();
        c.training.batchSize = 10; // two steps an epoch
        probe.measure(c);
        QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 1, 20000);
        const auto cost = measured[0][0].value<CostInfo>();
        QCOMPARE(cost.stepsPerEpoch, 2);
        QCOMPARE(cost.stepsMeasured, 1);
        QCOMPARE(engine.trainings.load(), 1);
        QVERIFY(cost.evaluationSeconds >= 0.02);
    }

    /// Losses that count classes refuse images that lack one, as the few may that are trained on before an evaluation: the cost of such a
    /// study could not be measured.
    void ofALossThatCountsClasses()
    {
        TimedEngine timed;
        const EngineOpener opener =
            test::openerOf([&](const TrainJob& job, RunObserver& observer, std::stop_token stop) -> Result<TrainResult> {
                const std::set<std::uint16_t> labels(job.plan->observedLabel.begin(), job.plan->observedLabel.end());
                if (lossRow(job.training.loss)->needsClassCounts && labels.size() < std::size_t(job.plan->classes))
                    return Error{ErrorCode::RecipeNotApplicable, job.training.loss, {}, {}};
                return timed(job, observer, std::move(stop));
            });
        ExperimentConfig c = config();
        c.data.noiseType = NoiseType::None;
        c.training.loss = "balanced-softmax";
        const auto cost = measureCost(c, opener, {});
        QVERIFY2(cost.ok(), cost.ok() ? "" : cost.error().where.c_str());
        QVERIFY(cost->stepSeconds >= 0.004 && cost->evaluationSeconds >= 0.02);
    }

    /// On a busy machine the clock says little: processor time is measured, through as many epochs as it takes.
    void processorTimeOfShortSteps()
    {
        const auto work = [](double seconds) {
            for (const std::clock_t begun = std::clock(); double(std::clock() - begun) < seconds * CLOCKS_PER_SEC;) { }
        };
        test::ScriptedEngine engine([&](const TrainJob& job, RunObserver& observer, std::stop_token stop) -> Result<TrainResult> {
            TrainResult result;
            result.run = {.device = "cpu (1 thread)", .epochs = job.training.epochs, .stepsPerEpoch = 20};
            observer.started(result.run);
            for (int epoch = 1; epoch <= job.training.epochs && !stop.stop_requested(); ++epoch) {
                for (int step = 1; step <= 20 && !stop.stop_requested(); ++step) {
                    work(0.005);
                    rest(5); // does not count
                    observer.stepFinished({.epoch = epoch, .step = step});
                }
                work(0.03);
                observer.epochFinished({.epoch = epoch});
            }
            return result;
        });
        const ExperimentConfig c = config();
        const auto data = prepareData(c.data);
        QVERIFY(data.ok());
        const auto cost = measureCost(c, *data, engine, {.steps = 10, .processor = 0.5, .seconds = 60.0}, {});
        QVERIFY(cost.ok());
        QVERIFY2(cost->stepsMeasured > 20, qPrintable(QString::number(cost->stepsMeasured)));
        QVERIFY2(cost->stepProcessor >= 0.005 && cost->stepProcessor < 0.009, qPrintable(QString::number(cost->stepProcessor)));
        QVERIFY2(cost->evaluationProcessor >= 0.03 && cost->evaluationProcessor < 0.05,
                 qPrintable(QString::number(cost->evaluationProcessor)));
        QVERIFY(cost->stepSeconds >= 0.01);
    }

    void aNewQuestionDropsTheOld()
    {
        test::SteppedTraining held;
        held.permits = 0;
        CostProbe probe(test::openerOf(test::steppedEngine(held)));
        QSignalSpy measured(&probe, &CostProbe::measured), failed(&probe, &CostProbe::failed);
        probe.measure(config());
        QTRY_COMPARE_WITH_TIMEOUT(held.running.load(), 1, 20000);
        ExperimentConfig other = config();
        other.search.trials = 7;
        probe.measure(other);
        held.permits = test::SteppedTraining::unlimited;
        QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 1, 20000);
        QCOMPARE(measured[0][0].value<CostInfo>().trials, 7);
        QVERIFY(failed.isEmpty() && !probe.measuring());
    }

    void whatGoesWrongIsTold()
    {
        const auto error = [&](const ExperimentConfig& c, EngineOpener opener) {
            CostProbe probe(std::move(opener));
            QSignalSpy failed(&probe, &CostProbe::failed);
            probe.measure(c);
            return QTest::qWaitFor([&] { return !failed.isEmpty(); }, 20000) ? failed[0][0].value<Error>().code : ErrorCode::Internal;
        };
        ExperimentConfig missing = config();
        missing.data.dataDir = m_dir.filePath("none").toStdString();
        QVERIFY(error(missing, {}) == ErrorCode::DataSetNotInstalled);
        QVERIFY(error(config(), [](auto&&...) { return Error{ErrorCode::EngineMissing, {}, {}, {}}; }) == ErrorCode::EngineMissing);
        QVERIFY(error(config(), test::openerOf([](auto&&...) -> Result<TrainResult> { throw std::bad_alloc(); }))
                == ErrorCode::OutOfMemory);
    }

    /// Opening the engine takes seconds that no stop shortens; what follows it is not begun any more.
    void aStopCountsBetweenTheStages_data()
    {
        using Stage = CostProgress::Stage;
        QTest::addColumn<int>("stopAt");
        QTest::addColumn<std::vector<int>>("stages");
        QTest::newRow("while the data are read") << int(Stage::ReadingData) << std::vector<int>{0};
        QTest::newRow("while the engine is opened") << int(Stage::OpeningEngine) << std::vector<int>{0, 1};
        QTest::newRow("in the first step") << int(Stage::Stepping) << std::vector<int>{0, 1, 2};
        QTest::newRow("never") << -1 << std::vector<int>{0, 1, 2, 3};
    }

    void aStopCountsBetweenTheStages()
    {
        QFETCH(int, stopAt);
        QFETCH(std::vector<int>, stages);
        TimedEngine engine;
        bool opened = false;
        const EngineOpener open = [&, opener = openerOf(engine)](const TrainOptions& options, const DataSource& source) {
            opened = true;
            return opener(options, source);
        };
        std::stop_source stop;
        std::vector<int> told;
        int firstStep = -1; // how many were done when the first was told of
        const auto cost = measureCost(config(), open, stop.get_token(), [&](const CostProgress& progress) {
            if (progress.stage == CostProgress::Stage::Stepping && firstStep < 0)
                firstStep = progress.step;
            if (told.empty() || told.back() != int(progress.stage))
                told.push_back(int(progress.stage));
            if (told.back() == stopAt)
                stop.request_stop();
        });
        QCOMPARE(told, stages);
        QCOMPARE(firstStep, stages.size() > 2 ? 0 : -1); // it is told of when it begins
        QCOMPARE(opened, stages.size() > 1);
        QCOMPARE(engine.trainings.load(), stopAt < 0 ? 2 : stages.size() > 2 ? 1 : 0);
        QCOMPARE(cost.ok(), stopAt < 0);
        QVERIFY(cost.ok() || cost.error().code == ErrorCode::Interrupted);
        QVERIFY(stopAt < 0 || engine.steps <= 1); // no step after that in which it was stopped
    }

    /// A stop waited until all images of a folder were read.
    void aStopEndsTheReadingOfAFolder()
    {
        QTemporaryDir folder;
        for (const char* kind : {"cat", "dog"}) {
            QVERIFY(QDir(folder.path()).mkdir(kind));
            for (int i = 0; i < 20; ++i) {
                QFile file(folder.filePath(QString("%1/%2.png").arg(kind).arg(i)));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no image") > 0);
            }
        }
        ExperimentConfig c = config();
        c.data.dataset = "folder";
        c.data.dataDir = folder.path().toStdString();
        TimedEngine engine;
        for (const bool stopped : {false, true}) {
            std::stop_source stop;
            const auto cost = measureCost(c, openerOf(engine), stop.get_token(), [&](const CostProgress&) {
                if (stopped)
                    stop.request_stop();
            });
            QVERIFY(!cost);
            QVERIFY(cost.error().code == (stopped ? ErrorCode::Interrupted : ErrorCode::ImagesUnreadable)); // which takes all of them
        }
    }

    void destructionEndsAMeasurement()
    {
        test::SteppedTraining held;
        held.permits = 0;
        {
            CostProbe probe(test::openerOf(test::steppedEngine(held)));
            probe.measure(config());
            QTRY_COMPARE_WITH_TIMEOUT(held.running.load(), 1, 20000);
        }
        QCOMPARE(held.running.load(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Cost)
#include "tst_cost.moc"
