// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"

#include "core/base/FileIo.h"
#include "core/plan/Plan.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"
#include "tests/support/PlantedVariants.h"
#include "widgets/state/StudiesFolder.h"
#include "widgets/state/StudyTitle.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/dialogs/CompareDialog.h"
#include "widgets/window/main/FirstGeometry.h"
#include "widgets/window/main/LibTorchBar.h"
#include "widgets/window/main/NoticeBar.h"
#include "widgets/window/main/RecentStudies.h"
#include "widgets/window/main/StartPage.h"

#include <QAbstractSpinBox>
#include <QCommandLinkButton>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

using namespace reweigh;
using test::OpenWindow;

/// The first minutes: the window's place on the screen, the start page, names, and keys wherever the focus is.
class tst_Start : public QObject {
    Q_OBJECT

    static StartPage& page(const OpenWindow& open) { return *open.window.findChild<StartPage*>(); }

private Q_SLOTS:
    void init()
    {
        test::useOwnSettings();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void theFirstWindowFitsAnyScreen_data()
    {
        QTest::addColumn<QRect>("available");
        QTest::addColumn<QSize>("size");
        QTest::newRow("1366 x 768 with a panel") << QRect(0, 0, 1366, 728) << QSize(1358, 686);
        QTest::newRow("1920 x 1080 with a panel") << QRect(0, 32, 1920, 1048) << QSize(1600, 1000);
        QTest::newRow("3840 x 2160") << QRect(0, 0, 3840, 2160) << QSize(2688, 1512);
        QTest::newRow("second screen at the left") << QRect(-1280, 0, 1280, 1024) << QSize(1272, 982);
    }
    void theFirstWindowFitsAnyScreen()
    {
        QFETCH(QRect, available);
        QFETCH(QSize, size);
        const QRect geometry = firstGeometry(available);
        QCOMPARE(geometry.size(), size);
        QVERIFY(available.contains(geometry));
        QVERIFY(geometry.top() >= available.top() + 36); // the title bar is on the screen
    }

    void anEarlierPlaceIsKeptWhereItCanBeReached()
    {
        const QList<QRect> two = {QRect(0, 0, 1920, 1080), QRect(1920, 0, 1366, 768)};
        QCOMPARE(reachableGeometry(QRect(100, 100, 800, 600), two), QRect(100, 100, 800, 600));
        QCOMPARE(reachableGeometry(QRect(2000, 100, 800, 600), two), QRect(2000, 100, 800, 600));
        // The second screen is gone: the window comes to the first.
        QCOMPARE(reachableGeometry(QRect(2000, 100, 800, 600), {two.front()}), firstGeometry(two.front()));
        // A window of a larger screen shrinks, and one below the edge comes up.
        const QRect small(0, 0, 1366, 728);
        QCOMPARE(reachableGeometry(QRect(0, 40, 2600, 1500), {small}), QRect(4, 36, 1358, 686));
        QCOMPARE(reachableGeometry(QRect(300, 700, 400, 300), {small}), QRect(300, 422, 400, 300));
    }

    /// What is not seen cannot be run, by its key either.
    void nothingRunsBehindTheStartPage()
    {
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        QVERIFY(page(open).isVisible());
        QVERIFY(!open.action(QStringLiteral("run"))->isEnabled());
        QTest::keyClick(&open.window, Qt::Key_F5);
        QTest::qWait(20);
        QVERIFY(open.state() == RunState::Idle && open.bench.current().isNew());
        page(open).findChild<QAbstractButton*>(QStringLiteral("start-new"))->click();
        QTRY_VERIFY(open.window.layouts().current() == std::optional(Layout::SetUp));
    }

    /// Whoever moves by keyboard sees which choice has the focus, and Enter takes it.
    void aChoiceIsTakenByEnter()
    {
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        open.window.activateWindow();
        QTRY_VERIFY(page(open).hasFocus()); // Enter begins nothing that has not been chosen
        auto* choice = page(open).findChild<QCommandLinkButton*>(QStringLiteral("start-new"));
        const QImage before = choice->grab().toImage();
        choice->setFocus();
        QTRY_VERIFY(choice->hasFocus());
        QTest::keyClick(choice, Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QTRY_VERIFY(choice->hasFocus());
        const QImage after = choice->grab().toImage();
        const QRgb frame = Theme::instance().colour(Role::Selection).rgb();
        int seen = 0;
        for (int x = 0; x < after.width(); ++x)
            seen += after.pixel(x, 0) == frame && before.pixel(x, 0) != frame;
        QVERIFY2(seen > after.width() / 2, qPrintable(QString::number(seen)));
        QTest::keyClick(choice, Qt::Key_Return);
        QTRY_VERIFY(open.window.layouts().current() == std::optional(Layout::SetUp));
    }

    void theLastStudiesAndHowTheyStand()
    {
        QTemporaryDir folder;
        const auto file = test::finishedStudy(folder.filePath("first"), 2);
        QVERIFY(writeStudyTitle(file, QStringLiteral("My study")).ok());
        rememberStudy(file);
        OpenWindow open;
        QCommandLinkButton* button = nullptr;
        QTRY_VERIFY((button = page(open).findChild<QCommandLinkButton*>(QStringLiteral("recentStudy"))) != nullptr);
        QCOMPARE(button->text(), QStringLiteral("My study"));
        QCOMPARE(page(open).findChild<QLabel*>(QStringLiteral("recentHead"))->text(), QStringLiteral("Continue with"));
        QVERIFY2(button->description().startsWith(QLatin1String("2 of 2 trial")), qPrintable(button->description()));
        QVERIFY(button->description().contains(QLatin1String("best ")) && button->description().contains(QLatin1String("today")));
        button->click();
        QTRY_COMPARE(open.bench.current().file(), file);
        QVERIFY(!page(open).isVisible());
        QVERIFY(open.window.windowTitle().startsWith(QLatin1String("My study")));
        open.window.showLayout(Layout::SetUp);
        QTRY_COMPARE(open.window.findChild<QLabel*>(QStringLiteral("start-hint"))->text(),
                     QStringLiteral("Raise the number of trials to continue."));

        open.action(QStringLiteral("close"))->trigger(); // nothing is open any more
        QVERIFY(page(open).isVisible() && !open.window.layouts().current());
        QVERIFY(!open.action(QStringLiteral("run"))->isEnabled());
    }

    /// What was interrupted opens where it goes on; Search, where its panels are empty, is for what is finished.
    void anInterruptedStudyOpensInWatch()
    {
        QTemporaryDir folder;
        {
            OpenWindow open;
            open.training.permits = 6;
            open.begin(folder.filePath("cut"), 2).run();
            QTRY_VERIFY_WITH_TIMEOUT(open.training.permits == 0 && open.training.running > 0, 60000);
            open.window.pauseAndQuit();
            QTRY_VERIFY_WITH_TIMEOUT(!open.window.isVisible(), 20000);
        }
        rememberStudy(test::finishedStudy(folder.filePath("finished"), 1));
        for (const auto& [name, layout] : {std::pair("cut", Layout::Watch), std::pair("finished", Layout::Search)}) {
            OpenWindow open;
            const auto button = [&page = page(open), name = name] {
                for (auto* recent : page.findChildren<QCommandLinkButton*>(QStringLiteral("recentStudy")))
                    if (recent->text() == QLatin1String(name))
                        return recent;
                return static_cast<QCommandLinkButton*>(nullptr);
            };
            QTRY_VERIFY(button() != nullptr);
            button()->click();
            QTRY_VERIFY(!open.bench.current().snapshot()->trials.empty());
            QTRY_COMPARE(open.window.layouts().current(), std::optional(layout));
        }
    }

    /// The time is that of the last work, also where only the log beside a study's file or the studies of a plan tell it; and what was
    /// worked on last stands first.
    void theTimeIsOfTheLastWork()
    {
        namespace fs = std::filesystem;
        QTemporaryDir folder;
        const fs::path home = folder.path().toStdString();
        const auto makeOld = [](const fs::path& file) {
            fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(72));
        };
        const auto create = [](const fs::path& file) { return SqlStorage::create(file, "planted", Direction::Maximize); };
        const fs::path old = home / "old.db", worked = home / "worked.db", begun = home / "begun.db", plan = home / "plan.json";
        QVERIFY(create(old));
        const auto open = create(worked); // what it writes stays in the log while it is open
        QVERIFY(open && (*open)->setAttributes({.user = {{"note", "x"}}}));
        {
            const auto storage = create(begun); // with a trial that has not ended
            QVERIFY(storage && (*storage)->createTrial({}));
        }
        QVERIFY(writeFileAtomic(plan, "{}"));
        const auto read = readPlan(plan);
        QVERIFY(read);
        const fs::path cell = StudyFolder::of(read->cells.front().config).file();
        fs::create_directories(cell.parent_path());
        QVERIFY(create(cell));
        for (const fs::path& file : {old, worked, begun, plan})
            makeOld(file);

        QStringList files;
        for (const fs::path& file : {old, worked, begun, plan})
            files << QString::fromStdString(file.string());
        const std::vector<RecentState> states = readRecent(files);
        QCOMPARE(states.size(), std::size_t(4));
        QCOMPARE(states.back().file, files.front());
        const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
        QVERIFY(states.back().changed < yesterday);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY2(states[i].changed > yesterday, qPrintable(states[i].file));
    }

    void statesInWords()
    {
        const QDateTime now(QDate(2026, 5, 3), QTime(12, 0));
        RecentState state{.title = QStringLiteral("x"), .changed = now.addDays(-1), .readable = true, .finished = 3, .budget = 20};
        state.interrupted = 1;
        QVERIFY(recentText(state, now).contains(QLatin1String("interrupted")));
        QVERIFY(recentText(state, now).contains(QLatin1String("yesterday")));
        state.running = true;
        QVERIFY(recentText(state, now).contains(QLatin1String("running")));
        state.variants = 6;
        QVERIFY(recentText(state, now).contains(QLatin1String("6 variant")));
        state.readable = false;
        QVERIFY(recentText(state, now).startsWith(QLatin1String("yesterday"))); // of what cannot be read nothing is said
    }

    /// A comparison that was stopped at its beginning compared nothing.
    void aComparisonSaysWhatIsDone()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = test::finishedStudy(folder.path(), 2); // of one seed for each variant
        const auto saidOf = [&file](std::vector<VariantResult> variants) {
            const auto storage = SqlStorage::open(file, StorageMode::Write);
            const bool stored =
                storage && (*storage)->setAttributes({.user = {{attribute::variants, toJson(StoredVariants{1, std::move(variants)})}}});
            const std::vector<RecentState> states = readRecent({QString::fromStdString(file.string())});
            return stored ? recentText(states.front(), QDateTime::currentDateTime()) : QString();
        };
        QString said = saidOf({test::planted("searched", {}), test::planted("ce", {})});
        QVERIFY2(said.contains(QLatin1String("comparison: 0 of 2 training")) && !said.contains(QLatin1String("compared")),
                 qPrintable(said));
        said = saidOf({test::planted("searched", {0.7}), test::planted("ce", {})});
        QVERIFY2(said.contains(QLatin1String("comparison: 1 of 2 training")), qPrintable(said));
        said = saidOf({test::planted("searched", {0.7}), test::planted("ce", {0.6})});
        QVERIFY2(said.contains(QLatin1String("2 variant")) && said.contains(QLatin1String("compared")), qPrintable(said));
    }

