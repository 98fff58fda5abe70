// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlanFixture.h"

#include "widgets/plan/CellTableModel.h"
#include "widgets/theme/Theme.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>

using namespace reweigh;
using test::MadePlan;

/// The table of a plan's cells.
class tst_Cells : public QObject {
    Q_OBJECT

    static QString at(const QTableView& view, int row, int column) { return view.model()->index(row, column).data().toString(); }

    /// The panel with the table of two cells.
    struct TwoCells {
        TwoCells() { bench.plan().takeSnapshot(test::snapshotOf(made)); }

        MadePlan made{{"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}})};
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-cells");
        QTableView* view = panel->findChild<QTableView*>();
    };

private Q_SLOTS:
    void initTestCase() { test::useOwnFolders(); }

    void rowsSayWhatIsDone()
    {
        MadePlan made({"searched", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}));
        CellState& first = made.state.cells[0];
        first.search = {.finished = 20, .best = Proposal(), .bestNumber = 7, .bestValue = 0.8125};
        made.plan.cells[0].config.search.trials = 20;
        made.give(0, "searched", {.8, .81, .82});
        made.give(0, "ce", {.7, test::diverged, .72});
        made.plan.cells[1].config.search.trials = 20;
        made.state.cells[1].missingTrials = 15;
        made.state.cells[1].beingWritten = true;
        made.give(1, "ce", {.6});
        const auto rows = cellRows(*test::snapshotOf(made), [](const CellState&) { return false; });
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(rows[0].trialsDone == 20 && rows[0].trials == 20 && rows[0].best == 0.8125 && rows[0].bestNumber == 7);
        QVERIFY(rows[0].runsDone == 6 && rows[0].runs == 6 && rows[0].failed == 1 && rows[0].work == CellWork::Done);
        QVERIFY(rows[1].trialsDone == 5 && !rows[1].best && rows[1].runsDone == 1 && rows[1].work == CellWork::Elsewhere);
        const auto here = cellRows(*test::snapshotOf(made), [](const CellState& cell) { return cell.cell->name == "c1"; });
        QVERIFY(here[1].work == CellWork::Here);
        made.state.cells[1].beingWritten = false;
        QVERIFY(cellRows(*test::snapshotOf(made), [](const CellState&) { return false; })[1].work == CellWork::Waiting);
    }

    void trainedOnceCountsOnce()
    {
        MadePlan made({"fixed", "ce"}, test::grid({}));
        made.give(0, "fixed", {.8, .81, .82});
        made.makeSame(0, "ce", "fixed");
        const auto rows = cellRows(*test::snapshotOf(made), [](const CellState&) { return false; });
        QVERIFY(rows[0].runs == 3 && rows[0].runsDone == 3);
        QCOMPARE(rows[0].name, QStringLiteral("made")); // the only cell
    }

    void enterAndDoubleClickOpenTheStudy()
    {
        QTemporaryDir folder;
        MadePlan made({"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}));
        const std::filesystem::path file = test::placeStudy(made, 1, folder);
        made.plan.cells[0].config.outDir = folder.filePath("none").toStdString();
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-cells");
        auto* view = panel->findChild<QTableView*>(QStringLiteral("plan-cells-table"));
        QAbstractItemModelTester tester(view->model());
        bench.plan().takeSnapshot(test::snapshotOf(made));
        QTRY_COMPARE(view->model()->rowCount(), 2);
        QCOMPARE(at(*view, 0, CellTableModel::Name), QStringLiteral("c0"));
        QCOMPARE(at(*view, 1, CellTableModel::Runs), QStringLiteral("0 of 6"));
        QCOMPARE(at(*view, 1, CellTableModel::Trials), QStringLiteral("–"));
        QVERIFY(at(*view, 1, CellTableModel::Work).contains(QStringLiteral("waiting")));
        QCOMPARE(panel->table().rows.size(), std::size_t(2));

        QSignalSpy wanted(&bench, &Workbench::comparisonWanted);
        const QPoint second = view->visualRect(view->model()->index(1, 0)).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, second);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, Qt::NoModifier, second);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.first().first().value<std::filesystem::path>() == file);
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1); // that cell has not begun
        QVERIFY(bench.log().entries().back().text.contains(QStringLiteral("c0")));

        view->sortByColumn(CellTableModel::Name, Qt::DescendingOrder);
        QCOMPARE(at(*view, 0, CellTableModel::Name), QStringLiteral("c1"));
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(wanted.last().first().value<std::filesystem::path>() == file);
    }

    /// Beside the last column a style would draw a button without words.
    void theHeaderIsPlainToItsEnd()
    {
        TwoCells shown;
        QTRY_COMPARE(shown.view->model()->rowCount(), 2);
        QHeaderView& header = *shown.view->horizontalHeader();
        QVERIFY(header.length() + 10 < header.width());
        const QImage image = header.grab().toImage();
        for (int x = header.length() + 1; x < header.width(); ++x)
            for (int y = 0; y < header.height(); ++y)
                QCOMPARE(image.pixelColor(x, y), Theme::instance().colour(Role::Panel));
    }

    void aChangeKeepsTheChosenRow()
    {
        TwoCells shown;
        QTRY_COMPARE(shown.view->model()->rowCount(), 2);
        shown.view->setCurrentIndex(shown.view->model()->index(1, 0));
        shown.made.give(1, "ce", {.6, .7});
        shown.bench.plan().takeSnapshot(test::snapshotOf(shown.made));
        QTRY_COMPARE(at(*shown.view, 1, CellTableModel::Runs), QStringLiteral("2 of 6"));
        QCOMPARE(shown.view->currentIndex().row(), 1);
        QVERIFY(shown.panel->summary().contains(QStringLiteral("2 waiting")));
    }
};

QTEST_MAIN(tst_Cells)
#include "tst_cells.moc"
