// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedEngine.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/PlotCursor.h"
#include "widgets/watch/AccuracyPanel.h"

#include <QtTest>

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

    static EngineOpener opener(test::ScriptedEngine::Script script)
    {
        return [engine = std::make_shared<test::ScriptedEngine>(std::move(script))](const TrainOptions&, const DataSource&) {
            return Result<std::shared_ptr<Engine>>(engine);
        };
    }

    static const QCPGraph* graph(const AccuracyPanel& panel, const char* name)
    {
        for (int i = 0; i < panel.plot().graphCount(); ++i)
            if (panel.plot().graph(i)->objectName() == QLatin1String(name))
                return panel.plot().graph(i);
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("reweigh-test");
        QCoreApplication::setApplicationName("accuracy");
        QSettings().clear();
    }

    void showsWhatTrains()
    {
        QTemporaryDir folder;
        Workbench bench(opener(rising));
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

        // Three runs of one group: the panel shows mean and n, and a Student-t interval.
        bench.current().selection().set({0, 1, 2}, 1);
        QTRY_VERIFY(panel.summary().contains("over 3 runs"));
        QCOMPARE(panel.table().rows.size(), std::size_t(3 * 4 * 4));

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
        Workbench bench(opener(script));
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
