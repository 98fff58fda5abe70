// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Contrast.h"
#include "tests/support/Gestures.h"
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/search/LandscapeMap.h"
#include "widgets/theme/Theme.h"

#include <QFile>
#include <QImage>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace reweigh;
using test::ShownPanels;

class tst_Map : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clickOnACellSelectsExactlyItsTrials();
    void controlClickFiltersAndEscapeLetsAllPass();
    void arrowsMoveTheCell();
    void wheelAndDragZoomAndPan();
    void theZoomStaysWithItsAxes();
    void arrowsBringTheCellIntoView();
    void axesAreChosenAndRemembered();
    void summaryAndTableTellWhatIsDrawn();
    void theOutlineIsNamed();
    void theSameEndIsBetterAsInRank();
    void infinitiesLeaveTheColoursOfOthers();
    void emptyStudyOffersTheRun();
    void anotherProgramsStudyIsDrawn();
    void tenThousandTrialsArriveOffTheGuiThread();

private:
    static Selection::Trials trialsOf(const LandscapeMap& map, int cell)
    {
        const auto& trials = map.view().info.cells[std::size_t(cell)].trials;
        return {trials.begin(), trials.end()};
    }
    /// Index of the cell with the most trials.
    static int fullest(const LandscapeMap& map)
    {
        const auto& cells = map.view().info.cells;
        return int(std::ranges::max_element(cells, {}, &LandscapeInfo::Cell::n) - cells.begin());
    }
    static bool drawn(const LandscapeMap& map) { return !map.view().info.cells.empty(); }
};

void tst_Map::clickOnACellSelectsExactlyItsTrials()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    const int cell = fullest(map);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.cellRect(cell).center().toPoint());

    // Counted by hand: depth and geometric mean of the widths within the cell's edges.
    const LandscapeInfo& info = map.view().info;
    const int column = cell % info.x.cells(), row = cell / info.x.cells();
    Selection::Trials expected;
    for (const auto& trial : shown.bench.current().snapshot()->trials) {
        if (trial->state != TrialState::Complete)
            continue;
        double logs = 0.0;
        const double layers = trial->parameters[0].value;
        for (int layer = 1; layer <= int(layers); ++layer)
            logs += std::log(trial->parameters[std::size_t(layer)].value);
        const double width = std::exp(logs / layers);
        const auto within = [](const LandscapeInfo::Side& side, int at, double value) {
            return value >= side.edges[std::size_t(at)] && value < side.edges[std::size_t(at) + 1];
        };
        if (within(info.x, column, width) && within(info.y, row, layers))
            expected.insert(trial->number);
    }
    QVERIFY(expected.size() > 1);
    QCOMPARE(shown.selection().trials(), expected);
    const StudySnapshot& study = *shown.bench.current().snapshot();
    for (const std::int64_t trial : expected)
        QVERIFY(*study.trial(*shown.selection().current())->value >= *study.trial(trial)->value);
}

void tst_Map::controlClickFiltersAndEscapeLetsAllPass()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    const int cell = fullest(map);
    QTest::mouseClick(&map, Qt::LeftButton, Qt::ControlModifier, map.cellRect(cell).center().toPoint());
    QCOMPARE(shown.selection().filter(), std::optional(trialsOf(map, cell)));
    shown.selection().setLine(QStringLiteral("#1"), Selection::Trials{1}); // the filter line hides trials too
    QTest::keyClick(&map, Qt::Key_Escape);
    QVERIFY(!shown.selection().filter());
}

void tst_Map::arrowsMoveTheCell()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    QCOMPARE(map.focusCell(), map.view().info.bestCell);
    const int columns = map.view().info.x.cells();
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&map, Qt::Key_Left);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(&map, Qt::Key_Down);
    QCOMPARE(map.focusCell(), 0);
    QTest::keyClick(&map, Qt::Key_Up);
    QTest::keyClick(&map, Qt::Key_Right);
    QCOMPARE(map.focusCell(), columns + 1);
    QCOMPARE(map.accessibleDescription(), map.cellWords(columns + 1));
    QTest::keyClick(&map, Qt::Key_Return);
    QCOMPARE(shown.selection().trials(), trialsOf(map, columns + 1));
}

void tst_Map::wheelAndDragZoomAndPan()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    const int cell = fullest(map);
    const QRectF before = map.cellRect(cell);
    const QPoint place = before.center().toPoint();
    const Selection::Trials chosen = shown.selection().trials();
    QVERIFY(test::wheelAt(map, place));
    QCOMPARE(map.cellAt(place), cell); // what is under the pointer stays there
    QVERIFY2(std::abs(map.cellRect(cell).width() - before.width() / 0.8) <= 2.5, "a notch shows 0.8 of what was seen");
    QVERIFY(std::abs(map.cellRect(cell).height() - before.height() / 0.8) <= 2.5);

    const QRectF zoomed = map.cellRect(cell);
    test::dragOver(map, place, place + QPoint(24, -16));
    QCOMPARE(shown.selection().trials(), chosen); // a drag chooses nothing
    QVERIFY((map.cellRect(cell).topLeft() - zoomed.topLeft() - QPointF(24, -16)).manhattanLength() <= 2.5);

    QTest::mouseClick(&map, Qt::LeftButton, {}, place + QPoint(24, -16)); // a click does, where the cell is now
    QCOMPARE(shown.selection().trials(), trialsOf(map, cell));
    QTest::mouseDClick(&map, Qt::LeftButton, {}, place);
    QCOMPARE(map.cellRect(cell), before);

    const QRect inner = before.toRect().adjusted(3, 3, -3, -3); // one cell fills the map
    test::dragOver(map, inner.topLeft(), inner.bottomRight(), Qt::ShiftModifier);
    QCOMPARE(map.cellAt(place), cell);
    QVERIFY(map.cellRect(cell).width() > 0.8 * before.width() * map.view().info.x.cells());
    QVERIFY(!map.grab().isNull());
}

