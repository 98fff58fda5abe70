// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Gestures.h"
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/search/ParallelPlot.h"
#include "widgets/search/TrialDots.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>
#include <QToolButton>
#include <QtTest>

#include <functional>
#include <iterator>
#include <limits>

using namespace reweigh;
using test::ShownPanels;

class tst_Parallel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void placesFollowTheScale();
    void infiniteValuesStandAtTheEnds();
    void aParameterMayHaveNoName();
    void dragAlongAnAxisFilters();
    void doubleClickAndEscapeLetGo();
    void dragInsideABrushMovesIt();
    void topTenthIsTheBestTenth();
    void topTenthTakesFeasibleTrialsFirst();
    void keyboardGoesOverAxesAndMovesBrushes();
    void clickOnALinePicksItsTrial();
    void theNearestLineIsFoundBetweenUnequalAxes();
    void anothersFilterDropsTheBrushes();
    void brushKeepsItsValuesWhenTrialsArrive();
    void wheelAndDragZoomAndPanBesideTheAxes();
    void brushesWorkInAPart();
    void theZoomStaysWithItsAxes();
    void aLongNameAtTheEdgeIsWhole();
    void tenThousandLinesAreDrawn();

private:
    static ParallelPlot& plotOf(ShownPanels& shown, int trials)
    {
        shown.take(test::searchedStudy(trials));
        return *shown.show("parallel", {1000, 420}).findChild<ParallelPlot*>("parallel-plot");
    }
    static QPoint at(const ParallelPlot& plot, std::size_t axis, double place)
    {
        return QPointF(plot.frame().x(axis), plot.frame().y(place)).toPoint();
    }
    static void drag(ParallelPlot& plot, std::size_t axis, double from, double to)
    {
        QTest::mousePress(&plot, Qt::LeftButton, {}, at(plot, axis, from));
        QTest::mouseMove(&plot, at(plot, axis, (from + to) / 2));
        QTest::mouseMove(&plot, at(plot, axis, to));
        QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(plot, axis, to));
    }
    static Selection::Trials within(const ParallelPlot& plot, std::size_t axis, double low, double high)
    {
        Selection::Trials trials;
        for (std::size_t line = 0; line < plot.info().lines(); ++line)
            if (const double place = double(plot.info().place(line, axis)); place >= low && place <= high)
                trials.insert(plot.info().trials[line]);
        return trials;
    }
};

void tst_Parallel::placesFollowTheScale()
{
    const ParameterAxis log{.name = "meta_lr", .log = true, .low = 1e-4, .high = 1e-2};
    QCOMPARE(placeOf(log, 1e-3), 0.5);
    QCOMPARE(valueAt(log, 0.5), 1e-3);
    const ParameterAxis category{.name = "input", .categorical = true, .categories = {"a", "b"}};
    QCOMPARE(placeOf(category, 0.0), 0.25);
    QCOMPARE(valueAt(category, 0.75), 1.0);
    const auto study = test::searchedStudy(50);
    const ParallelInfo info = parallelInfo(trialRefs(study->trials), Direction::Maximize);
    QCOMPARE(info.lines(), std::size_t(43));
    for (std::size_t line = 0; line < info.lines(); ++line) {
        const FrozenTrial& trial = *study->trial(info.trials[line]);
        for (std::size_t axis = 0; axis + 1 < info.axes.size(); ++axis) {
            const auto value = axisValue(trial, info.axes[axis]);
            QCOMPARE(info.place(line, axis), float(value ? placeOf(info.axes[axis], *value) : ParallelInfo::absentPlace));
        }
    }
}

/// One infinite value left all others at one place.
void tst_Parallel::infiniteValuesStandAtTheEnds()
{
    const double infinity = std::numeric_limits<double>::infinity();
    std::vector<FrozenTrial> trials(5);
    const double values[] = {0.25, infinity, 0.75, -infinity, 0.5};
    TrialRefs refs;
    for (std::size_t i = 0; i < trials.size(); ++i) {
        trials[i].number = std::int64_t(i);
        trials[i].state = TrialState::Complete;
        trials[i].value = values[i];
        refs.push_back(&trials[i]);
    }
    const ParallelInfo info = parallelInfo(refs, Direction::Maximize);
    QCOMPARE(info.axes.back().low, 0.25);
    QCOMPARE(info.axes.back().high, 0.75);
    QCOMPARE(info.places, (std::vector<float>{0.0F, 1.0F, 1.0F, 0.0F, 0.5F}));
    QCOMPARE(info.values, std::vector<double>(std::begin(values), std::end(values)));
    for (FrozenTrial& trial : trials) // none is finite
        trial.value = trial.number % 2 ? infinity : -infinity;
    QCOMPARE(parallelInfo(refs, Direction::Maximize).places, (std::vector<float>{0.0F, 1.0F, 0.0F, 1.0F, 0.0F}));
    const ParameterAxis rate{.name = "lr", .log = true, .low = 1e-4, .high = 1.0};
    for (const double beyond : {0.0, -1.0, -infinity}) // of which there is no logarithm
        QCOMPARE(placeOf(rate, beyond), 0.0);
    QCOMPARE(finiteRange(std::vector<double>{infinity, 2.0, -infinity, 1.0}, std::identity()), std::pair(1.0, 2.0));
    QCOMPARE(finiteRange(std::vector<double>{infinity}, std::identity()), std::pair(0.0, 1.0));
}

