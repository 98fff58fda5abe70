// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PlanTables.h"
#include "app/cli/Terminal.h"
#include "app/cli/TextTable.h"
#include "core/base/PathText.h"
#include "tests/core/plan/MadePlan.h"

#include <QtTest>

#include <sstream>

using namespace reweigh;
using test::MadePlan;

/// The tables that `reweigh run` and `reweigh report` print of a plan.
class tst_PlanTables : public QObject {
    Q_OBJECT

    static QString text(const MadePlan& plan) { return QString::fromStdString(planTables(plan.state)); }

    /// The entries of the rows of all tables that begin with `first`, joined by '|'.
    static QStringList rows(const MadePlan& plan, const QString& first)
    {
        QStringList found;
        for (const QString& line : text(plan).split('\n')) {
            QStringList entries = line.split('|').mid(1);
            for (QString& entry : entries)
                entry = entry.trimmed();
            if (entries.value(0) == first)
                found << entries.join('|');
        }
        return found;
    }

    static std::vector<nlohmann::json> twoByTwo() { return test::grid({{"noise-rate", {0.0, 0.4}}, {"imbalance-factor", {1.0, 50.0}}}); }

private Q_SLOTS:
    /// Losses of 0.9 against 1.0: claim and estimate have one direction.
    void estimatesHaveTheDirectionOfTheClaim()
    {
        MadePlan plan({"searched", "ce"}, test::grid({}));
        for (const char* name : {"searched", "ce"})
            for (VariantRun& run : plan.give(0, name, {.7, .7, .7}).result.runs) {
                const double loss = name == std::string("ce") ? 1.0 : 0.9;
                run.metrics["test.loss"] = {5, loss, 5, loss, 3, loss};
            }
        plan.claim(ClaimKind::Better, "searched", "ce").metric = "test.loss";
        plan.claim(ClaimKind::Above, "ce", "", 0.5).metric = "detection.auroc";
        QVERIFY2(rows(plan, "h0").value(0).contains("ce − searched >|1|6 of 6|+0.100 ± 0.000|3"), qPrintable(text(plan)));
        QVERIFY2(rows(plan, "").contains(QString("|0.000, test loss|||||||")),
                 qPrintable(text(plan))); // the claim in the lines of its column
        QVERIFY(text(plan).contains("h1: no value in 1 of 1 cell\n") && !text(plan).contains("h0: no value"));
    }

    /// Of images that nobody has checked a cell's table says so, as a study's does.
    void whatTheFiguresStandOn()
    {
        MadePlan plan({"searched", "ce"}, test::grid({}));
        QVERIFY(!text(plan).contains("stand on"));
        plan.state.cells[0].heldOut = {"pseudo", "unchecked", "given"};
        QVERIFY2(text(plan).contains("\nwhat the figures stand on: meta set: pseudo, chosen by loss, not checked; validation images not "
                                     "checked; test images from a folder of their own\n"),
                 qPrintable(text(plan)));
        QVERIFY(!text(plan).contains("few test images"));
        plan.state.cells[0].heldOut.testImages = 3;
        plan.state.cells[0].heldOut.testImagesFewest = 1;
        QVERIFY2(text(plan).contains("\nfew test images: 3, of the class with fewest 1; one is 33.3 percentage points"),
                 qPrintable(text(plan)));
    }

    /// Of cells with 2 and 3 seeds the third one counts nowhere, which is said.
    void unequalSeeds()
    {
        MadePlan plan({"searched", "ce"}, test::grid({{"noise-rate", {0.0, 0.4}}}), 2);
        plan.claim(ClaimKind::Better, "searched", "ce");
        QVERIFY(!text(plan).contains("left out"));
        plan.plan.cells[1].config.search.variantSeeds = 3;
        QVERIFY2(text(plan).contains("\nh0: its cells have 2 to 3 seeds; those that only some of them have are left out\n"),
                 qPrintable(text(plan)));
    }

    /// Tables of verdicts fit into 100 columns, however long the names are.
    void verdictsFit()
    {
        MadePlan plan({"searched", "fixed-searched-input", "largest-searched-input"}, test::grid({}));
        for (const char* name : {"searched", "fixed-searched-input", "largest-searched-input"})
            plan.give(0, name, {.71, .75, .74});
        plan.give(0, "searched", {.70, .70, .70});
        const QString all = text(plan);
        const qsizetype table = all.indexOf("| difference");
        QVERIFY(table > 0);
        for (const QString& line : all.mid(table, all.indexOf("\n\n", table) - table).split('\n'))
            QVERIFY2(line.size() <= 105, qPrintable(line)); // the notes below it too
        // Differences -1, -5, -4: mean -10/3, deviation 2.0817, 4.3027 * 2.0817 / sqrt(3) = 5.17
        QVERIFY2(rows(plan, "searched −").value(0).contains("|3|-3.33 ± 5.17|"), qPrintable(all));
    }

