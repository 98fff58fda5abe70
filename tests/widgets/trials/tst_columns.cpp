// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OwnFolders.h"
#include "tests/widgets/trials/TrialStudy.h"
#include "widgets/theme/Theme.h"
#include "widgets/trials/ColumnMemory.h"
#include "widgets/trials/TrialsPanels.h"

#include <QHeaderView>
#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace reweigh;

/// The widths of a table's columns: what stands in them is whole, unless the user has set them otherwise.
class tst_Columns : public QObject {
    Q_OBJECT

    static int wanted(const QAbstractItemView& view, int column) { return view.sizeHintForColumn(column); }

private Q_SLOTS:
    void init()
    {
        test::useOwnFolders();
        QSettings().clear();
    }
    void cleanupTestCase() { QSettings().clear(); }

    /// Columns were fitted once, mostly before there was a row.
    void columnsGrowWithWhatComes()
    {
        QStandardItemModel model(0, 2);
        model.setHorizontalHeaderLabels({"a", "b"});
        const auto restored = [&model](QTableView& view, ColumnMemory& memory) {
            view.setModel(&model);
            view.setSortingEnabled(true);
            return memory.restore({"a", "b"}, "a", Qt::AscendingOrder);
        };
        QTableView view;
        ColumnMemory memory(view, "grow", {});
        QVERIFY(!restored(view, memory));
        model.appendRow({new QStandardItem("x"), new QStandardItem("0.8640 ± 0.0050 (3)")});
        QTRY_VERIFY(view.columnWidth(1) >= wanted(view, 1));
        model.item(0, 1)->setText("0.864012 ± 0.005012 (30)");
        QTRY_VERIFY(view.columnWidth(1) >= wanted(view, 1));
        QVERIFY(QSettings().allKeys().filter("grow").isEmpty()); // none of it was the user's choice
        view.setColumnWidth(1, 40);
        model.item(0, 1)->setText("a much longer text than before, for which there is no room");
        model.item(0, 0)->setText("longer than the title");
        QTRY_VERIFY(view.columnWidth(0) >= wanted(view, 0));
        QCOMPARE(view.columnWidth(1), 40);
        {
            QTableView next; // of the next start, when other things stand in the columns
            ColumnMemory remembered(next, "grow", {});
            model.item(0, 0)->setText("a name that is longer still");
            QVERIFY(restored(next, remembered));
            QTRY_VERIFY(next.columnWidth(0) >= wanted(next, 0));
            QCOMPARE(next.columnWidth(1), 40);
        }
    }

    /// Of a study that began while its table was in view, "test" showed "0.3…".
    void aStudyThatBeginsIsWhole()
    {
        QTemporaryDir folder;
        Workbench written;
        written.open(test::TrialStudy::store(folder.path().toStdString(), 40));
        QTRY_COMPARE(written.current().snapshot()->trials.size(), std::size_t(40));
        const auto all = written.current().snapshot();
        const auto none = std::make_shared<StudySnapshot>(*all);
        none->trials.clear();

        Workbench bench;
        QWidget window;
        window.resize(1500, 600);
        makeTrialsPanels(bench, &window);
        auto* table = window.findChild<QTableView*>("trialsTable");
        for (auto* panel : window.findChildren<Panel*>())
            panel->setVisible(panel->id() == QLatin1String("trials"));
        window.show();
        bench.current().takeSnapshot(none);
        QTest::qWait(50);
        bench.current().takeSnapshot(all);
        QTRY_COMPARE(table->model()->rowCount(), 40);
        const int widest = Theme::instance().grid(26);
        for (int column = 0; column < table->model()->columnCount(); ++column)
            if (!table->isColumnHidden(column)) {
                QTRY_VERIFY2(table->columnWidth(column) >= std::min(widest, wanted(*table, column)),
                             qPrintable(table->model()->headerData(column, Qt::Horizontal).toString()));
            }
    }
};

QTEST_MAIN(tst_Columns)
#include "tst_columns.moc"