/// Optuna takes an empty name; its axis showed the trials' values.
void tst_Parallel::aParameterMayHaveNoName()
{
    auto study = std::make_shared<StudySnapshot>();
    for (int i = 0; i < 2; ++i) {
        auto trial = std::make_shared<StudyTrial>();
        trial->number = i;
        trial->state = TrialState::Complete;
        trial->value = 10.0 * i;
        trial->parameters = {{"", FloatDistribution{0.0, 1.0, false, {}}, i == 0 ? 0.75 : 0.25}};
        study->trials.push_back(std::move(trial));
    }
    QCOMPARE(parallelInfo(trialRefs(study->trials), Direction::Maximize).places, (std::vector<float>{0.75F, 0.0F, 0.25F, 1.0F}));
    ShownPanels shown;
    shown.take(study);
    auto& panel = shown.show("parallel");
    QTRY_COMPARE(panel.table().rows.size(), std::size_t(2));
    QCOMPARE(panel.table().header, (QStringList{"trial", "", "value"}));
    QCOMPARE(panel.table().rows[0], (QVariantList{qlonglong(0), 0.75, 0.0}));
}

void tst_Parallel::dragAlongAnAxisFilters()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    const std::size_t value = plot.info().axes.size() - 1;
    drag(plot, value, 0.5, 0.9);
    QVERIFY(plot.brushes().at(value));
    const auto [low, high] = *plot.brushes().at(value);
    QVERIFY(std::abs(low - 0.5) < 0.02 && std::abs(high - 0.9) < 0.02);
    QCOMPARE(shown.selection().filter(), std::optional(within(plot, value, low, high)));

    drag(plot, 0, -0.05, 0.45); // a line must pass both brushes
    const auto [first, last] = *plot.brushes().at(0);
    Selection::Trials both;
    std::ranges::set_intersection(within(plot, value, low, high), within(plot, 0, first, last), std::inserter(both, both.end()));
    QCOMPARE(shown.selection().filter(), std::optional(both));
}

void tst_Parallel::doubleClickAndEscapeLetGo()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    drag(plot, 0, 0.2, 0.6);
    QVERIFY(shown.selection().filter());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, at(plot, 0, 0.9));
    QTRY_VERIFY(!shown.selection().filter());
    drag(plot, 0, 0.2, 0.6);
    QVERIFY(shown.selection().filter());
    shown.selection().setLine(QStringLiteral("#1"), Selection::Trials{1}); // the filter line hides trials too
    QTest::keyClick(&plot, Qt::Key_Escape);
    QVERIFY(!shown.selection().filter() && !plot.brushes().any());
}

void tst_Parallel::dragInsideABrushMovesIt()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    plot.setBrush(0, 0.2, 0.6);
    drag(plot, 0, 0.4, 0.6);
    const auto [low, high] = *plot.brushes().at(0);
    QVERIFY(std::abs(low - 0.4) < 0.02);
    QVERIFY(std::abs(high - low - 0.4) < 1e-9);
}

void tst_Parallel::topTenthIsTheBestTenth()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    QTest::mouseClick(shown.window.findChild<QToolButton*>("parallel-best"), Qt::LeftButton);
    QTRY_VERIFY(shown.selection().filter());
    std::vector<std::pair<double, std::int64_t>> values;
    for (const auto& trial : shown.bench.current().snapshot()->trials)
        if (trial->state == TrialState::Complete)
            values.emplace_back(-*trial->value, trial->number);
    std::ranges::sort(values);
    Selection::Trials best;
    for (std::size_t i = 0; i < (values.size() + 9) / 10; ++i)
        best.insert(values[i].second);
    QCOMPARE(*shown.selection().filter(), best);
    QTest::mouseClick(shown.window.findChild<QToolButton*>("parallel-clear"), Qt::LeftButton);
    QVERIFY(!shown.selection().filter());
}

