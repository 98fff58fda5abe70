// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/PlotNavigator.h"
#include "widgets/search/DensityPanel.h"
#include "widgets/search/HistoryPanel.h"
#include "widgets/search/ImportancePanel.h"
#include "widgets/search/SlicePanel.h"

#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace reweigh;
using test::ShownPanels;

class tst_Views : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void historyHasEveryValueAndTheBestSoFar();
    void prunedTrialsComeOnRequest();
    void fixedVariantIsNamed();
    void theNameOfALineCoversNoDots();
    void theNameOfALineGoesWithIt();
    void clickOnADotSelectsItsTrial();
    void arrowsGoFromDotToDot();
    void densityPutsTheFavouriteWhereGoodTrialsAre();
    void densitySaysWhenTpeHasNotBegun();
    void densityNamesTheLag();
    void densitySaysWhyThereIsNone();
    void categoriesHaveBars();
    void viewsOverOneParameterMoveTogether();
    void importanceNamesWhatDecides();
    void importanceSaysItsValuesAtThePointer();
    void importanceSaysWhenTrialsAreTooFew();
    void importanceIsOfTheTrialsThatTheFilterKeeps();
    void densitySaysThatNoFilterChangesIt();
    void sliceHasOneMedianACategory();
    void jitterIsTheTrialsOwn();
    void infinitiesStandAtTheEdge_data();
    void infinitiesStandAtTheEdge();

private:
    /// One parameter x in [0, 1]; the value is best at `peak`.
    static std::shared_ptr<StudySnapshot> peaked(int trials, double peak)
    {
        auto study = std::make_shared<StudySnapshot>();
        for (int i = 0; i < trials; ++i) {
            auto trial = std::make_shared<StudyTrial>();
            trial->number = i;
            trial->state = TrialState::Complete;
            const double x = (i * 7 % trials + 0.5) / trials;
            trial->value = 1.0 - std::abs(x - peak);
            trial->parameters = {{"x", FloatDistribution{0.0, 1.0, false, {}}, x},
                                 {"y", FloatDistribution{0.0, 1.0, false, {}}, (i % 5) / 5.0}};
            study->trials.push_back(std::move(trial));
        }
        return study;
    }
    /// The same with a trial of value inf and one of -inf.
    static std::shared_ptr<StudySnapshot> withInfinities(int trials)
    {
        auto study = peaked(trials, 0.5);
        for (const std::size_t place : {std::size_t(3), std::size_t(8)}) {
            auto trial = std::make_shared<StudyTrial>(*study->trials[place]);
            trial->value = (place == 3 ? 1.0 : -1.0) * std::numeric_limits<double>::infinity();
            study->trials[place] = std::move(trial);
        }
        return study;
    }
    static QString emptyText(const Panel& panel) { return panel.findChild<QLabel*>("panelEmpty")->text(); }
};

void tst_Views::historyHasEveryValueAndTheBestSoFar()
{
    ShownPanels shown;
    const auto study = test::searchedStudy(40);
    shown.take(study);
    auto& panel = shown.show<HistoryPanel>("history");
    QTRY_COMPARE(panel.dots().dots().size(), std::size_t(35));
    double best = 0.0;
    const FigureTable table = panel.table();
    std::size_t row = 0;
    for (const auto& trial : study->trials) {
        if (trial->state != TrialState::Complete)
            continue;
        best = std::max(best, *trial->value);
        QCOMPARE(table.rows[row][0].toLongLong(), qlonglong(trial->number));
        QCOMPARE(table.rows[row][1].toDouble(), *trial->value);
        QCOMPARE(table.rows[row][2].toDouble(), best);
        ++row;
    }
    QCOMPARE(row, table.rows.size());
    const QCPRange range = panel.plot().yAxis->range();
    for (const TrialDots::Dot& dot : panel.dots().dots())
        QVERIFY(range.contains(dot.y));
}

