// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlanFixture.h"

#include "tests/support/Contrast.h"
#include "tests/support/HeldOutStudy.h"
#include "widgets/plan/GainGridView.h"
#include "widgets/theme/Theme.h"

#include <QComboBox>
#include <QPainter>
#include <QSignalSpy>
#include <QStyleOptionComboBox>
#include <QToolTip>

using namespace reweigh;
using test::MadePlan;

/// The phase map and the matrix of transfers.
class tst_Grids : public QObject {
    Q_OBJECT

    /// Noise rate 0 and 0.4 by imbalance factor 1 and 50: c0 to c3. In c3 "fixed" is far ahead of "ce", in c0 far behind; in c1 nothing is
    /// clear; in c2 nothing has run.
    struct FourCells : MadePlan {
        FourCells()
            : MadePlan({"fixed", "ce", "ce+meta"}, test::grid({{"noise-rate", {0, 0.4}}, {"imbalance-factor", {1, 50}}}))
        {
            give(0, "fixed", {.60, .61, .62});
            give(0, "ce", {.70, .72, .71});
            give(1, "fixed", {.70, .72, .71});
            give(1, "ce", {.71, .70, .72});
            give(3, "fixed", {.80, .82, .81});
            give(3, "ce", {.70, .71, .72});
            for (const std::size_t cell : {0, 1, 2, 3})
                give(cell, "ce+meta", {.5, .5, .5});
        }
    };

    /// The place in the grid of the cell with this name; -1 if there is none.
    static int placeOf(const GainGrid& grid, const char* name)
    {
        for (std::size_t i = 0; i < grid.cells.size(); ++i)
            if (grid.cells[i].cell && grid.cells[i].cell->cell->name == name)
                return int(i);
        return -1;
    }

    static const GainGrid::Cell& cellOf(const GainGrid& grid, const char* name) { return grid.cells.at(std::size_t(placeOf(grid, name))); }

private Q_SLOTS:
    void initTestCase() { test::useOwnFolders(); }

    void gridOfAMap()
    {
        const FourCells made;
        const GainGrid grid = phaseGrid(phaseMap(made.state, "fixed", "ce", "test.accuracy", "imbalance-factor", "noise-rate"), made.plan);
        QCOMPARE(grid.columns, (QStringList{"1", "50"}));
        QCOMPARE(grid.rows, (QStringList{"0.4", "0"})); // the first value is at the bottom
        QCOMPARE(placeOf(grid, "c2"), 0);
        QCOMPARE(placeOf(grid, "c1"), 3);
        const GainGrid::Cell &worse = cellOf(grid, "c0"), &open = cellOf(grid, "c1"), &none = cellOf(grid, "c2"),
                             &better = cellOf(grid, "c3");
        QCOMPARE(better.value, QStringLiteral("✓ +10.00"));
        QCOMPARE(worse.value, QStringLiteral("✕ -10.00"));
        QVERIFY2(better.spread.startsWith(QStringLiteral("± ")), qPrintable(better.spread));
        QVERIFY(better.shade > 0.99 && worse.shade < -0.99 && std::abs(open.shade) < 0.2);
        QVERIFY(open.open && !better.open && !worse.open && !none.open);
        QCOMPARE(none.value, QStringLiteral("–"));
        QVERIFY(none.next && !open.next); // a cell without an interval comes first
        QVERIFY(grid.nextWords.contains(QStringLiteral("a further seed tells most here")) && grid.nextWords.contains(QStringLiteral("c2")));
        QVERIFY2(better.words.contains(QStringLiteral("n 3")) && better.words.contains(QStringLiteral("p "))
                     && better.words.contains(QStringLiteral("better")),
                 qPrintable(better.words));
    }

