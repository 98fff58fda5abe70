// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonText.h"
#include "core/experiment/RunFacts.h"
#include "core/plan/PlanReport.h"
#include "core/plan/PlanTable.h"
#include "tests/core/plan/MadePlan.h"

#include <QtTest>

using namespace reweigh;
using test::diverged;
using test::MadePlan;
using test::near;

/// The tables of a plan's cells, and all of a plan as JSON.
class tst_PlanTable : public QObject {
    Q_OBJECT

    static std::vector<nlohmann::json> twoByTwo() { return test::grid({{"noise-rate", {0.2, 0.4}}, {"imbalance-factor", {1, 50}}}); }

private Q_SLOTS:
    void figuresByThreeWays()
    {
        MadePlan plan({"searched", "ce"}, test::grid({}));
        VariantResult& result = plan.give(0, "searched", {.7, .8, .9}).result;
        result.runs[0].metrics["test.accuracy"] = {5, .71, 3, .75, 3, .70};
        result.runs[1].metrics["test.accuracy"] = {5, .79, 2, .85, 3, .80};
        result.runs[2].metrics["test.accuracy"] = {5, std::nan(""), 2, .95, 3, std::nan("")};
        result.runs[1].metrics.erase("test.few");
        const std::vector<CellTable> tables = cellTables(plan.state);
        QCOMPARE(tables.size(), std::size_t(1));
        const PlanRow& row = tables[0].rows[0];
        QVERIFY(row.cell == &plan.state.cells[0] && row.variant == &plan.state.cells[0].variants[0]);
        const CellFigure& accuracy = row.figures.at("test.accuracy");
        QVERIFY(accuracy.lastEpochs.n == 2 && near(accuracy.lastEpochs.mean, .75));
        QVERIFY(near(accuracy.lastEpochs.halfWidth, 12.706204736174694 * .05)); // t(0.975, 1); deviation 0.1 / sqrt(2)
        QVERIFY(accuracy.last.n == 2 && near(accuracy.last.mean, .75));
        QVERIFY(accuracy.best.n == 3 && near(accuracy.best.mean, .85));
        QVERIFY(near(row.summary.accuracy.mean, .75));
        QVERIFY(row.figures.at("test.few").last.n == 2 && near(row.figures.at("test.few").last.mean, .6));
        QCOMPARE(row.figures.at("test.calibration_error").lastEpochs.n, 0); // in studies of before
        QCOMPARE(row.figures.size(), planMetrics().size());
        QVERIFY(!row.fewSeeds && row.failed == 0);
        const PlanRow& none = tables[0].rows[1];
        QVERIFY(none.fewSeeds && none.summary.accuracy.n == 0 && std::isnan(none.figures.at("test.accuracy").last.mean));
    }

    void fewSeedsAndFailures()
    {
        MadePlan plan({"searched", "ce"}, test::grid({}));
        plan.give(0, "searched", {.7, diverged, diverged});
        plan.give(0, "ce", {.6, .61});
        const CellTable table = cellTable(plan.state, plan.state.cells[0]);
        QVERIFY(table.rows[0].fewSeeds && table.rows[0].failed == 2 && !table.rows[1].fewSeeds && table.rows[1].failed == 0);
        QVERIFY(std::isinf(table.rows[0].figures.at("test.accuracy").lastEpochs.halfWidth));
        QCOMPARE(table.verdicts.size(), std::size_t(1));
        QVERIFY(table.verdicts[0].judgement.test.interval.n == 1 && table.verdicts[0].unpaired == 1);
        QVERIFY(std::isnan(table.verdicts[0].judgement.adjustedP));
    }

