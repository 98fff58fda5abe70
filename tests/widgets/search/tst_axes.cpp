// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/panel/ParameterText.h"
#include "widgets/search/AxisChoice.h"
#include "widgets/search/ColumnAxes.h"
#include "widgets/search/HistoryPanel.h"
#include "widgets/search/RankPanel.h"
#include "widgets/search/SlicePanel.h"

#include <QLabel>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace reweigh;
using test::ShownPanels;

/// Columns of the table as axes, in the history too.
class tst_ColumnAxes : public QObject {
    Q_OBJECT

    struct Timed {
        int begun, ended; ///< seconds
        double value;
        TrialState state = TrialState::Complete;
    };
    /// Trial 3 was queued, and began before trial 1.
    static std::shared_ptr<StudySnapshot> timed()
    {
        auto study = std::make_shared<StudySnapshot>();
        study->file = "/somewhere/optuna.db";
        for (const Timed& of :
             {Timed{100, 110, 0.5}, Timed{104, 108, 0.7}, Timed{108, 109, 0.6, TrialState::Pruned}, Timed{102, 122, 0.6}}) {
            auto trial = std::make_shared<StudyTrial>();
            trial->number = std::int64_t(study->trials.size());
            trial->state = of.state;
            trial->value = of.value;
            trial->started = Timestamp(std::chrono::seconds(of.begun));
            trial->finished = Timestamp(std::chrono::seconds(of.ended));
            trial->parameters = {{"x", FloatDistribution{0.0, 1.0, false, {}}, 0.1 * double(trial->number)}};
            study->trials.push_back(std::move(trial));
        }
        return study;
    }
    /// Of this program, with a network of its own for each trial. That of trial 1 was trained again.
    static std::shared_ptr<StudySnapshot> retrained()
    {
        auto study = std::make_shared<StudySnapshot>();
        study->facts = StudyFacts();
        for (int number = 0; number < 3; ++number) {
            auto trial = std::make_shared<StudyTrial>();
            trial->number = number;
            trial->state = TrialState::Complete;
            trial->value = 0.8 + 0.01 * number;
            TrialFacts facts{.metaLr = 0.01};
            facts.architecture.hidden = {8 << number};
            trial->userAttributes = toAttributes(facts);
            study->trials.push_back(std::move(trial));
        }
        VariantResult again{.asked = {.name = "searched", .base = "searched"}, .weighted = true};
        again.metaNet.hidden = {16};
        again.metaLr = 0.01;
        for (const double value : {0.80, 0.82}) {
            again.runs.push_back({.seed = int(again.runs.size()) + 1});
            again.runs.back().metrics["validation.accuracy"].meanOfLast = value;
        }
        study->variants = {again};
        return study;
    }
    /// "good" is maximised, "time" minimised.
    static std::shared_ptr<StudySnapshot> twofold(const std::vector<std::vector<double>>& objectives)
    {
        auto study = std::make_shared<StudySnapshot>();
        study->file = "/somewhere/optuna.db";
        study->directions = {Direction::Maximize, Direction::Minimize};
        study->objectiveNames = {"good", "time"};
        for (const std::vector<double>& values : objectives) {
            auto trial = std::make_shared<StudyTrial>();
            trial->number = std::int64_t(study->trials.size());
            trial->state = TrialState::Complete;
            trial->objectives = values;
            trial->parameters = {{"x", FloatDistribution{0.0, 1.0, false, {}}, 0.1 * double(trial->number)}};
            study->trials.push_back(std::move(trial));
        }
        return study;
    }
    static std::vector<std::int64_t> trialsOf(const TrialDots& dots)
    {
        std::vector<std::int64_t> trials;
        for (const TrialDots::Dot& dot : dots.dots())
            trials.push_back(dot.trial);
        return trials;
    }
    static QVariantList column(const FigureTable& table, int at)
    {
        QVariantList values;
        for (const QVariantList& row : table.rows)
            values << row[at];
        return values;
    }
    static const ParameterAxis& named(const std::vector<ParameterAxis>& axes, const std::string& name)
    {
        const auto found = std::ranges::find(axes, name, &ParameterAxis::name);
        if (found == axes.end())
            qFatal("no axis %s", name.c_str());
        return *found;
    }

private Q_SLOTS:
    void historyOverOtherColumns()
    {
        using Numbers = std::vector<std::int64_t>;
        ShownPanels shown;
        shown.take(timed());
        auto& panel = shown.show<HistoryPanel>("history");
        QTRY_COMPARE(panel.table().header, (QStringList{"trial", "value", "best"}));
        QTRY_COMPARE(column(panel.table(), 2), (QVariantList{0.5, 0.7, 0.7}));
        QCOMPARE(panel.plot().xAxis->label(), QStringLiteral("trial"));

        QVERIFY(shown.choose("history-y", "column/seconds"));
        QTRY_COMPARE(panel.table().header, (QStringList{"trial", "column/seconds"})); // no time is the best one
        QCOMPARE(column(panel.table(), 1), (QVariantList{10.0, 4.0, 20.0}));
        QCOMPARE(panel.scope(), QStringLiteral("each trial"));
        QVERIFY(panel.summary().contains("time of the trial (s) from 4 to 20"));
        QVERIFY(panel.plot().yAxis->range().contains(4.0) && panel.plot().yAxis->range().contains(20.0));
        QCOMPARE(trialsOf(panel.dots()), (Numbers{0, 1, 3}));

        QVERIFY(shown.choose("history-x", "column/begun"));
        QTRY_COMPARE(panel.table().header, (QStringList{"trial", "column/begun", "column/seconds"}));
        QCOMPARE(column(panel.table(), 1), (QVariantList{0.0, 2.0, 4.0}));
        QCOMPARE(trialsOf(panel.dots()), (Numbers{0, 3, 1}));
        QCOMPARE(panel.dots().dots()[1].x, 2.0);
        QCOMPARE(panel.plot().xAxis->label(), QStringLiteral("seconds since the first trial began"));
        for (QAction* action : panel.menu().actions())
            if (action->objectName() == "history-pruned")
                action->trigger();
        QTRY_COMPARE(trialsOf(panel.dots()), (Numbers{0, 3, 1, 2}));
        QVERIFY(panel.dots().dots()[3].cross);
        QCOMPARE(panel.dots().dots()[3].y, 1.0);

        QVERIFY(shown.choose("history-y", "column/value"));
        QTRY_COMPARE(panel.table().header, (QStringList{"trial", "column/begun", "value", "best"}));
        QCOMPARE(column(panel.table(), 3), (QVariantList{0.5, 0.6, 0.7})); // in the order of their beginnings
        QCOMPARE(QSettings().value("view/history/x").toString(), QString("column/begun"));
        QCOMPARE(QSettings().value("view/history/y").toString(), QString("column/value"));
    }