void tst_Views::infinitiesStandAtTheEdge_data()
{
    QTest::addColumn<QString>("panel");
    for (const char* panel : {"history", "slice"})
        QTest::newRow(panel) << panel;
}

/// One infinite value left nothing of the others to see. The axis is that of the finite ones, and the others stand at its ends.
void tst_Views::infinitiesStandAtTheEdge()
{
    QFETCH(QString, panel);
    ShownPanels shown;
    shown.take(withInfinities(40));
    const auto& plot = *shown.show(panel).findChild<Plot*>();
    const auto values = [&plot] {
        std::vector<double> all;
        for (int graph = 0; graph < plot.graphCount(); ++graph)
            for (const QCPGraphData& point : *plot.graph(graph)->data())
                all.push_back(point.value);
        return all;
    };
    const auto atEdges = [&] {
        const QCPRange range = plot.yAxis->range();
        const auto all = values();
        return std::ranges::count(all, range.lower) > 0 && std::ranges::count(all, range.upper) > 0;
    };
    QTRY_VERIFY(values().size() >= 40 && atEdges());
    const QCPRange range = plot.yAxis->range();
    QVERIFY2(range.lower > 0.0 && range.lower <= 0.52 && range.upper >= 0.98 && range.upper < 1.5,
             qPrintable(QStringLiteral("%1 to %2").arg(range.lower).arg(range.upper)));
    for (const double value : values())
        QVERIFY(std::isnan(value) || range.contains(value));
}

void tst_Views::prunedTrialsComeOnRequest()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(40));
    auto& panel = shown.show<HistoryPanel>("history");
    QTRY_COMPARE(panel.dots().dots().size(), std::size_t(35));
    for (QAction* action : panel.menu().actions())
        if (action->objectName() == "history-pruned")
            action->trigger();
    QTRY_COMPARE(panel.dots().dots().size(), std::size_t(40));
    QCOMPARE(std::ranges::count_if(panel.dots().dots(), &TrialDots::Dot::cross), 5);
}

void tst_Views::fixedVariantIsNamed()
{
    ShownPanels shown;
    auto study = test::searchedStudy(40);
    VariantResult fixed{.asked = {.name = "fixed", .base = "fixed"}};
    for (const double value : {0.80, 0.82}) {
        fixed.runs.push_back({.seed = int(fixed.runs.size()) + 1});
        fixed.runs.back().metrics["validation.accuracy"].meanOfLast = value;
    }
    study->variants = {fixed};
    shown.take(study);
    auto& panel = shown.show<HistoryPanel>("history");
    QTRY_VERIFY(!panel.dots().dots().empty());
    QCPItemText* name = nullptr;
    for (int i = 0; i < panel.plot().itemCount(); ++i)
        if (auto* text = dynamic_cast<QCPItemText*>(panel.plot().item(i)))
            name = text;
    QVERIFY(name && name->visible());
    QCOMPARE(name->position->coords().y(), 0.81);
    QVERIFY(name->text().contains("1-100-1"));
}

/// Dots below both ends of the line and above its right one: the name goes to the place that is left.
void tst_Views::theNameOfALineCoversNoDots()
{
    ShownPanels shown;
    auto study = std::make_shared<StudySnapshot>();
    study->facts = StudyFacts();
    for (int i = 0; i < 60; ++i) {
        auto trial = std::make_shared<StudyTrial>();
        trial->number = i;
        trial->state = TrialState::Complete;
        trial->value = i % 2 ? 0.795 : i > 30 ? 0.805 : i % 4 ? 0.70 : 0.90;
        trial->parameters = {{"x", FloatDistribution{0.0, 1.0, false, {}}, 0.5}};
        study->trials.push_back(std::move(trial));
    }
    VariantResult fixed{.asked = {.name = "fixed", .base = "fixed"}};
    fixed.runs.push_back({.seed = 1});
    fixed.runs.back().metrics["validation.accuracy"].meanOfLast = 0.80;
    study->variants = {fixed};
    shown.take(study);
    for (const QSize size : {QSize(640, 420), QSize(317, 220)}) {
        auto& panel = shown.show<HistoryPanel>("history", size);
        QTRY_VERIFY(!panel.dots().dots().empty());
        panel.plot().replot();
        QCPItemText* name = nullptr;
        for (int i = 0; i < panel.plot().itemCount(); ++i)
            if (auto* text = dynamic_cast<QCPItemText*>(panel.plot().item(i)))
                name = text;
        QVERIFY(name && name->visible());
        const QRectF box(name->topLeft->pixelPosition(), name->bottomRight->pixelPosition());
        QVERIFY(QRectF(panel.plot().axisRect()->rect()).contains(box));
        QVERIFY(
            std::ranges::none_of(panel.dots().dots(), [&](const TrialDots::Dot& dot) { return box.contains(panel.dots().pixelOf(dot)); }));
    }
}