    /// The same rows as of a study, but for what a plan does not judge again.
    void verdicts()
    {
        MadePlan plan({"searched", "fixed", "fixed-label", "ce", "largest", "mine"}, test::grid({}));
        plan.give(0, "searched", {.70, .71, .73});
        plan.give(0, "fixed", {.66, .68, .69});
        plan.give(0, "fixed-label", {.69, .72, .74});
        plan.give(0, "ce", {.6, diverged, .59});
        plan.makeSame(0, "largest", "fixed");
        plan.give(0, "searched@c7", {.5, .5, .5});
        const CellTable table = cellTable(plan.state, plan.state.cells[0]);
        std::vector<VariantResult> judged;
        for (const char* name : {"searched", "fixed", "fixed-label", "ce"})
            judged.push_back(plan.state.cells[0].variant(name)->result);
        QVERIFY(toJson(table.verdicts) == toJson(judgeVariants(judged)));
        QCOMPARE(table.verdicts.size(), std::size_t(4)); // fixed-label against fixed too
        QVERIFY(table.verdicts[0].first == &plan.state.cells[0].variants[0].result);
        QCOMPARE(table.rows.size(), std::size_t(7));
        QVERIFY(near(table.rows[4].figures.at("test.accuracy").last.mean, table.rows[1].figures.at("test.accuracy").last.mean));
        // Without the first variant nothing else takes its place.
        plan.give(0, "searched", {});
        QVERIFY(cellTable(plan.state, plan.state.cells[0]).verdicts.empty());
    }

    void whatASearchPromised()
    {
        MadePlan plan({"searched", "random", "ce"}, test::grid({}));
        plan.give(0, "searched", {.70, .72});
        plan.makeSame(0, "random", "searched");
        QVERIFY(cellTable(plan.state, plan.state.cells[0]).chosen.empty());
        plan.state.cells[0].search = {.finished = 20, .best = Proposal(), .bestNumber = 7, .bestValue = .81};
        plan.state.cells[0].random = {.finished = 20, .failed = 2, .best = Proposal(), .bestNumber = 2, .bestValue = .79};
        const std::vector<ChosenBy> chosen = cellTable(plan.state, plan.state.cells[0]).chosen;
        QCOMPARE(chosen.size(), std::size_t(2));
        QVERIFY(chosen[0].variant == "searched" && chosen[0].chosen == .81 && chosen[0].trials == 20);
        QVERIFY(near(chosen[0].fresh.mean, .76) && near(chosen[0].test.mean, .71)); // planted() adds 0.05 to validation
        QVERIFY(chosen[1].variant == "random" && chosen[1].trials == 18 && near(chosen[1].test.mean, .71));
        MadePlan without({"ce"}, test::grid({}));
        without.state.cells[0].search = plan.state.cells[0].search;
        QVERIFY(cellTable(without.state, without.state.cells[0]).chosen.empty());
    }

    void metrics()
    {
        std::vector<std::string> less;
        for (const ComparedMetric& metric : planMetrics())
            if (isLessBetter(metric.key))
                less.emplace_back(metric.key);
        QVERIFY((less == std::vector<std::string>{"test.loss", "test.calibration_error"}));
        for (const char* metric : {"weights.wrong_many", "weights.wrong_medium", "weights.wrong_few", "train.loss"})
            QVERIFY2(isLessBetter(metric), metric);
        for (const char* metric : {"weights.right_few", "detection.auroc", "weights.wrong", "no such metric"})
            QVERIFY2(!isLessBetter(metric), metric);
        QVERIFY(isShare("train.few") && isShare("test.calibration_error") && !isShare("test.loss") && !isShare("detection.auroc"));
        QVERIFY(metricKind("weights.share_size").scale == MetricScale::Index);
        int counts = 0, ofWeights = 0;
        for (const auto& [name, kind] : knownMetrics()) {
            counts += kind.scale == MetricScale::Count;
            ofWeights += kind.ofWeights;
        }
        QVERIFY(counts == 4 && ofWeights == 22 && knownMetrics().size() == 49);
    }

