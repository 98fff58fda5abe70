// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/TrialActions.h"
#include "widgets/window/status/LogPanel.h"
#include "widgets/window/status/StatusLine.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace reweigh;

/// Tests of the log as a table, and of the jump from a line to its setting or trial.
class tst_Log : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsPromises()
    {
        RunLog log;
        LogModel model(log);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.info(QStringLiteral("first"));
        log.problem(QStringLiteral("second"));
        log.problem(QStringLiteral("second"));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, LogModel::Text).data().toString(), QStringLiteral("first"));
        QVERIFY(model.index(1, LogModel::Text).data().toString().contains(QStringLiteral("2")));
        QVERIFY(model.index(1, LogModel::Kind).data().toString().startsWith(QStringLiteral("✕")));
        QVERIFY(model.index(0, LogModel::Kind).data() != model.index(1, LogModel::Kind).data());
    }

    /// A line says which study it is about, and how often it was said where a long line is not cut.
    void aLineNamesItsStudy()
    {
        Workbench bench;
        const LogModel model(bench.log());
        const auto add = [&](const QString& study) {
            bench.log().add({.severity = Severity::Problem, .text = QStringLiteral("the disk is full"), .study = study});
        };
        add(QStringLiteral("first"));
        add(QStringLiteral("second"));
        add(QStringLiteral("second"));
        QCOMPARE(model.rowCount(), 2); // the same of another study is another line
        QCOMPARE(model.index(0, LogModel::Text).data().toString(), QStringLiteral("first: the disk is full"));
        QCOMPARE(model.index(1, LogModel::Text).data().toString(), QStringLiteral("2 times: second: the disk is full"));
    }

    /// The status bar shows what is wrong with the study in view, not with others.
    void statusIsOfTheStudyInView()
    {
        Workbench bench;
        StatusLine status(bench);
        status.show();
        auto* problem = status.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        OpenStudy& first = bench.current();
        OpenStudy& second = bench.newStudy(ExperimentConfig());
        bench.setCurrent(first);
        bench.log().add({.severity = Severity::Warning, .text = QStringLiteral("dead weights"), .study = first.title(), .about = &first});
        QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("dead weights")));
        bench.setCurrent(second);
        QVERIFY(!problem->isVisible());
        bench.setCurrent(first);
        QVERIFY(problem->isVisible());
        QTest::mouseClick(problem, Qt::LeftButton); // seen
        QVERIFY(!problem->isVisible());
        bench.log().problem(QStringLiteral("of all"));
        QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("of all")));
    }

    /// What was asked for and is done is said for a while, and takes the place of its own problem for good.
    void whatIsDoneSettlesItsProblem()
    {
        Workbench bench;
        StatusLine status(bench);
        status.resize(1366, 30);
        status.show();
        auto* problem = status.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        bench.log().info(QStringLiteral("nobody asked"));
        QVERIFY(!problem->isVisible());
        bench.log().problem(QStringLiteral("the disk is full"));
        bench.log().problem(QStringLiteral("empty.csv is empty"), "import");
        QVERIFY(problem->text().contains(QStringLiteral("empty.csv")));
        bench.log().add({.text = QStringLiteral("3 marks imported"), .topic = "import"});
        QVERIFY(problem->isVisible() && problem->text().startsWith(markOf(Role::Done))
                && problem->text().contains(QStringLiteral("3 marks")));
        QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains(QStringLiteral("the disk is full")), 20000); // another one's remains
        bench.log().add({.text = QStringLiteral("3 marks imported"), .topic = "import"});              // again
        QVERIFY(problem->text().contains(QStringLiteral("3 marks")));
    }

    /// What is done with a study's trials is not said beside another study; what is of the plan is, with the plan's name.
    void statusOfOthersIsLeftOutOrNamed()
    {
        Workbench bench;
        StatusLine status(bench);
        status.resize(1366, 30);
        status.show();
        auto* problem = status.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        OpenStudy& first = bench.current();
        OpenStudy& second = bench.newStudy(ExperimentConfig());
        auto snapshot = std::make_shared<StudySnapshot>();
        snapshot->trials.push_back(
            std::make_shared<const StudyTrial>(FrozenTrial{.number = 4, .trialId = 1, .state = TrialState::Complete, .value = 0.5}));
        second.takeSnapshot(snapshot);
        second.selection().setCurrent(4);
        const TrialActions actions(bench, nullptr, nullptr);
        actions.copyJson()->trigger();
        QVERIFY2(problem->isVisible() && problem->text().contains(QStringLiteral("Trial 4 is copied")), qPrintable(problem->text()));
        bench.setCurrent(first);
        QVERIFY2(!problem->isVisible(), qPrintable(problem->text()));
        const LogTeller later = second.teller();
        later({.severity = Severity::Problem, .text = QStringLiteral("the disk is full")});
        QVERIFY(!problem->isVisible());
        bench.close(second);
        later({.severity = Severity::Problem, .text = QStringLiteral("the disk is still full")});
        QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("still full")));
        bench.log().add({.severity = Severity::Problem,
                         .text = QStringLiteral("a cell failed"),
                         .study = QStringLiteral("my plan"),
                         .about = &bench.plan()});
        QVERIFY2(problem->text().contains(QStringLiteral("my plan: a cell failed")), qPrintable(problem->text()));
    }

    /// A sentence has half of the bar; it was cut after some fifty letters.
    void aLongProblemHasRoom()
    {
        Workbench bench;
        StatusLine status(bench);
        status.resize(1366, 30);
        status.show();
        bench.log().problem(QString(300, QLatin1Char('m')));
        auto* problem = status.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        const int narrow = status.fontMetrics().horizontalAdvance(problem->text());
        QVERIFY2(narrow > 600 && narrow <= 683, qPrintable(QString::number(narrow)));
    }

    /// The sentence gives way to the machine's load; its tool tip has all of it.
    void aLongProblemLeavesTheLoad()
    {
        Workbench bench;
        StatusLine status(bench);
        status.resize(900, 30);
        status.show();
        const QString text(300, QLatin1Char('m'));
        bench.log().problem(text);
        const auto* load = status.findChild<QLabel*>(QStringLiteral("statusDevices"));
        const auto* problem = status.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        QTRY_VERIFY(!load->text().isEmpty());
        const auto shown = [load] { return load->fontMetrics().elidedText(load->text(), Qt::ElideRight, load->contentsRect().width()); };
        QTRY_VERIFY2(shown().contains(QStringLiteral("GiB")), qPrintable(shown()));
        QVERIFY(problem->isVisible() && problem->text().size() > 10 && problem->text().size() < text.size());
        QVERIFY(problem->toolTip().contains(text));
    }

    /// Lines that come while the log is hidden are at its end, which is what it is opened for.
    void itOpensAtItsNewestLine()
    {
        Workbench bench;
        LogPanel panel(bench);
        panel.resize(400, 200);
        for (int line = 0; line < 200; ++line)
            bench.log().info(QStringLiteral("line %1").arg(line));
        panel.show();
        const auto* view = panel.findChild<QTreeView*>(QStringLiteral("logView"));
        const QScrollBar* bar = view->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        panel.hide();
        for (int line = 200; line < 400; ++line)
            bench.log().info(QStringLiteral("line %1").arg(line));
        panel.show();
        QTRY_VERIFY(bar->maximum() > 300 && bar->value() == bar->maximum());
    }

    /// What the status line cuts is read here: a long line is wrapped, and wrapped anew where the width changes.
    void aLongLineIsWrapped()
    {
        Workbench bench;
        LogPanel panel(bench);
        panel.resize(900, 400);
        panel.show();
        bench.log().info(QStringLiteral("short"));
        bench.log().problem(QString(40, QLatin1Char('x')).replace(QLatin1Char('x'), QLatin1String("warning ")));
        const auto* view = panel.findChild<QTreeView*>(QStringLiteral("logView"));
        QTRY_VERIFY(view->isVisible());
        const auto needed = [view](int row) { // by the words, in the width that they have
            const QModelIndex at = view->model()->index(row, LogModel::Text);
            const QRect room = view->visualRect(at);
            const int lines = view->fontMetrics().boundingRect(0, 0, room.width(), 10000, Qt::TextWordWrap, at.data().toString()).height();
            return std::pair(room.height(), lines);
        };
        QTRY_VERIFY2(needed(1).first >= needed(1).second, qPrintable(QString::number(needed(1).first)));
        QVERIFY(needed(1).first >= 2 * view->fontMetrics().height() && needed(0).first < 2 * view->fontMetrics().height());
        const int wide = needed(1).first;
        panel.resize(400, 400);
        QTRY_VERIFY2(needed(1).first > wide && needed(1).first >= needed(1).second, qPrintable(QString::number(needed(1).first)));
    }

    void aLineLeadsToItsPlace()
    {
        Workbench bench;
        LogPanel panel(bench);
        panel.resize(600, 300);
        panel.show();
        bench.log().add({.text = QStringLiteral("from a trial"), .trial = 7});
        bench.log().add({.severity = Severity::Problem, .text = QStringLiteral("from a setting"), .field = "noise-rate"});
        auto* view = panel.findChild<QTreeView*>(QStringLiteral("logView"));
        QTRY_VERIFY(view->isVisible());
        QSignalSpy trials(&bench, &Workbench::trialWanted), fields(&bench, &Workbench::fieldWanted);
        const auto at = [&](int row) { return view->visualRect(view->model()->index(row, LogModel::Text)).center(); };
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, at(0));
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, at(0));
        QCOMPARE(trials.size(), 1);
        QCOMPARE(trials.front().front().toLongLong(), 7);
        view->setCurrentIndex(view->model()->index(1, LogModel::Text));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields.front().front().toString(), QStringLiteral("noise-rate"));

        QTest::keySequence(view, QKeySequence(QKeySequence::Copy));
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("from a setting")));
    }

    /// What a study that is closed said leads to no other study's trial; said again by an open one, it leads there.
    void aClosedStudysLineLeadsNowhere()
    {
        Workbench bench;
        LogPanel panel(bench);
        panel.show();
        auto study = std::make_unique<OpenStudy>(bench.log(), EngineOpener());
        LogEntry line{.text = QStringLiteral("from a trial"), .trial = 7, .study = QStringLiteral("closed"), .about = study.get()};
        bench.log().add(line);
        study.reset();
        auto* view = panel.findChild<QTreeView*>(QStringLiteral("logView"));
        QTRY_VERIFY(view->isVisible());
        QSignalSpy trials(&bench, &Workbench::trialWanted);
        view->setCurrentIndex(view->model()->index(0, LogModel::Text));
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(trials.isEmpty());
        line.about = &bench.current();
        bench.log().add(line);
        QCOMPARE(view->model()->rowCount(), 1);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(trials.size(), 1);
    }

    void devicesInWords()
    {
        DeviceInfoNow now{.cores = 2, .cpuLoad = 0.98, .memoryTotal = 24LL << 30, .memoryAvailable = 22LL << 30};
        QCOMPARE(deviceText(now), QStringLiteral("CPU 2 × 98 % · 2.0 of 24 GiB · no NVIDIA GPU"));
        QVERIFY(deviceText(now, QStringLiteral("fp32")).endsWith(QStringLiteral("no NVIDIA GPU: running on the CPU in fp32")));
        now.gpus.push_back({.name = "T4", .load = 0.5, .memoryUsed = 1LL << 30, .memoryTotal = 16LL << 30});
        QVERIFY2(deviceText(now).endsWith(QStringLiteral("T4 50 %, 1.0 of 16 GiB")), qPrintable(deviceText(now)));
    }

    void theMachineIsRead()
    {
        DeviceSampler sampler;
        QSignalSpy sampled(&sampler, &DeviceSampler::sampled);
        QTRY_VERIFY(!sampled.isEmpty());
        const auto now = sampled.front().front().value<std::shared_ptr<const DeviceInfoNow>>();
        QVERIFY(now->cores > 0);
        QVERIFY(now->memoryTotal > now->memoryAvailable);
    }
};

QTEST_MAIN(tst_Log)
#include "tst_log.moc"
