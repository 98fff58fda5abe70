// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/setup/SetupFixture.h"

#include "core/live/cost/CostProbe.h"
#include "tests/support/ImageFiles.h"
#include "tests/support/ScriptedEngine.h"

#include <QAction>
#include <QProgressBar>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>

using namespace reweigh;
using namespace reweigh::test;

/// Tests of the panel "Before you start": its measurement, its texts before a measurement, and its start button.
class tst_Cost : public QObject {
    Q_OBJECT

    /// An engine whose steps take no time.
    static EngineOpener opener(bool broken = false)
    {
        auto engine =
            std::make_shared<ScriptedEngine>([](const TrainJob& job, RunObserver& observer, std::stop_token stop) -> Result<TrainResult> {
                TrainResult result;
                result.run = {.device = "scripted device", .precision = "fp32", .epochs = job.training.epochs, .stepsPerEpoch = 7};
                observer.started(result.run);
                for (int step = 1; step <= 7 && !stop.stop_requested(); ++step)
                    observer.stepFinished({.epoch = 1, .step = step});
                observer.epochFinished({.epoch = 1});
                return result;
            });
        return [engine, broken](const TrainOptions& options, const DataSource&) -> Result<std::shared_ptr<Engine>> {
            if (broken)
                return Error{ErrorCode::NoSuchDevice, options.device, "there is none", "cpu"};
            return std::shared_ptr<Engine>(engine);
        };
    }

private Q_SLOTS:
    void nothingIsClaimedBeforeItIsMeasured()
    {
        SetupFixture window(opener());
        QTRY_VERIFY(window.previewed());
        const auto* step = window.find<QLabel>("cost-step");
        QTRY_VERIFY(!step->text().isEmpty());
        const QString before = step->text();
        QVERIFY(!before.contains(QRegularExpression(QStringLiteral("\\d"))));
        auto* measure = window.find<QPushButton>("measure");
        QTRY_VERIFY(measure->isEnabled());
        measure->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QLabel>("cost-epoch")->text().contains(QLatin1Char('7')), 30000);
        QTRY_VERIFY(window.find<Panel>("cost")->scope().contains(QLatin1String("scripted device")));