    /// Minutes and hours, as in the timeline.
    /// The values are there; what is missing is the time at which the trials began.
    void historyWithoutTimes()
    {
        ShownPanels shown;
        shown.take(twofold({{0.5, 9.0}, {0.7, 8.0}}));
        auto& panel = shown.show<HistoryPanel>("history");
        QTRY_COMPARE(trialsOf(panel.dots()).size(), std::size_t(2));
        QVERIFY(shown.choose("history-x", "column/begun"));
        const auto* empty = panel.findChild<QLabel*>("panelEmpty");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY2(empty->text().startsWith(QStringLiteral("No complete trial that has “good” says when it began")),
                 qPrintable(empty->text()));
        QVERIFY(shown.choose("history-x", "column/number"));
        QTRY_VERIFY(!empty->isVisible());
    }

    void historyOverHours()
    {
        ShownPanels shown;
        auto study = timed();
        auto late = std::make_shared<StudyTrial>(*study->trials[3]);
        late->number = 4;
        late->started = Timestamp(std::chrono::seconds(100 + 3 * 3600));
        study->trials.push_back(late);
        shown.take(study);
        auto& panel = shown.show<HistoryPanel>("history");
        QTRY_VERIFY(!panel.dots().dots().empty());
        QVERIFY(shown.choose("history-x", "column/begun"));
        QTRY_COMPARE(panel.plot().xAxis->label(), QStringLiteral("hours since the first trial began"));
        QCOMPARE(panel.dots().dots().back().x, 3.0);
        QVERIFY(panel.plot().xAxis->range().contains(3.0) && panel.plot().xAxis->range().upper < 4.0);
        QCOMPARE(panel.table().rows.back()[1].toDouble(), 3.0 * 3600.0); // written in seconds
    }

