// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"
#include "core/plan/Hypotheses.h"
#include "tests/core/plan/MadePlan.h"

#include <QtTest>

#include <set>

using namespace reweigh;
using test::diverged;
using test::MadePlan;
using test::near;

/// Hypotheses of a plan, against SciPy's and statsmodels' recorded answers (tests/golden/hypotheses.py), and where those have none.
class tst_Hypotheses : public QObject {
    Q_OBJECT

    static std::vector<nlohmann::json> oneNoise() { return test::grid({{"noise-rate", {0.4}}}); }
    static std::vector<nlohmann::json> twoNoises() { return test::grid({{"noise-rate", {0.2, 0.4}}}); }
    static double number(const nlohmann::json& json)
    {
        return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
    }
    /// Values by seed; null is a run that failed.
    static std::vector<double> valuesOf(const nlohmann::json& json)
    {
        std::vector<double> values;
        for (const nlohmann::json& value : json)
            values.push_back(number(value));
        return values;
    }
    static ClaimKind kindOf(const std::string& name)
    {
        for (const ClaimKind kind : {ClaimKind::Better, ClaimKind::Equal, ClaimKind::Above})
            if (name == nameOf(kind))
                return kind;
        return ClaimKind::Below;
    }
    static bool isAs(const HypothesisRow& row, const nlohmann::json& golden)
    {
        return row.estimate.n == golden.at("n").get<int>() && near(row.estimate.mean, number(golden.at("mean")))
               && (golden.at("half_width").is_null() ? std::isinf(row.estimate.halfWidth)
                                                     : near(row.estimate.halfWidth, number(golden.at("half_width"))))
               && near(row.p, number(golden.at("p"))) && near(row.adjustedP, number(golden.at("p_holm")))
               && golden.at("status").get<std::string>() == nameOf(row.status);
    }

private Q_SLOTS:
    /// Plans of one to four cells with one to eight seeds, runs that failed, hypotheses of every kind that share Holm's adjustment.
    void againstSciPyAndStatsmodels()
    {
        const auto text = readFile(REWEIGH_SOURCE_DIR "/tests/golden/hypotheses.json");
        QVERIFY(text.ok());
        const nlohmann::json golden = nlohmann::json::parse(*text);
        std::set<std::pair<std::string, std::string>> seen;
        for (const nlohmann::json& made : golden.at("plans")) {
            std::vector<double> noises;
            for (std::size_t i = 0; i < made.at("cells").size(); ++i)
                noises.push_back(0.1 * double(i + 1));
            MadePlan plan({"searched", "fixed", "largest"}, test::grid({{"noise-rate", noises}}), 8);
            for (std::size_t i = 0; i < noises.size(); ++i)
                for (const char* variant : {"searched", "fixed", "largest"})
                    plan.give(i, variant, valuesOf(made.at("cells")[i].at(variant)));
            for (const nlohmann::json& row : made.at("hypotheses"))
                plan.claim(kindOf(row.at("kind")), row.at("first"), row.at("second"), row.at("bound"));
            const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
            QCOMPARE(rows.size(), made.at("hypotheses").size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const nlohmann::json& expected = made.at("hypotheses")[i];
                QVERIFY2(isAs(rows[i], expected), qPrintable(QString::fromStdString(expected.dump()) + ", ours: p "
                                                             + QString::number(rows[i].p, 'g', 17) + ", " + nameOf(rows[i].status)));
                seen.emplace(expected.at("kind"), expected.at("status"));
            }
        }
        QCOMPARE(seen.size(), std::size_t(12)); // every kind with every status
    }

    /// Two degrees of freedom: the two-sided p is 1 - t / sqrt(t^2 + 2).
    void byHand()
    {
        MadePlan plan({"searched", "fixed"}, oneNoise());
        plan.give(0, "searched", {.72, .73, .74});
        plan.give(0, "fixed", {.7, .7, .7});
        plan.claim(ClaimKind::Better, "searched", "fixed");
        HypothesisRow row = judgeHypotheses(plan.state).front();
        const double t = .03 / (.01 / std::sqrt(3.0));
        QVERIFY(near(row.p, 1 - t / std::sqrt(t * t + 2)) && row.adjustedP == row.p && row.status == ClaimStatus::Supported);
        plan.plan.hypotheses[0].first.swap(plan.plan.hypotheses[0].second);
        row = judgeHypotheses(plan.state).front();
        QVERIFY(near(row.p, 1 - t / std::sqrt(t * t + 2)) && row.status == ClaimStatus::Refuted && near(row.estimate.mean, -.03));
        // A second hypothesis that is tested doubles it; one that no run can decide does not.
        plan.claim(ClaimKind::Above, "fixed", {}, .9).metric = "detection.auroc_few";
        QVERIFY(judgeHypotheses(plan.state).front().status == ClaimStatus::Refuted);
        QVERIFY(std::isnan(judgeHypotheses(plan.state).back().adjustedP));
        plan.claim(ClaimKind::Above, "searched", {}, .73);
        const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
        QVERIFY(near(rows[0].adjustedP, 2 * row.p) && rows[0].status == ClaimStatus::CannotTell);
        QVERIFY(near(rows[2].p, 1.0) && rows[2].status == ClaimStatus::CannotTell);
    }

