// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HeldOutStudy.h"
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/search/AxisText.h"
#include "widgets/search/ColumnAxes.h"
#include "widgets/search/IntermediatePanel.h"
#include "widgets/search/LandscapePanel.h"
#include "widgets/search/ParallelPanel.h"
#include "widgets/search/ParallelPlot.h"
#include "widgets/search/RankPanel.h"
#include "widgets/search/SlicePanel.h"
#include "widgets/search/TimelinePanel.h"

#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>

using namespace reweigh;
using test::ShownPanels;

/// Rank, intermediate values, timeline, and columns of the table as axes.
class tst_TrialViews : public QObject {
    Q_OBJECT

    /// Two workers: trials 0 and 1 begin at once, 2 follows 1; 2 was pruned.
    static std::shared_ptr<StudySnapshot> timed()
    {
        auto study = std::make_shared<StudySnapshot>();
        study->file = "/somewhere/optuna.db";
        const int times[][2] = {{0, 10}, {0, 4}, {4, 9}};
        for (int i = 0; i < 3; ++i) {
            auto trial = std::make_shared<StudyTrial>();
            trial->number = i;
            trial->state = i == 2 ? TrialState::Pruned : TrialState::Complete;
            trial->value = i;
            trial->started = Timestamp(std::chrono::seconds(times[i][0]));
            trial->finished = Timestamp(std::chrono::seconds(times[i][1]));
            trial->parameters = {{"x", FloatDistribution{0.0, 1.0, false, {}}, 0.1 * i}};
            study->trials.push_back(std::move(trial));
        }
        return study;
    }
    /// The texts of an SVG file, in the order in which they are drawn.
    static QStringList textsOf(const QString& file)
    {
        QFile written(file);
        if (!written.open(QIODevice::ReadOnly))
            return {};
        QStringList texts;
        QXmlStreamReader svg(written.readAll());
        while (!svg.atEnd())
            if (svg.readNext() == QXmlStreamReader::StartElement && svg.name() == QLatin1String("text"))
                texts << svg.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        return texts;
    }
    /// Clicks on a dot; returns the trial that is meant, which may be of another dot on the same pixel.
    template <typename View> static std::optional<std::int64_t> click(View& view, const TrialDots::Dot& dot)
    {
        const QPoint place = view.dots().pixelOf(dot).toPoint();
        QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, place);
        const auto nearest = view.dots().nearest(place);
        return nearest ? std::optional(nearest->trial) : std::nullopt;
    }

    /// What is written in parallel coordinates of forty trials as a figure of a column's width; empty if there is no such figure.
    static QStringList textsInAColumn(ShownPanels& shown, const char* id = "parallel")
    {
        shown.take(test::searchedStudy(40));
        auto& lines = shown.show(id);
        const QTemporaryDir folder;
        const QString file = folder.filePath("column.svg");
        if (!QTest::qWaitFor([&] { return !lines.table().rows.empty(); })
            || !exportFigure(lines, shown.bench.current(), std::filesystem::path(file.toStdString()), {.width = columnInches}))
            return {};
        return textsOf(file);
    }

