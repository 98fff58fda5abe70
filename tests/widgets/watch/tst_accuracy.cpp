// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigJson.h"
#include "core/storage/WriterLock.h"
#include "tests/support/OwnFolders.h"
#include "tests/support/PlantedVariants.h"
#include "tests/support/ScriptedEngine.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/PlotCursor.h"
#include "widgets/watch/AccuracyPanel.h"
#include "widgets/watch/EpochCursor.h"

#include <QSlider>
#include <QToolButton>
#include <QtTest>

#include <cmath>
#include <set>

using namespace reweigh;

/// Tests of the accuracy panel on a study that a scripted engine trains in the background.
class tst_Accuracy : public QObject {
    Q_OBJECT

    static ExperimentConfig config(const QString& folder)
    {
        ExperimentConfig config;
        config.data.dataset = "synthetic";
        config.data.metaPerClass = 5;
        config.data.valPerClass = 5;
        config.training.epochs = 4;
        config.search.trials = 3;
        config.search.objectiveEpochs = 1;
        config.search.pruner = "none";
        config.outDir = folder.toStdString();
        return config;
    }

    static Result<TrainResult> rising(const TrainJob& job, RunObserver& observer, std::stop_token)
    {
        return test::scriptedRun(job, observer, {0.5, 0.6, 0.7, 0.75});
    }

    static const QCPGraph* graph(const AccuracyPanel& panel, const char* name)
    {
        for (int i = 0; i < panel.plot().graphCount(); ++i)
            if (panel.plot().graph(i)->objectName() == QLatin1String(name))
                return panel.plot().graph(i);
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnFolders(); }

    void showsWhatTrains()
    {
        QTemporaryDir folder;
        Workbench bench(test::openerOf(rising));
        bench.current().document().load(config(folder.path()), {});
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->isVisible());

        QSignalSpy finished(&bench.current(), &OpenStudy::finished);
        bench.current().run();
        QVERIFY(finished.wait(20000));
        QTRY_COMPARE(bench.current().snapshot()->trials.size(), std::size_t(3));

        bench.current().selection().setCurrent(1);
        QTRY_VERIFY(panel.scope().contains("#1"));
        QVERIFY(graph(panel, "validation") && graph(panel, "validation")->dataCount() == 4);
        QVERIFY(panel.summary().contains(QLocale().toString(0.75, 'f', 3)));
        panel.plot().replot();
        QVERIFY(panel.plot().xAxis->tickVector().size() > 2);
        QVERIFY(panel.plot().axisRect()->margins().right() > Theme::instance().grid(4));
        for (const double tick : panel.plot().xAxis->tickVector()) // there is no epoch 1.5
            QCOMPARE(tick, std::round(tick));

        // Three trials are three things: a curve for each, told apart by their pens, and no mean of them.
        bench.current().selection().set({0, 1, 2}, 1);
        QTRY_VERIFY(panel.summary().contains("#2"));
        QVERIFY2(!panel.summary().contains("runs"), qPrintable(panel.summary()));
        QVERIFY(!graph(panel, "validation"));
        std::set<std::pair<QRgb, int>> pens;
        for (const char* name : {"validation #0", "validation #1", "validation #2"}) {
            QVERIFY2(graph(panel, name) && graph(panel, name)->dataCount() == 4, name);
            pens.insert({graph(panel, name)->pen().color().rgba(), int(graph(panel, name)->pen().style())});
        }
        QCOMPARE(pens.size(), std::size_t(3));
        QCOMPARE(graph(panel, "validation #1")->pen().color(), Theme::instance().colour(Role::Selection)); // the one in view
        QCOMPARE(panel.table().rows.size(), std::size_t(3 * 4 * 4));

        // A figure is high enough for the names of all three, if they are in it, else half as high as it is wide.
        QVERIFY(panel.figureHeight(20) > 3 * QFontMetrics(Theme::instance().scopeFont()).height());
        panel.setFigureLegend(false);
        QCOMPARE(panel.figureHeight(20), 10);
        panel.setFigureLegend(true);

        auto* cursor = panel.plot().findChild<PlotCursor*>();
        QVERIFY(cursor);
        cursor->show(2.9);
        QCOMPARE(cursor->x(), 3.0);
        QVERIFY2(cursor->text().contains("#0") && cursor->text().contains("#2"), qPrintable(cursor->text()));
        QVERIFY(cursor->text().contains(QLocale().toString(0.7, 'f', 3)));