    /// Only what failed for good is had: a run that ran out of memory is made again.
    void failuresThatAreTriedAgainAreMissing()
    {
        MadePlan plan({"searched", "fixed"}, twoNoises(), 3);
        plan.claim(ClaimKind::Better, "searched", "fixed");
        plan.give(0, "searched", {.8, diverged});
        plan.give(0, "fixed", {.7}).result.failed = {{2, {ErrorCode::OutOfMemory, "cpu", "0 bytes", {}}}};
        const HypothesisRow row = judgeHypotheses(plan.state).front();
        QCOMPARE(row.needed, 12);
        QCOMPARE(row.had, 3);
        QCOMPARE(row.failed, 1);
    }

    void seedsAreAveragedOverTheCellsFirst()
    {
        MadePlan plan({"searched", "fixed"}, twoNoises(), 4);
        plan.give(0, "searched", {.80, .81, diverged, .83});
        plan.give(0, "fixed", {.70, .70, .70, .70});
        plan.give(1, "searched", {.62, .61});
        plan.give(1, "fixed", {.60, .60, .60});
        plan.claim(ClaimKind::Better, "searched", "fixed");
        const HypothesisRow row = judgeHypotheses(plan.state).front();
        QCOMPARE(row.estimate.n, 2); // seeds 1 and 2: 0.06 and 0.06
        QVERIFY(near(row.estimate.mean, .06) && row.estimate.deviation == 0.0 && row.p == 0.5);
        QCOMPARE(row.needed, 16);
        QCOMPARE(row.had, 13);
        QCOMPARE(row.failed, 1);
        QCOMPARE(row.cells.size(), std::size_t(2));
        QCOMPARE(row.byCell[0].n, 3);
        QCOMPARE(row.byCell[1].n, 2);
        QVERIFY(near(row.byCell[0].mean, .34 / 3) && near(row.byCell[1].mean, .015));
    }

    void onlySelectedCells()
    {
        MadePlan plan({"searched", "fixed"}, twoNoises());
        for (const std::size_t cell : {0, 1}) {
            plan.give(cell, "searched", {.7 + .1 * double(cell), .72});
            plan.give(cell, "fixed", {.6, .6});
        }
        plan.plan.cells[1].config.search.variantSeeds = 5;
        plan.claim(ClaimKind::Better, "searched", "fixed").cells.settings = {{"noise-rate", 0.4}};
        plan.claim(ClaimKind::Better, "searched", "fixed").cells.leastSeeds = 5;
        plan.claim(ClaimKind::Better, "searched", "fixed").cells.settings = {{"noise-rate", 0.9}};
        const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
        for (const std::size_t i : {0, 1}) {
            QVERIFY(rows[i].cells == std::vector<const CellState*>{&plan.state.cells[1]});
            QVERIFY(rows[i].needed == 10 && rows[i].had == 4 && near(rows[i].estimate.mean, .16));
        }
        QVERIFY(rows[2].cells.empty() && rows[2].needed == 0 && rows[2].estimate.n == 0 && std::isnan(rows[2].p));
        QVERIFY(rows[2].status == ClaimStatus::CannotTell && rows[2].byCell.empty());
    }

    void oneSeedOrNoneTellsNothing()
    {
        MadePlan plan({"searched", "fixed", "ce"}, oneNoise());
        plan.give(0, "searched", {.9});
        plan.give(0, "fixed", {.1});
        plan.claim(ClaimKind::Better, "searched", "fixed");
        plan.claim(ClaimKind::Better, "searched", "ce");            // which has no run
        plan.claim(ClaimKind::Equal, "searched", "not there", 0.1); // as while a plan is edited
        const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
        for (const HypothesisRow& row : rows)
            QVERIFY(std::isnan(row.p) && std::isnan(row.adjustedP) && row.status == ClaimStatus::CannotTell && row.needed == 6);
        QVERIFY(rows[0].estimate.n == 1 && near(rows[0].estimate.mean, .8) && std::isinf(rows[0].estimate.halfWidth));
        QVERIFY(rows[1].estimate.n == 0 && rows[1].had == 1 && rows[2].had == 1);
    }