    void aStudyIsNamed()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        open.action(QStringLiteral("rename"))->trigger();
        auto* dialog = open.window.findChild<QInputDialog*>(QStringLiteral("nameDialog"));
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("Trains and rain"));
        dialog->accept();
        QVERIFY(open.window.windowTitle().startsWith(QLatin1String("Trains and rain")));
    }

    /// The demo goes by its own name, and not by its recipe with a number.
    void theDemosFolder()
    {
        QTemporaryDir folder;
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        QCOMPARE(freshStudyFolder(ExperimentConfig(), QStringLiteral("demo")).filename(), std::filesystem::path("demo"));
        ExperimentConfig own;
        own.data.dataset = "folder";
        own.data.dataDir = "/home/me/my birds/";
        own.data.noiseType = NoiseType::None;
        own.data.imbalanceType = ImbalanceType::None;
        QCOMPARE(freshStudyFolder(own).filename(), std::filesystem::path("my-birds")); // and not "folder"
    }

    /// The status bar says what happened to the study in view; another one's problems wait until that is shown.
    void problemsBelongToTheirStudy()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        auto* problem = open.window.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        OpenStudy& first = open.begin(QStringLiteral("/tmp/unused-first"), 1);
        OpenStudy& second = open.begin(QStringLiteral("/tmp/unused-second"), 1);
        first.tell({.severity = Severity::Problem, .text = QStringLiteral("the first's disk is full")});
        QVERIFY(!problem->isVisible());
        open.bench.setCurrent(first);
        QVERIFY(problem->isVisible() && problem->text().contains(QLatin1String("first's disk")));
        open.bench.setCurrent(second);
        QVERIFY(!problem->isVisible());
        open.bench.log().problem(QStringLiteral("the sky falls"));
        QVERIFY(problem->isVisible());
        problem->click();
        open.bench.setCurrent(first);
        QVERIFY(!problem->isVisible()); // it was looked at in the log
    }

    void undoWorksInANumberField()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        open.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        OpenStudy& study = open.bench.current();
        auto* box = open.window.findChild<QAbstractSpinBox*>(QStringLiteral("noise-rate"));
        QVERIFY(box);
        box->setFocus();
        auto* line = box->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(box, QStringLiteral("0.25"));
        QTRY_COMPARE(study.config().data.noiseRate, 0.25);
        QTest::keySequence(box, QKeySequence(QKeySequence::Undo));
        QCOMPARE(study.config().data.noiseRate, 0.4);
        QTRY_COMPARE(line->text(), QStringLiteral("0.4"));

        // Text that the field refuses keeps the study from running until it is taken back.
        line->selectAll();
        QTest::keyClicks(box, QStringLiteral("7"));
        QTRY_VERIFY(study.document().refused());
        QVERIFY(!open.action(QStringLiteral("run"))->isEnabled());
        QVERIFY(!open.action(QStringLiteral("save-config"))->isEnabled()); // it would write what is not shown
    }

    /// In a field that is no setting, undo is the window's until something is typed there.
    void undoWorksInOtherFields()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        open.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        ExperimentDocument& document = open.bench.current().document();
        auto* box = open.window.findChild<QSpinBox*>(QStringLiteral("trials-at-once"));
        QVERIFY(box);
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        QVERIFY(document.set("noise-rate", 0.25, QStringLiteral("Noise rate")));
        QTest::keySequence(box, QKeySequence(QKeySequence::Undo));
        QCOMPARE(document.config().data.noiseRate, 0.4);

        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("7"));
        QVERIFY(document.set("noise-rate", 0.25, QStringLiteral("Noise rate")));
        QTest::keySequence(box, QKeySequence(QKeySequence::Undo));
        QCOMPARE(document.config().data.noiseRate, 0.25); // the digit was taken back
        QVERIFY(box->text() != QStringLiteral("7"));
    }

    /// A button that was clicked does not keep the space key; one that the keyboard led to does (tst_bars).
    void spacePausesAfterAClick()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.training.permits = 2;
        open.begin(folder.path(), 2).run();
        open.window.showLayout(Layout::Watch);
        QTRY_COMPARE(open.state(), RunState::Running);
        open.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        auto* search = open.window.findChild<QToolButton*>(QStringLiteral("pill-layout-search"));
        QTest::mouseClick(search, Qt::LeftButton);
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Space);
        QVERIFY(open.state() == RunState::Pausing || open.state() == RunState::Paused);
        open.training.permits = test::SteppedTraining::unlimited;
        QTRY_COMPARE(open.state(), RunState::Paused);
        QTest::keyClick(search, Qt::Key_Space); // and takes it back
        QVERIFY(open.state() != RunState::Paused);
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(2));
    }

    /// Nor does a number field, to which it is no digit.
    void spacePausesInANumberField()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.training.permits = 2;
        open.begin(folder.path(), 2).run();
        open.window.showLayout(Layout::SetUp);
        QTRY_COMPARE(open.state(), RunState::Running);
        open.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        auto* box = open.window.findChild<QAbstractSpinBox*>(QStringLiteral("noise-rate"));
        QVERIFY(box);
        box->setFocus();
        QTRY_VERIFY(box->hasFocus());
        const QString before = box->text();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(open.state() == RunState::Pausing || open.state() == RunState::Paused);
        QCOMPARE(box->text(), before);
        open.training.permits = test::SteppedTraining::unlimited;
        QTRY_COMPARE(open.state(), RunState::Paused);
    }

    void aLineLeadsToTheComparison()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        OpenStudy& study = open.bench.current();
        auto* notice = open.window.findChild<NoticeBar*>();
        QVERIFY(notice && !notice->isVisible());
        Q_EMIT study.finished(true);
        QTRY_VERIFY(notice->isVisible());
        open.window.showLayout(Layout::Watch); // restores the tool bars of the layout
        QVERIFY(notice->isVisible());
        notice->findChild<QAbstractButton*>(QStringLiteral("noticeLead"))->click();
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Compare));
        QVERIFY(!notice->isVisible());
    }

    /// The line goes when the comparison was found without it, and when its study runs again.
    void theLineToTheComparisonGoesByItself()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 1);
        auto* notice = open.window.findChild<NoticeBar*>();
        open.window.showLayout(Layout::Watch);
        Q_EMIT study.finished(true);
        QTRY_VERIFY(notice->isVisible());
        open.window.findChild<QToolButton*>(QStringLiteral("pill-layout-compare"))->click();
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Compare));
        QVERIFY(!notice->isVisible());
        open.window.showLayout(Layout::Watch);
        QVERIFY(!notice->isVisible());
        Q_EMIT study.finished(true);
        QTRY_VERIFY(notice->isVisible());
        study.run();
        QVERIFY(!notice->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(open.state(), RunState::Idle, 20000);
    }

    /// From a finished search the line leads to the comparison; before the comparison that follows by itself it says nothing.
    void aLineLeadsFromASearchToItsComparison()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 1);
        auto* notice = open.window.findChild<NoticeBar*>();
        open.window.showLayout(Layout::Watch);
        study.setComparisonNext(6);
        Q_EMIT study.finished(false);
        QTest::qWait(0);
        QVERIFY(!notice->isVisible());
        study.setComparisonNext(0);
        Q_EMIT study.finished(false);
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(notice->findChild<QLabel*>(QStringLiteral("noticeText"))->text().contains(QLatin1String("the search is done")));
        study.run();
        QVERIFY(!notice->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 20000);
        QAction* compare = open.bench.action(QStringLiteral("compare"));
        QTRY_VERIFY(compare->isEnabled()); // once the follower has read the last trial
        notice->findChild<QAbstractButton*>(QStringLiteral("noticeLead"))->click();
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Compare));
        QVERIFY(!notice->isVisible());
        auto* dialog = open.window.findChild<CompareDialog*>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        dialog->reject();
    }

    /// However long a study's name is, what the bar leads to can be pressed; the text ends in an ellipsis.
    void aLongNoticeKeepsItsButtons()
    {
        OpenWindow open;
        auto* notice = open.window.findChild<NoticeBar*>();
        const QString text = QString(400, QLatin1Char('m')) + QStringLiteral(": the comparison is done.");
        notice->say(text, QStringLiteral("Show it"), [] {});
        QTRY_VERIFY(notice->isVisible());
        for (const char* name : {"noticeLead", "noticeClose"}) {
            const auto* button = notice->findChild<QAbstractButton*>(QString::fromLatin1(name));
            QTRY_VERIFY2(button->isVisible() && notice->rect().contains(button->geometry()), name);
        }
        const auto* label = notice->findChild<QLabel*>(QStringLiteral("noticeText"));
        QVERIFY(label->toolTip() == text && label->width() < label->sizeHint().width());
    }

    void libTorchIsOfferedWhereItIsMissed()
    {
        OpenWindow open;
        open.window.showLayout(Layout::SetUp);
        auto* bar = open.window.findChild<LibTorchBar*>();
        QVERIFY(bar && !bar->isVisible()); // what was built knows where LibTorch is
        Q_EMIT open.bench.current().runner().failed({ErrorCode::LibTorchMissing, "/nowhere", {}, "2.11.0"});
        QVERIFY(bar->isVisible());
        open.window.showLayout(Layout::Watch);
        QVERIFY(bar->isVisible());
        QVERIFY(bar->findChild<QAbstractButton*>(QStringLiteral("fetchButton"))->text().startsWith(QLatin1String("Download")));
    }

    /// What another version has written into the session is skipped, the rest is opened.
    void aSessionOfAnotherVersion()
    {
        QSettings().setValue("session/studies", QByteArray(R"([{"config": {}, "title": "kept", "current": "yes"}, 7, {"file": 7}])"));
        OpenWindow open(false);
        open.window.restoreSession();
        QCOMPARE(open.bench.studies().size(), std::size_t(1));
        QCOMPARE(open.bench.current().givenTitle(), QStringLiteral("kept"));
    }
};

QTEST_MAIN(tst_Start)
#include "tst_start.moc"
