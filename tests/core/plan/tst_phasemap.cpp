// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/PhaseMap.h"
#include "tests/core/plan/MadePlan.h"

#include <QtTest>

using namespace reweigh;
using test::diverged;
using test::MadePlan;
using test::near;

/// The map of gains over two axes: which cell stands where, what Holm leaves of the verdicts, and where to train next.
class tst_PhaseMap : public QObject {
    Q_OBJECT

    static constexpr const char* noise = "noise-rate";
    static constexpr const char* imbalance = "imbalance-factor";

    static std::vector<nlohmann::json> twoByTwo() { return test::grid({{noise, {0.2, 0.4}}, {imbalance, {1, 50}}}); }

    /// Gives "searched" what "fixed" has plus these gains; "fixed" has 0.5 with every seed.
    static void gain(MadePlan& plan, std::size_t cell, const std::vector<double>& gains)
    {
        std::vector<double> searched;
        for (const double by : gains)
            searched.push_back(0.5 + by);
        plan.give(cell, "searched", searched);
        plan.give(cell, "fixed", std::vector<double>(gains.size(), 0.5));
    }

    static PhaseMap mapOf(const MadePlan& plan, const nlohmann::json& fixed = nlohmann::json::object())
    {
        return phaseMap(plan.state, "searched", "fixed", "test.accuracy", noise, imbalance, fixed);
    }

private Q_SLOTS:
    /// Cells lie row by row, y the slower one; the plan's own order is the other way round here.
    void places()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        for (std::size_t cell = 0; cell < 4; ++cell)
            gain(plan, cell, {0.01 * double(cell), 0.01 * double(cell)});
        const PhaseMap map = mapOf(plan);
        QVERIFY(map.first == "searched" && map.second == "fixed" && map.metric == "test.accuracy");
        QVERIFY(map.x.key == noise && map.y.key == imbalance && map.x.values.size() == 2 && map.y.values.size() == 2);
        const char* names[] = {"c0", "c2", "c1", "c3"};
        const double gains[] = {0.0, 0.02, 0.01, 0.03};
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(map.cells[i].cell->cell->name, std::string(names[i]));
            QVERIFY(near(map.cells[i].gain.mean, gains[i]) && map.cells[i].gain.n == 2);
        }
    }

    /// With three pairs p = 1 - t / sqrt(t^2 + 2): 0.0351 in c0. Alone it is decided, beside a second test it is not.
    void holmOverTheMap()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        gain(plan, 0, {0.02, 0.03, 0.04});
        QCOMPARE(mapOf(plan).cells[0].verdict, JudgedAs::Better);
        gain(plan, 1, {0.02, -0.03, 0.04});
        gain(plan, 2, {0.02}); // not a test
        PhaseMap map = mapOf(plan);
        QCOMPARE(map.cells[0].verdict, JudgedAs::CannotTell);
        QCOMPARE(map.cells[1].verdict, JudgedAs::CannotTell);
        QVERIFY(map.cells[1].gain.n == 1 && std::isinf(map.cells[1].gain.halfWidth));
        QVERIFY(map.cells[3].cell && map.cells[3].gain.n == 0);
        gain(plan, 0, {0.030, 0.031, 0.032}); // p = 0.00035
        gain(plan, 1, {-0.030, -0.031, -0.032});
        map = mapOf(plan);
        QCOMPARE(map.cells[0].verdict, JudgedAs::Better);
        QCOMPARE(map.cells[2].verdict, JudgedAs::Worse);
        QVERIFY(near(map.cells[0].gain.halfWidth, 4.302652729696142 * 0.001 / std::sqrt(3.0))); // t(0.975, 2)
    }

    void pairsAreThoseThatBothHave()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo(), 4);
        plan.give(0, "searched", {.7, diverged, .72, .9});
        plan.give(0, "fixed", {.6, .1, .6});
        const PhaseMap map = mapOf(plan);
        QVERIFY(map.cells[0].gain.n == 2 && near(map.cells[0].gain.mean, .11));
    }

    void otherAxesStandStill()
    {
        MadePlan plan({"searched", "fixed"}, test::grid({{noise, {0.2, 0.4}}, {imbalance, {1, 50}}, {"lr", {0.1, 0.2}}}));
        QCOMPARE(mapOf(plan).cells[0].cell->cell->name, std::string("c0"));
        QCOMPARE(mapOf(plan).cells[3].cell->cell->name, std::string("c6"));
        const nlohmann::json fixed = {{"lr", 0.2}}, none = {{"lr", 0.3}};
        QCOMPARE(mapOf(plan, fixed).cells[3].cell->cell->name, std::string("c7"));
        for (const PhaseMap::Cell& place : mapOf(plan, none).cells)
            QVERIFY(!place.cell && place.gain.n == 0 && place.verdict == JudgedAs::CannotTell);
        QVERIFY(!mapOf(plan, none).nextCell);
        // A cell in which the fixed setting has no effect stands at any value of it.
        plan.plan.cells[6].settings.erase("lr");
        QCOMPARE(mapOf(plan, fixed).cells[3].cell->cell->name, std::string("c6"));
        // One in which an axis has none stands nowhere.
        plan.plan.cells[0].settings.erase(noise);
        QVERIFY(!mapOf(plan).cells[0].cell);
    }

    void noSuchAxis()
    {
        MadePlan plan({"searched", "fixed"}, test::grid({{noise, {0.2, 0.4}}}));
        const PhaseMap map = mapOf(plan);
        QVERIFY(map.cells.empty() && !map.nextCell && map.first == "searched");
    }

    /// A plan without a run was said to need a seed in its first cell most: nothing says so before a cell has an interval.
    void noNextCellWithoutAnInterval()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        QVERIFY(!mapOf(plan).nextCell);
        gain(plan, 0, {0.01});
        gain(plan, 1, {0.02});
        QVERIFY(!mapOf(plan).nextCell);
        gain(plan, 3, {0.0, 0.0});
        plan.makeSame(3, "fixed", "searched");
        QVERIFY(mapOf(plan).cells[3].same && !mapOf(plan).nextCell); // equal by construction: that says nothing of the others
        gain(plan, 1, {0.02, 0.01});
        QCOMPARE(mapOf(plan).nextCell->cell->name, std::string("c0")); // one pair is less than two
    }

    void nextCell()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        gain(plan, 0, {0.01, -0.01, 0.0});
        gain(plan, 2, {0.02, -0.02, 0.0});
        gain(plan, 3, {0.5, 0.5001, 0.5002}); // decided
        gain(plan, 1, {0.3});
        QCOMPARE(mapOf(plan).nextCell->cell->name, std::string("c1")); // no interval yet
        gain(plan, 1, {0.011, -0.011, 0.0});
        QCOMPARE(mapOf(plan).cells[3].verdict, JudgedAs::Better);
        QCOMPARE(mapOf(plan).nextCell->cell->name, std::string("c2")); // the widest
        plan.makeSame(2, "fixed", "searched");
        QVERIFY(near(mapOf(plan).cells[1].gain.mean, 0.0) && mapOf(plan).cells[1].gain.n == 3);
        QCOMPARE(mapOf(plan).nextCell->cell->name, std::string("c1")); // no seed can tell c2
        for (const std::size_t cell : {0U, 1U, 2U})
            gain(plan, cell, {0.5, 0.5001, 0.5002});
        QVERIFY(!mapOf(plan).nextCell);
    }

    /// Where no run has the metric, as the noise AUROC where no label is wrong, no further seed brings one: the map sent the user there.
    void nextCellHasTheMetric()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        for (std::size_t cell = 0; cell < 4; ++cell)
            gain(plan, cell, {0.01, 0.02});
        for (PlanVariant& variant : plan.state.cells[0].variants)
            for (VariantRun& run : variant.result.runs)
                run.metrics.erase("test.accuracy");
        const PhaseMap map = mapOf(plan);
        QVERIFY(map.cells[0].gain.n == 0 && map.cells[0].verdict == JudgedAs::CannotTell);
        QCOMPARE(map.nextCell->cell->name, std::string("c2")); // the first of the others in the map's order
    }

    void groupsOfOtherClasses()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        gain(plan, 0, {0.030, 0.031, 0.032});
        for (PlanVariant& variant : plan.state.cells[0].variants)
            for (VariantRun& run : variant.result.runs)
                run.classGroups = variant.name == "fixed" ? "012" : "102";
        const PhaseMap map = phaseMap(plan.state, "searched", "fixed", "test.few", noise, imbalance);
        QVERIFY(map.cells[0].gain.n == 0 && map.cells[0].otherClasses == 3 && map.cells[0].verdict == JudgedAs::CannotTell);
    }

    /// The accuracies of `gain` as losses: what is higher is worse.
    void lessIsBetter()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        gain(plan, 0, {0.030, 0.031, 0.032});
        for (const char* name : {"searched", "fixed"})
            for (VariantRun& run : std::ranges::find(plan.state.cells[0].variants, name, &PlanVariant::name)->result.runs)
                run.metrics["test.loss"] = run.metrics.at("test.accuracy");
        const PhaseMap map = phaseMap(plan.state, "searched", "fixed", "test.loss", noise, imbalance);
        QVERIFY(near(map.cells[0].gain.mean, 0.031));
        QCOMPARE(map.cells[0].verdict, JudgedAs::Worse);
        const PhaseMap other = phaseMap(plan.state, "fixed", "searched", "test.loss", noise, imbalance);
        QCOMPARE(other.cells[0].verdict, JudgedAs::Better);
    }
};

QTEST_APPLESS_MAIN(tst_PhaseMap)
#include "tst_phasemap.moc"
