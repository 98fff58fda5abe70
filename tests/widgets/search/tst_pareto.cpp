// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/search/ShownPanels.h"
#include "widgets/search/RankPanel.h"

#include <QLabel>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace reweigh;
using test::ShownPanels;

/// Studies of several objectives, which other programs make.
class tst_Pareto : public QObject {
    Q_OBJECT

    /// "good" is maximised, "time" minimised. Trials 1, 2 and 4 are the front; 6 would be all of it, but violates a constraint.
    static std::shared_ptr<StudySnapshot> twofold()
    {
        auto study = std::make_shared<StudySnapshot>();
        study->file = "/somewhere/optuna.db";
        study->directions = {Direction::Maximize, Direction::Minimize};
        study->objectiveNames = {"good", "time"};
        const double ends[][2] = {{0.5, 9.0}, {0.7, 8.0}, {0.6, 5.0}, {0.8, std::nan("")}, {0.9, 12.0}, {0.55, 6.0}, {1.0, 1.0}};
        for (const auto& [good, time] : ends) {
            auto trial = std::make_shared<StudyTrial>();
            trial->number = std::int64_t(study->trials.size());
            trial->state = TrialState::Complete;
            trial->objectives = {good, time};
            trial->parameters = {{"x", FloatDistribution{0.0, 1.0, false, {}}, 0.1 * double(trial->number)}};
            if (trial->number == 6)
                trial->systemAttributes["constraints"] = {1.0};
            study->trials.push_back(std::move(trial));
        }
        return study;
    }
    static std::shared_ptr<StudySnapshot> single()
    {
        auto study = std::make_shared<StudySnapshot>();
        auto trial = std::make_shared<StudyTrial>();
        trial->state = TrialState::Complete;
        trial->value = 0.5;
        study->trials.push_back(std::move(trial));
        return study;
    }
    /// The graph of a plot that is a line.
    static const QCPGraph& lineOf(const Plot& plot)
    {
        for (int i = 0; i < plot.graphCount(); ++i)
            if (plot.graph(i)->lineStyle() != QCPGraph::lsNone)
                return *plot.graph(i);
        qFatal("no line");
    }
    static std::vector<std::pair<double, double>> placesOf(const QCPGraph& line)
    {
        std::vector<std::pair<double, double>> places;
        for (const QCPGraphData& point : *line.data())
            places.emplace_back(point.key, point.value);
        return places;
    }

private Q_SLOTS:
    /// The tab of a parameter names none that the study in view has not.
    void noTabNamesAnotherStudysParameter()
    {
        ShownPanels shown;
        Panel& panel = shown.show("slice");
        const auto named = [&panel] { return panel.title().startsWith("By ") && panel.title() != "By parameter"; };
        shown.take(test::searchedStudy(40));
        QTRY_VERIFY(named());
        shown.take(twofold());
        QTRY_COMPARE(panel.title(), QStringLiteral("By parameter"));
        shown.take(test::searchedStudy(40));
        QTRY_VERIFY(named());
        panel.hide(); // behind another tab
        shown.bench.newStudy(ExperimentConfig());
        QCOMPARE(panel.title(), QStringLiteral("By parameter"));
    }

    void theFrontIsMarkedAndALine()
    {
        using Places = std::vector<std::pair<double, double>>;
        ShownPanels shown;
        shown.take(twofold());
        auto& panel = shown.show<RankPanel>("rank");
        QTRY_COMPARE(panel.points().size(), std::size_t(6)); // trial 3 has no time
        QCOMPARE(panel.title(), QStringLiteral("Pareto front"));
        QCOMPARE(panel.scope(), QStringLiteral("6 trial(s), 3 on the Pareto front"));
        QVERIFY(panel.summary().contains("over good and time, 3 of them on the Pareto front"));
        const FigureTable table = panel.table();
        QCOMPARE(table.header, (QStringList{"trial", "column/objective/good", "column/objective/time", "pareto_front"}));
        const std::vector<std::int64_t> trials = {0, 1, 2, 4, 5, 6};
        const std::vector<int> front = {0, 1, 1, 1, 0, 0};
        for (std::size_t i = 0; i < trials.size(); ++i) {
            QCOMPARE(table.rows[i][0].toLongLong(), qlonglong(trials[i]));
            QCOMPARE(table.rows[i][3].toInt(), front[i]);
            QCOMPARE(std::isfinite(panel.dots().dots()[i].shade), front[i] == 1);
        }
        // Who asks for more than 0.6 of good gets 8 of time, up to 0.7.
        QCOMPARE(placesOf(lineOf(panel.plot())), (Places{{0.6, 5.0}, {0.7, 8.0}, {0.9, 12.0}}));
        QCOMPARE(lineOf(panel.plot()).lineStyle(), QCPGraph::lsStepRight);

        QVERIFY(shown.choose("rank-x", "column/objective/time")); // the other objective goes upwards
        QTRY_COMPARE(placesOf(lineOf(panel.plot())), (Places{{5.0, 0.6}, {8.0, 0.7}, {12.0, 0.9}}));
        QCOMPARE(lineOf(panel.plot()).lineStyle(), QCPGraph::lsStepLeft); // in less than 8 of time there is 0.6
        QVERIFY(shown.choose("rank-x", "column/number"));                 // the front is marked, but no line
        QTRY_VERIFY(lineOf(panel.plot()).data()->isEmpty());
        QCOMPARE(panel.scope(), QStringLiteral("6 trial(s), 3 on the Pareto front"));

        shown.take(single());
        QTRY_COMPARE(panel.title(), QStringLiteral("Rank"));
    }

    /// An infinite objective left nothing of the others to see, or its trial out of sight. It stands at the end of its axis.
    void infiniteObjectivesStandAtTheEdge()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        auto study = twofold();
        for (const auto& objectives : {std::vector{infinity, 20.0}, std::vector{0.1, -infinity}}) {
            auto trial = std::make_shared<StudyTrial>(*study->trials[0]);
            trial->number = std::int64_t(study->trials.size());
            trial->objectives = objectives;
            study->trials.push_back(std::move(trial));
        }
        ShownPanels shown;
        shown.take(study);
        auto& panel = shown.show<RankPanel>("rank");
        QTRY_COMPARE(panel.points().size(), std::size_t(8));
        QCOMPARE(panel.scope(), QStringLiteral("8 trial(s), 5 on the Pareto front"));
        const QCPRange across = panel.plot().xAxis->range(), upwards = panel.plot().yAxis->range();
        QVERIFY(across.lower > -1.0 && across.upper < 2.0 && upwards.lower > -10.0 && upwards.upper < 30.0);
        int atEdges = 0;
        for (int graph = 0; graph < panel.plot().graphCount(); ++graph)
            for (const QCPGraphData& point : *panel.plot().graph(graph)->data()) {
                QVERIFY(across.contains(point.key) && upwards.contains(point.value));
                atEdges += point.key == across.upper || point.value == upwards.lower;
            }
        QVERIFY(atEdges >= 2);
    }

    void viewsOfOneValueSaySo()
    {
        ShownPanels shown;
        shown.take(twofold());
        for (const char* id : {"landscape", "importance", "density", "slice", "parallel"}) {
            Panel& panel = shown.show(id);
            auto* empty = panel.findChild<QLabel*>("panelEmpty");
            QTRY_VERIFY2(empty->text().contains("several objectives"), id);
            panel.hide();
        }
    }
};

QTEST_MAIN(tst_Pareto)
#include "tst_pareto.moc"