    /// Cross entropy has no weights, so no AUROC.
    void aMetricThatIsNotThere()
    {
        MadePlan plan({"searched", "ce"}, oneNoise());
        plan.give(0, "searched", {.9, .91, .92});
        plan.give(0, "ce", {.8, .8, .8});
        plan.claim(ClaimKind::Better, "searched", "ce").metric = "detection.auroc";
        plan.claim(ClaimKind::Above, "searched", {}, 0.5).metric = "detection.auroc";
        const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
        QVERIFY(rows[0].estimate.n == 0 && std::isnan(rows[0].estimate.mean) && rows[0].status == ClaimStatus::CannotTell);
        QVERIFY(rows[0].had == 6 && rows[0].needed == 6);
        QVERIFY(rows[1].estimate.n == 3 && near(rows[1].estimate.mean, .36) && rows[1].status == ClaimStatus::Supported);
        QVERIFY(rows[1].needed == 3 && rows[1].adjustedP == rows[1].p);
    }

    /// Differences without deviation are told apart from the bound exactly, but for rounding: 0.81 - 0.80 is not quite 0.01. By the sign
    /// test three of them settle nothing, and six do.
    void identicalValues()
    {
        MadePlan plan({"searched", "fixed"}, twoNoises(), 6);
        using enum ClaimStatus;
        const auto statusOf = [&](ClaimKind kind, const std::string& second, double bound) {
            plan.plan.hypotheses.clear();
            plan.claim(kind, "searched", second, bound);
            const HypothesisRow row = judgeHypotheses(plan.state).front();
            return std::pair(row.p, row.status);
        };
        for (const std::size_t cell : {0, 1}) {
            plan.give(cell, "searched", {.81, .71, .61});
            plan.give(cell, "fixed", {.80, .70, .60});
        }
        QVERIFY(statusOf(ClaimKind::Better, "fixed", 0.0) == std::pair(0.25, CannotTell));
        for (const std::size_t cell : {0, 1}) {
            plan.give(cell, "searched", {.81, .71, .61, .51, .41, .31});
            plan.give(cell, "fixed", {.80, .70, .60, .50, .40, .30});
        }
        constexpr double least = 1.0 / 32; // 2^(1-6)
        QVERIFY(statusOf(ClaimKind::Better, "fixed", 0.0) == std::pair(least, Supported));
        QVERIFY(statusOf(ClaimKind::Better, "fixed", 0.01) == std::pair(1.0, CannotTell));
        QVERIFY(statusOf(ClaimKind::Better, "fixed", 0.02) == std::pair(least, Refuted));
        QVERIFY(statusOf(ClaimKind::Equal, "fixed", 0.02) == std::pair(least, Supported));
        QVERIFY(statusOf(ClaimKind::Equal, "fixed", 0.01) == std::pair(1.0, CannotTell));
        QVERIFY(statusOf(ClaimKind::Equal, "fixed", 0.005) == std::pair(least, Refuted));
        for (const std::size_t cell : {0, 1})
            plan.give(cell, "searched", {.7, .7, .7, .7, .7, .7});
        QVERIFY(statusOf(ClaimKind::Above, {}, 0.7) == std::pair(1.0, CannotTell));
        QVERIFY(statusOf(ClaimKind::Below, {}, 0.7) == std::pair(1.0, CannotTell));
        QVERIFY(statusOf(ClaimKind::Above, {}, 0.6) == std::pair(least, Supported));
        QVERIFY(statusOf(ClaimKind::Below, {}, 0.6) == std::pair(least, Refuted));
        QVERIFY(statusOf(ClaimKind::Below, {}, 0.8) == std::pair(least, Supported));
    }

    void theSameTraining()
    {
        MadePlan plan({"searched", "fixed"}, oneNoise());
        plan.give(0, "searched", {.81, .79, .80});
        plan.makeSame(0, "fixed", "searched");
        plan.claim(ClaimKind::Better, "searched", "fixed");
        plan.claim(ClaimKind::Equal, "searched", "fixed", 0.01);
        plan.claim(ClaimKind::Better, "searched", "fixed", 0.01);
        const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
        QVERIFY(rows[0].status == ClaimStatus::CannotTell && rows[0].p == 1.0);
        QVERIFY(rows[1].status == ClaimStatus::Supported && rows[2].status == ClaimStatus::Refuted);
        for (const HypothesisRow& row : rows)
            QVERIFY(row.needed == 3 && row.had == 3 && row.estimate.n == 3 && row.estimate.mean == 0.0);
    }