private Q_SLOTS:
    void rankPutsTheBestAtOne()
    {
        ShownPanels shown;
        const auto study = test::searchedStudy(40);
        shown.take(study);
        auto& panel = shown.show<RankPanel>("rank");
        QTRY_COMPARE(panel.points().size(), std::size_t(35)); // 5 of 40 were pruned
        for (const RankPanel::Point& point : panel.points()) {
            const auto better = std::ranges::count_if(
                study->trials, [&](const auto& trial) { return trial->state == TrialState::Complete && *trial->value > point.value; });
            QCOMPARE(point.share, 1.0 - double(better) / 34.0);
            QCOMPARE(point.value, *study->trial(point.trial)->value);
        }
        const auto dots = panel.dots().dots();
        QTRY_VERIFY(panel.plot().axisRect()->width() > 100);
        const auto clicked = click(panel, dots[4]);
        QVERIFY(clicked);
        QCOMPARE(shown.selection().current(), clicked);
    }

    /// Of images that nobody has checked every view of values says so, and that of times has nothing to say.
    void whatTheViewsStandOn()
    {
        ShownPanels shown;
        auto study = test::searchedStudy(40);
        study->facts->fingerprint = test::fingerprintWith(test::uncheckedLabels);
        shown.take(study);
        for (const Panel* panel : shown.panels)
            QVERIFY2(panel->heldOut() == (panel->id() == QLatin1String("timeline") ? QString() : QString::fromLatin1(test::uncheckedWords)),
                     qPrintable(panel->id()));
        auto& panel = shown.show("rank");
        auto* line = panel.findChild<QLabel*>("panelHeldOut");
        QTRY_VERIFY(line->isVisible());
        QCOMPARE(line->text(), QString::fromLatin1(test::uncheckedWords));
    }

    void rankOverColumns()
    {
        ShownPanels shown;
        shown.take(test::searchedStudy(40));
        auto& panel = shown.show<RankPanel>("rank");
        QTRY_VERIFY(!panel.points().empty());
        QVERIFY(shown.choose("rank-x", "column/number"));
        QTRY_COMPARE(panel.table().header[1], QStringLiteral("column/number"));
        for (const RankPanel::Point& point : panel.points())
            QCOMPARE(point.x, double(point.trial));
        QVERIFY(shown.choose("rank-y", "column/test-accuracy")); // which these trials have not stored
        auto* empty = panel.findChild<QLabel*>("panelEmpty");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(empty->text().contains(QStringLiteral("test accuracy")));
        QVERIFY(!panel.hasContent());
    }

    void intermediateValues()
    {
        ShownPanels shown;
        shown.take(test::searchedStudy(40));
        auto& panel = shown.show<IntermediatePanel>("intermediate");
        QTRY_COMPARE(panel.dots().dots().size(), std::size_t(40));
        QCOMPARE(std::ranges::count_if(panel.dots().dots(), [](const auto& dot) { return dot.cross; }), std::ptrdiff_t(5));
        QCOMPARE(panel.table().rows.size(), std::size_t(80)); // two epochs each
        QCOMPARE(panel.dots().dots()[3].x, 2.0);
        QVERIFY(panel.scope().startsWith("40 "));
        QTRY_VERIFY(panel.plot().axisRect()->width() > 100);
        const auto clicked = click(panel, panel.dots().dots()[7]);
        QVERIFY(clicked);
        QCOMPARE(shown.selection().current(), clicked);
    }

    /// Reports that are no numbers are gaps, and a study that reported nothing says so.
    void intermediateValuesWithGaps()
    {
        ShownPanels shown;
        auto study = timed();
        shown.take(study);
        auto& panel = shown.show<IntermediatePanel>("intermediate");
        auto* empty = panel.findChild<QLabel*>("panelEmpty");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(!panel.hasContent());
        study = timed();
        auto trial = std::make_shared<StudyTrial>(*study->trials[0]);
        trial->intermediate = {{1, 0.5}, {2, std::nan("")}, {3, 0.7}};
        study->trials[0] = trial;
        shown.take(study);
        QTRY_COMPARE(panel.dots().dots().size(), std::size_t(1));
        QCOMPARE(panel.dots().dots()[0].y, 0.7);
        QVERIFY(panel.plot().yAxis->range().contains(0.5) && panel.plot().yAxis->range().contains(0.7));
    }

    /// A report of infinity was a gap, too.
    void infiniteReportsStandAtTheEdge()
    {
        ShownPanels shown;
        auto study = timed();
        auto trial = std::make_shared<StudyTrial>(*study->trials[0]);
        trial->intermediate = {{1, 0.5}, {2, std::numeric_limits<double>::infinity()}, {3, 0.7}};
        study->trials[0] = trial;
        shown.take(study);
        auto& panel = shown.show<IntermediatePanel>("intermediate");
        QTRY_COMPARE(panel.dots().dots().size(), std::size_t(1));
        const QCPRange seen = panel.plot().yAxis->range();
        QVERIFY(seen.contains(0.5) && seen.contains(0.7) && seen.upper < 1.0);
        std::vector<double> second;
        for (int i = 0; i < panel.plot().plottableCount(); ++i)
            if (auto* curve = qobject_cast<QCPCurve*>(panel.plot().plottable(i)))
                for (const QCPCurveData& point : *curve->data())
                    if (point.key == 2.0)
                        second.push_back(point.value);
        QCOMPARE(second, std::vector<double>{seen.upper});
    }

    void timelineHasALaneForEachWorker()
    {
        ShownPanels shown;
        shown.take(timed());
        auto& panel = shown.show<TimelinePanel>("timeline");
        QTRY_COMPARE(panel.info().bars.size(), std::size_t(3));
        QCOMPARE(panel.info().lanes, 2);
        QCOMPARE(panel.table().rows[2], (QVariantList{qlonglong(2), 4.0, 9.0, 2, 1}));
        QVERIFY(panel.scope().contains(QStringLiteral("95 %"))); // 19 of 20 s
        const auto dots = panel.dots().dots();
        QVERIFY(dots[2].cross);
        QTRY_VERIFY(panel.plot().axisRect()->width() > 100);
        QCOMPARE(click(panel, dots[0]), std::optional<std::int64_t>(0));
        QCOMPARE(shown.selection().current(), std::optional<std::int64_t>(0));
    }

    void columnsAreAxes()
    {
        ShownPanels shown;
        shown.take(timed());
        auto& slice = shown.show<SlicePanel>("slice");
        QTRY_COMPARE(slice.info().axis.name, std::string("x")); // a parameter first
        QVERIFY(shown.choose("slice-parameter", "column/seconds"));
        QTRY_COMPARE(slice.info().axis.name, std::string("column/seconds"));
        QCOMPARE(slice.info().points.size(), std::size_t(2));
        QCOMPARE(slice.info().points[0].at, 10.0);
        QCOMPARE(slice.info().points[1].at, 4.0);
        QCOMPARE(slice.info().axis.low, 4.0);
        QCOMPARE(slice.info().axis.high, 10.0);
        slice.hide();

        shown.take(test::searchedStudy(40));
        auto& map = shown.show("landscape");
        QTRY_VERIFY(!map.table().rows.empty());
        QVERIFY(shown.choose("landscape-x", "column/number"));
        QTRY_COMPARE(map.table().header[0], QStringLiteral("column/number"));
        int counted = 0;
        for (const QVariantList& row : map.table().rows)
            counted += row[2].toInt();
        QCOMPARE(counted, 35);
        map.hide();

        auto& lines = shown.show("parallel", {1000, 420});
        QTRY_VERIFY(lines.table().rows.size() == 35);
        QVERIFY(!lines.table().header.contains("column/number"));
        Q_EMIT shown.window.findChild<QMenu*>("parallel-columns")->aboutToShow();
        QVERIFY(shown.choose("parallel-columns", "column/number"));
        QTRY_VERIFY(lines.table().header.contains("column/number"));
        QCOMPARE(lines.table().header.back(), QStringLiteral("value"));
        const auto at = lines.table().header.indexOf("column/number");
        for (const QVariantList& row : lines.table().rows)
            QCOMPARE(row[at].toDouble(), row[0].toDouble());
    }

    /// The value's axis is the last one, and was cut off in figures.
    void theLastAxisIsNamedInFigures()
    {
        ShownPanels shown;
        shown.take(timed());
        auto& lines = shown.show("parallel");
        QTRY_COMPARE(lines.table().rows.size(), std::size_t(2));
        QTemporaryDir folder;
        const QString file = folder.filePath("parallel.svg");
        QVERIFY(exportFigure(lines, shown.bench.current(), std::filesystem::path(file.toStdString())));
        const QStringList texts = textsOf(file);
        QVERIFY2(texts.contains(QStringLiteral("x")) && texts.contains(QStringLiteral("value")), qPrintable(texts.join('|')));
    }

    /// Eleven axes in a column: no number is cut, and no name to letters that say nothing.
    void valuesInAColumnAreReadable()
    {
        ShownPanels shown;
        const QStringList texts = textsInAColumn(shown);
        QVERIFY(!texts.empty());
        const QRegularExpression cut(QStringLiteral("^(\\d[\\d.]*|l|lo|los|log|s|st|sta|so|sof)…$"));
        for (const QString& text : texts)
            QVERIFY2(!cut.match(text).hasMatch(), qPrintable(text));
        QVERIFY(texts.size() > 5);
    }

    /// Of values that a column has no room for beside their axes, some were cut, and "+3" stood for the others; they are turned, or have
    /// numbers whose names stand below.
    void everyValueInAColumnIsNamed()
    {
        ShownPanels shown;
        const QStringList texts = textsInAColumn(shown);
        QVERIFY(!texts.empty());
        for (const QString& text : texts)
            QVERIFY2(!text.contains(QChar(0x2026)) && !text.startsWith(QLatin1Char('+')), qPrintable(text));
        int numbered = 0;
        for (const ParameterAxis& axis : shown.window.findChild<ParallelPlot*>("parallel-plot")->info().axes) {
            if (!axis.categorical) {
                for (const double end : {axis.low, axis.high}) {
                    const QString word = axis.name.empty() ? objectiveValueText(end) : quantityText(end);
                    QVERIFY2(texts.contains(word), qPrintable(word + " of " + QString::fromStdString(axis.name)));
                }
                continue;
            }
            for (std::size_t i = 0; i < axis.categories.size(); ++i) {
                const QString whole = axisValueText(axis, double(i)), number = QString::number(i + 1);
                if (texts.contains(whole))
                    continue;
                QString said = QStringLiteral("%1 %2").arg(number, whole);
                said.replace(QLatin1Char(' '), QChar(QChar::Nbsp));
                QVERIFY2(texts.contains(number) && texts.join(QLatin1Char(' ')).contains(said),
                         qPrintable(said + " in " + texts.join('|')));
                ++numbered;
            }
        }
        QVERIFY(numbered >= 7); // the inputs
    }

    /// Of values that have no place, such as -1 on a logarithmic axis, the part of the axis was looked for all the same.
    void valuesWithoutAPlace()
    {
        auto study = timed();
        for (const double x : {-1.0, std::nan(""), 0.5}) {
            auto trial = std::make_shared<StudyTrial>(*study->trials[1]);
            trial->number = std::int64_t(study->trials.size());
            trial->parameters = {{"x", FloatDistribution{1e-4, 1.0, true, {}}, x}};
            study->trials.push_back(std::move(trial));
        }
        const ParameterAxis axis{.name = "x", .log = true, .low = 1e-4, .high = 1.0};
        const SliceInfo info = sliceInfo(trialRefs(study->trials), axis);
        QCOMPARE(info.points.size(), std::size_t(3)); // those of trials 0, at the lower end, 1 and 5
        QCOMPARE(info.points.back().trial, std::int64_t(5));
        int counted = 0;
        for (const SliceInfo::Part& part : info.parts)
            counted += part.n;
        QCOMPARE(counted, 3);
    }

    /// Names of axes were cut: what is too long for two levels of two lines is turned, and the figure is higher by it.
    void everyAxisInAColumnIsNamed()
    {
        ShownPanels shown;
        const QStringList texts = textsInAColumn(shown);
        QVERIFY(!texts.empty());
        const auto& plot = *shown.window.findChild<ParallelPlot*>("parallel-plot");
        const QFontMetricsF metrics(Theme::instance().scopeFont());
        double longest = 0.0;
        for (const ParameterAxis& axis : plot.info().axes) {
            const QString name = axis.name.empty() ? objectiveText(*shown.bench.current().snapshot()) : parameterText(axis.name);
            QVERIFY2(texts.contains(name), qPrintable(name + " in " + texts.join('|')));
            longest = std::max(longest, metrics.horizontalAdvance(name));
        }
        QVERIFY(plot.figureHeight(300) >= longest + 12 * metrics.height());
        QVERIFY(plot.figureHeight(2000) < longest + 12 * metrics.height()); // there they stand beside each other
    }

    /// "validation accur…" and "loss + pe…e + label" were all that a column said of the best value's axis and of an input.
    void namesInAColumnAreWhole()
    {
        for (const char* id : {"history", "intermediate", "slice"}) {
            ShownPanels shown;
            const QStringList texts = textsInAColumn(shown, id);
            QVERIFY2(texts.size() > 3, id);
            for (const QString& text : texts)
                QVERIFY2(!text.contains(QChar(0x2026)), qPrintable(id + (": " + text)));
        }
    }

    /// As wide as a column and in 9 pt, the landscape had no scale of its colours.
    void theLandscapeInAColumnHasItsScale()
    {
        ShownPanels shown;
        shown.take(test::searchedStudy(120));
        auto& panel = shown.show("landscape");
        const auto& map = *panel.findChild<LandscapeMap*>("landscape-map");
        QTRY_VERIFY(!map.view().info.cells.empty());
        QVERIFY(shown.choose("landscape-y", "input")); // long names of rows leave a narrow map
        QTRY_COMPARE(map.view().info.y.axis.name, std::string("input"));
        Theme::instance().setPaper(9.0);
        const auto screen = qScopeGuard([] { Theme::instance().setPaper(std::nullopt); });
        QVERIFY(panel.figureHeight(240) >= (7 + 3) * QFontMetrics(Theme::instance().scopeFont()).height());
        const QTemporaryDir folder;
        const QString file = folder.filePath("landscape.svg");
        for (const double height : {0.0, 1.9}) { // as high as it needs, and lower
            QVERIFY(exportFigure(panel, shown.bench.current(), std::filesystem::path(file.toStdString()),
                                 {.width = columnInches, .height = height, .font = 9.0}));
            const QStringList texts = textsOf(file);
            for (const double end : {map.view().low, map.view().high})
                QVERIFY2(texts.contains(objectiveValueText(end)), qPrintable(texts.join('|')));
        }
    }

    void rangesOfColumns()
    {
        const auto study = timed();
        const TrialRefs trials = trialRefs(study->trials);
        const auto axes = plotAxes(*study);
        std::vector<std::string> names;
        for (const ParameterAxis& axis : axes)
            names.push_back(axis.name);
        QCOMPARE(names, (std::vector<std::string>{"x", "column/number", "column/value", "column/seconds"})); // no facts: no column of ours
        const ParameterAxis number = withRange(axes[1], trials);
        QCOMPARE(number.low, 0.0);
        QCOMPARE(number.high, 1.0); // trial 2 was pruned
        const ParameterAxis one = withRange(axes[1], {trials[1]});
        QCOMPARE(one.low, 0.0);
        QCOMPARE(one.high, 2.0);
        QCOMPARE(withRange(axes[0], trials).high, axes[0].high);
    }
};

QTEST_MAIN(tst_TrialViews)
#include "tst_trialviews.moc"