/// The name stayed at the edge when its line was panned out of sight.
void tst_Views::theNameOfALineGoesWithIt()
{
    ShownPanels shown;
    auto study = test::searchedStudy(40);
    VariantResult fixed{.asked = {.name = "fixed", .base = "fixed"}};
    fixed.runs.push_back({.seed = 1});
    fixed.runs.back().metrics["validation.accuracy"].meanOfLast = 0.81;
    study->variants = {fixed};
    shown.take(study);
    auto& panel = shown.show<HistoryPanel>("history");
    Plot& plot = panel.plot();
    QTRY_VERIFY(!panel.dots().dots().empty());
    QCPItemText* name = nullptr;
    for (int i = 0; i < plot.itemCount(); ++i)
        if (auto* text = dynamic_cast<QCPItemText*>(plot.item(i)))
            name = text;
    plot.replot();
    QVERIFY(name && name->visible());
    for (QCPAxis* axis : {plot.yAxis, plot.xAxis}) {
        const QCPRange home = axis->range(), away(home.lower + 1.5 * home.size(), home.upper + 1.5 * home.size());
        plot.navigator().hold(*axis, away);
        plot.replot();
        QVERIFY(!name->visible());
        plot.navigator().reset();
        plot.replot();
        QVERIFY(name->visible());
    }
    const QCPRange home = plot.xAxis->range(); // the name stands at what is seen of its line
    plot.navigator().hold(*plot.xAxis, {home.lower + 0.5 * home.size(), home.upper + 0.5 * home.size()});
    plot.replot();
    const double end = plot.xAxis->coordToPixel(home.upper);
    QVERIFY(name->visible() && name->bottomRight->pixelPosition().x() <= end + 0.5);
}

void tst_Views::clickOnADotSelectsItsTrial()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(40));
    auto& panel = shown.show<HistoryPanel>("history");
    QTRY_COMPARE(panel.dots().dots().size(), std::size_t(35));
    QTRY_VERIFY(panel.plot().axisRect()->width() > 100);
    const auto dots = panel.dots().dots();
    QTest::mouseClick(&panel.plot(), Qt::LeftButton, {}, panel.dots().pixelOf(dots[9]).toPoint());
    QCOMPARE(shown.selection().current(), std::optional(dots[9].trial));
    QTest::mouseClick(&panel.plot(), Qt::LeftButton, Qt::ControlModifier, panel.dots().pixelOf(dots[20]).toPoint());
    QCOMPARE(shown.selection().trials(), (Selection::Trials{dots[9].trial, dots[20].trial}));
}

void tst_Views::arrowsGoFromDotToDot()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(40));
    auto& panel = shown.show<HistoryPanel>("history");
    QTRY_COMPARE(panel.dots().dots().size(), std::size_t(35));
    shown.selection().setCurrent(5);
    QTest::keyClick(&panel.plot(), Qt::Key_Right);
    QCOMPARE(shown.selection().current(), std::optional<std::int64_t>(7)); // 6 was pruned
    QTest::keyClick(&panel.plot(), Qt::Key_Left);
    QCOMPARE(shown.selection().current(), std::optional<std::int64_t>(5));
}

