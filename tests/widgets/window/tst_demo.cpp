// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/base/MachineCores.h"
#include "core/config/Variant.h"
#include "core/storage/StudyFolder.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/status/RunProgress.h"

#include <QAbstractButton>

#include <algorithm>

using namespace reweigh;
using test::OpenWindow;

/// The demo as the window runs it: a search, then the comparison, without a click; and again after an interruption.
class tst_Demo : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path demo(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }

    static bool isCompared(OpenWindow& open)
    {
        const auto stored = open.bench.current().snapshot();
        return open.state() == RunState::Idle && !stored->variants.empty()
               && std::ranges::all_of(stored->variants, [](const VariantResult& result) { return result.runs.size() == 5; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists("/usr/share/datasets/fashion-mnist"))
            QSKIP("dataset-fashion-mnist is not installed");
    }

    void init() { test::useOwnSettings(); }

    void searchLeadsToComparison()
    {
        OpenWindow open;
        open.window.openDemo(demo("whole"));
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Watch));
        QTRY_VERIFY_WITH_TIMEOUT(isCompared(open), 60000);
        const auto stored = open.bench.current().snapshot();
        QCOMPARE(int(stored->trials.size()), open.bench.current().config().search.trials);
        for (const Variant& asked : demoVariants()) // one that equals another is trained once
            QVERIFY(asked.name == "fixed-searched-input"
                    || std::ranges::any_of(stored->variants, [&](const VariantResult& result) { return result.name() == asked.name; }));
        QTRY_COMPARE(open.window.layouts().current(), std::optional(Layout::Compare));
        QVERIFY(open.training.most <= machineCores());
    }

    /// The time at which the search ends is not that of the demo.
    void theComparisonIsAnnounced()
    {
        OpenWindow open;
        open.training.permits = 30;
        open.window.openDemo(demo("announced"));
        QTRY_VERIFY_WITH_TIMEOUT(open.training.permits == 0 && open.training.running > 0, 60000);
        OpenStudy& study = open.bench.current();
        const auto& log = open.bench.log().entries();
        QVERIFY(std::ranges::any_of(log, [](const LogEntry& entry) {
            return entry.text.contains("(trials: 16) is followed by a comparison (trainings: up to 30)");
        }));
        const auto said = [&study] { return progressText(runProgress(study, QDateTime::currentDateTime()), study); };
        QTRY_VERIFY2(said().contains("then a comparison of up to 30 training(s)") && !said().contains("study ends"), qPrintable(said()));
        study.runner().stopNow();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
    }

    /// What the user changes while the search runs belongs to another study: the comparison has the settings of the search.
    void changedSettingsAreNotCompared()
    {
        OpenWindow open;
        open.training.permits = 30;
        open.window.openDemo(demo("changed"));
        QTRY_VERIFY_WITH_TIMEOUT(open.training.permits == 0 && open.training.running > 0, 60000);
        OpenStudy& study = open.bench.current();
        const int epochs = study.config().training.epochs;
        ExperimentConfig changed = study.config();
        changed.training.epochs = epochs - 1;
        study.document().setConfig(changed, "fewer epochs");
        open.training.permits = test::SteppedTraining::unlimited;
        QTRY_VERIFY_WITH_TIMEOUT(isCompared(open), 60000);
        QCOMPARE(open.training.epochsAsked, std::set<int>{epochs});
    }

    /// Chosen again while it runs, the demo is shown where it runs, and no other one begins.
    void theRunningOneIsShown()
    {
        qputenv("HOME", m_folder.path().toLocal8Bit()); // where the window puts studies that it begins itself
        OpenWindow open;
        open.training.permits = 0;
        QAction* tried = open.action(QStringLiteral("demo"));
        tried->trigger();
        OpenStudy& study = open.bench.current();
        const auto& log = open.bench.log().entries();
        const auto isSaid = [&log] {
            return std::ranges::any_of(log, [](const LogEntry& entry) { return entry.text.contains("is running already"); });
        };
        QVERIFY(!isSaid());
        tried->trigger(); // before anything of it is stored
        QVERIFY(isSaid());
        QCOMPARE(open.bench.studies().size(), std::size_t(1));
        QTRY_VERIFY_WITH_TIMEOUT(open.training.running > 0, 60000);
        QVERIFY(open.bench.newStudy(ExperimentConfig()).isNew());
        open.window.showLayout(Layout::SetUp);
        tried->trigger();
        QCOMPARE(&open.bench.current(), &study);
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Watch));
        QVERIFY(log.back().text.contains("is running already"));

        study.runner().pause();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Paused, 20000);
        tried->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Running, 60000);
        study.runner().stopNow();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
    }

    /// It opened what stands where the last one was, and nothing else, however often it was chosen.
    void oneThatIsNoStudyAnyMoreIsBegunAnew()
    {
        qputenv("HOME", m_folder.path().toLocal8Bit());
        const std::filesystem::path spoilt = demo("spoilt");
        QVERIFY(std::filesystem::create_directories(spoilt));
        QVERIFY(writeFileAtomic(StudyFolder::in(spoilt).file(), "no study").ok());
        rememberDemo(spoilt);
        OpenWindow open;
        open.training.permits = 0;
        open.action(QStringLiteral("demo"))->trigger();
        QVERIFY(open.state() != RunState::Idle);
        QVERIFY(!open.bench.current().config().outDir.empty() && open.bench.current().config().outDir != spoilt.string());
        open.bench.current().runner().stopNow();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 60000);
    }

    /// Its comparison began all the same where the search ended before it had stopped, as after the last epoch of the last trial.
    void nothingFollowsASearchThatWasStopped()
    {
        OpenWindow open;
        open.training.permits = 30;
        open.window.openDemo(demo("stopped"));
        QTRY_VERIFY_WITH_TIMEOUT(open.training.permits == 0 && open.training.running > 0, 60000);
        OpenStudy& study = open.bench.current();
        study.runner().stopNow();
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
        Q_EMIT study.finished(false);
        QTest::qWait(20);
        QCOMPARE(open.state(), RunState::Idle);
    }

    void finishedOneIsOnlyShown()
    {
        OpenWindow open;
        open.training.permits = 0; // a training would never end
        open.window.openDemo(demo("whole"));
        const QSignalSpy begun(&open.bench.current().runner(), &StudyRunner::stateChanged);
        QTRY_VERIFY_WITH_TIMEOUT(isCompared(open), 20000);
        QTest::qWait(200);
        QCOMPARE(begun.count(), 0);
    }

    void interruptedOneIsContinued_data()
    {
        QTest::addColumn<int>("steps");
        QTest::newRow("in the search") << 30;
        QTest::newRow("in the comparison") << 16 * 12 + 20;
    }
    void interruptedOneIsContinued()
    {
        QFETCH(int, steps);
        const auto folder = demo(QTest::currentDataTag());
        {
            OpenWindow open;
            open.training.permits = steps;
            open.window.openDemo(folder);
            QTRY_VERIFY_WITH_TIMEOUT(open.training.permits == 0 && open.training.running > 0, 60000);
            QTest::qWait(50);
            open.bench.current().runner().stopNow();
            QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
            QVERIFY(!isCompared(open));
        }
        OpenWindow again;
        again.window.openDemo(folder);
        QTRY_VERIFY_WITH_TIMEOUT(isCompared(again), 60000);
        QCOMPARE(int(again.bench.current().snapshot()->trials.size()), again.bench.current().config().search.trials);
    }

    void theStartPageContinuesItsDemo_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<bool>("restored");
        QTest::newRow("in the search") << 30 << false;
        QTest::newRow("in the comparison") << 16 * 12 + 20 << false;
        QTest::newRow("in the search, by the banner") << 30 << true;
    }
    void theStartPageContinuesItsDemo()
    {
        QFETCH(int, steps);
        QFETCH(bool, restored);
        qputenv("HOME", m_folder.path().toLocal8Bit()); // where the window puts studies that it begins itself
        const auto press = [](const OpenWindow& open, const char* button) {
            open.window.findChild<QAbstractButton*>(QString::fromLatin1(button))->click();
        };
        std::filesystem::path file;
        {
            OpenWindow open;
            open.training.permits = steps;
            press(open, "start-demo");
            QTRY_VERIFY_WITH_TIMEOUT(open.training.permits == 0 && open.training.running > 0, 60000);
            file = open.bench.current().file();
            QVERIFY(!file.empty());
            open.window.pauseAndQuit();
            QTRY_VERIFY_WITH_TIMEOUT(!open.window.isVisible(), 20000);
            QVERIFY(open.state() == RunState::Paused);
        }
        {
            OpenWindow again(false);
            if (restored)
                again.window.restoreSession();
            again.window.show();
            if (restored)
                QTRY_VERIFY(again.window.findChild<QAbstractButton*>("resumeStudy")->isVisible());
            again.training.permits = 0;
            press(again, restored ? "resumeStudy" : "start-demo");
            if (!restored) // where the search's panels would be empty
                QTRY_COMPARE_WITH_TIMEOUT(again.window.layouts().current(), std::optional(Layout::Watch), 20000);
            again.training.permits = test::SteppedTraining::unlimited;
            QTRY_VERIFY_WITH_TIMEOUT(isCompared(again), 60000);
            QCOMPARE(again.bench.current().file(), file);
            QCOMPARE(int(again.bench.current().snapshot()->trials.size()), again.bench.current().config().search.trials);
        }
        OpenWindow last;
        last.training.permits = 0; // a training would never end
        press(last, "start-demo");
        QTRY_VERIFY_WITH_TIMEOUT(isCompared(last), 20000);
        QTest::qWait(100);
        QCOMPARE(last.state(), RunState::Idle);
        QCOMPARE(last.window.layouts().current(), std::optional(Layout::Search));
        QCOMPARE(last.bench.current().file(), file);
    }
};

QTEST_MAIN(tst_Demo)
#include "tst_demo.moc"