/// Trials that arrive leave what was zoomed into; other axes, which are another map, do not.
void tst_Map::theZoomStaysWithItsAxes()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    const auto& zoom = *map.findChild<ViewZoom*>();
    test::wheelAt(map, map.cellRect(fullest(map)).center());
    const ViewZoom::Range seen = zoom.range(Qt::Horizontal);
    const auto drawnTrials = [&] {
        int n = 0;
        for (const LandscapeInfo::Cell& cell : map.view().info.cells)
            n += cell.n;
        return n;
    };
    shown.take(test::searchedStudy(140));
    QTRY_COMPARE(drawnTrials(), 140 - 20);
    QCOMPARE(zoom.range(Qt::Horizontal), seen);
    QVERIFY(shown.choose("landscape-x", "input"));
    QTRY_COMPARE(map.view().info.x.axis.name, std::string("input"));
    QVERIFY(!zoom.moved());
}

void tst_Map::arrowsBringTheCellIntoView()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    auto& zoom = *map.findChild<ViewZoom*>();
    const double columns = map.view().info.x.cells(), rows = map.view().info.y.cells();
    zoom.hold(Qt::Horizontal, {columns - 1.0, columns});
    zoom.hold(Qt::Vertical, {rows - 1.0, rows});
    for (int i = 0; i < 20; ++i) {
        QTest::keyClick(&map, Qt::Key_Left);
        QTest::keyClick(&map, Qt::Key_Down);
    }
    QCOMPARE(map.focusCell(), 0);
    QCOMPARE(zoom.range(Qt::Horizontal), (ViewZoom::Range{0.0, 1.0}));
    QCOMPARE(zoom.range(Qt::Vertical), (ViewZoom::Range{0.0, 1.0}));
}

void tst_Map::axesAreChosenAndRemembered()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    QCOMPARE(map.view().info.x.axis.name, std::string("nodes"));
    QCOMPARE(map.view().info.y.axis.name, std::string("hidden_layers"));
    QVERIFY(shown.choose("landscape-x", "input"));
    QTRY_COMPARE(map.view().info.x.axis.name, std::string("input"));
    QCOMPARE(map.view().info.x.cells(), 7);
    QCOMPARE(QSettings().value("view/landscape/x").toString(), QString("input"));
}

void tst_Map::summaryAndTableTellWhatIsDrawn()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(120));
    Panel& panel = shown.show("landscape");
    auto& map = *panel.findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    QVERIFY(panel.scope().contains("validation accuracy"));
    QVERIFY(panel.summary().contains("hidden layers"));
    QCOMPARE(panel.accessibleDescription(), panel.summary());
    const FigureTable table = panel.table();
    QCOMPARE(table.rows.size(), map.view().info.cells.size());
    int n = 0;
    for (const QVariantList& row : table.rows)
        n += row[2].toInt();
    QCOMPARE(n, 120 - 17); // every seventh was pruned
}

/// It was called the best cell, of a map whose colours are medians, while the best median may be another cell's.
void tst_Map::theOutlineIsNamed()
{
    ShownPanels shown;
    const auto study = test::searchedStudy(120);
    shown.take(study);
    Panel& panel = shown.show("landscape", {900, 500});
    auto& map = *panel.findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    const auto value = [](const auto& trial) { return trial->state == TrialState::Complete ? *trial->value : -1.0; };
    const std::int64_t best = (*std::ranges::max_element(study->trials, {}, value))->number;
    QVERIFY(trialsOf(map, map.view().info.bestCell).contains(best)); // what is outlined
    QTemporaryDir folder;
    const QString file = folder.filePath("map.svg");
    QVERIFY(exportFigure(panel, shown.bench.current(), file.toStdString(), {.width = 8.0}));
    QFile svg(file);
    QVERIFY(svg.open(QIODevice::ReadOnly));
    const QString drawing = QString::fromUtf8(svg.readAll());
    QVERIFY(!drawing.contains(QStringLiteral("best cell")));
    QVERIFY(drawing.contains(QStringLiteral("outlined: the best trial")));
}

