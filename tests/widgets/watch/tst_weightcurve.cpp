// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StudyFolder.h"
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/watch/EpochCursor.h"
#include "widgets/watch/FeaturePlot.h"
#include "widgets/watch/WeightCurvePanel.h"
#include "widgets/watch/WeightCurvePlot.h"

#include <QLabel>
#include <QRegularExpression>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace reweigh;

/// Tests of the learned weight of a study that a scripted engine trains.
class tst_WeightCurve : public QObject {
    Q_OBJECT

    static void train(Workbench& bench, const QString& folder, int epochs)
    {
        bench.current().document().load(test::watchConfig(folder, epochs), {});
        QSignalSpy finished(&bench.current(), &OpenStudy::finished);
        bench.current().run();
        QVERIFY(finished.wait(20000));
    }

    static EngineOpener trains(int epochs, test::MakeEpoch make = test::watchedEpoch)
    {
        return test::openerOf(
            [=](const TrainJob& job, RunObserver& observer, std::stop_token) { return test::watchedRun(job, observer, epochs, make); });
    }

    /// The panel of a study that was trained while it was shown.
    struct Trained {
        explicit Trained(int epochs)
            : bench(trains(epochs))
            , panel(bench)
        {
            panel.resize(700, 450);
            panel.show();
            train(bench, folder.path(), epochs);
        }

        QTemporaryDir folder;
        Workbench bench;
        WeightCurvePanel panel;
    };