    /// Of images that nobody has checked the plan's views say so, with the number of cells where not all rest on them.
    void whatTheCellsStandOn()
    {
        FourCells made;
        Workbench bench;
        QWidget parent;
        const Panel* panel = test::shownPanel(bench, parent, "plan-map");
        const QString words = QString::fromLatin1(test::uncheckedWords);
        const auto said = [&](std::initializer_list<std::size_t> unchecked) {
            for (std::size_t cell = 0; cell < made.state.cells.size(); ++cell) {
                made.state.cells[cell].begun = cell != 3;
                made.state.cells[cell].heldOut =
                    std::ranges::find(unchecked, cell) != unchecked.end() ? test::uncheckedLabels : HeldOutLabels();
            }
            bench.plan().takeSnapshot(test::snapshotOf(made));
            return panel->heldOut();
        };
        QVERIFY(panel->heldOut().isEmpty());
        QCOMPARE(said({}), QString());
        QCOMPARE(said({0, 1}), words + QStringLiteral(" (2 of 3 cell(s))"));
        QCOMPARE(said({0, 1, 2}), words);
        const auto* line = panel->findChild<QLabel*>(QStringLiteral("panelHeldOut"));
        QTRY_VERIFY(line->isVisible());
        QCOMPARE(line->text(), words);
    }

    /// Where both are one training there is no difference to estimate, and nothing is open.
    void oneTrainingIsNoGain()
    {
        FourCells made;
        made.makeSame(1, "ce", "fixed");
        const GainGrid grid = phaseGrid(phaseMap(made.state, "fixed", "ce", "test.accuracy", "imbalance-factor", "noise-rate"), made.plan);
        const GainGrid::Cell& same = cellOf(grid, "c1");
        QCOMPARE(same.value, QStringLiteral("the same"));
        QVERIFY(same.spread.isEmpty() && !same.open && !same.next && same.shade == 0.0);
        QVERIFY2(same.words.contains(QStringLiteral("the same training")), qPrintable(same.words));
    }

    /// At first the map shows what the plan claims.
    void beginsWithTheClaim()
    {
        FourCells made;
        made.plan.hypotheses = {{.name = "a", .kind = ClaimKind::Equal, .first = "fixed", .second = "ce", .bound = 0.01},
                                {.name = "b", .kind = ClaimKind::Better, .first = "ce+meta", .second = "fixed"}};
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-map");
        bench.plan().takeSnapshot(test::snapshotOf(made));
        const auto shown = [&](const char* name) { return panel->findChild<QComboBox*>(QLatin1String(name))->currentData().toString(); };
        QTRY_COMPARE(shown("plan-map-first"), QStringLiteral("ce+meta"));
        QCOMPARE(shown("plan-map-second"), QStringLiteral("fixed"));
        // A figure as wide as a column of a paper is as high as its numbers need: two lines in each of two rows.
        QTRY_VERIFY(panel->figureHeight(240) >= 4 * QFontMetrics(Theme::instance().bodyFont()).height());
    }