/// In the light theme and in figures the darkest dot was the best in Rank, and the darkest cell the worst here.
void tst_Map::theSameEndIsBetterAsInRank()
{
    ShownPanels shown;
    const auto screen = qScopeGuard([] { Theme::instance().setScheme(ColourScheme::System); });
    shown.take(test::searchedStudy(120));
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        Theme::instance().setScheme(scheme);
        auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
        QTRY_VERIFY(drawn(map));
        const auto& cells = map.view().info.cells;
        const QImage image = map.grab().toImage();
        const auto lightness = [&](double median) { // near a cell's corner, away from its number
            const auto cell = std::ranges::find_if(cells, [&](const auto& at) { return at.n > 0 && at.median == median; });
            const QPointF place = map.cellRect(int(cell - cells.begin())).topLeft() + QPointF(6.0, 6.0);
            return test::luminance(image.pixelColor((place * image.devicePixelRatio()).toPoint()));
        };
        const bool lighter = lightness(map.view().high) > lightness(map.view().low);
        QCOMPARE(lighter, scheme == ColourScheme::Dark);
        const QRect best = map.cellRect(map.view().info.bestCell).toRect(); // its outline is seen on any colour
        QCOMPARE(image.pixelColor(best.left() + 1, best.center().y()), Theme::instance().colour(Role::Text));
        QCOMPARE(image.pixelColor(best.left() + 3, best.center().y()), Theme::instance().colour(Role::Panel));
        Panel& rank = shown.show("rank");
        QTRY_VERIFY2(rank.scope().contains(lighter ? "the lighter the better" : "the darker the better"), qPrintable(rank.scope()));
        rank.hide();
    }
}

void tst_Map::infinitiesLeaveTheColoursOfOthers()
{
    const auto study = test::searchedStudy(120);
    const auto viewOf = [&] {
        const TrialRefs trials = trialRefs(study->trials);
        const auto axes = parameterAxes(trials);
        return landscapeView(landscapeInfo(trials, Direction::Maximize, axes[0], axes[1]), trials, Direction::Maximize);
    };
    const LandscapeView before = viewOf();
    const double infinity = std::numeric_limits<double>::infinity();
    const auto alone = std::ranges::find(before.info.cells, 1, &LandscapeInfo::Cell::n); // the infinity is its median
    QVERIFY(alone != before.info.cells.end());
    for (const double value : {infinity, -infinity}) {
        auto trial = std::make_shared<StudyTrial>(*study->trials[std::size_t(alone->trials.front())]);
        trial->value = value;
        study->trials[std::size_t(alone->trials.front())] = trial;
        const LandscapeView view = viewOf();
        QVERIFY(std::isfinite(view.low) && std::isfinite(view.high) && view.low >= before.low && view.high <= before.high);
        QVERIFY(view.high > view.low);
        QCOMPARE(view.info.cells[std::size_t(alone - before.info.cells.begin())].median, value);
        QCOMPARE(view.info.bestCell == int(alone - before.info.cells.begin()), value > 0.0);
    }
}

void tst_Map::emptyStudyOffersTheRun()
{
    ShownPanels shown;
    QAction run("Run");
    shown.bench.registerAction("run", &run);
    Panel& panel = shown.show("landscape");
    auto* button = panel.findChild<QToolButton*>("panelEmptyAction");
    QTRY_VERIFY(button->isVisible());
    QSignalSpy ran(&run, &QAction::triggered);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(ran.count(), 1);
}

void tst_Map::anotherProgramsStudyIsDrawn()
{
    auto study = std::make_shared<StudySnapshot>();
    study->direction = Direction::Minimize;
    for (int i = 0; i < 30; ++i) {
        auto trial = std::make_shared<StudyTrial>();
        trial->number = i;
        trial->state = TrialState::Complete;
        trial->value = std::abs(i - 12);
        trial->parameters = {{"x", FloatDistribution{-1.0, 1.0, false, {}}, i / 15.0 - 1.0},
                             {"n", IntDistribution{1, 3, false, 1}, double(i % 3 + 1)}};
        study->trials.push_back(std::move(trial));
    }
    ShownPanels shown;
    shown.take(study);
    Panel& panel = shown.show("landscape");
    auto& map = *panel.findChild<LandscapeMap*>("landscape-map");
    QTRY_VERIFY(drawn(map));
    QCOMPARE(map.view().info.x.axis.name, std::string("n"));
    QCOMPARE(map.view().info.y.axis.name, std::string("x"));
    QVERIFY(trialsOf(map, map.view().info.bestCell).contains(12));
    QVERIFY(!panel.scope().contains("accuracy"));
}

void tst_Map::tenThousandTrialsArriveOffTheGuiThread()
{
    ShownPanels shown;
    for (Panel* panel : shown.panels)
        panel->show();
    auto& map = *shown.show("landscape").findChild<LandscapeMap*>("landscape-map");
    shown.take(test::searchedStudy(10000));
    QVERIFY(!drawn(map)); // taking a snapshot does not compute the view
    QTRY_VERIFY_WITH_TIMEOUT(drawn(map), 60000);
    int n = 0;
    for (const LandscapeInfo::Cell& cell : map.view().info.cells)
        n += cell.n;
    QCOMPARE(n, 10000 - 1428);
    QThreadPool::globalInstance()->waitForDone();
}

QTEST_MAIN(tst_Map)
#include "tst_map.moc"