/// As Optuna's best trial: one that violates a constraint comes after all that do not, whatever its value.
void tst_Parallel::topTenthTakesFeasibleTrialsFirst()
{
    const auto study = test::searchedStudy(80);
    std::vector<std::size_t> order; // places of the complete trials, best first
    for (std::size_t i = 0; i < study->trials.size(); ++i)
        if (study->trials[i]->state == TrialState::Complete)
            order.push_back(i);
    std::ranges::sort(order, std::greater<>(), [&](std::size_t i) { return *study->trials[i]->value; });
    QCOMPARE(order.size(), std::size_t(69));
    const auto forbid = [&](std::size_t from, std::size_t to) { // in the order of the values
        auto bound = std::make_shared<StudySnapshot>(*study);
        for (std::size_t i = from; i < to; ++i) {
            auto trial = std::make_shared<StudyTrial>(*bound->trials[order[i]]);
            trial->systemAttributes["constraints"] = nlohmann::json::array({0.5});
            bound->trials[order[i]] = std::move(trial);
        }
        return bound;
    };
    const auto numbers = [&](std::initializer_list<std::pair<std::size_t, std::size_t>> parts) {
        Selection::Trials trials;
        for (const auto& [from, to] : parts)
            for (std::size_t i = from; i < to; ++i)
                trials.insert(study->trials[order[i]]->number);
        return std::optional(trials);
    };
    const auto brushed = [&](const std::shared_ptr<StudySnapshot>& bound, bool byValue) {
        ShownPanels shown;
        shown.take(bound);
        const auto& plot = *shown.show("parallel", {1000, 420}).findChild<ParallelPlot*>("parallel-plot");
        [&] { QTRY_COMPARE(plot.info().lines(), std::size_t(69)); }();
        QTest::mouseClick(shown.window.findChild<QToolButton*>("parallel-best"), Qt::LeftButton);
        [&] { QTRY_VERIFY(shown.selection().filter()); }();
        [&] { QCOMPARE(plot.brushes().any(), byValue); }();
        return shown.selection().filter();
    };
    QCOMPARE(brushed(forbid(0, 3), false), numbers({{3, 10}}));
    QCOMPARE(brushed(forbid(5, 6), false), numbers({{0, 5}, {6, 8}}));
    QCOMPARE(brushed(forbid(20, 30), true), numbers({{0, 7}}));           // worse ones, too
    QCOMPARE(brushed(forbid(0, 67), false), numbers({{0, 5}, {67, 69}})); // two are feasible
    QCOMPARE(brushed(forbid(0, 69), true), numbers({{0, 7}}));
}

void tst_Parallel::keyboardGoesOverAxesAndMovesBrushes()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    shown.window.activateWindow();
    plot.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(plot.hasFocus());
    QCOMPARE(plot.focusAxis(), std::size_t(0));
    QTest::keyClick(&plot, Qt::Key_Tab);
    QTest::keyClick(&plot, Qt::Key_Tab);
    QCOMPARE(plot.focusAxis(), std::size_t(2));
    QTest::keyClick(&plot, Qt::Key_Up);
    QCOMPARE(plot.brushes().at(2), std::optional(ParallelBrushes::Stretch(0.75, 1.0)));
    QTest::keyClick(&plot, Qt::Key_Down);
    QVERIFY(std::abs(plot.brushes().at(2)->second - 0.975) < 1e-9);
    QTest::keyClick(&plot, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(std::abs(plot.brushes().at(2)->first - 0.7) < 1e-9);
    QVERIFY(plot.accessibleDescription().contains("nodes, layer 2"));
    QTRY_VERIFY(shown.selection().filter());
    QTest::keyClick(&plot, Qt::Key_Delete);
    QTRY_VERIFY(!shown.selection().filter());
    QTest::keyClick(&plot, Qt::Key_Up);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(&plot, Qt::Key_Down, Qt::ShiftModifier);
    const std::optional whole(ParallelBrushes::Stretch(ParallelInfo::lowestPlace, 1.0));
    QCOMPARE(plot.brushes().at(2), whole);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up}) { // a brush over the whole axis has nowhere to go
        QTest::keyClick(&plot, key);
        QCOMPARE(plot.brushes().at(2), whole);
    }
    QTest::keyClick(&plot, Qt::Key_Delete);
    QTRY_VERIFY(!shown.selection().filter());
    plot.findChild<ViewZoom*>()->hold(Qt::Horizontal, {0.0, 0.1}); // a part without the last axes
    for (std::size_t i = 2; i + 1 < plot.info().axes.size(); ++i)
        QTest::keyClick(&plot, Qt::Key_Tab);
    QVERIFY(plot.hasFocus());
    const double last = plot.frame().x(plot.focusAxis());
    QVERIFY2(last > 0.0 && last < plot.width(), "it is brought into the part");
    QTest::keyClick(&plot, Qt::Key_Tab); // Tab leaves the last axis
    QVERIFY(!plot.hasFocus());
}