        // The cost is proportional to the number of trials; with another batch size it must be measured again.
        QVERIFY(window.document().set("trials", 77, {}));
        QTRY_VERIFY(window.find<QLabel>("cost-study")->text().contains(QLatin1String("77")));
        QVERIFY(window.document().set("batch-size", 32, {}));
        QTRY_COMPARE(step->text(), before);
        window.document().undoStack().undo();
        QTRY_VERIFY(step->text() != before);
    }

    /// Of a study whose cost nobody has measured, no settings can have changed since.
    void anotherStudysMeasurementIsNotMentioned()
    {
        SetupFixture window(opener());
        auto* measure = window.find<QPushButton>("measure");
        QTRY_VERIFY(measure->isEnabled());
        measure->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.find<QLabel>("cost-epoch")->text().contains(QLatin1Char('7')), 30000);
        QVERIFY(window.document().set("batch-size", 32, {}));
        const auto* note = window.find<QLabel>("cost-note");
        QTRY_VERIFY(note->isVisible() && note->text().contains(QLatin1String("since the measurement")));
        window.bench.newStudy(window.config());
        QTRY_VERIFY(!note->isVisible());
    }

    void aFailedMeasurementIsExplained()
    {
        SetupFixture window(opener(true));
        auto* measure = window.find<QPushButton>("measure");
        QTRY_VERIFY(measure->isEnabled());
        measure->click();
        const auto* note = window.find<QLabel>("cost-note");
        QTRY_VERIFY_WITH_TIMEOUT(note->isVisible() && note->text().contains(QLatin1String("there is none")), 30000);
        QTRY_VERIFY(measure->isEnabled());
    }

    /// A measurement says how far it is, can be cancelled, and is dropped where it would not be of the settings in view.
    void aMeasurementCanBeCancelled()
    {
        std::atomic<bool> released = false;
        auto slow = std::make_shared<ScriptedEngine>([&](const TrainJob& job, RunObserver& observer, std::stop_token stop) {
            TrainResult result;
            result.run = {.device = "slow device", .precision = "fp32", .epochs = job.training.epochs, .stepsPerEpoch = 7};
            observer.started(result.run);
            observer.stepFinished({.epoch = 1, .step = 1});
            while (!stop.stop_requested() && !released)
                QThread::msleep(1);
            return Result<TrainResult>(result);
        });
        SetupFixture window(openerOf(slow));
        auto* measure = window.find<QPushButton>("measure");
        const auto* bar = window.find<QProgressBar>("measure-bar");
        QTRY_VERIFY(measure->isEnabled());
        measure->click();
        QTRY_VERIFY(bar->isVisible() && bar->value() == 1);
        QCOMPARE(measure->text(), QStringLiteral("Cancel"));
        measure->click();
        QTRY_VERIFY(!bar->isVisible());
        QCOMPARE(measure->text(), QStringLiteral("Measure"));
        measure->click();
        QTRY_VERIFY(bar->isVisible() && bar->value() == 1);
        QVERIFY(window.document().set("batch-size", 32, {}));
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(!window.find<QLabel>("cost-note")->isVisible());
        released = true;
    }

    /// Opening the engine may take longer than all steps: the bar says that this is what it waits for.
    void theBarSaysWhatItWaitsFor()
    {
        std::atomic<bool> released = false;
        SetupFixture window([&released, opener = opener()](const TrainOptions& options, const DataSource& source) {
            while (!released)
                QThread::msleep(1);
            return opener(options, source);
        });
        const auto release = qScopeGuard([&] { released = true; });
        const auto* bar = window.find<QProgressBar>("measure-bar");
        QTRY_VERIFY(window.find<QPushButton>("measure")->isEnabled());
        window.find<QPushButton>("measure")->click();
        QTRY_COMPARE(bar->format(), QStringLiteral("opening the engine"));
        QVERIFY(bar->isVisible() && bar->value() == 0);
    }

    /// The first step of a large network takes half a minute, in which the bar said that the engine was being opened.
    void theBarSaysThatItIsInTheFirstStep()
    {
        std::atomic<bool> released = false;
        auto slow = std::make_shared<ScriptedEngine>([&](const TrainJob& job, RunObserver& observer, std::stop_token stop) {
            TrainResult result;
            result.run = {.device = "slow device", .precision = "fp32", .epochs = job.training.epochs, .stepsPerEpoch = 7};
            observer.started(result.run);
            while (!stop.stop_requested() && !released)
                QThread::msleep(1);
            return Result<TrainResult>(result);
        });
        SetupFixture window(openerOf(slow));
        const auto release = qScopeGuard([&] { released = true; });
        const auto* bar = window.find<QProgressBar>("measure-bar");
        QTRY_VERIFY(window.find<QPushButton>("measure")->isEnabled());
        window.find<QPushButton>("measure")->click();
        QTRY_COMPARE(bar->format(), QStringLiteral("in the first step"));
        QVERIFY(bar->isVisible() && bar->value() == 0);
    }

    /// The window does not wait for a step that cannot be interrupted.
    void theWindowEndsBeforeALongStep()
    {
        std::atomic<bool> released = false, entered = false, left = false;
        auto stuck = std::make_shared<ScriptedEngine>([&](const TrainJob&, RunObserver&, std::stop_token) -> Result<TrainResult> {
            entered = true;
            while (!released)
                QThread::msleep(1);
            left = true;
            return Error{ErrorCode::Interrupted, {}, {}, {}};
        });
        {
            SetupFixture window([&stuck](const TrainOptions&, const DataSource&) { return Result<std::shared_ptr<Engine>>(stuck); });
            QTRY_VERIFY(window.find<QPushButton>("measure")->isEnabled());
            window.find<QPushButton>("measure")->click();
            QTRY_VERIFY_WITH_TIMEOUT(entered.load(), 20000);
        }
        QVERIFY(!left && CostProbe::abandoned());
        released = true;
        QTRY_VERIFY(left && !CostProbe::abandoned());
    }

    void theButtonIsTheActionAndSaysWhatKeepsItFromStarting()
    {
        SetupFixture window(opener());
        QAction run(QStringLiteral("Run"));
        QSignalSpy started(&run, &QAction::triggered);
        window.bench.registerAction(QStringLiteral("run"), &run);
        QTRY_VERIFY(window.previewed());
        auto* start = window.find<QPushButton>("start");
        QTRY_VERIFY(start->isEnabled());
        QVERIFY2(start->text().startsWith(QLatin1String("Start the study: ")), qPrintable(start->text()));
        start->click();
        QCOMPARE(started.count(), 1);

        QVERIFY(window.document().set("objective-epochs", 5000, {}));
        QTRY_VERIFY(!start->isEnabled());
        QVERIFY(window.find<QLabel>("start-hint")->text().startsWith(markOf(Role::Bad)));
        window.document().undoStack().undo();
        QTRY_VERIFY(start->isEnabled());
        QVERIFY(!window.document().set("noise-rate", "much", {})); // as a field passes on what was typed
        QTRY_VERIFY(!start->isEnabled());
        QTRY_VERIFY(!window.find<QPushButton>("measure")->isEnabled());
        QVERIFY(window.document().set("noise-rate", 0.3, {}));
        QTRY_VERIFY(start->isEnabled());
        QTRY_VERIFY(window.find<QPushButton>("measure")->isEnabled());
    }

    /// What is wrong with the recipe is said beside its setting; the button goes there where that is out of sight.
    void theReasonIsShown()
    {
        SetupFixture window(opener());
        QTRY_VERIFY(window.previewed());
        auto* reason = window.find<QPushButton>("start-reason");
        QVERIFY(!reason->isVisible());
        window.find<Panel>("recipe")->setFixedHeight(260);
        QVERIFY(window.document().set("val-per-class", 900000, {}));
        QTRY_VERIFY_WITH_TIMEOUT(window.previewed() && window.study().preview()->error, 20000);
        QTRY_VERIFY(reason->isVisible());
        const auto* said = window.find<QLabel>("val-per-class-problem");
        QTRY_VERIFY(said->isVisible());
        QVERIFY(said->visibleRegion().isEmpty());
        QTest::mouseClick(reason, Qt::LeftButton);
        QTRY_VERIFY(!said->visibleRegion().isEmpty());
        window.document().undoStack().undo();
        QTRY_VERIFY_WITH_TIMEOUT(!reason->isVisible(), 20000);
    }

    /// MW-Net is refused an own folder whose labels nobody has checked: before the click, with the way to Verify.
    void uncheckedLabelsKeepItFromStarting()
    {
        const QTemporaryDir folder;
        writeImageFolder(folder.filePath("train"), {"cat", "dog"}, 12);
        writeImageFolder(folder.filePath("test"), {"cat", "dog"}, 2, 1);
        SetupFixture window(opener());
        ExperimentConfig own = window.config();
        own.data.dataset = "folder";
        own.data.dataDir = folder.path().toStdString();
        own.data.imageSize = 8;
        own.data.noiseType = NoiseType::None;
        own.data.imbalanceType = ImbalanceType::None;
        own.data.metaPerClass = 1;
        own.data.valPerClass = 2;
        window.document().setConfig(own, {});
        QTRY_VERIFY_WITH_TIMEOUT(window.previewed(), 20000);
        QVERIFY(!window.study().preview()->error);
        auto* start = window.find<QPushButton>("start");
        auto* verify = window.find<QPushButton>("start-verify");
        QTRY_VERIFY(!start->isEnabled());
        QTRY_VERIFY(verify->isVisible());
        const QString hint = window.find<QLabel>("start-hint")->text();
        QVERIFY2(hint.startsWith(markOf(Role::Bad)) && hint.contains(QLatin1String("checked")), qPrintable(hint));
        QVERIFY2(!hint.contains(QLatin1String("--")), qPrintable(hint)); // names what stands in Recipe, not flags
        QVERIFY2(hint.contains(QStringLiteral("“Checked images”")) && hint.contains(QStringLiteral("“Meta set”")), qPrintable(hint));
        // However low the dock is, what scrolls gives way, and the sentence is whole.
        auto* panel = window.find<Panel>("cost");
        const auto* sentence = window.find<QLabel>("start-hint");
        const auto* scroll = window.find<QScrollArea>("cost-scroll");
        panel->setFixedWidth(340);
        QTRY_COMPARE(panel->width(), 340);
        const int left = Theme::instance().grid(4);
        panel->setFixedHeight(panel->height() - scroll->height() + left);
        QTRY_VERIFY(scroll->height() < 2 * left);
        QVERIFY2(sentence->height() >= sentence->heightForWidth(sentence->width()),
                 qPrintable(QStringLiteral("%1 of %2").arg(sentence->height()).arg(sentence->heightForWidth(sentence->width()))));
        QSignalSpy wanted(&window.bench, &Workbench::panelWanted);
        verify->click();
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), QStringLiteral("verify"));

        QVERIFY(window.document().set("clean", "all", {})); // every label is right
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        QVERIFY(!verify->isVisible());
    }
};

QTEST_MAIN(tst_Cost)
#include "tst_cost.moc"
