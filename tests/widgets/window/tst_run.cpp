// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"

#include "core/storage/SqlStorage.h"
#include "tests/support/PlantedVariants.h"
#include "widgets/window/status/RunProgress.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <limits>

using namespace reweigh;
using test::OpenWindow;

/// Tests that the buttons follow the state of the run, and that closing the window loses nothing.
class tst_Run : public QObject {
    Q_OBJECT

    static bool enabled(const OpenWindow& open, const char* name) { return open.action(QString::fromLatin1(name))->isEnabled(); }

    static void press(const OpenWindow& open, const char* name)
    {
        auto* button = open.window.findChild<QToolButton*>(QStringLiteral("pill-") + QString::fromLatin1(name));
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, QPoint(button->height() / 2, button->height() / 2));
    }

private Q_SLOTS:
    void init() { test::useOwnSettings(); }

    void buttonsFollowTheRun()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 2);
        open.window.showLayout(Layout::SetUp);
        QVERIFY(enabled(open, "run") && !enabled(open, "pause") && !enabled(open, "stop"));
        const auto* run = open.window.findChild<QToolButton*>(QStringLiteral("pill-run"));
        QCOMPARE(run->text(), QStringLiteral("Start"));
        QVERIFY(open.action(QStringLiteral("run"))->text().startsWith(QLatin1String("Start the study: 2 trial")));

        open.training.permits = 5;
        press(open, "run");
        QVERIFY(!enabled(open, "run") && enabled(open, "pause") && enabled(open, "stop"));
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Watch)); // the window shows the Watch layout
        QTRY_COMPARE(open.state(), RunState::Running);
        QTRY_VERIFY(!study.running().empty());

        press(open, "pause");
        QVERIFY(!enabled(open, "pause") && !enabled(open, "run"));
        QTRY_COMPARE(open.state(), RunState::Paused);
        QVERIFY(enabled(open, "run") && !enabled(open, "pause") && enabled(open, "stop"));
        QCOMPARE(open.action(QStringLiteral("run"))->text(), QStringLiteral("Resume"));

        press(open, "run");
        QTRY_COMPARE(open.state(), RunState::Running);
        QCOMPARE(open.action(QStringLiteral("run"))->text(), QStringLiteral("Run"));
        press(open, "stop");
        QTRY_COMPARE(open.state(), RunState::Idle);
        QVERIFY(!enabled(open, "stop"));
        QVERIFY(!study.snapshot()->beingWritten); // what this window has stopped, no other process writes
        const QString said = open.window.findChild<QLabel*>(QStringLiteral("statusRun"))->text();
        QVERIFY2(!said.contains(QLatin1String("another process")), qPrintable(said));
        QTRY_VERIFY(enabled(open, "run")); // after the follower has noticed that no process writes the study
        QTRY_COMPARE(run->text(), QStringLiteral("Continue"));
        QVERIFY(study.document().set("noise-rate", 0.1, QStringLiteral("Noise rate")));
        QCOMPARE(run->text(), QStringLiteral("Start new"));
        QVERIFY(open.action(QStringLiteral("run"))->text().startsWith(QLatin1String("Start a new study: Noise rate")));
        study.document().undoStack().undo();
        QCOMPARE(run->text(), QStringLiteral("Continue"));

        open.training.permits = test::SteppedTraining::unlimited;
        press(open, "run");
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
        QTRY_COMPARE(study.snapshot()->trials.size(), std::size_t(2));
        // The log contains the device and how the run ended.
        const auto& log = open.bench.log().entries();
        QVERIFY(
            std::any_of(log.begin(), log.end(), [](const LogEntry& line) { return line.text.contains(QStringLiteral("cpu (1 thread)")); }));
        QVERIFY(std::any_of(log.begin(), log.end(),
                            [](const LogEntry& line) { return line.text.contains(QStringLiteral("the search is done")); }));
    }

    /// A study that cannot begin leaves the user where he wanted to begin it, not before empty figures.
    void aFailedStartLeavesTheLayout()
    {
        OpenWindow open;
        OpenStudy& study = open.begin(QStringLiteral("/proc/nope/study"), 2);
        open.window.showLayout(Layout::SetUp);
        QTRY_VERIFY(enabled(open, "run"));
        QSignalSpy failed(&study.runner(), &StudyRunner::failed);
        press(open, "run");
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::SetUp));
    }

    /// A paused study goes on with its own settings; what was changed meanwhile can be started as another one.
    void changesDuringAPauseAreNamed()
    {
        QTemporaryDir folder;
        const auto restored = qScopeGuard([home = qgetenv("HOME")] { qputenv("HOME", home); });
        qputenv("HOME", folder.path().toLocal8Bit()); // where the window puts studies that it begins itself
        OpenWindow open;
        OpenStudy& study = open.begin(folder.filePath("study"), 2);
        open.window.showLayout(Layout::SetUp);
        open.training.permits = 2;
        study.run();
        QTRY_VERIFY(!study.running().empty());
        QTRY_VERIFY(study.snapshot()->facts.has_value());
        open.action(QStringLiteral("pause"))->trigger();
        QTRY_COMPARE(open.state(), RunState::Paused);
        const QAction* run = open.action(QStringLiteral("run"));
        QAction* runNew = open.action(QStringLiteral("run-new"));
        const double before = study.config().data.noiseRate;
        QVERIFY(!runNew->isVisible());
        QVERIFY(study.document().set("noise-rate", 0.1, QStringLiteral("Noise rate")));
        QCOMPARE(run->text(), QStringLiteral("Resume without the changed Noise rate"));
        QCOMPARE(run->iconText(), QStringLiteral("Resume"));
        QVERIFY(runNew->isVisible() && runNew->isEnabled());
        QCOMPARE(runNew->text(), QStringLiteral("Start a new study: Noise rate changed"));
        const auto* startNew = open.window.findChild<QAbstractButton*>(QStringLiteral("start-new")); // beside the costs in Set up
        QTRY_VERIFY(startNew->isVisible());
        QCOMPARE(startNew->text(), runNew->text());
        QCOMPARE(open.window.findChild<QAbstractButton*>(QStringLiteral("start"))->text(), run->text());
        study.document().undoStack().undo();
        QVERIFY(!runNew->isVisible());
        QTRY_VERIFY(!startNew->isVisible());
        QCOMPARE(run->text(), QStringLiteral("Resume"));
        study.document().undoStack().redo();

        open.training.permits = 0;
        runNew->trigger();
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Watch));
        QVERIFY(&open.bench.current() != &study);
        QCOMPARE(open.bench.current().config().data.noiseRate, 0.1);
        QCOMPARE(study.config().data.noiseRate, before);
        QVERIFY(study.runner().state() == RunState::Paused);
        for (const auto& each : open.bench.studies())
            each->runner().stopNow();
        open.training.permits = test::SteppedTraining::unlimited;
        for (const auto& each : open.bench.studies())
            QTRY_VERIFY(each->runner().state() == RunState::Idle);
    }

    /// Run is disabled by its press; the focus does not pass to a layout's button, whose frame would look like a choice.
    void theFocusDoesNotPassToALayout()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.begin(folder.path(), 2);
        open.window.showLayout(Layout::SetUp);
        open.training.permits = 2;
        auto* run = open.window.findChild<QToolButton*>(QStringLiteral("pill-run"));
        run->setFocus();
        QVERIFY(open.window.focusWidget() == run);
        press(open, "run");
        QVERIFY(!run->isEnabled());
        const QString focused = open.window.focusWidget() ? open.window.focusWidget()->objectName() : QString();
        QVERIFY2(!focused.startsWith(QStringLiteral("pill-layout")), qPrintable(focused));
        open.action(QStringLiteral("stop"))->trigger();
        QTRY_COMPARE(open.state(), RunState::Idle);
    }

    /// The button in a trial's panel trains that trial, not the best one, with as many fresh seeds as it says; Compare shows the runs.
    void theTrialInViewIsRetrained()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.bench.open(test::finishedStudy(folder.path(), 3));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        const std::int64_t number = study.snapshot()->best()->number == 0 ? 1 : 0;
        QVERIFY(study.document().set("variant-seeds", 2, QStringLiteral("Seeds")));
        open.window.showLayout(Layout::Search);
        study.selection().setCurrent(number);
        auto* retrain = open.window.findChild<QPushButton*>(QStringLiteral("inspectorRetrain"));
        QTRY_VERIFY2(retrain->text().startsWith(QStringLiteral("Retrain trial %1 with 2 fresh seed").arg(number)),
                     qPrintable(retrain->text()));
        QTRY_VERIFY2(retrain->isEnabled(), qPrintable(retrain->toolTip()));
        open.window.findChild<QScrollArea*>(QStringLiteral("inspectorScroll"))->ensureWidgetVisible(retrain);
        QSignalSpy compared(&study.runner(), &StudyRunner::comparisonFinished), ended(&study, &OpenStudy::finished);
        QTest::mouseClick(retrain, Qt::LeftButton);
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Compare));
        QCOMPARE(&open.bench.current(), &study);
        QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 1, 20000);
        QCOMPARE(ended.size(), 1); // a comparison, and not a search after it
        QVERIFY(ended[0][0].toBool());
        QVERIFY(std::ranges::none_of(open.bench.log().entries(),
                                     [](const LogEntry& line) { return line.text.contains(QStringLiteral("the search is done")); }));
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->variants.size(), std::size_t(1), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(study.snapshot()->variants[0].runs.size(), std::size_t(2), 20000);
        const auto snapshot = study.snapshot();
        const VariantResult& variant = snapshot->variants[0];
        const TrialFacts* facts = snapshot->trial(number)->facts();
        QCOMPARE(variant.name(), "trial-" + std::to_string(number));
        QCOMPARE(variant.metaNet, facts->architecture);
        QCOMPARE(variant.metaLr, facts->metaLr);
        for (const VariantRun& run : variant.runs)
            QVERIFY(run.trainSeed != facts->trainSeed);
        QCOMPARE(retrainedOf(snapshot->variants, {facts->architecture, facts->metaLr}), &variant); // which the trial's row shows
        QCOMPARE(snapshot->trials.size(), std::size_t(3));                                         // a comparison, no trial
    }

    void stopAfterTheEpoch()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 3);
        open.training.permits = 2;
        study.run();
        QTRY_VERIFY(!study.running().empty());
        open.action(QStringLiteral("stop-after-epoch"))->trigger();
        QCOMPARE(open.state(), RunState::Stopping);
        open.training.permits = test::SteppedTraining::unlimited;
        QTRY_COMPARE(open.state(), RunState::Idle);
        const auto trained = study.runEpochs(RunKey::ofTrial(0));
        QVERIFY(trained);
        QCOMPARE(trained->epochs.size(), std::size_t(1));
    }

    void progressSaysWhatRuns()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 4);
        open.training.permits = open.training.steps * open.training.epochs + 2; // one trial, and two steps of the next
        study.run();
        QTRY_VERIFY(!study.running().empty() && study.running().back().trial == 1);
        QTRY_COMPARE(runProgress(study, QDateTime::currentDateTime()).finished, 1);
        const RunProgress progress = runProgress(study, QDateTime::currentDateTime());
        QCOMPARE(progress.trials, 4);
        QCOMPARE(progress.epoch, 1);
        QCOMPARE(progress.epochs, 3);
        QCOMPARE(progress.share, 0.25);
        QVERIFY(progress.studyEnds);
        QVERIFY2(progressText(progress, study).startsWith(QStringLiteral("Trial 2 of 4")), qPrintable(progressText(progress, study)));
        open.action(QStringLiteral("stop"))->trigger();
        QTRY_COMPARE(open.state(), RunState::Idle);
    }

    /// A comparison says how many of all its trainings are done, and the bar counts them all.
    void aComparisonSaysHowFarItIs()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.bench.open(test::finishedStudy(folder.path(), 2));
        QTRY_VERIFY_WITH_TIMEOUT(study.snapshot()->best(), 20000);
        QVERIFY(study.document().set("variant-seeds", 2, QStringLiteral("Seeds")));
        ExperimentConfig config = study.storedConfig();
        config.search.variantSeeds = 2;
        config.training.threads = 1; // nothing is measured
        // Of four trainings two at most lack a step, however many run at once.
        open.training.permits = 4 * open.training.steps * open.training.epochs - 2;
        study.runner().compare(config, {{.name = "searched", .base = "searched"}, {.name = "ce", .base = "ce"}});
        const auto now = [&study] { return runProgress(study, QDateTime::currentDateTime()); };
        QTRY_VERIFY_WITH_TIMEOUT(open.training.permits == 0 && now().compared >= 2 && now().compared + now().running == 4, 20000);
        const RunProgress progress = now();
        QVERIFY(progress.comparing);
        QCOMPARE(progress.comparisons, 4);
        QVERIFY(progress.compared < 4 && progress.share >= progress.compared / 4.0 && progress.share < 1.0);
        const QString said = progressText(progress, study);
        QVERIFY2(said.startsWith(QStringLiteral("Comparison: %1 of 4 training(s)").arg(progress.compared)), qPrintable(said));

        // In Watch, whose trials have all ended, a button says so too and leads there, and a pause is one of the comparison.
        open.window.showLayout(Layout::Watch);
        auto* pin = open.window.findChild<QWidget*>(QStringLiteral("weight-curve"))->findChild<QToolButton*>(QStringLiteral("followPin"));
        QTRY_VERIFY2(pin->isVisible() && pin->text() == QStringLiteral("Comparison: %1 of 4").arg(now().compared), qPrintable(pin->text()));
        open.action(QStringLiteral("pause"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Paused, 20000);
        const auto* line = open.window.findChild<QLabel*>(QStringLiteral("statusRun"));
        QTRY_COMPARE(line->text(), QStringLiteral("Comparison paused, %1 of 4 training(s) done").arg(now().compared));
        QTRY_COMPARE(pin->text(), QStringLiteral("Comparison paused: %1 of 4").arg(now().compared));
        QTest::mouseClick(pin, Qt::LeftButton);
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Compare));
        QCOMPARE(&open.bench.current(), &study);

        open.action(QStringLiteral("stop"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
    }

    /// A comparison that was stopped is no matter of Run, which has nothing left to do: it says where the comparison goes on.
    void runSaysWhereAComparisonGoesOn()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = test::finishedStudy(folder.path(), 2); // of one seed for each variant
        for (const auto& [done, where] : {std::pair(std::vector<double>(), "Study, Compare…"),
                                          std::pair(std::vector<double>{0.7}, "Compare, Queue the missing runs")}) {
            {
                const auto storage = SqlStorage::open(file, StorageMode::Write);
                const StoredVariants variants{1, {test::planted("searched", done), test::planted("ce", {})}};
                const bool stored = storage && (*storage)->setAttributes({.user = {{attribute::variants, toJson(variants)}}});
                QVERIFY(stored);
            }
            OpenWindow open;
            open.bench.open(file);
            open.window.showLayout(Layout::Compare);
            QTRY_COMPARE(open.action(QStringLiteral("run"))->toolTip(),
                         QStringLiteral("All 2 trial(s) are done; the comparison lacks %1 training(s): %2")
                             .arg(QString::number(2 - int(done.size())), QString::fromUtf8(where)));
            QVERIFY(!enabled(open, "run"));
            const auto* queue = open.window.findChild<QPushButton*>(QStringLiteral("verdicts-queue"));
            QVERIFY(QString::fromUtf8(where) == QStringLiteral("Compare, %1").arg(queue->text()) || done.empty());
        }
    }

    /// Just after a resumption an epoch can end before a step was timed, and earlier versions stored a time of centuries then.
    void noEndIsSaidBeforeAStepWasTimed()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 4);
        StudyRunner& runner = study.runner();
        const RunKey key = RunKey::ofTrial(0);
        Q_EMIT runner.runStarted(key, RunStarted{.device = "cpu", .epochs = 5, .stepsPerEpoch = 9}, std::make_shared<StepQueue>());
        const auto ends = [&](const EpochFigures& figures) {
            Q_EMIT runner.epochFinished(key, std::make_shared<const EpochFigures>(figures));
            return runProgress(study, QDateTime::currentDateTime());
        };
        for (const double left : {8e9, std::numeric_limits<double>::quiet_NaN()}) {
            const RunProgress progress = ends({.epoch = 1, .stepsPerSecond = 0.0, .secondsElapsed = 10.0, .secondsLeft = left});
            QVERIFY(!progress.trialEnds && !progress.studyEnds);
        }
        const RunProgress timed = ends({.epoch = 2, .stepsPerSecond = 2.0, .secondsElapsed = 20.0, .secondsLeft = 30.0});
        QVERIFY(timed.trialEnds && timed.studyEnds);

        // The end of the study is not what a narrow window cuts off.
        RunProgress running = timed;
        running.state = RunState::Running;
        running.studyEnds = QDateTime(QDate::currentDate(), QTime(15, 42));
        running.trialEnds = QDateTime(QDate::currentDate(), QTime(14, 7));
        const QLocale locale = QLocale::c();
        const auto restored = qScopeGuard([was = QLocale()] { QLocale::setDefault(was); });
        QLocale::setDefault(locale);
        const QString time = locale.toString(QTime(15, 42), locale.timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss")));
        QVERIFY2(progressText(running, study).startsWith(QStringLiteral("Trial 1 of 4 · study ends %1 · epoch 3 of 5").arg(time)),
                 qPrintable(progressText(running, study)));
        running.comparing = true;
        running.run = RunKey::ofVariant("ce", "0", 3);
        QVERIFY2(progressText(running, study).startsWith(QStringLiteral("Comparison: ce, seed 3 · comparison ends %1").arg(time)),
                 qPrintable(progressText(running, study)));
        Q_EMIT runner.runFinished(key);

        // While no training of it runs, a comparison is not called a search whose trials are done.
        running.running = 0;
        running.compared = 3;
        running.comparisons = 30;
        QCOMPARE(progressText(running, study), QStringLiteral("Comparison, 3 of 30 training(s) done"));
    }

    /// A warning is cut before what is said of the run, and before the machine's load, which was left with "CP…".
    void aWarningLeavesTheRunReadable()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.window.resize(1366, 768);
        open.training.permits = 14; // the second of four trials is on its way
        open.begin(folder.path(), 4).run();
        open.bench.log().problem(QString(300, QLatin1Char('m')));
        const auto* run = open.window.findChild<QLabel*>(QStringLiteral("statusRun"));
        const auto* problem = open.window.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        QTRY_VERIFY2_WITH_TIMEOUT(run->text().contains(QStringLiteral("study ends")) && run->text().contains(QStringLiteral(" · epoch")),
                                  qPrintable(run->text()), 20000);
        const auto shown = [](const QLabel* label) {
            return label->fontMetrics().elidedText(label->text(), Qt::ElideRight, label->contentsRect().width());
        };
        QTRY_VERIFY2(shown(run) == run->text(), qPrintable(shown(run)));
        const auto* load = open.window.findChild<QLabel*>(QStringLiteral("statusDevices"));
        QTRY_VERIFY2(shown(load).contains(QLatin1Char('%')), qPrintable(shown(load)));
        QVERIFY(problem->isVisible() && problem->text().size() > 5);
        open.training.permits = test::SteppedTraining::unlimited;
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
    }

    void closingAsksOnlyWhileSomethingRuns()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.begin(folder.path(), 2);
        open.training.permits = 2;
        open.bench.current().run();
        QTRY_COMPARE(open.state(), RunState::Running);
        QVERIFY(!open.window.close());
        const auto question = [&] { return open.window.findChild<QMessageBox*>(QStringLiteral("leaveQuestion")); };
        QVERIFY(question());
        QTest::mouseClick(question()->findChild<QAbstractButton*>(QStringLiteral("keepRunning")), Qt::LeftButton);
        QTRY_VERIFY(!question());
        QVERIFY(open.window.isVisible());
        QCOMPARE(open.state(), RunState::Running);

        QVERIFY(!open.window.close());
        QTest::mouseClick(question()->findChild<QAbstractButton*>(QStringLiteral("pauseAndQuit")), Qt::LeftButton);
        QTRY_VERIFY(!open.window.isVisible());
        QCOMPARE(open.state(), RunState::Paused);
    }

    void aSignalPausesAndCloses()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.begin(folder.path(), 2);
        open.training.permits = 2;
        open.bench.current().run();
        QTRY_COMPARE(open.state(), RunState::Running);
        open.window.pauseAndQuit();
        QTRY_VERIFY(!open.window.isVisible());
        QCOMPARE(open.state(), RunState::Paused);
    }

    /// Interrupted trials are offered for resumption without a modal dialog.
    void whatWasCutOffIsOffered()
    {
        QTemporaryDir folder;
        {
            OpenWindow open;
            open.begin(folder.path(), 2);
            open.training.permits = 2;
            open.bench.current().run();
            QTRY_VERIFY(!open.bench.current().running().empty());
            open.window.pauseAndQuit();
            QTRY_VERIFY(!open.window.isVisible());
        }
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        auto* resume = open.window.findChild<QAbstractButton*>(QStringLiteral("resumeStudy"));
        QVERIFY(resume);
        QTRY_VERIFY(resume->isVisible());
        for (const Layout layout : allLayouts) {
            open.window.showLayout(layout);
            QVERIFY(resume->isVisible());
        }
        QTest::mouseClick(resume, Qt::LeftButton);
        QVERIFY(!resume->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(2));
        const auto allComplete = [&] { // asked anew each time: a later snapshot takes this one's place
            const auto snapshot = open.bench.current().snapshot();
            return std::ranges::all_of(snapshot->trials, [](const auto& trial) { return trial->state == TrialState::Complete; });
        };
        QTRY_VERIFY(allComplete());
    }
};

QTEST_MAIN(tst_Run)
#include "tst_run.moc"
