// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/window/WindowFixture.h"

#include "core/base/FileIo.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"
#include "tests/support/StudySql.h"
#include "widgets/window/actions/FileActions.h"
#include "widgets/window/common/Documents.h"
#include "widgets/window/main/NoticeBar.h"
#include "widgets/window/main/StudyTabs.h"
#include "widgets/window/status/StatusLine.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace reweigh;
using test::OpenWindow;

/// Tests of two open studies: opening, closing, jumping from the log.
class tst_Studies : public QObject {
    Q_OBJECT

    /// The file of a study that another program has written, with a trial that reported two values.
    static std::filesystem::path othersStudy(const QTemporaryDir& folder)
    {
        const std::filesystem::path file = folder.filePath("optuna.db").toStdString();
        auto storage = SqlStorage::create(file, "optuna", Direction::Maximize);
        TrialUpdate update;
        update.parameters = {{"x", FloatDistribution{}, 0.5}};
        update.intermediate = {{1, 0.2}, {2, 0.4}};
        update.end = TrialEnd{TrialState::Complete, 0.4};
        return storage && (*storage)->createTrial(update) ? file : std::filesystem::path();
    }

private Q_SLOTS:
    void init() { test::useOwnSettings(); }

    void twoStudiesTwoTabs()
    {
        QTemporaryDir one, two;
        const auto first = test::finishedStudy(one.filePath("first"), 1), second = test::finishedStudy(two.filePath("second"), 2);
        OpenWindow open;
        open.window.resize(1280, 700); // offscreen's screen is narrower than the bar with its tabs
        auto* tabs = open.window.findChild<StudyTabs*>();
        QVERIFY(tabs && !tabs->isVisible());
        QVERIFY(openDocument(open.bench, first));
        QVERIFY(openDocument(open.bench, second.parent_path())); // the folder means its study.db
        QTRY_VERIFY(tabs->isVisible());
        QCOMPARE(tabs->count(), 2);
        QCOMPARE(tabs->tabText(0), QStringLiteral("first"));
        QCOMPARE(tabs->tabText(1), QStringLiteral("second"));
        QVERIFY(open.window.windowTitle().startsWith(QStringLiteral("second")));
        QTest::mouseClick(tabs, Qt::LeftButton, Qt::NoModifier, tabs->tabRect(0).center());
        QCOMPARE(open.bench.current().file(), first);
        QVERIFY(open.window.windowTitle().startsWith(QStringLiteral("first")));
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(1));
        open.bench.current().setTitle(QStringLiteral("loss & label"));
        QCOMPARE(tabs->tabText(0), QStringLiteral("loss && label")); // which is drawn with one
        QVERIFY(open.window.windowTitle().startsWith(QStringLiteral("loss & label")));
        open.action(QStringLiteral("close"))->trigger();
        QCOMPARE(open.bench.current().file(), second);
        QTRY_VERIFY(!tabs->isVisible());
        for (const auto& file : {first, second})
            QVERIFY(recentStudies().contains(QString::fromStdString(file.string())));
    }

    /// The status line names the data of the study's trials, not what the form says; of another program's study nothing.
    void theFingerprintIsTheStudys()
    {
        QTemporaryDir folder;
        const auto file = test::finishedStudy(folder.filePath("mine"), 1);
        OpenWindow open;
        const auto* status = open.window.findChild<StatusLine*>();
        OpenStudy* study = openDocument(open.bench, file);
        QTRY_VERIFY(study->snapshot()->facts.has_value());
        const QString code = QString::fromStdString(study->snapshot()->facts->fingerprintCode);
        QVERIFY(!code.isEmpty());
        QCOMPARE(status->fingerprint(), code);
        QVERIFY(study->document().set("noise-rate", 0.1, QStringLiteral("Noise rate")));
        QTRY_VERIFY(study->preview() && study->preview()->options == study->config().data && study->preview()->data.plan);
        QVERIFY(QString::fromStdString(study->preview()->data.plan->fingerprintCode) != code);
        QCOMPARE(status->fingerprint(), code);

        QVERIFY(openDocument(open.bench, othersStudy(folder)));
        QTRY_VERIFY(!open.bench.current().snapshot()->file.empty());
        QVERIFY2(status->fingerprint().isEmpty(), qPrintable(status->fingerprint()));
    }

    void aStudyThatRunsIsNotClosed()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.begin(folder.path(), 2);
        open.training.permits = 2;
        open.bench.current().run();
        QTRY_COMPARE(open.state(), RunState::Running);
        const OpenStudy* running = &open.bench.current();
        open.action(QStringLiteral("close"))->trigger();
        QCOMPARE(&open.bench.current(), running);
        QVERIFY(!open.bench.log().entries().empty());
        open.action(QStringLiteral("stop"))->trigger();
        QTRY_COMPARE(open.state(), RunState::Idle);
        open.action(QStringLiteral("close"))->trigger();
        QVERIFY(open.bench.current().isNew());
    }

    /// Settings that nothing has stored are not lost with their study: a line brings them back.
    void aClosedNewStudyIsReopened()
    {
        OpenWindow open;
        auto* notice = open.window.findChild<NoticeBar*>();
        const auto* said = notice->findChild<QLabel*>(QStringLiteral("noticeText"));
        open.action(QStringLiteral("new"))->trigger();
        open.action(QStringLiteral("close"))->trigger(); // of a study in which nothing was changed
        QVERIFY(!notice->isVisible());

        open.action(QStringLiteral("new"))->trigger();
        QVERIFY(open.bench.current().document().set("noise-rate", 0.25, QStringLiteral("Noise rate")));
        open.bench.current().setTitle(QStringLiteral("Birds"));
        open.action(QStringLiteral("close"))->trigger();
        QVERIFY(open.bench.current().config() == ExperimentConfig() && !open.window.layouts().current()); // the start page
        QVERIFY(notice->isVisible());
        QCOMPARE(said->text(), QStringLiteral("Birds was closed; its changed settings are not stored."));
        auto* reopen = notice->findChild<QPushButton*>(QStringLiteral("noticeLead"));
        QCOMPARE(reopen->text(), QStringLiteral("Reopen"));
        QTRY_VERIFY(notice->rect().contains(reopen->geometry()));
        QTest::mouseClick(reopen, Qt::LeftButton);
        QVERIFY(!notice->isVisible());
        QCOMPARE(open.bench.studies().size(), std::size_t(1));
        QCOMPARE(open.bench.current().config().data.noiseRate, 0.25);
        QCOMPARE(open.bench.current().title(), QStringLiteral("Birds"));
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::SetUp));

        // The line of a comparison that was found takes none away that came after it.
        Q_EMIT open.bench.current().finished(true);
        QTRY_VERIFY(notice->isVisible());
        open.action(QStringLiteral("new"))->trigger();
        QVERIFY(open.bench.current().document().set("noise-rate", 0.1, QStringLiteral("Noise rate")));
        open.action(QStringLiteral("close"))->trigger();
        QCOMPARE(open.bench.current().title(), QStringLiteral("Birds"));
        open.window.showLayout(Layout::Compare);
        QVERIFY(notice->isVisible() && said->text().startsWith(QStringLiteral("new study was closed")));
    }

    /// The line of a file that held no study yet stayed after it was opened.
    void whatIsSaidOfAFileIsOverOnceItIsOpened()
    {
        QTemporaryDir folder;
        OpenWindow open;
        const std::filesystem::path file = std::filesystem::path(folder.path().toStdString()) / "study.db";
        QVERIFY(writeFileAtomic(file, {}).ok());
        QVERIFY(!openDocument(open.bench, file));
        const auto& log = open.bench.log().entries();
        QVERIFY(!log.empty() && log.back().severity == Severity::Problem && !log.back().settled);
        const std::size_t said = log.size() - 1;
        QVERIFY(std::filesystem::remove(file));
        QVERIFY(test::finishedStudy(folder.path(), 1) == file);
        QVERIFY(openDocument(open.bench, file));
        QVERIFY(log[said].settled);
    }

    /// It led nowhere once its study was closed, and stayed.
    void theLineOfWhatEndedGoesWithItsStudy()
    {
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 1);
        auto* notice = open.window.findChild<NoticeBar*>();
        open.window.showLayout(Layout::Watch);
        Q_EMIT study.finished(true);
        QTRY_VERIFY(notice->isVisible());
        open.bench.newStudy(ExperimentConfig());
        QVERIFY(notice->isVisible());
        open.bench.close(study);
        QVERIFY(!notice->isVisible());
    }

    /// Which study runs is seen from another one, where the status line says nothing of it.
    void aTabSaysThatItsStudyRuns()
    {
        QTemporaryDir folder;
        OpenWindow open;
        const auto* tabs = open.window.findChild<StudyTabs*>();
        OpenStudy& study = open.begin(folder.path(), 2);
        open.training.permits = 2;
        study.run();
        QTRY_COMPARE(study.runner().state(), RunState::Running);
        open.bench.newStudy(ExperimentConfig());
        const auto& studies = open.bench.studies();
        const auto at = int(std::ranges::find_if(studies, [&](const auto& one) { return one.get() == &study; }) - studies.begin());
        QVERIFY(&open.bench.current() != &study && at < tabs->count());
        QVERIFY2(tabs->tabText(at).startsWith(QStringLiteral("▶ ")), qPrintable(tabs->tabText(at)));
        QVERIFY2(tabs->tabToolTip(at).contains(QStringLiteral("running")), qPrintable(tabs->tabToolTip(at)));
        QVERIFY(tabs->accessibleTabName(at).contains(QStringLiteral("running")));
        study.runner().pause();
        QTRY_COMPARE(study.runner().state(), RunState::Paused);
        QVERIFY2(tabs->tabText(at).startsWith(QStringLiteral("‖ ")), qPrintable(tabs->tabText(at)));
        study.runner().stopNow();
        QTRY_COMPARE(study.runner().state(), RunState::Idle);
        QCOMPARE(tabs->tabText(at), study.title().replace('&', QStringLiteral("&&")));
        QCOMPARE(tabs->tabToolTip(at), QString::fromStdString(study.file().string()));
    }

    void whatIsNotThereIsSaid()
    {
        OpenWindow open;
        QVERIFY(!openDocument(open.bench, "/nowhere/at/all.db"));
        QCOMPARE(open.bench.log().entries().back().severity, Severity::Problem);
        QVERIFY(open.bench.log().entries().back().text.contains(QStringLiteral("/nowhere/at/all.db")));
        QVERIFY(open.bench.current().isNew());
    }

    /// A file that is no study leaves the study in view, and is not offered again; one that was a study keeps its tab.
    void whatIsNoStudyHasNoTab()
    {
        QTemporaryDir folder;
        const auto in = [&folder](const char* name) {
            return std::filesystem::path(folder.filePath(QString::fromLatin1(name)).toStdString());
        };
        const std::filesystem::path ours = test::finishedStudy(folder.filePath("ours"), 1);
        QVERIFY(writeFileAtomic(in("text.txt"), "To whom it may concern\n").ok());
        QVERIFY(writeFileAtomic(in("bytes.db"), std::string(4096, '\x1e')).ok());
        std::filesystem::copy_file(ours, in("cut.db"));
        std::filesystem::resize_file(in("cut.db"), std::filesystem::file_size(ours) / 2);
        test::studySql(in("theirs.db"), QStringLiteral("CREATE TABLE notes (text TEXT)"));
        {
            OpenWindow open;
            FileActions& files = *open.window.findChild<FileActions*>();
            const auto isRefused = [&](const std::filesystem::path& file) {
                files.openFile(file);
                const QString path = QString::fromStdString(file.string());
                const LogEntry& said = open.bench.log().entries().back();
                return said.severity == Severity::Problem && said.text.contains(path) && open.bench.studies().size() == 1
                       && !recentStudies().contains(path);
            };
            QVERIFY(isRefused(in("text.txt")));
            QVERIFY(open.bench.current().isNew() && !open.window.layouts().current()); // the start page
            files.openFile(ours);
            const OpenStudy* current = &open.bench.current();
            for (const char* name : {"text.txt", "bytes.db", "cut.db", "theirs.db"}) {
                QVERIFY2(isRefused(in(name)), name);
                QCOMPARE(&open.bench.current(), current);
            }
            open.bench.newStudy(ExperimentConfig());
            QVERIFY(writeFileAtomic(ours, "not for long").ok());
            files.openFile(ours);
            QCOMPARE(&open.bench.current(), current);
            QVERIFY(recentStudies().contains(QString::fromStdString(ours.string())));
            QVERIFY(open.window.close());
        }
        OpenWindow again(false);
        again.window.restoreSession();
        again.window.show();
        QCOMPARE(again.bench.studies().size(), std::size_t(1));
        QVERIFY(again.bench.current().file() == ours);
    }

    /// A run of what cannot be read would be one of the default settings.
    void aStudyThatCannotBeReadIsNotRun()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("study.db").toStdString();
        QVERIFY(writeFileAtomic(file, "no database").ok());
        OpenWindow open;
        open.window.showLayout(Layout::Watch);
        open.bench.open(file); // as the session does, whose study may be readable again
        const QAction& run = *open.action(QStringLiteral("run"));
        QVERIFY(!run.isEnabled());
        QTRY_VERIFY(!open.bench.log().entries().empty() && open.bench.log().entries().back().severity == Severity::Problem);
        QVERIFY(!run.isEnabled());
        QVERIFY2(run.toolTip().contains(QStringLiteral("has not been read")), qPrintable(run.toolTip()));

        // The views say what is wrong, in place of what they would show, until the file is a study again.
        const auto says = [&open](const char* id) {
            const auto* said = open.window.docks().panel(QString::fromLatin1(id))->findChild<QLabel*>(QStringLiteral("panelEmpty"));
            return said->isVisible() ? said->text() : QString();
        };
        QTRY_VERIFY2(says("accuracy").contains(QStringLiteral("is not a study file")), qPrintable(says("accuracy")));
        QVERIFY(says("log").isEmpty());
        open.window.showLayout(Layout::SetUp);
        QTRY_VERIFY2(says("recipe").contains(QStringLiteral("is not a study file")), qPrintable(says("recipe")));
        const std::filesystem::path ours = test::finishedStudy(folder.filePath("ours"), 1);
        std::filesystem::copy_file(ours, file, std::filesystem::copy_options::overwrite_existing);
        QTRY_VERIFY_WITH_TIMEOUT(says("recipe").isEmpty(), 20000);
        QVERIFY(!open.bench.current().failure());
    }

    /// Optuna keeps several studies in a file: each has a tab and its own marks, also when the session is opened again.
    void severalStudiesOfAFile()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("all.db").toStdString();
        QVERIFY(SqlStorage::create(file, "alpha", Direction::Maximize).ok());
        test::studySql(file, "INSERT INTO studies (study_id, study_name) VALUES (2, 'beta');"
                             "INSERT INTO study_directions (direction, study_id, objective) VALUES ('MINIMIZE', 2, 0)");
        {
            OpenWindow open;
            const OpenStudy* first = openDocument(open.bench, file);
            QVERIFY(first && first->studyName() == "alpha");
            QCOMPARE(open.bench.studies().size(), std::size_t(2));
            QCOMPARE(open.bench.studies()[1]->title(), QStringLiteral("all.db: beta"));
            QVERIFY(open.bench.log().entries().back().text.contains(QStringLiteral("2 studies")));
            QTRY_VERIFY(open.bench.studies()[1]->snapshot()->direction == Direction::Minimize);
            QCOMPARE(open.bench.studies()[1]->snapshot()->name, std::string("beta"));
            QCOMPARE(&open.bench.open(file, "beta"), open.bench.studies()[1].get());
            QVERIFY(StudyFolder::ofFile(file).marks("alpha") != StudyFolder::ofFile(file).marks("beta"));
        }
        OpenWindow named;
        QVERIFY(openDocument(named.bench, file, "beta"));
        QCOMPARE(named.bench.studies().size(), std::size_t(1));
        QCOMPARE(named.bench.current().studyName(), std::string("beta"));
    }

    void otherStudiesOfTheFileAreChosenInTheMenu()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("all.db").toStdString();
        QVERIFY(SqlStorage::create(file, "alpha", Direction::Maximize).ok());
        test::studySql(file, "INSERT INTO studies (study_id, study_name) VALUES (2, 'beta');"
                             "INSERT INTO study_directions (direction, study_id, objective) VALUES ('MINIMIZE', 2, 0)");
        OpenWindow open;
        auto* menu = open.window.findChild<QMenu*>(QStringLiteral("menu-file-studies"));
        QVERIFY(menu && !menu->menuAction()->isEnabled()); // a new study has no file
        QVERIFY(openDocument(open.bench, file, "beta"));
        QVERIFY(menu->menuAction()->isEnabled());
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), qsizetype(2));
        QCOMPARE(menu->actions()[0]->text(), QStringLiteral("alpha"));
        QVERIFY(!menu->actions()[0]->isChecked());
        QVERIFY(menu->actions()[1]->isChecked());
        menu->actions()[0]->trigger();
        QCOMPARE(open.bench.studies().size(), std::size_t(2));
        QCOMPARE(open.bench.current().studyName(), std::string("alpha"));
        Q_EMIT menu->aboutToShow();
        menu->actions()[1]->trigger(); // it is open: it comes into view
        QCOMPARE(open.bench.studies().size(), std::size_t(2));
        QCOMPARE(open.bench.current().studyName(), std::string("beta"));
    }

    /// A study of Optuna's has nothing for Watch: it opens in Search, with what its trials reported in front.
    void othersStudiesOpenInSearch()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = othersStudy(folder);
        OpenWindow open;
        open.window.showLayout(Layout::Watch);
        QTRY_VERIFY(open.window.layouts().current() == Layout::Watch);
        open.window.findChild<FileActions*>()->openFile(file);
        QTRY_VERIFY(open.window.layouts().current() == Layout::Search);
        Panel* reports = open.window.docks().panel(QStringLiteral("intermediate"));
        QTRY_VERIFY(!reports->visibleRegion().isEmpty());
        QTRY_VERIFY(reports->hasContent());

        QTemporaryDir own; // a study of ours leaves the layout as it is
        const auto ours = test::finishedStudy(own.path(), 2);
        open.window.showLayout(Layout::Watch);
        open.window.findChild<FileActions*>()->openFile(ours);
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(2));
        QVERIFY(open.window.layouts().current() == Layout::Watch);
    }

    /// Of another program's study no recipe is known: Set up shows that of no data set.
    void othersStudiesHaveNoRecipe()
    {
        QTemporaryDir folder, own;
        const auto ours = test::finishedStudy(own.path(), 1);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, othersStudy(folder)));
        QTRY_VERIFY(open.bench.current().isOthers());
        open.window.showLayout(Layout::SetUp);
        for (const char* id : {"recipe", "classes", "samples", "training", "cost"}) {
            const auto* said = open.window.docks().panel(QString::fromLatin1(id))->findChild<QLabel*>(QStringLiteral("panelEmpty"));
            if (!open.onScreen(QString::fromLatin1(id)))
                continue;
            QTRY_VERIFY2(said->isVisible() && said->text().startsWith(QStringLiteral("Another program made this study.")), id);
        }
        QVERIFY(open.onScreen(QStringLiteral("recipe")));
        QVERIFY(!open.window.findChild<QWidget*>(QStringLiteral("fingerprint"))->isVisible());

        // Nor are there trainings to watch, or settings to compare with.
        for (const auto& [layout, id] : {std::pair(Layout::Watch, "accuracy"), std::pair(Layout::Watch, "weight-curve"),
                                         std::pair(Layout::Compare, "variants"), std::pair(Layout::Compare, "verdicts")}) {
            open.window.showLayout(layout);
            const auto* said = open.window.docks().panel(QString::fromLatin1(id))->findChild<QLabel*>(QStringLiteral("panelEmpty"));
            QTRY_VERIFY2(said->text().startsWith(QStringLiteral("Another program made this study.")), id);
        }
        open.window.showLayout(Layout::SetUp);

        QVERIFY(openDocument(open.bench, ours)); // whose panels come back
        const auto* said = open.window.docks().panel(QStringLiteral("recipe"))->findChild<QLabel*>(QStringLiteral("panelEmpty"));
        QTRY_VERIFY(!said->isVisible() && open.window.findChild<QWidget*>(QStringLiteral("editor-dataset"))->isVisible());
    }

    /// The command line names a study before the window is shown.
    void othersStudiesOpenInSearchAtTheStart()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = othersStudy(folder);
        OpenWindow open(false);
        QVERIFY(openDocument(open.bench, file));
        open.window.showOpened();
        open.window.show();
        QVERIFY(open.window.layouts().current() == Layout::Search);
        QTRY_VERIFY(!open.window.docks().panel(QStringLiteral("intermediate"))->visibleRegion().isEmpty());
    }

    void theStudyInViewBringsItsActions()
    {
        QTemporaryDir folder;
        const auto file = test::finishedStudy(folder.path(), 2);
        OpenWindow open;
        QVERIFY(!open.action(QStringLiteral("export-architectures"))->isEnabled());
        QVERIFY(!open.action(QStringLiteral("compare"))->isEnabled());
        QVERIFY(openDocument(open.bench, file));
        QTRY_VERIFY(open.action(QStringLiteral("export-architectures"))->isEnabled());
        QVERIFY(open.action(QStringLiteral("compare"))->isEnabled());
        open.bench.newStudy(ExperimentConfig());
        QVERIFY(!open.action(QStringLiteral("export-architectures"))->isEnabled());
    }

    void aWantedTrialIsChosenAndSeen()
    {
        QTemporaryDir folder;
        const auto file = test::finishedStudy(folder.path(), 3);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, file));
        open.window.showLayout(Layout::Compare);
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(3));
        Q_EMIT open.bench.trialWanted(2);
        QCOMPARE(open.bench.current().selection().current(), std::optional<std::int64_t>(2));
        QVERIFY(open.onScreen(QStringLiteral("trial-list")));
    }

    void findLeadsToTheFilter()
    {
        QTemporaryDir folder;
        const auto file = test::finishedStudy(folder.path(), 2);
        OpenWindow open;
        QVERIFY(openDocument(open.bench, file));
        open.window.showLayout(Layout::Compare);
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(2));
        open.window.activateWindow();
        auto* line = open.window.findChild<QLineEdit*>(QStringLiteral("trialFilterText"));
        QVERIFY(line);
        QTRY_VERIFY((open.action(QStringLiteral("find"))->trigger(), line->hasFocus())); // the table is there once it is drawn
        QVERIFY(open.onScreen(QStringLiteral("trials")));
    }

    void aWantedSettingIsOnScreen()
    {
        OpenWindow open;
        open.window.showLayout(Layout::Compare);
        Q_EMIT open.bench.fieldWanted(QStringLiteral("noise-rate"));
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::SetUp));
        QVERIFY(open.onScreen(QStringLiteral("recipe")));
    }
};

QTEST_MAIN(tst_Studies)
#include "tst_studies.moc"