void tst_Parallel::clickOnALinePicksItsTrial()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 20);
    QTRY_VERIFY(plot.info().lines() > 0);
    const std::size_t axis = plot.info().axes.size() - 2;
    const ParallelFrame frame = plot.frame();
    const double y = 0.35 * frame.y(double(plot.info().place(4, axis))) + 0.65 * frame.y(double(plot.info().place(4, axis + 1)));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, QPointF(0.35 * frame.x(axis) + 0.65 * frame.x(axis + 1), y).toPoint());
    QCOMPARE(shown.selection().current(), std::optional(plot.info().trials[4]));
}

/// The first axis of three has more room at its right than the second: half of the way between them is not a quarter of the whole.
void tst_Parallel::theNearestLineIsFoundBetweenUnequalAxes()
{
    const ParallelFrame frame{.left = 0.0, .right = 100.0, .top = 0.0, .bottom = 100.0, .axes = 3, .stops = {0.0, 0.8, 1.0}};
    const ParallelInfo info{.axes = std::vector<ParameterAxis>(3),
                            .trials = {7, 8},
                            .places = {0.0F, 1.0F, 0.0F, 1.0F, 0.0F, 1.0F}, // two lines that cross in the middle of each gap
                            .values = {0.0, 1.0},
                            .lacking = std::vector<char>(3)};
    const std::vector<char> all(2, 1);
    QCOMPARE(nearestLine(info, frame, all, {20.0, 75.0}, 2.0), 0); // a quarter of the way from the first axis to the second
    QCOMPARE(nearestLine(info, frame, all, {60.0, 75.0}, 2.0), 1);
    QCOMPARE(nearestLine(info, frame, all, {95.0, 75.0}, 2.0), 0); // three quarters of the way from the second to the last
    QCOMPARE(nearestLine(info, frame, all, {60.0, 50.0}, 2.0), -1);
}

void tst_Parallel::anothersFilterDropsTheBrushes()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    drag(plot, 0, 0.2, 0.6);
    QVERIFY(plot.brushes().any());
    shown.selection().setFilter(Selection::Trials{1, 2, 3});
    QVERIFY(!plot.brushes().any());
    QCOMPARE(*shown.selection().filter(), (Selection::Trials{1, 2, 3}));
}

void tst_Parallel::brushKeepsItsValuesWhenTrialsArrive()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    const std::size_t value = plot.info().axes.size() - 1;
    plot.setBrush(value, 0.25, 0.75);
    const double low = valueAt(plot.info().axes[value], 0.25), high = valueAt(plot.info().axes[value], 0.75);
    auto more = test::searchedStudy(80);
    auto worse = std::make_shared<StudyTrial>(*more->trials[0]);
    worse->number = 80;
    worse->value = 0.5;
    more->trials.push_back(worse);
    shown.take(more);
    QTRY_COMPARE(plot.info().lines(), std::size_t(70));
    const auto [from, to] = *plot.brushes().at(value);
    QVERIFY(std::abs(valueAt(plot.info().axes[value], from) - low) < 1e-9);
    QVERIFY(std::abs(valueAt(plot.info().axes[value], to) - high) < 1e-9);
}