void tst_Views::densityPutsTheFavouriteWhereGoodTrialsAre()
{
    ShownPanels shown;
    shown.take(peaked(50, 0.3));
    auto& panel = shown.show<DensityPanel>("density");
    QTRY_VERIFY(panel.info().goodTrials > 0);
    QCOMPARE(panel.info().axis.name, std::string("x"));
    QCOMPARE(panel.info().goodTrials + panel.info().restTrials, 50);
    QVERIFY(std::abs(panel.info().favourite - 0.3) < 0.1);
    const FigureTable table = panel.table();
    QCOMPARE(table.rows.size(), panel.info().x.size());
    const auto top = std::ranges::max_element(table.rows, {}, [](const QVariantList& row) { return row[3].toDouble(); });
    QCOMPARE((*top)[0].toDouble(), panel.info().favourite);
}

void tst_Views::densitySaysWhenTpeHasNotBegun()
{
    ShownPanels shown;
    shown.take(peaked(6, 0.3));
    auto& panel = shown.show<DensityPanel>("density");
    QTRY_VERIFY(emptyText(panel).contains("10"));
    QCOMPARE(panel.plot().plottableCount(), 0);
}

/// With a search lag the next trial knows fewer than have finished: six of them were said to be fewer than four.
void tst_Views::densityNamesTheLag()
{
    ShownPanels shown;
    for (const auto& [key, value] : {std::pair("search-lag", 8), std::pair("tpe-startup-trials", 4)})
        QVERIFY(shown.bench.current().document().set(key, value, "lag"));
    shown.take(peaked(8, 0.3)); // the next one, 8, knows number 0
    auto& panel = shown.show<DensityPanel>("density");
    QTRY_VERIFY(emptyText(panel).contains("lag of 8") && emptyText(panel).contains("1 of 8"));
    shown.take(peaked(16, 0.3));
    QTRY_COMPARE(panel.info().goodTrials + panel.info().restTrials, 9);
    QVERIFY2(panel.scope().contains("9 of 16") && panel.scope().contains("lag of 8"), qPrintable(panel.scope()));
}

/// Of a range without densities it was said that TPE had not begun.
void tst_Views::densitySaysWhyThereIsNone()
{
    ShownPanels shown;
    auto study = peaked(50, 0.3);
    auto endless = std::make_shared<StudyTrial>(*study->trials.back());
    const double infinity = std::numeric_limits<double>::infinity();
    endless->parameters[0].distribution = FloatDistribution{-infinity, infinity, false, {}};
    study->trials.back() = std::move(endless);
    shown.take(study);
    auto& panel = shown.show<DensityPanel>("density");
    QTRY_VERIFY(emptyText(panel).contains("No densities over"));
    QVERIFY(shown.choose("density-parameter", "y"));
    QTRY_VERIFY(panel.info().goodTrials > 0);
}

void tst_Views::viewsOverOneParameterMoveTogether()
{
    ShownPanels shown;
    shown.take(peaked(50, 0.3));
    auto& slice = shown.show<SlicePanel>("slice");
    auto& density = shown.show<DensityPanel>("density");
    QTRY_VERIFY(density.info().goodTrials > 0 && !slice.info().points.empty());
    QCOMPARE(slice.info().axis.name, density.info().axis.name);
    const QCPRange whole = density.plot().xAxis->range();
    slice.plot().navigator().hold(*slice.plot().xAxis, {0.2, 0.4});
    QCOMPARE(density.plot().xAxis->range(), QCPRange(0.2, 0.4));
    density.plot().navigator().reset();
    QCOMPARE(density.plot().xAxis->range(), whole);
    QVERIFY(!slice.plot().navigator().moved());

    QVERIFY(shown.choose("density-parameter", "y"));
    QTRY_COMPARE(density.info().axis.name, std::string("y"));
    slice.plot().navigator().hold(*slice.plot().xAxis, {0.2, 0.4});
    QVERIFY(!density.plot().navigator().moved());
}