    void report()
    {
        MadePlan plan({"searched", "fixed", "ce"}, twoByTwo());
        plan.plan.transfers = true;
        for (std::size_t cell = 0; cell < 4; ++cell) {
            plan.give(cell, "searched", {.70, .71, .72});
            plan.give(cell, "fixed", {.68, .69, .71});
            plan.give(cell, "ce", {.6, diverged});
        }
        plan.makeSame(3, "fixed", "searched");
        plan.give(0, "searched@c1", {.69, .71, .74});
        plan.state.cells[0].search = {.finished = 20, .best = Proposal(), .bestNumber = 7, .bestValue = .81};
        plan.state.cells[0].fingerprintCode = "AAAA-BBBB";
        plan.state.cells[0].heldOut.meta = "pseudo";
        plan.state.cells[2].missingTrials = 5;
        plan.state.strangers = {"old/cells/gone-1234"};
        plan.claim(ClaimKind::Better, "searched", "fixed", 0.001);
        plan.claim(ClaimKind::Above, "ce", {}, 0.5).cells.settings["noise-rate"] = 0.2;
        const nlohmann::json report = planReport(plan.state);
        const auto at = [&](const char* pointer) { return report.at(nlohmann::json::json_pointer(pointer)); };
        QVERIFY(at("/plan") == "made" && at("/done") == false && at("/missing_trials") == 5 && at("/missing_runs") == 4);
        QVERIFY(at("/variants") == (nlohmann::json{"searched", "fixed", "ce"}));
        QCOMPARE(report.at("cells").size(), std::size_t(4));
        QVERIFY(at("/cells/1/name") == "c1" && at("/cells/1/settings/imbalance-factor") == 50 && at("/cells/1/seeds") == 3);
        QVERIFY(at("/cells/0/fingerprint") == "AAAA-BBBB" && at("/cells/1/fingerprint").is_null());
        QVERIFY(at("/cells/0/meta_labels") == "pseudo" && at("/cells/0/test_labels").is_null());
        QVERIFY(at("/cells/0/search/best") == 7 && at("/cells/0/search/best_value") == .81 && at("/cells/1/search/best").is_null());
        QVERIFY(at("/cells/0/search/architecture/input").is_string() && at("/cells/0/random_search/trials") == 0);
        QVERIFY(at("/cells/3/variants/1/same_as") == "searched" && at("/cells/0/variants/1/same_as").is_null());
        QVERIFY(at("/cells/0/variants/2/failed/0/seed") == 2 && at("/cells/0/variants/2/missing") == 1);
        QVERIFY(at("/cells/0/variants/2/few_seeds") == true && at("/cells/0/variants/3/name") == "searched@c1");
        QVERIFY(at("/cells/0/variants/2/figures/test.accuracy/last/half_width_95").is_null()); // one seed: no interval
        QVERIFY(!at("/cells/0/variants/2/figures").contains("detection.auroc"));               // no weights
        QVERIFY(at("/cells/0/variants/2/mechanism/effect") == "no weights" && at("/cells/0/variants/0/mechanism/shares/size").is_null());
        QVERIFY(near(at("/cells/0/variants/0/figures/test.accuracy/last_epochs/mean"), .71));
        QVERIFY(at("/cells/0/verdicts/0/second") == "fixed" && at("/cells/0/chosen/0/variant") == "searched");
        QVERIFY(at("/hypotheses/0/claim") == "better" && at("/hypotheses/0/bound") == 0.001 && at("/hypotheses/0/estimate/seeds") == 3);
        QVERIFY(at("/hypotheses/0/by_cell").size() == 4 && at("/hypotheses/0/runs_needed") == 21 && at("/hypotheses/1/second").is_null());
        QVERIFY(at("/hypotheses/1/cells") == (nlohmann::json{"c0", "c1"}) && at("/hypotheses/1/p").is_null());
        QVERIFY(at("/hypotheses/0/estimate_of") == "first - second" && at("/hypotheses/1/estimate_of") == "first - limit");
        QVERIFY(at("/hypotheses/0/cells_without_value") == 0);
        QVERIFY(at("/hypotheses/1/runs_failed") == 2 && at("/hypotheses/1/status") == "cannot tell");
        QVERIFY(at("/phase_maps").size() == 2 && at("/phase_maps/1/second") == "ce");
        QVERIFY(at("/phase_maps/0/cells/1/0/cell") == "c2" && at("/phase_maps/0/y/key") == "noise-rate");
        QVERIFY(at("/phase_maps/0/next_cell").is_string() && at("/phase_maps/0/cells").size() == 2);
        QVERIFY(at("/phase_maps/0/cells/1/1/same_training") == true && at("/phase_maps/0/cells/1/0/same_training") == false);
        QVERIFY(at("/transfer/found_in_trained_in/1/0/same_training") == false);
        QVERIFY(at("/transfer/found_in_trained_in/1/0/seeds") == 3 && at("/transfer/cells").size() == 4);
        QCOMPARE(at("/strangers/0").get<std::string>(), std::string("old/cells/gone-1234"));
        QCOMPARE(jsonText(report), jsonText(planReport(plan.state)));
        plan.plan.transfers = false;
        QVERIFY(planReport(plan.state).at("transfer").is_null());
    }
};

QTEST_APPLESS_MAIN(tst_PlanTable)
#include "tst_plantable.moc"