    void freshSeeds()
    {
        const auto study = retrained();
        const auto axes = plotAxes(*study);
        const ParameterAxis& fresh = named(axes, "column/fresh-seeds");
        QCOMPARE(fresh.read(*study->trials[1]).value_or(0.0), 0.81);
        QVERIFY(!fresh.read(*study->trials[0]) && !fresh.read(*study->trials[2]));
        study->variants[0].asked.settings["epochs"] = 1; // another training than the trial's
        QVERIFY(!named(plotAxes(*study), "column/fresh-seeds").read(*study->trials[1]));

        ShownPanels shown;
        shown.take(retrained());
        auto& panel = shown.show<HistoryPanel>("history");
        QTRY_COMPARE(panel.dots().dots().size(), std::size_t(3));
        QVERIFY(shown.choose("history-y", "column/fresh-seeds"));
        QTRY_COMPARE(panel.dots().dots().size(), std::size_t(1));
        QCOMPARE(panel.dots().dots()[0].y, 0.81);
        QCOMPARE(panel.dots().dots()[0].x, 1.0);
        auto none = retrained();
        none->variants.clear();
        shown.take(none);
        auto* empty = panel.findChild<QLabel*>("panelEmpty");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(empty->text().contains("mean over fresh seeds"));
        panel.hide();

        auto& slice = shown.show<SlicePanel>("slice");
        QTRY_VERIFY(!slice.info().axis.name.empty());
        QVERIFY(shown.choose("slice-parameter", "column/fresh-seeds"));
        empty = slice.findChild<QLabel*>("panelEmpty");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(empty->text().contains("mean over fresh seeds"));
    }

    void theValueIsAnAxis()
    {
        ShownPanels shown;
        const auto study = test::searchedStudy(40);
        shown.take(study);
        auto& rank = shown.show<RankPanel>("rank");
        QTRY_VERIFY(!rank.points().empty());
        QVERIFY(shown.choose("rank-y", "column/value"));
        QTRY_COMPARE(rank.table().header[2], QStringLiteral("column/value"));
        for (const RankPanel::Point& point : rank.points())
            QCOMPARE(point.y, *study->trial(point.trial)->value);
        rank.hide();
        auto& slice = shown.show<SlicePanel>("slice");
        QTRY_VERIFY(!slice.info().points.empty());
        QVERIFY(shown.choose("slice-parameter", "column/value"));
        QTRY_COMPARE(slice.info().axis.name, std::string("column/value"));
        QCOMPARE(slice.title(), QStringLiteral("By value of the trial"));
        QCOMPARE(slice.info().points.size(), std::size_t(35));
        slice.hide();
        auto& map = shown.show("landscape");
        QTRY_VERIFY(!map.table().rows.empty());
        QVERIFY(shown.choose("landscape-x", "column/value"));
        QTRY_COMPARE(map.table().header[0], QStringLiteral("column/value"));
        int counted = 0;
        for (const QVariantList& row : map.table().rows)
            counted += row[2].toInt();
        QCOMPARE(counted, 35);
        QVERIFY(shown.choose("landscape-x", "column/test-accuracy")); // which these trials have not stored
        auto* empty = map.findChild<QLabel*>("panelEmpty");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(empty->text().contains("test accuracy"));
        map.hide();
        shown.show("parallel", {1000, 420}); // which has the value's axis always
        Q_EMIT shown.window.findChild<QMenu*>("parallel-columns")->aboutToShow();
        QVERIFY(!shown.choose("parallel-columns", "column/value"));
        QVERIFY(shown.choose("parallel-columns", "column/fresh-seeds"));
    }

