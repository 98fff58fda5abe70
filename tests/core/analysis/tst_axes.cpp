// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ParameterAxis.h"
#include "tests/core/analysis/AnalysisFixture.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace reweigh;
using namespace reweigh::test;

class tst_Axes : public QObject {
    Q_OBJECT

    static std::vector<std::string> names(const std::vector<ParameterAxis>& axes)
    {
        std::vector<std::string> list;
        for (const ParameterAxis& axis : axes)
            list.push_back(axis.name);
        return list;
    }

    static ParameterAxis named(const std::vector<ParameterAxis>& axes, const std::string& name)
    {
        return *std::ranges::find(axes, name, &ParameterAxis::name);
    }

private Q_SLOTS:
    void inTheOrderOfTrials()
    {
        // The first trial has one layer: the second's other width still stands beside the first.
        const std::vector<FrozenTrial> trials = {
            trial(0, 0.1, {whole("hidden_layers", 1, 3, 1), whole("nodes_0", 8, 512, 16, true), choice("input", {"loss", 7, nullptr}, 1)}),
            trial(1, 0.2,
                  {whole("hidden_layers", 1, 3, 2), whole("nodes_0", 8, 512, 10, true), whole("nodes_1", 8, 512, 1000, true),
                   choice("input", {"loss", 7, nullptr}, 0), real("x", 0, 1, 0.5)},
                  TrialState::Running)};
        const auto axes = parameterAxes(trialRefs(trials));
        QCOMPARE(names(axes), (std::vector<std::string>{"hidden_layers", "nodes", "nodes_0", "nodes_1", "input", "x"}));
        QVERIFY(named(axes, "nodes_0").log && !named(axes, "hidden_layers").log);
        QCOMPARE(named(axes, "hidden_layers").step, 1.0);
        QCOMPARE(named(axes, "x").step, 0.0);
        QVERIFY(named(axes, "input").categorical);
        QCOMPARE(named(axes, "input").categories, (std::vector<std::string>{"loss", "7", "null"}));

        const ParameterAxis nodes = named(axes, "nodes");
        QVERIFY(nodes.derived && nodes.log);
        QCOMPARE(*axisValue(trials[0], nodes), 16.0);
        QVERIFY(std::abs(*axisValue(trials[1], nodes) - 100.0) < 1e-9); // of 10 and 1000
        QVERIFY(std::abs(nodes.low - 16.0) < 1e-9 && std::abs(nodes.high - 100.0) < 1e-9);
        QCOMPARE(*axisValue(trials[1], named(axes, "nodes_1")), 1000.0);
        QVERIFY(!axisValue(trials[0], named(axes, "nodes_1")));
        QCOMPARE(*axisValue(trials[0], named(axes, "input")), 1.0);
    }

    /// A range without an end covers the finite values seen; without any there is no axis.
    void rangesWithoutAnEnd()
    {
        constexpr double inf = std::numeric_limits<double>::infinity(), largest = std::numeric_limits<double>::max();
        std::vector<FrozenTrial> trials;
        for (const double value : {2.0, inf, -3.0, std::nan("")})
            trials.push_back(trial(std::int64_t(trials.size()), 0.1,
                                   {real("all", -inf, inf, value), real("up", 0, inf, inf), real("wide", -largest, largest, -largest),
                                    real("usual", 0, 1, 0.5)}));
        trials.front().parameters[2].value = largest;
        const auto axes = parameterAxes(trialRefs(trials));
        QCOMPARE(names(axes), (std::vector<std::string>{"all", "wide", "usual"}));
        QCOMPARE(named(axes, "all").low, -3.0);
        QCOMPARE(named(axes, "all").high, 2.0);
        QCOMPARE(named(axes, "wide").high, largest / 4);
        QVERIFY(std::isfinite(named(axes, "wide").high - named(axes, "wide").low));
    }

    void rangesAddUpAndSinglesGo()
    {
        const std::vector<FrozenTrial> trials = {
            trial(0, 0.1, {whole("n", 4, 8, 5), choice("only", {"loss"}, 0), real("fixed", 2, 2, 2), whole("later", 3, 3, 3)}),
            trial(1, 0.2, {whole("n", 1, 6, 2), choice("only", {"loss"}, 0), real("fixed", 2, 2, 2), whole("later", 3, 9, 3)})};
        const auto axes = parameterAxes(trialRefs(trials));
        QCOMPARE(names(axes), (std::vector<std::string>{"n", "later"}));
        QCOMPARE(axes[0].low, 1.0);
        QCOMPARE(axes[0].high, 8.0);
        QVERIFY(parameterAxes({}).empty());
    }

    void aParameterOfThatNameIsItself()
    {
        const std::vector<FrozenTrial> trials = {trial(0, 0.1, {whole("nodes", 1, 9, 4), whole("nodes_x", 1, 9, 5)})};
        const auto axes = parameterAxes(trialRefs(trials));
        QCOMPARE(names(axes), (std::vector<std::string>{"nodes", "nodes_x"}));
        QVERIFY(!axes[0].derived);
        QCOMPARE(*axisValue(trials[0], axes[0]), 4.0);
    }
};

QTEST_APPLESS_MAIN(tst_Axes)
#include "tst_axes.moc"