    /// A lower loss is better.
    void lessIsBetter()
    {
        MadePlan plan({"searched", "fixed"}, oneNoise());
        const std::vector<double> losses = {0.9, 0.91, 0.92};
        for (const char* name : {"searched", "fixed"}) {
            VariantResult& result = plan.give(0, name, {.7, .7, .7}).result;
            for (std::size_t i = 0; i < losses.size(); ++i) {
                const double loss = name == std::string("searched") ? losses[i] : 1.0;
                result.runs[i].metrics["test.loss"] = {5, loss, 5, loss, 3, loss};
            }
        }
        plan.claim(ClaimKind::Better, "searched", "fixed").metric = "test.loss";
        HypothesisRow row = judgeHypotheses(plan.state).front();
        // In the claim's direction: by how much the first is lower.
        QVERIFY(row.status == ClaimStatus::Supported && near(row.estimate.mean, 0.09) && near(row.byCell[0].mean, 0.09));
        QCOMPARE(std::string(differenceName(*row.hypothesis)), std::string("second - first"));
        plan.plan.hypotheses[0].bound = 0.2; // by so much it is not
        row = judgeHypotheses(plan.state).front();
        QVERIFY(row.status == ClaimStatus::Refuted);
        plan.plan.hypotheses[0] = {.kind = ClaimKind::Below, .first = "searched", .metric = "test.loss", .bound = 1.0};
        QVERIFY(judgeHypotheses(plan.state).front().status == ClaimStatus::Supported); // limits are as they are written
        plan.plan.hypotheses[0] = {.kind = ClaimKind::Equal, .first = "searched", .second = "fixed", .metric = "test.loss", .bound = 0.2};
        row = judgeHypotheses(plan.state).front();
        QVERIFY(near(row.estimate.mean, -0.09) && std::string(differenceName(*row.hypothesis)) == "first - second"); // it has no direction
    }

    /// Without wrong labels there is no AUROC. That is another thing than runs that are missing or failed.
    void cellsWithoutAValue()
    {
        MadePlan plan({"searched", "fixed"}, test::grid({{"noise-rate", {0.0, 0.2, 0.3, 0.4}}}));
        for (std::size_t cell = 0; cell < 4; ++cell)
            for (const char* name : {"searched", "fixed"})
                for (VariantRun& run : plan.give(cell, name, {.7, .71, .72}).result.runs)
                    if (cell == 0)
                        run.metrics["detection.auroc"] = {5, diverged, 0, diverged, 3, diverged};
        for (VariantRun& run : plan.give(1, "searched", {.7, .71}).result.runs)
            run.metrics.erase("detection.auroc");
        plan.give(2, "searched", {diverged, diverged});
        plan.give(3, "fixed", {});
        plan.claim(ClaimKind::Better, "searched", "fixed").metric = "detection.auroc";
        plan.claim(ClaimKind::Better, "searched", "fixed");
        const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
        QVERIFY(rows[0].withoutValue == 2 && rows[0].estimate.n == 0);
        QCOMPARE(rows[1].withoutValue, 0);
    }

    /// With seed 2 of the first cell the classes with few images are others for the one than for the other.
    void groupsOfOtherClasses()
    {
        MadePlan plan({"searched", "fixed"}, twoNoises());
        for (std::size_t cell = 0; cell < 2; ++cell)
            for (const char* name : {"searched", "fixed"})
                for (VariantRun& run : plan.give(cell, name, {.7, name[0] == 's' ? .9 : .5, .72}).result.runs)
                    run.classGroups = cell == 0 && run.seed == 2 && name[0] == 's' ? "021" : "012";
        plan.claim(ClaimKind::Better, "searched", "fixed").metric = "test.few";
        plan.claim(ClaimKind::Better, "searched", "fixed");
        const std::vector<HypothesisRow> rows = judgeHypotheses(plan.state);
        QVERIFY(rows[0].otherClasses == 1 && rows[0].withoutValue == 0 && rows[0].estimate.n == 2 && near(rows[0].estimate.mean, 0.0));
        QVERIFY(rows[1].otherClasses == 0 && rows[1].estimate.n == 3);
    }

    void noHypotheses()
    {
        MadePlan plan({"searched"}, test::grid({}));
        QVERIFY(judgeHypotheses(plan.state).empty());
        QCOMPARE(std::string(nameOf(ClaimStatus::CannotTell)), std::string("cannot tell"));
    }
};

QTEST_APPLESS_MAIN(tst_Hypotheses)
#include "tst_hypotheses.moc"