    /// The weight drawn at a bin.
    static double drawn(const WeightCurvePlot& plot, int bin) { return (plot.chosenCurve()->data()->constBegin() + bin)->value; }
    static double trained(int epoch, int bin) { return double(test::watchedEpoch(epoch).curve.weight[std::size_t(bin)]); }

private Q_SLOTS:
    void initTestCase()
    {
        test::useOwnFolders();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void sliderAndReplayMoveTheCurve()
    {
        QTemporaryDir folder;
        Workbench bench(trains(5));
        WeightCurvePanel panel(bench);
        panel.resize(700, 450);
        panel.show();
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->isVisible());
        train(bench, folder.path(), 5);
        auto* plot = panel.findChild<WeightCurvePlot*>("weightCurvePlot");
        auto* slider = panel.findChild<QSlider*>("epochSlider");
        QTRY_VERIFY(panel.scope().contains("epoch 5 of 5"));
        QVERIFY2(panel.scope().contains("trial #0") && panel.scope().contains("560"), qPrintable(panel.scope()));
        QCOMPARE(drawn(*plot, 20), trained(5, 20));
        QCOMPARE(plot->earlier()[0]->dataCount(), 100);
        QCOMPARE(plot->earlier()[4]->dataCount(), 0); // four earlier epochs
        QCOMPARE(plot->countText(false), QString("right 400"));
        QCOMPARE(plot->countText(true), QString("wrong 160"));

        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Left);
        QTest::keyClick(slider, Qt::Key_Left);
        QTRY_VERIFY(panel.scope().contains("epoch 3 of 5"));
        QCOMPARE(drawn(*plot, 20), trained(3, 20));
        QVERIFY(!EpochCursor::of(bench.current()).follows());
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(1, slider->height() / 2));
        QTRY_VERIFY(panel.scope().contains("epoch 1 of 5"));
        QCOMPARE(drawn(*plot, 20), trained(1, 20));

        auto* play = panel.findChild<QToolButton*>("epochPlay");
        QTest::mouseClick(play, Qt::LeftButton);
        QVERIFY(play->isChecked());
        QTRY_VERIFY(panel.scope().contains("epoch 5 of 5"));
        QTRY_VERIFY(!play->isChecked());
        QCOMPARE(drawn(*plot, 20), trained(5, 20));
        QVERIFY(EpochCursor::of(bench.current()).follows());
    }

    void groundIsGreyWhereNoSampleWas()
    {
        Trained study(2);
        const WeightCurvePanel& panel = study.panel;
        auto* plot = panel.findChild<WeightCurvePlot*>("weightCurvePlot");
        QTRY_VERIFY(panel.scope().contains("epoch 2"));
        QCOMPARE(plot->unseenGround()->dataCount(), 3); // one interval: two ends and the gap after it
        QVERIFY(qAbs(plot->unseenGround()->data()->constBegin()->key - 3.5) < 1e-5);
        QVERIFY(!std::isnan(drawn(*plot, 69)) && std::isnan(drawn(*plot, 70)));
        const auto dashed = plot->unseenCurve()->data();
        QVERIFY(std::isnan((dashed->constBegin() + 68)->value));
        QCOMPARE((dashed->constBegin() + 69)->value, trained(2, 69)); // begins where the solid line ends
        QCOMPARE((dashed->constBegin() + 80)->value, trained(2, 80));
    }

    void pointerTellsWeightAndCounts()
    {
        Trained study(1);
        const WeightCurvePanel& panel = study.panel;
        auto* plot = panel.findChild<WeightCurvePlot*>("weightCurvePlot");
        QTRY_VERIFY(panel.scope().contains("epoch 1"));
        QCOMPARE(plot->wordsAt(1.75), QString("loss 1.75 → weight 0.56\n40 right, 16 wrong within ±0.1"));
        QVERIFY(plot->wordsAt(4.5).endsWith("no sample within ±0.1"));

        QTest::mouseMove(plot, QPoint(int(plot->xAxis->coordToPixel(1.0)), plot->axisRect()->center().y()));
        QTRY_VERIFY(plot->pointer().visible());
        QVERIFY2(plot->pointer().text().contains("40 right, 0 wrong"), qPrintable(plot->pointer().text()));
    }

    /// A weight of next to nothing was said to be 0.00.
    void smallWeightsKeepTheirDigits()
    {
        Trained study(5);
        const WeightCurvePanel& panel = study.panel;
        auto* plot = panel.findChild<WeightCurvePlot*>("weightCurvePlot");
        QTRY_VERIFY(panel.scope().contains("epoch 5 of 5"));
        static const QRegularExpression small("0\\.000[1-9]");
        QVERIFY2(small.match(plot->wordsAt(3.475)).hasMatch(), qPrintable(plot->wordsAt(3.475)));
        QVERIFY2(small.match(panel.summary()).hasMatch(), qPrintable(panel.summary()));
    }

    void followsARunUnlessMoved()
    {
        QTemporaryDir folder;
        std::atomic<int> allowed = 2;
        const auto script = [&](const TrainJob& job, RunObserver& observer, std::stop_token stop) {
            return test::watchedRun(job, observer, 5, [&](int number) {
                while (number > allowed && !stop.stop_requested())
                    std::this_thread::yield();
                return test::watchedEpoch(number);
            });
        };
        Workbench bench(test::openerOf(script));
        WeightCurvePanel panel(bench);
        panel.resize(700, 450);
        panel.show();
        bench.current().document().load(test::watchConfig(folder.path(), 5), {});
        bench.current().run();
        auto* plot = panel.findChild<WeightCurvePlot*>("weightCurvePlot");
        auto* slider = panel.findChild<QSlider*>("epochSlider");
        QTRY_VERIFY_WITH_TIMEOUT(panel.scope().contains("epoch 2 of 5"), 20000);
        QCOMPARE(drawn(*plot, 20), trained(2, 20));
        QCOMPARE(slider->maximum(), 5);
        allowed = 3;
        QTRY_VERIFY(panel.scope().contains("epoch 3 of 5"));

        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_Home);
        QTRY_VERIFY(panel.scope().contains("epoch 1 of 5"));
        QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() - 2, slider->height() / 2)); // epoch 5 is not trained yet
        QTRY_VERIFY(panel.scope().contains("epoch 3 of 5"));
        QCOMPARE(slider->value(), 3);
        QTest::keyClick(slider, Qt::Key_Left);
        QTRY_VERIFY(panel.scope().contains("epoch 2 of 5"));
        QSignalSpy grown(&bench.current(), &OpenStudy::epochsChanged);
        allowed = 5;
        QTRY_VERIFY(EpochCursor::of(bench.current()).trained()->epochs.size() == 5);
        QTRY_VERIFY(bench.current().running().empty());
        QVERIFY(panel.scope().contains("epoch 2 of 5"));
        QCOMPARE(drawn(*plot, 20), trained(2, 20));
    }

    void showsWhatFeaturesEarn()
    {
        QTemporaryDir folder;
        Workbench bench(trains(2, [](int number) { return test::mappedEpoch(number, 30, 12); }));
        WeightCurvePanel panel(bench);
        panel.resize(700, 450);
        panel.show();
        train(bench, folder.path(), 2);
        auto* over = panel.findChild<QToolButton*>("overFeatures");
        QTRY_VERIFY(over->isVisible());
        QTest::mouseClick(over, Qt::LeftButton);
        auto* map = panel.findChild<FeaturePlot*>("featurePlot");
        QTRY_VERIFY(map->isVisible());
        QCOMPARE(map->pointsShown(false), 30);
        QCOMPARE(map->pointsShown(true), 12);
        QVERIFY(map->xAxis->label().contains("38"));
        QCOMPARE(panel.table().rows.size(), std::size_t(42));
        const std::filesystem::path file = folder.filePath("map.svg").toStdString();
        const auto has = [&](const char* words, bool legend) { // whether a figure with or without its legend has these words
            const bool written = exportFigure(panel, bench.current(), file, {.height = 5.0, .legend = legend}).ok();
            QFile svg(folder.filePath("map.svg"));
            return written && svg.open(QIODevice::ReadOnly) && svg.readAll().contains(words);
        };
        QVERIFY(has("label wrong", true));
        QVERIFY(!has("label wrong", false));
        QVERIFY(has("first component", false));

        QTest::mouseClick(panel.findChild<QToolButton*>("overLoss"), Qt::LeftButton);
        QTRY_VERIFY(panel.findChild<WeightCurvePlot*>("weightCurvePlot")->isVisible());
        QVERIFY(has("wrong 160", true));
        QVERIFY(!has("wrong 160", false));
        QVERIFY(has("loss of the sample", false));
        // A column is high enough for the names of its colours.
        QVERIFY(exportFigure(panel, bench.current(), file, {.width = columnInches}).ok());
        QFile column(folder.filePath("map.svg"));
        QVERIFY(column.open(QIODevice::ReadOnly) && column.readAll().contains("wrong 160"));
        QCOMPARE(panel.table().rows.size(), std::size_t(200));
    }

    /// Weights beyond 1 widen the axis of the weight, at the side too, for all epochs of a replay.
    void weightsBeyondOneAreInThePlot()
    {
        QTemporaryDir folder;
        Workbench bench(trains(2, [](int number) {
            EpochFigures epoch = test::watchedEpoch(number);
            if (number == 2) {
                for (float& weight : epoch.curve.weight)
                    weight *= 4.0f;
                epoch.distribution.upper = 5.0;
            }
            return epoch;
        }));
        WeightCurvePanel panel(bench);
        panel.resize(700, 450);
        panel.show();
        train(bench, folder.path(), 2);
        auto* plot = panel.findChild<WeightCurvePlot*>("weightCurvePlot");
        QTRY_VERIFY(panel.scope().contains("epoch 2"));
        QVERIFY(drawn(*plot, 0) > 3.5 && plot->yAxis->range().contains(drawn(*plot, 0)));
        QVERIFY(std::abs(plot->yAxis->range().upper - 1.03 * 5.0) < 1e-12);
        EpochCursor::of(bench.current()).setEpoch(1);
        QTRY_VERIFY(panel.scope().contains("epoch 1"));
        QVERIFY(std::abs(plot->yAxis->range().upper - 1.03 * 5.0) < 1e-12);
    }

    /// Of a study that is kept without the folders of its trainings, another trial would show no more.
    void aTrialWithoutItsFolderSaysSo()
    {
        Workbench bench;
        auto snapshot = std::make_shared<StudySnapshot>();
        snapshot->file = "/nowhere/kept/study.db";
        snapshot->trials.push_back(std::make_shared<StudyTrial>(FrozenTrial{.number = 0, .state = TrialState::Complete, .value = 0.5}));
        bench.current().takeSnapshot(snapshot);
        bench.current().selection().setCurrent(0);
        WeightCurvePanel panel(bench);
        panel.show();
        const auto* said = panel.findChild<QLabel*>("panelEmpty");
        QTRY_VERIFY2(said->text().contains("not beside this study"), qPrintable(said->text()));
    }

    /// Between two trials the curve of the one before stays, pale, and nothing of it is exported as the next one's. What the user has
    /// zoomed into stays too, in the curve and in the densities below it.
    void keepsTheLastPictureUntilTheNextTrialHasAnEpoch()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        WeightCurvePanel panel(bench);
        panel.resize(700, 450);
        panel.show();
        const auto start = [&](std::int64_t trial) {
            Q_EMIT study.runner().runStarted(RunKey::ofTrial(trial), RunStarted{.device = "cpu", .epochs = 3},
                                             std::make_shared<StepQueue>());
        };
        const auto finishEpoch = [&](std::int64_t trial, int number) {
            Q_EMIT study.runner().epochFinished(RunKey::ofTrial(trial), std::make_shared<EpochFigures>(test::watchedEpoch(number)));
        };
        start(4);
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->text().contains("first epoch")); // nothing to keep yet
        QVERIFY(!panel.isPale());
        finishEpoch(4, 1);
        QTRY_VERIFY(panel.scope().contains("#4"));
        auto* plot = panel.findChild<WeightCurvePlot*>("weightCurvePlot");
        const int bins = plot->chosenCurve()->dataCount();
        QVERIFY(bins > 0);
        plot->navigator().hold(*plot->xAxis, {1.0, 2.0});
        const QList<QCPAxisRect*> rects = plot->axisRects();
        QCOMPARE(
            std::ranges::count_if(rects, [](QCPAxisRect* rect) { return rect->axis(QCPAxis::atBottom)->range() == QCPRange(1.0, 2.0); }),
            2);

        Q_EMIT study.runner().runFinished(RunKey::ofTrial(4));
        start(5);
        QTRY_VERIFY(panel.isPale());
        QVERIFY2(panel.scope().contains("#4") && panel.scope().contains("#5"), qPrintable(panel.scope()));
        QVERIFY(plot->isVisible());
        QCOMPARE(plot->chosenCurve()->dataCount(), bins);
        QVERIFY(panel.table().rows.empty());
        finishEpoch(5, 2);
        QTRY_VERIFY(!panel.isPale());
        QVERIFY2(panel.scope().contains("#5") && !panel.scope().contains("#4"), qPrintable(panel.scope()));
        QCOMPARE(plot->xAxis->range(), QCPRange(1.0, 2.0));
        QCOMPARE(drawn(*plot, 0), trained(2, 0));
        plot->navigator().reset();
        QVERIFY(plot->xAxis->range().upper > 3.0);
        Q_EMIT study.runner().runFinished(RunKey::ofTrial(5));
    }

    /// Nor does a pause in the first epoch take the picture away; where there is none, the trial is said to go on.
    void keepsThePictureOverAPause()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "study.db";
        Workbench bench;
        OpenStudy& study = bench.current();
        WeightCurvePanel panel(bench);
        panel.resize(700, 450);
        panel.show();
        const auto pausedIn = [&](std::int64_t trial) {
            std::filesystem::create_directories(StudyFolder::ofFile(file).trialRun(trial, 1)); // made as its training begins
            auto snapshot = std::make_shared<StudySnapshot>();
            snapshot->file = file;
            snapshot->trials.push_back(std::make_shared<StudyTrial>(FrozenTrial{.number = trial, .state = TrialState::Running}));
            study.takeSnapshot(snapshot);
            study.selection().setCurrent(trial);
        };
        pausedIn(1);
        const auto* said = panel.findChild<QLabel*>("panelEmpty");
        QTRY_COMPARE(said->text(), QString("Trial #1 was interrupted in its first epoch. Its weights show when that ends."));
        const RunKey second = RunKey::ofTrial(2);
        study.selection().setCurrent(2);
        Q_EMIT study.runner().runStarted(second, RunStarted{.device = "cpu", .epochs = 3}, std::make_shared<StepQueue>());
        Q_EMIT study.runner().epochFinished(second, std::make_shared<EpochFigures>(test::watchedEpoch(1)));
        Q_EMIT study.runner().runFinished(second);
        QTRY_VERIFY(panel.scope().contains("#2"));
        pausedIn(3);
        QTRY_VERIFY2(panel.isPale() && panel.scope().contains("#2") && panel.scope().contains("#3"), qPrintable(panel.scope()));
    }

    void plainTrainingHasNoCurve()
    {
        QTemporaryDir folder;
        Workbench bench(trains(1, [](int number) { return EpochFigures{.epoch = number}; }));
        WeightCurvePanel panel(bench);
        panel.show();
        train(bench, folder.path(), 1);
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->text().contains("all samples count equally"));
        QVERIFY(panel.table().rows.empty());
    }
};

QTEST_MAIN(tst_WeightCurve)
#include "tst_weightcurve.moc"
