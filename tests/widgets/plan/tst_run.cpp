// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlanFixture.h"

#include "core/base/MachineCores.h"
#include "tests/core/live/SteppedTraining.h"
#include "tests/core/plan/StoredPlan.h"
#include "widgets/plan/CellTableModel.h"

#include <QAbstractButton>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace reweigh;
using test::StoredPlan;

/// A plan that is read from its file, run and stopped with the buttons.
class tst_Run : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { test::useOwnFolders(); }

    void buttonsRunAndStop()
    {
        StoredPlan file;
        file.json["settings"]["epochs"] = 3;
        file.json["cells"] = {{"noise-rate", {0.0, 0.4}}};
        file.json["seeds"] = 2;
        file.write();
        file.give(1, {{"fixed", {.7, .71}}, {"ce", {.6, .61}}});
        test::SteppedTraining training;
        Workbench bench(test::openerOf(test::steppedEngine(training)));
        QWidget parent;
        QList<Panel*> panels;
        for (Panel* panel : makePlanPanels(bench, &parent))
            panels << panel;
        parent.resize(900, 900);
        parent.show();
        const auto button = [&](const char* name) { return parent.findChild<QAbstractButton*>(QLatin1String(name)); };
        auto* progress = parent.findChild<QProgressBar*>(QStringLiteral("plan-progress"));
        auto* table = parent.findChild<QTableView*>(QStringLiteral("plan-cells-table"));
        const auto work = [&](int row) { return table->model()->index(row, CellTableModel::Work).data().toString(); };

        bench.plan().open(file.file());
        QTRY_VERIFY(button("plan-run")->isVisible());
        QVERIFY2(button("plan-run")->text().contains(QStringLiteral("4 ")), qPrintable(button("plan-run")->text()));
        auto* atOnce = parent.findChild<QSpinBox*>(QStringLiteral("plan-at-once"));
        QCOMPARE(atOnce->value(), machineCores()); // a thread each
        QCOMPARE(bench.plan().job().workers(), 0); // nobody has chosen
        atOnce->setValue(4);
        QVERIFY2(button("plan-run")->text().contains(QStringLiteral("about 1 s, 4 at once")), qPrintable(button("plan-run")->text()));
        atOnce->setValue(1);
        QCOMPARE(bench.plan().job().workers(), 1);
        QVERIFY2(button("plan-run")->text().contains(QStringLiteral("about 4 s")), qPrintable(button("plan-run")->text())); // a second each
        QVERIFY(!button("plan-stop")->isVisible());
        QCOMPARE(progress->value(), 4);
        QCOMPARE(progress->maximum(), 8);
        QTRY_VERIFY(work(0).contains(QStringLiteral("waiting")) && work(1).contains(QStringLiteral("done")));

        training.permits = 15; // a training and a bit of the next
        QTest::mouseClick(button("plan-run"), Qt::LeftButton);
        QCOMPARE(bench.plan().job().state(), PlanJobState::Running);
        QVERIFY(button("plan-stop")->isVisible() && !button("plan-run")->isVisible());
        QTRY_VERIFY(work(0).contains(QStringLiteral("running here")));
        QTRY_VERIFY(bench.plan().news().contains(QStringLiteral("seed 1")));
        QTRY_COMPARE_WITH_TIMEOUT(progress->value(), 5, 3 * PlanFollower::lookEveryMs);
        QTRY_VERIFY(training.running > 0 && training.permits == 0);
        QTest::mouseClick(button("plan-stop"), Qt::LeftButton);
        QVERIFY(!button("plan-stop")->isEnabled());
        QTRY_COMPARE(bench.plan().job().state(), PlanJobState::Idle);
        QTRY_VERIFY(work(0).contains(QStringLiteral("waiting")));
        QVERIFY(button("plan-run")->isVisible() && button("plan-run")->isEnabled());

        training.permits = test::SteppedTraining::unlimited;
        QTest::mouseClick(button("plan-run"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(bench.plan().job().state(), PlanJobState::Idle, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(progress->value(), 8, 3 * PlanFollower::lookEveryMs);
        QVERIFY(!button("plan-run")->isEnabled());
        QTRY_VERIFY(work(0).contains(QStringLiteral("done")));
        const auto& log = bench.log().entries();
        QVERIFY(
            std::ranges::any_of(log, [](const LogEntry& entry) { return entry.text.contains(QStringLiteral("all of the plan is done")); }));
        QVERIFY(std::ranges::none_of(log, [](const LogEntry& entry) { return entry.severity == Severity::Problem; }));
    }

    void whatIsWrongWithAPlanIsSaid()
    {
        StoredPlan file;
        file.writeText("{\"seeds\": true}");
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-map");
        QVERIFY(bench.plan().open(file.file()));
        QTRY_VERIFY(test::emptyText(*panel).contains(QStringLiteral("read again")));
        QCOMPARE(bench.log().entries().size(), std::size_t(1));
        QCOMPARE(bench.log().entries().front().severity, Severity::Problem);
        QVERIFY(!bench.log().entries().front().settled);
        file.write();
        QTRY_VERIFY_WITH_TIMEOUT(bench.plan().snapshot() != nullptr, 3 * PlanFollower::lookEveryMs);
        QVERIFY(!bench.plan().failure());
        QVERIFY(bench.log().entries().front().settled); // the status line kept it
        QCOMPARE(bench.plan().title(), QStringLiteral("made"));
        bench.plan().close();
        QVERIFY(!bench.plan().isOpen() && !bench.plan().snapshot());
        QTRY_VERIFY(test::emptyText(*panel).contains(QStringLiteral("Open a plan file")));
    }

    void aPlanThatRunsIsNotReplaced()
    {
        StoredPlan one, two;
        test::SteppedTraining training;
        training.permits = 1;
        Workbench bench(test::openerOf(test::steppedEngine(training)));
        bench.plan().open(one.file());
        QTRY_VERIFY(bench.plan().snapshot());
        bench.plan().run();
        QTRY_VERIFY(training.running > 0);
        QVERIFY(!bench.plan().open(two.file()));
        QCOMPARE(bench.log().entries().back().severity, Severity::Warning);
        bench.plan().close();
        QVERIFY(bench.plan().file() == one.file());
        bench.plan().job().stop();
        QTRY_COMPARE(bench.plan().job().state(), PlanJobState::Idle);
        QVERIFY(bench.plan().open(two.file()));
        QVERIFY(!bench.plan().snapshot() && bench.plan().file() == two.file());
    }
};

QTEST_MAIN(tst_Run)
#include "tst_run.moc"