    void maps()
    {
        MadePlan plan({"searched", "fixed"}, twoByTwo());
        plan.state.cells.pop_back();
        plan.give(0, "searched", {.72, .73, .74});
        plan.give(0, "fixed", {.7, .7, .7});
        plan.give(1, "searched", {.72, .73, .74});
        plan.makeSame(1, "fixed", "searched");
        const QString all = text(plan);
        QCOMPARE(rows(plan, "noise-rate \\ imbalance-factor").value(0), QString("noise-rate \\ imbalance-factor|1|50|"));
        // 4.3027 * 1 / sqrt(3); decided, for its p of 0.035 is the only one: what is one training is no test.
        QCOMPARE(rows(plan, "0").value(0), QString("0|+3.00 ± 2.48|the same|"));
        QCOMPARE(rows(plan, "0.4").value(0), QString("0.4|–|no cell|"));
        QVERIFY(all.contains("verdicts of a map are adjusted over the map"));
    }

    void columnsOfEpochs()
    {
        MadePlan plan({"searched"}, test::grid({}));
        plan.give(0, "searched", {.7, .7});
        for (PlanCell& cell : plan.plan.cells) {
            cell.config.training.epochs = 20;
            cell.config.search.objectiveEpochs = 3;
        }
        QVERIFY(text(plan).contains("mean of the last 3 epochs,") && text(plan).contains("best epoch *") && text(plan).contains("\n*:"));
        plan.plan.cells[0].config.search.objectiveEpochs = 1;
        QVERIFY(text(plan).contains("test figures: the last epoch,") && !text(plan).contains("best epoch") && !text(plan).contains("\n*:"));
        QCOMPARE(rows(plan, "searched").value(0), QString("searched|2, 1 missing|70.0 ± 0.0 %|60.0 ± 0.0 %|50.0 ± 0.0 %|0.650 ± 0.000|"));
    }

    /// A line for each training with weights, where a label is known to be wrong.
    void whatWeightsDo()
    {
        MadePlan plan({"searched", "fixed", "ce"}, test::grid({}));
        for (VariantRun& run : plan.give(0, "searched", {.7, .7, .7}).result.runs) {
            for (const char* metric : {"detection.auroc_many", "detection.auroc_medium", "detection.auroc_few"})
                run.metrics[metric] = {5, 0.5, 5, 0.5, 3, 0.5};
            run.metrics["weights.share_size"] = {5, 0.8, 5, 0.8, 3, 0.8};
            run.metrics["weights.share_wrongness"] = {5, 0.1, 5, 0.1, 3, 0.1};
        }
        for (VariantRun& run : plan.give(0, "fixed", {.7, .7, .7}).result.runs)
            run.metrics.erase("detection.auroc");
        plan.give(0, "ce", {.7, .7, .7});
        QVERIFY2(text(plan).contains("\nwhat the weights do\nsearched: follows class size only\n\n"), qPrintable(text(plan)));
        for (VariantRun& run : plan.give(0, "searched", {.7, .7, .7}).result.runs)
            run.metrics.erase("detection.auroc");
        QVERIFY(!text(plan).contains("what the weights do"));
    }

    void oneSeed()
    {
        MadePlan plan({"searched"}, twoByTwo());
        QVERIFY(oneSeedText(plan.plan).empty() && !text(plan).contains("one seed"));
        plan.plan.cells[2].config.search.variantSeeds = 1;
        QVERIFY(text(plan).contains("\n1 cell has one seed: no intervals and no verdicts there\n"));
        for (PlanCell& cell : plan.plan.cells)
            cell.config.search.variantSeeds = 1;
        QCOMPARE(oneSeedText(plan.plan), std::string("one seed: no intervals and no verdicts\n"));
    }

    /// Names come from files; a terminal must not obey them, nor a line of a table be broken.
    void controlCharacters()
    {
        MadePlan plan({"searched", "fixed"}, test::grid({}));
        plan.plan.name = "a\x1b[31mb\nc";
        plan.claim(ClaimKind::Better, "searched", "fixed").name = "x\x07y\nz";
        plan.plan.hypotheses[0].statement = "One\nMissing";
        const std::string all = planTables(plan.state);
        for (const char c : {'\x1b', '\x07'})
            QVERIFY(all.find(c) == std::string::npos);
        QVERIFY(all.starts_with("a\uFFFD[31mb c\n") && all.find("x\uFFFDy z: One Missing\n") != std::string::npos);
        QCOMPARE(withoutControls("\x7f\xc2\x9b\xe2\x80\xae\xe2\x81\xa6"), std::string("\uFFFD\uFFFD\uFFFD\uFFFD"));
        const std::string kept = "é \xc2\xa0–\t± −\n\xff";
        QCOMPARE(withoutControls(kept), kept);
        std::ostringstream out, err;
        Terminal terminal(out, err, true);
        terminal.print("\x1b[2J");
        terminal.note("\x1b]0;title\x07");
        terminal.fail({ErrorCode::FileMissing, "\x1b[31m", {}, {}});
        QVERIFY((out.str() + err.str()).find('\x1b') == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_PlanTables)
#include "tst_plantables.moc"