    /// The lists below the map show what is chosen whole where the dock has the room.
    void choicesAreWhole()
    {
        const FourCells made;
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-map");
        bench.plan().takeSnapshot(test::snapshotOf(made));
        for (const char* name : {"plan-map-y", "plan-map-metric", "plan-map-x", "plan-map-first"}) {
            const auto* box = panel->findChild<QComboBox*>(QLatin1String(name));
            QTRY_VERIFY(box->isVisible() && box->count() > 1);
            QStyleOptionComboBox option;
            option.initFrom(box);
            option.editable = false;
            int longest = 0;
            for (int i = 0; i < box->count(); ++i)
                longest = std::max(longest, box->fontMetrics().horizontalAdvance(box->itemText(i)));
            const auto room = [&] {
                option.rect = box->rect();
                return box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box).width();
            };
            QTRY_VERIFY2(room() >= longest, qPrintable(QStringLiteral("%1: %2 of %3").arg(name).arg(room()).arg(longest)));
        }
    }

    /// Blue is where the first variant is better, also where less is better.
    void coloursFollowTheVerdict()
    {
        FourCells made;
        for (const char* name : {"fixed", "ce"})
            for (VariantRun& run : const_cast<PlanVariant*>(made.state.cells[3].variant(name))->result.runs)
                run.metrics["test.loss"] = run.metrics.at("test.accuracy");
        const GainGrid grid = phaseGrid(phaseMap(made.state, "fixed", "ce", "test.loss", "imbalance-factor", "noise-rate"), made.plan);
        QVERIFY(cellOf(grid, "c3").shade < -0.99);
        QVERIFY2(cellOf(grid, "c3").value.contains(QStringLiteral("+0.100")), qPrintable(cellOf(grid, "c3").value));
        QVERIFY(cellOf(grid, "c3").value.startsWith(markOf(Role::Bad)));
    }

    /// A click says what is known of a cell, and leaves the layout as it is.
    void aClickSaysWhatIsKnownOfACell()
    {
        QTemporaryDir folder;
        FourCells made;
        test::placeStudy(made, 3, folder);
        made.state.cells[3].begun = true;
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-map");
        auto* view = panel->findChild<GainGridView*>(QStringLiteral("plan-map-view"));
        bench.plan().takeSnapshot(test::snapshotOf(made));
        QTRY_COMPARE(view->grid().cells.size(), std::size_t(4));
        QSignalSpy wanted(&bench, &Workbench::comparisonWanted);
        const int at = placeOf(view->grid(), "c3");
        const QPoint place = view->placeOf(at).center().toPoint();
        QTest::mouseClick(view, Qt::LeftButton, Qt::NoModifier, place);
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(view->focusCell(), at);
        QVERIFY2(QToolTip::text().contains(QStringLiteral("c3")), qPrintable(QToolTip::text()));
        QVERIFY(view->tipAt(place).endsWith(QStringLiteral("Enter or a double click opens its study in Compare.")));
        const int unbegun = placeOf(view->grid(), "c1"); // it has no study that could be opened
        QCOMPARE(view->tipAt(view->placeOf(unbegun).center()), view->grid().cells[std::size_t(unbegun)].words);
        QCOMPARE(view->saysAt(place), view->grid().cells[std::size_t(at)].words); // what is copied is about the cell alone
    }

    void doubleClickAndEnterOpenACell()
    {
        QTemporaryDir folder;
        FourCells made;
        const std::filesystem::path first = test::placeStudy(made, 0, folder), last = test::placeStudy(made, 3, folder);
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-map");
        QVERIFY(!panel->hasContent());
        auto* view = panel->findChild<GainGridView*>(QStringLiteral("plan-map-view"));
        bench.plan().takeSnapshot(test::snapshotOf(made));
        QTRY_COMPARE(view->grid().cells.size(), std::size_t(4));
        QVERIFY(panel->hasContent());
        QSignalSpy wanted(&bench, &Workbench::comparisonWanted);
        const auto opened = [&] { return wanted.last().first().value<std::filesystem::path>(); };
        const int at = placeOf(view->grid(), "c3");
        QTest::mouseDClick(view, Qt::LeftButton, Qt::NoModifier, view->placeOf(at).center().toPoint());
        QCOMPARE(wanted.size(), 1);
        QVERIFY(opened() == last);
        QCOMPARE(view->focusCell(), at);
        while (view->focusCell() != placeOf(view->grid(), "c0")) { // c0 lies below and at the left
            const int before = view->focusCell();
            QTest::keyClick(view, Qt::Key_Down);
            QTest::keyClick(view, Qt::Key_Left);
            if (view->focusCell() == before)
                break;
        }
        QCOMPARE(view->focusCell(), placeOf(view->grid(), "c0"));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(opened() == first);
        QTest::mouseDClick(view, Qt::LeftButton, Qt::NoModifier, view->placeOf(placeOf(view->grid(), "c1")).center().toPoint());
        QCOMPARE(wanted.size(), 2); // it has not begun
        QVERIFY(view->tipAt(view->placeOf(at).center()).contains(QStringLiteral("c3")));
        QVERIFY(view->tipAt({-5.0, -5.0}).isEmpty());
        QCOMPARE(panel->table().rows.size(), std::size_t(4));
        QVERIFY(panel->summary().contains(QStringLiteral("a further seed tells most here")));
        QVERIFY(panel->source().contains(QStringLiteral("plan")));
    }

    void choicesChangeTheMap()
    {
        FourCells made;
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-map");
        auto* view = panel->findChild<GainGridView*>(QStringLiteral("plan-map-view"));
        const auto box = [&](const char* name) { return panel->findChild<QComboBox*>(QLatin1String(name)); };
        bench.plan().takeSnapshot(test::snapshotOf(made));
        QTRY_COMPARE(view->grid().cells.size(), std::size_t(4));
        QCOMPARE(box("plan-map-first")->currentData().toString(), QStringLiteral("fixed"));
        QCOMPARE(box("plan-map-second")->currentData().toString(), QStringLiteral("ce"));
        box("plan-map-second")->setCurrentIndex(2);
        QTRY_VERIFY(cellOf(view->grid(), "c3").value.contains(QStringLiteral("+31.00")));
        box("plan-map-first")->setCurrentIndex(2); // the same as the second: that one changes
        QVERIFY(box("plan-map-second")->currentIndex() != 2);
        QTRY_VERIFY(cellOf(view->grid(), "c3").value.contains(QStringLiteral("31.00")) && cellOf(view->grid(), "c3").shade < 0);
        const QStringList before = view->grid().columns;
        box("plan-map-x")->setCurrentIndex(box("plan-map-y")->currentIndex());
        QTRY_VERIFY(view->grid().columns != before);
        QVERIFY(box("plan-map-x")->currentIndex() != box("plan-map-y")->currentIndex());
        bench.plan().takeSnapshot(test::snapshotOf(made)); // choices stay
        QTest::qWait(50);
        QCOMPARE(box("plan-map-first")->currentIndex(), 2);
    }

    void furtherSettingsStandAtAValue()
    {
        MadePlan made({"fixed", "ce"}, test::grid({{"lr", {0.1, 0.2}}, {"noise-rate", {0, 0.4}}, {"imbalance-factor", {1, 50}}}));
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-map");
        auto* view = panel->findChild<GainGridView*>(QStringLiteral("plan-map-view"));
        bench.plan().takeSnapshot(test::snapshotOf(made));
        QTRY_COMPARE(view->grid().cells.size(), std::size_t(4));
        const auto third = planAxes(made.plan).at(2).key;
        auto* value = panel->findChild<QComboBox*>(QStringLiteral("plan-map-at-") + QString::fromStdString(third));
        QVERIFY(value && value->count() == 2);
        const auto shown = [&] { return view->grid().cells[0].cell->cell->settings.at(third); };
        const nlohmann::json before = shown();
        value->setCurrentIndex(1);
        QTRY_VERIFY(shown() != before);
    }

    void emptyStatesSayWhatToDo()
    {
        Workbench bench;
        for (const char* id : {"plan-cells", "plan-hypotheses", "plan-map", "plan-transfer"}) {
            QWidget parent;
            Panel* panel = test::shownPanel(bench, parent, id);
            QTRY_VERIFY(test::emptyText(*panel).contains(QStringLiteral("Open a plan file: File > Open, or reweigh PLAN.json.")));
        }
        MadePlan one({"fixed", "ce"}, test::grid({{"noise-rate", {0, 0.4}}}));
        bench.plan().takeSnapshot(test::snapshotOf(one));
        QWidget parent;
        Panel* map = test::shownPanel(bench, parent, "plan-map");
        QTRY_VERIFY(test::emptyText(*map).contains(QStringLiteral("two settings")));
        Panel* transfer = test::shownPanel(bench, parent, "plan-transfer");
        QTRY_VERIFY(test::emptyText(*transfer).contains(QStringLiteral("\"transfer\": true")));
    }

    void transferOfNetworks()
    {
        MadePlan made({"searched"}, test::grid({{"noise-rate", {0, 0.4}}}));
        made.plan.transfers = true;
        for (const std::size_t cell : {0, 1})
            made.give(cell, "searched", {.80, .82, .81});
        made.give(1, "searched@c0", {.70, .71, .72}); // found in c0, trained in c1
        Workbench bench;
        QWidget parent;
        Panel* panel = test::shownPanel(bench, parent, "plan-transfer");
        auto* view = panel->findChild<GainGridView*>(QStringLiteral("plan-transfer-view"));
        bench.plan().takeSnapshot(test::snapshotOf(made));
        QTRY_COMPARE(view->grid().cells.size(), std::size_t(4));
        const std::vector<GainGrid::Cell>& cells = view->grid().cells;
        QCOMPARE(cells[0].value, QStringLiteral("own"));
        QVERIFY2(cells[1].value.contains(QStringLiteral("10.00")) && cells[1].shade < -0.99, qPrintable(cells[1].value));
        QCOMPARE(cells[1].cell->cell->name, std::string("c1")); // a double click opens where it was trained
        QCOMPARE(cells[2].value, QStringLiteral("–"));
        QVERIFY(cells[1].words.contains(QStringLiteral("found in c0")));
        QCOMPARE(panel->table().rows.size(), std::size_t(2));
        QVERIFY(panel->figureHeight(240) >= 4 * QFontMetrics(Theme::instance().bodyFont()).height());
    }

    /// On mid-blue the hatching had the ground's own grey, so that an undecided cell looked decided.
    void hatchingIsSeenOnEveryColour()
    {
        const FourCells made;
        GainGrid grid;
        grid.rows = QStringList{"1"};
        for (int i = -10; i <= 10; ++i) {
            grid.columns << QString::number(i);
            grid.cells.push_back({.cell = &made.state.cells[0], .shade = i / 10.0, .open = true});
        }
        GainGridView view(QStringLiteral("grid"), QStringLiteral("grid"));
        view.resize(1000, 160);
        view.setGrid(grid);
        for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
            Theme::instance().setScheme(scheme);
            QImage image(view.size(), QImage::Format_RGB32);
            {
                QPainter painter(&image);
                view.paint(painter, view.rect());
            }
            for (int i = 0; i < int(grid.cells.size()); ++i) {
                const QColor ground = Theme::instance().diverging(grid.cells[std::size_t(i)].shade);
                const QRect place = view.placeOf(i).toAlignedRect().adjusted(3, 3, -3, -3);
                double most = 1.0;
                for (int y = place.top(); y <= place.bottom(); ++y)
                    for (int x = place.left(); x <= place.right(); ++x)
                        most = std::max(most, test::contrast(image.pixelColor(x, y), ground));
                QVERIFY2(most >= 2.0, qPrintable(QStringLiteral("%1: %2").arg(ground.name()).arg(most)));
            }
        }
        Theme::instance().setScheme(ColourScheme::System);
    }

    /// Hatching and ring are drawn: pictures with and without them differ, and all of it is lines and plain fills.
    void undecidedAndNextAreDrawn()
    {
        const FourCells made;
        GainGrid grid = phaseGrid(phaseMap(made.state, "fixed", "ce", "test.accuracy", "imbalance-factor", "noise-rate"), made.plan);
        GainGridView view(QStringLiteral("grid"), QStringLiteral("grid"));
        const auto drawn = [&] {
            view.setGrid(grid);
            QImage image(600, 400, QImage::Format_RGB32);
            image.fill(Theme::instance().colour(Role::Panel));
            QPainter painter(&image);
            view.paint(painter, image.rect());
            return image;
        };
        const auto pixels = [](const QImage& image, const QColor& colour) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == colour;
            return count;
        };
        const QColor ring = Theme::instance().colour(Role::Selection);
        const QImage with = drawn();
        QVERIFY(pixels(with, ring) > 100);
        for (GainGrid::Cell& cell : grid.cells)
            cell.next = false;
        grid.nextWords.clear();
        const QImage without = drawn();
        QCOMPARE(pixels(without, ring), 0);
        grid.cells[std::size_t(placeOf(grid, "c1"))].open = false;
        QVERIFY(drawn() != without);
    }
};

QTEST_MAIN(tst_Grids)
#include "tst_grids.moc"