        const std::filesystem::path svg = folder.filePath("accuracy.svg").toStdString();
        QVERIFY(exportFigure(panel, bench.current(), svg));
        QFile file(QString::fromStdString(svg.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("<text"));
    }

    /// A band for each variant over its own seeds, and the legend says how many; never one over searched, fixed and cross entropy.
    void drawsABandForEachVariant()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        auto snapshot = std::make_shared<StudySnapshot>();
        for (const auto& [name, seeds] : {std::pair<std::string, int>("fixed", 3), std::pair<std::string, int>("ce", 2)}) {
            const VariantResult variant = test::planted(name, std::vector<double>(std::size_t(seeds), 0.5));
            for (int seed = 1; seed <= seeds; ++seed) {
                const RunKey key = RunKey::ofVariant(variant.name(), variant.hash, seed);
                Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
                for (int number = 1; number <= 2; ++number) {
                    auto epoch = std::make_shared<EpochFigures>();
                    epoch->epoch = number;
                    epoch->validation.accuracy = (name == "fixed" ? 0.6 : 0.2) + 0.01 * seed;
                    Q_EMIT study.runner().epochFinished(key, epoch);
                }
                Q_EMIT study.runner().runFinished(key);
            }
            snapshot->variants.push_back(variant);
        }
        study.takeSnapshot(snapshot);
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        for (QAction* action : panel.menu().actions())
            if (action->text().startsWith("Variants"))
                action->setChecked(true);
        QTRY_VERIFY(panel.summary().contains("fixed"));
        // 0.61, 0.62, 0.63: mean 0.62, half-width t(0.975, 2) 0.01 / sqrt(3) = 4.3027 * 0.0057735 = 0.0248; 0.21, 0.22: 12.706 * 0.005
        const QLocale locale;
        const QString fixed = QStringLiteral("%1 ± %2 over 3 runs").arg(locale.toString(0.62, 'f', 3), locale.toString(0.025, 'f', 3));
        const QString plain = QStringLiteral("%1 ± %2 over 2 runs").arg(locale.toString(0.215, 'f', 3), locale.toString(0.064, 'f', 3));
        QVERIFY2(panel.summary().contains(fixed) && panel.summary().contains(plain), qPrintable(panel.summary()));
        QVERIFY(graph(panel, "validation fixed") && graph(panel, "validation ce"));
        QCOMPARE(graph(panel, "validation fixed")->data()->at(0)->value, 0.62);
        QStringList legend;
        for (int i = 0; i < panel.plot().itemCount(); ++i)
            if (const auto* text = qobject_cast<QCPItemText*>(panel.plot().item(i)))
                legend << text->text();
        QVERIFY2(legend.join('|').contains("fixed") && legend.join('|').contains("n 3"), qPrintable(legend.join('|')));
        QVERIFY2(legend.join('|').contains("ce") && legend.join('|').contains("n 2"), qPrintable(legend.join('|')));
        for (QAction* action : panel.menu().actions())
            if (action->text().startsWith("Variants"))
                action->setChecked(false);
    }

    /// In tables, runs of an earlier best trial are told from those of the newest.
    void earlierRunsHaveTheirHash()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        auto snapshot = std::make_shared<StudySnapshot>();
        for (const bool earlier : {false, true}) {
            VariantResult variant = test::planted("searched", {0.5}, earlier ? "11111111" : "22222222");
            variant.earlier = earlier;
            const RunKey key = RunKey::ofVariant(variant.name(), variant.hash, 1);
            auto epoch = std::make_shared<EpochFigures>();
            epoch->epoch = 1;
            Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = 1}, std::make_shared<StepQueue>());
            Q_EMIT study.runner().epochFinished(key, epoch);
            Q_EMIT study.runner().runFinished(key);
            snapshot->variants.push_back(variant);
        }
        study.takeSnapshot(snapshot);
        const std::vector<CurveThing> things = variantThings(study);
        QCOMPARE(things.size(), std::size_t(2));
        QCOMPARE(things[0].runs.at(0).name, std::string("searched 1"));
        QCOMPARE(things[1].runs.at(0).name, std::string("searched-11111111 1"));
    }

    /// Where no trial is chosen, the axes fit those in the background; without a comparison there are no variants to draw.
    void nothingIsChosen()
    {
        Workbench bench;
        auto snapshot = std::make_shared<StudySnapshot>();
        FrozenTrial trial{.number = 0, .trialId = 1, .state = TrialState::Pruned};
        trial.intermediate = {{1, 0.2}, {2, 0.3}, {3, 0.35}};
        snapshot->trials.push_back(std::make_shared<const StudyTrial>(trial));
        bench.current().takeSnapshot(snapshot);
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        QTRY_COMPARE(panel.plot().graphCount(), 1);
        QVERIFY(panel.plot().xAxis->range().contains(3.0));
        QVERIFY(panel.plot().yAxis->range().contains(0.3) && panel.plot().yAxis->range().upper < 1.0);
        QAction* variants = nullptr;
        for (QAction* action : panel.menu().actions())
            if (action->text().startsWith("Variants"))
                variants = action;
        QVERIFY(variants && panel.hasContent());
        variants->setChecked(true);
        QTRY_VERIFY(!panel.hasContent());
        QVERIFY(panel.findChild<QLabel*>("panelEmpty")->text().contains("comparison"));
        variants->setChecked(false);
    }

    /// Between two trials the picture of the one before stays, pale, and says whose it is.
    void keepsTheLastTrialUntilTheNextHasAnEpoch()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        const auto start = [&](std::int64_t trial) {
            Q_EMIT study.runner().runStarted(RunKey::ofTrial(trial), RunStarted{.device = "cpu", .epochs = 2},
                                             std::make_shared<StepQueue>());
        };
        const auto finishEpoch = [&](std::int64_t trial) {
            auto epoch = std::make_shared<EpochFigures>();
            epoch->epoch = 1;
            epoch->validation.accuracy = 0.5;
            Q_EMIT study.runner().epochFinished(RunKey::ofTrial(trial), epoch);
        };
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        for (QAction* action : panel.menu().actions().first()->menu()->actions())
            if (action->text() == "Accuracy")
                action->trigger();
        start(4);
        finishEpoch(4);
        QTRY_VERIFY(panel.scope().contains("#4"));
        QVERIFY(!panel.isPale());
        Q_EMIT study.runner().runFinished(RunKey::ofTrial(4));
        start(5);
        QTRY_VERIFY(panel.isPale());
        QVERIFY2(panel.scope().contains("#4") && panel.scope().contains("#5"), qPrintable(panel.scope()));
        QVERIFY(graph(panel, "validation") && graph(panel, "validation")->dataCount() == 1); // of trial 4
        finishEpoch(5);
        QTRY_VERIFY(!panel.isPale());
        QVERIFY2(!panel.scope().contains("#4"), qPrintable(panel.scope()));
        Q_EMIT study.runner().runFinished(RunKey::ofTrial(5));

        auto snapshot = std::make_shared<StudySnapshot>(); // 6 is paused in its first epoch
        snapshot->trials.push_back(std::make_shared<StudyTrial>(FrozenTrial{.number = 6, .state = TrialState::Running}));
        study.takeSnapshot(snapshot);
        start(6);
        Q_EMIT study.runner().runFinished(RunKey::ofTrial(6));
        QTRY_VERIFY2(panel.isPale() && panel.scope().contains("#5") && panel.scope().contains("#6"), qPrintable(panel.scope()));
    }

    /// Axes without a curve would have ranges that mean nothing, or those of another study.
    void saysThatNoEpochHasEnded()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        const RunKey first = RunKey::ofTrial(0);
        Q_EMIT study.runner().runStarted(first, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
        const auto* said = panel.findChild<QLabel*>("panelEmpty");
        QTRY_COMPARE(said->text(), QString("No epoch of trial #0 has ended yet. The curves begin with the first one."));
        QVERIFY(!panel.hasContent());
        auto epoch = std::make_shared<EpochFigures>();
        epoch->epoch = 1;
        epoch->validation.accuracy = 0.5;
        Q_EMIT study.runner().epochFinished(first, epoch);
        QTRY_VERIFY(panel.hasContent() && graph(panel, "validation"));
        Q_EMIT study.runner().runFinished(first);
    }

    /// Of a study without the folders of its trainings the values that its trials reported are drawn, the chosen one's too.
    void aStudyWithoutItsFoldersShowsReportedValues()
    {
        Workbench bench;
        auto snapshot = std::make_shared<StudySnapshot>();
        for (int number = 0; number < 3; ++number) {
            FrozenTrial trial{.number = number, .trialId = number + 1, .state = TrialState::Complete, .value = 0.3};
            trial.intermediate = {{1, 0.2}, {2, 0.3 + 0.1 * number}};
            snapshot->trials.push_back(std::make_shared<const StudyTrial>(trial));
        }
        bench.current().takeSnapshot(snapshot);
        bench.current().selection().setCurrent(1);
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        QTRY_COMPARE(panel.plot().graphCount(), 3);
        QVERIFY2(panel.scope().startsWith("3 trial"), qPrintable(panel.scope()));
        panel.plot().replot();
        QVERIFY(panel.plot().axisRect()->margins().right() <= Theme::instance().grid(2)); // a third was kept for names that are not there
        const auto ends = [&panel](bool strong) { // of lines in the colour of what is chosen, or of the others
            std::set<double> found;
            for (int i = 0; i < panel.plot().graphCount(); ++i) {
                const QCPGraph& line = *panel.plot().graph(i);
                if ((line.pen().color() == Theme::instance().colour(Role::Selection) && line.pen().widthF() > 2.0) == strong)
                    found.insert(line.data()->at(1)->value);
            }
            return found;
        };
        QCOMPARE(ends(true), std::set<double>{0.4}); // it was as pale as the others
        QCOMPARE(ends(false), (std::set<double>{0.3, 0.5}));
        bench.current().selection().setLine("#0", Selection::Trials{0}); // what is chosen stays
        QTRY_COMPARE(ends(false), std::set<double>{0.3});
        QCOMPARE(ends(true), std::set<double>{0.4});
    }

    /// What is read at the pointer stays there while epochs come, and says that values are not those of the smoothed lines.
    void thePointerReadsWhileEpochsCome()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        const RunKey key = RunKey::ofTrial(4);
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        auto* smoothing = panel.findChild<QSlider*>("accuracySmoothing");
        smoothing->setValue(50);
        Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = 3}, std::make_shared<StepQueue>());
        const auto finishEpoch = [&](int number) {
            auto epoch = std::make_shared<EpochFigures>();
            epoch->epoch = number;
            epoch->validation.accuracy = 0.5 + 0.1 * number;
            Q_EMIT study.runner().epochFinished(key, epoch);
            QTRY_VERIFY(graph(panel, "validation") && graph(panel, "validation")->dataCount() == number);
        };
        finishEpoch(1);
        finishEpoch(2);
        Plot& plot = panel.plot();
        plot.replot();
        auto* cursor = plot.findChild<PlotCursor*>();
        const QPointF place(plot.xAxis->coordToPixel(2.0), plot.axisRect()->center().y());
        QMouseEvent move(QEvent::MouseMove, place, plot.mapToGlobal(place), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(&plot, &move);
        QVERIFY(cursor->visible());
        const QString second = QLocale().toString(0.7, 'f', 3);
        QVERIFY2(cursor->text().contains(second) && cursor->text().contains("as measured"), qPrintable(cursor->text()));
        finishEpoch(3);
        QVERIFY(cursor->visible() && cursor->text().contains(second));
        smoothing->setValue(0);
        QTRY_VERIFY(!cursor->text().contains("as measured"));
        smoothing->setValue(50);
        Q_EMIT study.runner().runFinished(key);
    }

    /// The pin is there while another trial than the one that runs is chosen, and leads back to it and to those after it.
    void thePinLeadsBackToTheTrialThatRuns()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        const auto start = [&](std::int64_t trial) {
            Q_EMIT study.runner().runStarted(RunKey::ofTrial(trial), RunStarted{.device = "cpu", .epochs = 2},
                                             std::make_shared<StepQueue>());
        };
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        auto* pin = panel.findChild<QToolButton*>("followPin");
        QVERIFY(pin);
        start(6);
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(6));
        QVERIFY(pin->isHidden());
        study.selection().setCurrent(2);
        QVERIFY(!pin->isHidden());
        QVERIFY2(pin->text().contains("#6"), qPrintable(pin->text()));
        Q_EMIT study.runner().runFinished(RunKey::ofTrial(6));
        QVERIFY(pin->isHidden()); // nothing runs
        start(7);
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(2)); // what the user looks at stays
        QVERIFY(!pin->isHidden());
        pin->click();
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(7));
        QVERIFY(pin->isHidden());
        Q_EMIT study.runner().runFinished(RunKey::ofTrial(7));
        start(8);
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(8));
        Q_EMIT study.runner().runFinished(RunKey::ofTrial(8));
    }

    /// Of a study that another process writes, the pin follows too.
    void thePinFollowsAnotherProcess()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "study.db";
        const Result<WriterLock> other = WriterLock::acquire(file);
        QVERIFY(other);
        Workbench bench;
        OpenStudy& study = bench.open(file);
        const auto written = [&](std::int64_t last) {
            auto snapshot = std::make_shared<StudySnapshot>();
            snapshot->beingWritten = true;
            for (std::int64_t number = 0; number <= last; ++number) {
                auto trial = std::make_shared<StudyTrial>();
                trial->number = number;
                trial->state = number == last ? TrialState::Running : TrialState::Complete;
                snapshot->trials.push_back(trial);
            }
            study.takeSnapshot(snapshot);
        };
        written(3);
        study.selection().setCurrent(1);
        QVERIFY(!study.followsRunning());
        study.followRunning();
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(3));
        QVERIFY(study.followsRunning());
        written(4);
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(4));
        study.selection().setCurrent(0);
        written(5);
        QCOMPARE(study.selection().current(), std::optional<std::int64_t>(0));
    }

    void smoothingAndLogAxesAreInSight()
    {
        Workbench bench;
        AccuracyPanel panel(bench);
        panel.resize(700, 400);
        panel.show();
        QApplication::processEvents();
        for (const char* name : {"accuracySmoothing", "accuracyLogX", "accuracyLogY"})
            QVERIFY2(panel.findChild<QWidget*>(name)->isVisible(), name);
        QVERIFY(panel.width() == 700);
        auto* log = panel.findChild<QToolButton*>("accuracyLogY");
        const bool before = log->isChecked();
        log->click();
        QVERIFY(log->isChecked() != before);
        log->click();
    }

    /// A paused trial goes on to the epochs that its study plans: the axis and "of" ended where it was paused.
    void aPausedTrialGoesOnToItsLastEpoch()
    {
        Workbench bench;
        OpenStudy& study = bench.current();
        const auto stored = [&study](TrialState state) {
            ExperimentConfig planned;
            planned.training.epochs = 40;
            auto snapshot = std::make_shared<StudySnapshot>();
            snapshot->facts = StudyFacts{.config = toJson(planned)};
            snapshot->trials.push_back(std::make_shared<const StudyTrial>(FrozenTrial{.number = 0, .trialId = 1, .state = state}));
            study.takeSnapshot(snapshot);
        };
        stored(TrialState::Running);
        for (int number = 1; number <= 18; ++number) { // as read from its files: nothing says that it was begun here
            auto epoch = std::make_shared<EpochFigures>();
            epoch->epoch = number;
            epoch->validation.accuracy = 0.5;
            Q_EMIT study.runner().epochFinished(RunKey::ofTrial(0), epoch);
        }
        study.selection().setCurrent(0);
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        QTRY_COMPARE(panel.plot().xAxis->range().upper, 40.0);
        QCOMPARE(EpochCursor::of(study).epochsPlanned(), 40);
        stored(TrialState::Pruned);
        QTRY_COMPARE(panel.plot().xAxis->range().upper, 18.0);
        QCOMPARE(EpochCursor::of(study).epochsPlanned(), 18);
    }

    void drawsStepsWhileTheyCome()
    {
        QTemporaryDir folder;
        std::atomic<bool> go = false;
        const auto script = [&go](const TrainJob& job, RunObserver& observer, std::stop_token stop) -> Result<TrainResult> {
            observer.started({.device = "cpu", .epochs = 1, .stepsPerEpoch = 500});
            for (int step = 1; step <= 500; ++step)
                observer.stepFinished({.epoch = 1, .step = step, .loss = 2.0 - step * 0.001});
            while (!go && !stop.stop_requested())
                std::this_thread::yield();
            return test::scriptedRun(job, observer, {0.5});
        };
        Workbench bench(test::openerOf(script));
        ExperimentConfig one = config(folder.path());
        one.search.trials = 1;
        bench.current().document().load(one, {});
        AccuracyPanel panel(bench);
        panel.resize(600, 400);
        panel.show();
        for (QAction* action : panel.menu().actions().first()->menu()->actions())
            if (action->text() == "Loss")
                action->trigger();
        QCOMPARE(panel.metric(), CurveMetric::Loss);
        bench.current().run();
        QTRY_VERIFY_WITH_TIMEOUT(panel.plot().graphCount() >= 2 && panel.plot().graph(0)->dataCount() > 100, 20000);
        QCOMPARE(bench.current().running().size(), std::size_t(1));
        QCOMPARE(bench.current().trace(RunKey::ofTrial(0))->size(), std::size_t(500));
        QVERIFY(qAbs((panel.plot().graph(0)->data()->constEnd() - 1)->value - 1.5) < 1e-9);
        go = true;
        QTRY_VERIFY(bench.current().running().empty());
    }
};

QTEST_MAIN(tst_Accuracy)
#include "tst_accuracy.moc"