void tst_Views::categoriesHaveBars()
{
    ShownPanels shown;
    shown.take(test::searchedStudy(60));
    auto& panel = shown.show<DensityPanel>("density");
    QTRY_COMPARE(panel.info().axis.name, std::string("nodes_0"));
    QVERIFY(shown.choose("density-parameter", "input"));
    QTRY_COMPARE(panel.info().axis.name, std::string("input"));
    QCOMPARE(panel.plot().plottableCount(), 3);
    for (int i = 0; i < 3; ++i) {
        const auto* bars = dynamic_cast<QCPBars*>(panel.plot().plottable(i));
        QVERIFY(bars);
        QCOMPARE(bars->data()->size(), 7);
    }
}

void tst_Views::importanceNamesWhatDecides()
{
    ShownPanels shown;
    shown.take(peaked(80, 0.3));
    auto& panel = shown.show<ImportancePanel>("importance");
    QTRY_VERIFY_WITH_TIMEOUT(panel.info().enough, 20000);
    QCOMPARE(panel.info().entries.front().name, std::string("x"));
    QCOMPARE(panel.table().rows.size(), panel.info().entries.size());
    QVERIFY(panel.scope().contains("200"));
}

/// A row said its name alone.
void tst_Views::importanceSaysItsValuesAtThePointer()
{
    ShownPanels shown;
    shown.take(peaked(80, 0.3));
    auto& panel = shown.show<ImportancePanel>("importance");
    QTRY_VERIFY_WITH_TIMEOUT(panel.info().enough, 20000);
    panel.plot().replot();
    for (std::size_t row = 0; row < panel.info().entries.size(); ++row) {
        const ImportanceInfo::Entry& entry = panel.info().entries[row];
        const QString said = QStringLiteral("%1: %2, between %3 and %4 over bootstraps")
                                 .arg(QString::fromStdString(entry.name), quantityText(entry.importance, 2), quantityText(entry.low, 2),
                                      quantityText(entry.high, 2));
        const QPoint place(panel.plot().axisRect()->left() + 5, int(std::lround(panel.plot().yAxis->coordToPixel(double(row)))));
        QCOMPARE(panel.plot().saysAt(place), said);
        QHelpEvent asked(QEvent::ToolTip, place, panel.plot().mapToGlobal(place));
        QCoreApplication::sendEvent(&panel.plot(), &asked);
        QCOMPARE(QToolTip::text(), said);
    }
    QToolTip::hideText();
}

void tst_Views::importanceSaysWhenTrialsAreTooFew()
{
    ShownPanels shown;
    shown.take(peaked(6, 0.3));
    auto& panel = shown.show<ImportancePanel>("importance");
    QTRY_VERIFY(emptyText(panel).contains("6"));
    QVERIFY(!panel.plot().isVisible());
    auto tied = peaked(3, 0.3); // of three the best tenth is one, whether another equals it or not
    for (auto& trial : tied->trials) {
        auto changed = std::make_shared<StudyTrial>(*trial);
        changed->value = changed->number == 1 ? 0.278 : 0.389;
        trial = changed;
    }
    shown.take(tied);
    QTRY_VERIFY(emptyText(panel).startsWith("3 complete trial(s): too few"));
    QVERIFY(!panel.plot().isVisible());
}