void tst_Parallel::wheelAndDragZoomAndPanBesideTheAxes()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    const ParallelFrame before = plot.frame();
    const Selection::Trials chosen = shown.selection().trials();
    const QPoint place = QPointF((before.x(0) + before.x(1)) / 2, before.y(0.4)).toPoint();
    QVERIFY(test::wheelAt(plot, place));
    const ParallelFrame zoomed = plot.frame();
    const auto across = [&](const ParallelFrame& frame) { return (place.x() - frame.left) / (frame.right - frame.left); };
    QVERIFY(std::abs(zoomed.place(place.y()) - before.place(place.y())) < 1e-9); // what is under the pointer stays there
    QVERIFY(std::abs(across(zoomed) - across(before)) < 1e-9);
    QVERIFY(std::abs((zoomed.bottom - zoomed.top) * 0.8 - (before.bottom - before.top)) < 1e-6);
    QVERIFY(std::abs((zoomed.right - zoomed.left) * 0.8 - (before.right - before.left)) < 1e-6);

    test::dragOver(plot, place, place + QPoint(30, 20));
    QVERIFY(std::abs(plot.frame().left - zoomed.left - 30.0) < 0.5 && std::abs(plot.frame().top - zoomed.top - 20.0) < 0.5);
    QVERIFY(shown.selection().trials() == chosen && !plot.brushes().any()); // a drag picks no line
    QTest::keyClick(&plot, Qt::Key_Home);
    QVERIFY(plot.frame() == before);
    test::dragOver(plot, at(plot, 0, 0.8), at(plot, 1, 0.3), Qt::ShiftModifier); // a rectangle may begin on an axis
    QVERIFY(!plot.brushes().any());
    QVERIFY(std::abs(plot.frame().place(before.top) - 0.8) < 0.02);
    QTRY_VERIFY(!plot.busy());
    QVERIFY(!plot.grab().isNull());
}

/// Of a part of the plot, axes are brushed as they are of the whole, and a double click on one takes its brush, not the zoom.
void tst_Parallel::brushesWorkInAPart()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    auto& zoom = *plot.findChild<ViewZoom*>();
    const QPoint beside = QPointF((plot.frame().x(0) + plot.frame().x(1)) / 2, plot.frame().y(0.5)).toPoint();
    test::wheelAt(plot, beside);
    drag(plot, 1, 0.45, 0.55);
    QVERIFY(plot.brushes().at(1));
    const auto [low, high] = *plot.brushes().at(1);
    QVERIFY(std::abs(low - 0.45) < 0.02 && std::abs(high - 0.55) < 0.02);
    const ViewZoom::Range seen = zoom.range(Qt::Vertical);
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, at(plot, 1, 0.7));
    QVERIFY(!plot.brushes().any());
    QCOMPARE(zoom.range(Qt::Vertical), seen);
    plot.setBrush(0, 0.2, 0.6);
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, beside); // the first one shows the whole, the second takes the brushes
    QVERIFY(!zoom.moved() && plot.brushes().any());
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, beside);
    QVERIFY(!plot.brushes().any());
}

/// The last axis' name was cut at half of the way to the one before, however short that is: in German, one long word.
void tst_Parallel::aLongNameAtTheEdgeIsWhole()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    plot.setInfo(std::make_shared<ParallelInfo>(plot.info()), QStringLiteral("Validierungsgenauigkeiten"));
    QBuffer drawing;
    {
        QSvgGenerator svg;
        svg.setOutputDevice(&drawing);
        svg.setSize(plot.size());
        QPainter painter(&svg);
        plot.paint(painter, plot.rect());
    }
    QVERIFY(drawing.data().contains("activation"));
    QVERIFY(drawing.data().contains("Validierungsgenauigkeiten"));
}

void tst_Parallel::theZoomStaysWithItsAxes()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 80);
    QTRY_VERIFY(plot.info().lines() > 0);
    auto& zoom = *plot.findChild<ViewZoom*>();
    zoom.hold(Qt::Vertical, {0.5, 0.75});
    shown.take(test::searchedStudy(90));
    QTRY_COMPARE(plot.info().lines(), std::size_t(90 - 12)); // every seventh was pruned
    QCOMPARE(zoom.range(Qt::Vertical), (ViewZoom::Range{0.5, 0.75}));
    auto other = std::make_shared<ParallelInfo>(plot.info());
    other->axes.front().name = "another";
    plot.setInfo(other, QStringLiteral("value"));
    QVERIFY(!zoom.moved());
}

void tst_Parallel::tenThousandLinesAreDrawn()
{
    ShownPanels shown;
    ParallelPlot& plot = plotOf(shown, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(plot.info().lines() == 8572, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!plot.busy(), 60000);
    const auto coloured = [&] {
        const QImage image = plot.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += QColor(image.pixel(x, y)).hsvSaturation() > 110;
        return count;
    };
    const int before = coloured();
    plot.setBrush(0, 0.0, 0.5);
    QTRY_VERIFY(shown.selection().filter());
    QTRY_VERIFY_WITH_TIMEOUT(!plot.busy(), 60000);
    QVERIFY2(coloured() > before + 1000, "brushed lines are strong");
}

QTEST_MAIN(tst_Parallel)
#include "tst_parallel.moc"