    /// Optuna allows a parameter whose name is empty. It was taken for what is chosen as long as nobody has, and stood on both axes.
    void aNameMayBeEmpty()
    {
        auto study = timed();
        for (auto& trial : study->trials) {
            auto longer = std::make_shared<StudyTrial>(*trial);
            longer->parameters.push_back({"", FloatDistribution{0.0, 1.0, false, {}}, 0.9 - 0.2 * double(trial->number)});
            trial = std::move(longer);
        }
        ShownPanels shown;
        shown.take(study);
        auto& rank = shown.show<RankPanel>("rank");
        QTRY_VERIFY(!rank.points().empty());
        QCOMPARE(rank.table().header.mid(1, 2), (QStringList{"", "x"})); // nothing is chosen: the first two
        QVERIFY(shown.choose("rank-y", ""));
        QTRY_COMPARE(rank.table().header.mid(1, 2), (QStringList{"x", ""}));
        for (const RankPanel::Point& point : rank.points())
            QCOMPARE(point.y, 0.9 - 0.2 * double(point.trial));
        rank.hide();
        auto& map = shown.show("landscape");
        QTRY_VERIFY(!map.table().rows.empty());
        QCOMPARE(map.table().header.first(2), (QStringList{"", "x"}));

        // The choice is kept, as is one of an earlier version, which was a text.
        QMenu menu;
        QVERIFY(AxisChoice("rank/y", "Upwards", {}, menu, nullptr).wish().chosen == std::optional<std::string>(""));
        QVERIFY(!AxisChoice("rank/x", "Across", {}, menu, nullptr).wish().chosen);
        QSettings().setValue("view/rank/x", QStringLiteral("meta_lr"));
        QVERIFY(AxisChoice("rank/x", "Across", {}, menu, nullptr).wish().chosen == std::optional<std::string>("meta_lr"));
    }

    /// An infinite value has no place within a range, and leaves that of the others.
    void rangesAreFinite()
    {
        auto study = timed();
        auto trial = std::make_shared<StudyTrial>(*study->trials[1]);
        trial->value = INFINITY;
        study->trials[1] = trial;
        const ParameterAxis value = withRange(named(plotAxes(*study), "column/value"), trialRefs(study->trials));
        QCOMPARE(value.low, 0.5);
        QCOMPARE(value.high, 0.6);
        const auto huge = twofold({{-1.7e308, 1.0}, {1.7e308, 1.0}});
        const ParameterAxis good = withRange(named(plotAxes(*huge), "column/objective/good"), trialRefs(huge->trials));
        QVERIFY(good.low < -1e307 && good.high > 1e307 && std::isfinite(good.high - good.low)); // its length is a number too
    }

    void objectivesAreAxes()
    {
        const auto study = twofold({{0.5, 9.0}, {0.7, 8.0}, {0.6, 5.0}, {0.8, std::nan("")}});
        std::vector<std::string> names;
        for (const ParameterAxis& axis : plotAxes(*study))
            names.push_back(axis.name);
        QCOMPARE(names,
                 (std::vector<std::string>{"x", "column/number", "column/objective/good", "column/objective/time", "column/seconds"}));
        QCOMPARE(parameterText(names[2]), QStringLiteral("good"));
        const ParameterAxis time = withRange(named(plotAxes(*study), names[3]), trialRefs(study->trials));
        QCOMPARE(time.low, 5.0);
        QCOMPARE(time.high, 9.0);

        ShownPanels shown;
        shown.take(study);
        auto& panel = shown.show<HistoryPanel>("history");
        QTRY_COMPARE(panel.table().header, (QStringList{"trial", "column/objective/good", "best"}));
        QTRY_COMPARE(column(panel.table(), 2), (QVariantList{0.5, 0.7, 0.7, 0.8}));
        QVERIFY(shown.choose("history-y", "column/objective/time"));
        QTRY_COMPARE(panel.table().header[1], QStringLiteral("column/objective/time"));
        QCOMPARE(column(panel.table(), 2), (QVariantList{9.0, 8.0, 5.0}));
    }
};

QTEST_MAIN(tst_ColumnAxes)
#include "tst_axes.moc"