/// In the first forty trials x decides, in the others y.
void tst_Views::importanceIsOfTheTrialsThatTheFilterKeeps()
{
    auto study = std::make_shared<StudySnapshot>();
    Selection::Trials first, second;
    for (int i = 0; i < 80; ++i) {
        auto trial = std::make_shared<StudyTrial>();
        trial->number = i;
        trial->state = TrialState::Complete;
        const double x = (i * 7 % 80 + 0.5) / 80, y = (i * 11 % 80 + 0.5) / 80;
        trial->value = 1.0 - std::abs((i < 40 ? x : y) - 0.3);
        trial->parameters = {{"x", FloatDistribution{0.0, 1.0, false, {}}, x}, {"y", FloatDistribution{0.0, 1.0, false, {}}, y}};
        study->trials.push_back(std::move(trial));
        (i < 40 ? first : second).insert(i);
    }
    ShownPanels shown;
    shown.take(study);
    auto& panel = shown.show<ImportancePanel>("importance");
    QTRY_COMPARE_WITH_TIMEOUT(panel.info().trials, 80, 20000);
    QVERIFY(!panel.scope().contains("80"));
    shown.selection().setLine("#0..39", first);
    QTRY_VERIFY_WITH_TIMEOUT(panel.scope().startsWith("of 40 of 80 trials"), 20000);
    QCOMPARE(panel.info().entries.front().name, std::string("x"));
    QVERIFY(panel.summary().startsWith("The filter keeps 40 of 80 complete trial(s)."));
    shown.selection().setLine("#40..79", second);
    QTRY_VERIFY_WITH_TIMEOUT(panel.info().entries.front().name == "y", 20000);
    QCOMPARE(panel.info().trials, 40);
    shown.selection().setLine("#1,2", Selection::Trials{1, 2});
    QTRY_VERIFY(emptyText(panel).startsWith("The filter keeps 2 of 80 complete trial(s). That is too few"));
    QVERIFY(!panel.plot().isVisible());
    shown.selection().setLine("#99", Selection::Trials{});
    QTRY_VERIFY(emptyText(panel).startsWith("The filter keeps 0 of 80 complete trial(s)."));
    shown.selection().showAll();
    QTRY_VERIFY_WITH_TIMEOUT(panel.plot().isVisible(), 20000);
    QCOMPARE(panel.info().trials, 80);
    QVERIFY(!panel.scope().contains("80"));
}

/// TPE draws by every trial, whatever the user looks at.
void tst_Views::densitySaysThatNoFilterChangesIt()
{
    ShownPanels shown;
    shown.take(peaked(50, 0.3));
    auto& panel = shown.show<DensityPanel>("density");
    QTRY_VERIFY(panel.info().goodTrials > 0);
    const QString before = panel.scope();
    const std::vector<double> good = panel.info().good;
    shown.selection().setLine("#1", Selection::Trials{1});
    QCOMPARE(panel.scope(), "unfiltered, as TPE sees the trials · " + before);
    QCoreApplication::processEvents();
    QCOMPARE(panel.info().good, good);
    QCOMPARE(panel.info().goodTrials + panel.info().restTrials, 50);
    shown.take(peaked(51, 0.3)); // drawn again, and still said
    QTRY_COMPARE(panel.info().goodTrials + panel.info().restTrials, 51);
    QCOMPARE(panel.scope(), "unfiltered, as TPE sees the trials · " + before);
    shown.selection().showAll();
    QCOMPARE(panel.scope(), before);
}

void tst_Views::sliceHasOneMedianACategory()
{
    ShownPanels shown;
    const auto study = test::searchedStudy(200);
    shown.take(study);
    auto& panel = shown.show<SlicePanel>("slice");
    QTRY_COMPARE(panel.info().parts.size(), std::size_t(7));
    QVERIFY(panel.title().contains("input layer"));
    for (const SliceInfo::Part& part : panel.info().parts) {
        std::vector<double> values;
        for (const auto& trial : study->trials)
            for (const Parameter& parameter : trial->parameters)
                if (trial->state == TrialState::Complete && parameter.name == "input" && parameter.value == part.low)
                    values.push_back(*trial->value);
        std::ranges::sort(values);
        QCOMPARE(std::size_t(part.n), values.size());
        QCOMPARE(part.median, (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2.0);
    }
}

void tst_Views::jitterIsTheTrialsOwn()
{
    for (std::int64_t trial = 0; trial < 1000; ++trial) {
        QVERIFY(jitter(trial) >= -1.0 && jitter(trial) < 1.0);
        QVERIFY(std::abs(jitter(trial) - jitter(trial + 1)) > 0.1);
    }
}

QTEST_MAIN(tst_Views)
#include "tst_views.moc"
