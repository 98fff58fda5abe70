// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/plan/StoredPlan.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/window/actions/FileActions.h"
#include "widgets/window/common/Documents.h"

#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScopeGuard>

#include <algorithm>
#include <tuple>

using namespace reweigh;
using test::OpenWindow;
using test::StoredPlan;

/// A plan in the whole window: opened, found again at the next start, left for a cell's study, protected while it runs.
class tst_Plan : public QObject {
    Q_OBJECT

    static FileActions& files(const OpenWindow& open) { return *open.window.findChild<FileActions*>(); }

private Q_SLOTS:
    void init() { test::useOwnSettings(); }

    void openedAndFoundAgain()
    {
        StoredPlan plan;
        {
            OpenWindow open;
            QVERIFY(!open.action(QStringLiteral("close-plan"))->isEnabled());
            files(open).openFile(plan.file());
            QCOMPARE(open.window.layouts().current(), std::optional(Layout::Plan));
            QVERIFY(open.onScreen(QStringLiteral("plan-map")) && open.onScreen(QStringLiteral("plan-hypotheses")));
            QVERIFY(open.bench.current().isNew()); // the study in view stays
            QTRY_VERIFY(open.bench.plan().snapshot());
            QCOMPARE(recentStudies().first(), QString::fromStdString(plan.file().string()));
            QVERIFY(open.window.close());
        }
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        QVERIFY(open.bench.plan().file() == plan.file());
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Plan));
        QTRY_VERIFY(open.bench.plan().snapshot());
        open.action(QStringLiteral("close-plan"))->trigger();
        QVERIFY(!open.bench.plan().isOpen());
    }

    /// No study but one that nobody has begun is left: the plan is shown, and F5 begins nothing that is not seen.
    void closingTheLastStudyLeadsToThePlan()
    {
        StoredPlan plan;
        QTemporaryDir folder;
        const auto file = test::finishedStudy(folder.path(), 1);
        OpenWindow open;
        files(open).openFile(plan.file());
        QTRY_VERIFY(open.bench.plan().snapshot());
        files(open).openFile(file);
        open.window.showLayout(Layout::Watch);
        open.action(QStringLiteral("close"))->trigger();
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Plan));
        const QAction& run = *open.action(QStringLiteral("run"));
        for (const Layout layout : {Layout::Plan, Layout::Watch, Layout::Search, Layout::Compare}) {
            open.window.showLayout(layout);
            QVERIFY(!run.isEnabled());
            QVERIFY2(run.toolTip().startsWith(layout == Layout::Plan
                                                  ? QLatin1String("The plan is run by the button in the panel Hypotheses")
                                                  : QLatin1String("Choose a study first.")),
                     qPrintable(run.toolTip()));
            QTest::keyClick(&open.window, Qt::Key_F5);
            QTest::qWait(20);
            QVERIFY(open.state() == RunState::Idle && open.bench.current().isNew());
        }
        open.window.showLayout(Layout::SetUp); // where its settings are seen
        QVERIFY(run.toolTip() != QStringLiteral("Choose a study first."));
        open.action(QStringLiteral("close-plan"))->trigger();
        QVERIFY(!open.window.layouts().current()); // the start page
    }

    /// It said "Choose a study first." beside a study that was open.
    void runSaysWhereStudiesRunAlsoWithoutAPlan()
    {
        QTemporaryDir folder;
        OpenWindow open;
        open.begin(folder.path(), 2);
        open.window.showLayout(Layout::Plan);
        const QAction& run = *open.action(QStringLiteral("run"));
        QVERIFY(!run.isEnabled());
        QVERIFY2(run.toolTip().contains(QStringLiteral("studies are run in the other layouts")), qPrintable(run.toolTip()));
    }

    /// F5 in the layout Plan begins no study that stands ready behind it; one that runs there can still be held.
    void noStudyIsBegunBehindThePlan()
    {
        StoredPlan plan;
        QTemporaryDir folder;
        OpenWindow open;
        OpenStudy& study = open.begin(folder.path(), 2);
        open.window.showLayout(Layout::SetUp);
        const QAction& run = *open.action(QStringLiteral("run"));
        QTRY_VERIFY(run.isEnabled());
        files(open).openFile(plan.file());
        QTRY_VERIFY(open.bench.plan().snapshot());
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Plan));
        QCOMPARE(&open.bench.current(), &study);
        QVERIFY(!run.isEnabled());
        QVERIFY2(run.toolTip().contains(QStringLiteral("the panel Hypotheses")), qPrintable(run.toolTip()));
        QTest::keyClick(&open.window, Qt::Key_F5);
        QTest::qWait(20);
        QVERIFY(open.state() == RunState::Idle && study.isNew());
        QAction *pause = open.action(QStringLiteral("pause")), *stop = open.action(QStringLiteral("stop"));
        QVERIFY(!stop->isEnabled() && stop->toolTip().contains(QStringLiteral("the panel Hypotheses")));
        open.window.showLayout(Layout::SetUp);
        QVERIFY(run.isEnabled());

        open.training.permits = 2;
        study.run();
        QTRY_VERIFY(!study.running().empty());
        open.window.showLayout(Layout::Plan);
        QVERIFY(!run.isEnabled() && stop->isEnabled());
        QVERIFY2(pause->isEnabled() && pause->toolTip().startsWith(study.title()), qPrintable(pause->toolTip()));
        pause->trigger();
        QTRY_COMPARE(open.state(), RunState::Paused);
        QVERIFY(run.isEnabled());
        QCOMPARE(run.toolTip(), QStringLiteral("Resume %1 (F5)").arg(study.title()));
        stop->trigger();
        QTRY_COMPARE(open.state(), RunState::Idle);
        QVERIFY(!run.isEnabled());
    }

    /// A plan that was left alone in Watch by an earlier version comes back as itself.
    void aPlanAloneComesBackInItsLayout()
    {
        StoredPlan plan;
        QSettings().setValue("session/plan", QString::fromStdString(plan.file().string()));
        QSettings().setValue("session/layout", QStringLiteral("watch"));
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        QVERIFY(open.bench.plan().file() == plan.file());
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Plan));
    }

    /// A start that names its studies opens these only; settings that lie nowhere but in the session wait for the next start.
    void aNamedStudyIsOpenedAlone()
    {
        StoredPlan plan;
        QTemporaryDir one, two;
        const auto first = test::finishedStudy(one.path(), 1), second = test::finishedStudy(two.path(), 1);
        {
            OpenWindow open;
            open.window.showLayout(Layout::SetUp);
            QVERIFY(open.bench.current().document().set("noise-rate", 0.25, QStringLiteral("Noise rate")));
            files(open).openFile(first);
            files(open).openFile(plan.file());
            QVERIFY(open.window.close());
        }
        {
            OpenWindow open(false);
            open.window.restoreGeometryOnly();
            QVERIFY(openDocument(open.bench, second));
            open.window.showOpened();
            open.window.show();
            QCOMPARE(open.bench.studies().size(), std::size_t(1));
            QVERIFY(open.bench.current().file() == second && !open.bench.plan().isOpen());
            QVERIFY(open.window.close());
        }
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        QCOMPARE(open.bench.studies().size(), std::size_t(2));
        QCOMPARE(open.bench.studies().front()->config().data.noiseRate, 0.25);
        QVERIFY(open.bench.current().file() == second && !open.bench.plan().isOpen());
        QVERIFY(recentStudies().contains(QString::fromStdString(plan.file().string()))); // where the start page finds it
    }

    /// The window's title names what is looked at: the plan, or a study that is open beside it.
    void theTitleNamesThePlan()
    {
        StoredPlan plan;
        plan.give(1, {{"fixed", {.7, .71, .72}}, {"ce", {.6, .61, .62}}});
        OpenWindow open;
        const QString none = open.window.windowTitle();
        files(open).openFile(plan.file());
        QCOMPARE(open.window.windowTitle(), QStringLiteral("made.json — Reweigh"));
        QTRY_VERIFY(open.bench.plan().snapshot());
        QCOMPARE(open.window.windowTitle(), QStringLiteral("made — Reweigh"));
        open.window.showLayout(Layout::SetUp); // of a study that nobody has begun
        QCOMPARE(open.window.windowTitle(), QStringLiteral("made — Reweigh"));
        ExperimentDocument& document = open.bench.current().document();
        QVERIFY(document.set("noise-rate", 0.25, QStringLiteral("Noise rate")));
        QTRY_COMPARE(open.window.windowTitle(), QStringLiteral("%1 — Reweigh").arg(open.bench.current().title()));
        document.undoStack().undo(); // it is as nobody has begun it
        QTRY_COMPARE(open.window.windowTitle(), QStringLiteral("made — Reweigh"));
        Q_EMIT open.bench.comparisonWanted(plan.study(1));
        QCOMPARE(open.window.windowTitle(), QStringLiteral("%1 — Reweigh").arg(open.bench.current().title()));
        open.window.showLayout(Layout::Plan);
        QCOMPARE(open.window.windowTitle(), QStringLiteral("made — Reweigh"));
        open.action(QStringLiteral("close-plan"))->trigger();
        QVERIFY(!open.window.windowTitle().startsWith(QStringLiteral("made ")));
        open.bench.close(open.bench.current());
        QCOMPARE(open.window.windowTitle(), none);
    }

    void droppedFilesAreOpened()
    {
        StoredPlan plan;
        OpenWindow open;
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(QString::fromStdString(plan.file().string()))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier); // says where a drop goes
        QCoreApplication::sendEvent(&open.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&open.window, &drop);
        QVERIFY(open.bench.plan().file() == plan.file());
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Plan));
    }

    void whatIsNotThereIsSaid()
    {
        OpenWindow open;
        files(open).openFile("/nowhere/plan.json");
        QVERIFY(!open.bench.plan().isOpen() && !open.window.layouts().current());
        QVERIFY(open.bench.log().entries().back().text.contains(QStringLiteral("/nowhere/plan.json")));
    }

    /// What `reweigh report` takes has a report in the window, too.
    void reportsAreWritten()
    {
        StoredPlan plan;
        plan.give(1, {{"fixed", {.7, .71, .72}}, {"ce", {.6, .61, .62}}});
        OpenWindow open;
        QAction *ofPlan = open.action(QStringLiteral("report-plan")), *ofStudy = open.action(QStringLiteral("report-study"));
        QVERIFY(ofPlan && ofStudy && !ofPlan->isEnabled() && !ofStudy->isEnabled());
        files(open).openFile(plan.file());
        QTRY_VERIFY(ofPlan->isEnabled());
        QVERIFY(!ofStudy->isEnabled()); // the one in view is new
        Q_EMIT open.bench.comparisonWanted(plan.study(1));
        QTRY_VERIFY(ofStudy->isEnabled());

        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        const auto native = qScopeGuard([] { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs, false); });
        const auto choose = [&](QAction* action, const QString& file) {
            action->trigger();
            auto* dialog = open.window.findChild<QFileDialog*>(QStringLiteral("reportDialog"));
            QVERIFY(dialog);
            QCOMPARE(dialog->defaultSuffix(), QStringLiteral("pdf"));
            Q_EMIT dialog->filterSelected(dialog->nameFilters().back()); // as a desktop's own dialog says it
            QCOMPARE(dialog->defaultSuffix(), QStringLiteral("html"));
            Q_EMIT dialog->fileSelected(file);
            dialog->close();
            QVERIFY(!action->isEnabled()); // until it is written
        };
        const auto isSaid = [&](Severity severity, const QString& part) {
            return std::ranges::any_of(open.bench.log().entries(),
                                       [&](const LogEntry& entry) { return entry.severity == severity && entry.text.contains(part); });
        };
        for (const auto& [action, name, begins] : {std::tuple(ofPlan, "plan.pdf", "%PDF-"), std::tuple(ofStudy, "study.HTML", "<")}) {
            const QString path = plan.dir.filePath(QLatin1String(name));
            choose(action, path);
            QTRY_VERIFY_WITH_TIMEOUT(action->isEnabled(), 60000);
            QVERIFY2(isSaid(Severity::Info, path), name);
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly) && file.readAll().startsWith(begins), name);
        }
        choose(ofPlan, plan.dir.filePath(QStringLiteral("nowhere/plan.pdf")));
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(Severity::Problem, QStringLiteral("nowhere")), 60000);
    }

    void aCellsStudyIsShownInCompare()
    {
        StoredPlan plan;
        plan.give(1, {{"fixed", {.7, .71, .72}}, {"ce", {.6, .61, .62}}});
        OpenWindow open;
        files(open).openFile(plan.file());
        QTRY_VERIFY(open.bench.plan().snapshot());
        Q_EMIT open.bench.comparisonWanted(plan.study(1));
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Compare));
        QVERIFY(open.bench.current().file() == plan.study(1));
        QTRY_COMPARE(open.bench.current().snapshot()->variants.size(), std::size_t(2));
        QVERIFY(open.bench.plan().file() == plan.file()); // both are open
    }

    void aPlanThatRunsIsProtected()
    {
        StoredPlan plan;
        OpenWindow open;
        open.training.permits = 1;
        files(open).openFile(plan.file());
        QTRY_VERIFY(open.bench.plan().snapshot());
        open.bench.plan().run();
        QTRY_VERIFY(open.training.running > 0);
        const auto* status = open.window.findChild<QLabel*>(QStringLiteral("statusRun"));
        QTRY_VERIFY2(status->text().startsWith(QStringLiteral("Plan made: 0 of 24 training(s)")), qPrintable(status->text()));
        QVERIFY(open.window.findChild<QProgressBar*>(QStringLiteral("statusBar"))->isVisible());
        QVERIFY(!open.action(QStringLiteral("close-plan"))->isEnabled());
        QVERIFY(!open.window.close());
        auto* question = open.window.findChild<QMessageBox*>(QStringLiteral("leaveQuestion"));
        QVERIFY(question && question->text().contains(QStringLiteral("plan")));
        QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("pauseAndQuit")), Qt::LeftButton);
        QTRY_VERIFY(!open.window.isVisible());
        QCOMPARE(open.bench.plan().job().state(), PlanJobState::Idle);
    }
};

QTEST_MAIN(tst_Plan)
#include "tst_plan.moc"
