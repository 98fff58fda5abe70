// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Names.h"
#include "tests/widgets/report/ReportFixture.h"
#include "widgets/report/RecipeFormulas.h"
#include "widgets/report/ReportText.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>

using namespace reweigh;
using namespace reweigh::test;

/// What the report of a plan says, and that its HTML is whole and refers to nothing.
class tst_Page : public QObject {
    Q_OBJECT

    static void giveClassWeights(VariantRun& run)
    {
        for (const char* metric : {"detection.auroc_many", "detection.auroc_medium", "detection.auroc_few"})
            run.metrics[metric] = {5, 0.5, 5, 0.5, 3, 0.5};
        run.metrics["weights.share_size"] = {5, 0.8, 5, 0.8, 3, 0.8};
        run.metrics["weights.share_wrongness"] = {5, 0.1, 5, 0.1, 3, 0.1};
        run.metrics["weights.right_few"] = {5, 1.25, 5, 1.25, 3, 1.25};
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    /// A loss may be as small as it likes; what only rounding makes is 0.
    void smallFigures()
    {
        QCOMPARE(metricFigure(0.813, true), QStringLiteral("81.3"));
        QCOMPARE(metricFigure(-0.5, false), QStringLiteral("−0.500"));
        QCOMPARE(metricFigure(0.000123, false), QStringLiteral("0.000123"));
        QCOMPARE(metricFigure(-1.25e-7, false), QStringLiteral("−%1").arg(QLocale().toString(1.25e-7, 'g', 3)));
        QCOMPARE(metricFigure(-1.4e-17, false), QStringLiteral("0.000"));
        QCOMPARE(differenceText({.n = 3, .mean = 2e-5, .halfWidth = 1e-17}, false),
                 QStringLiteral("+%1\u00A0±\u00A00.000").arg(QLocale().toString(2e-5, 'g', 3)));
        QCOMPARE(differenceText({.n = 3, .mean = -0.024, .halfWidth = 0.00364}, false), QStringLiteral("−0.024\u00A0±\u00A00.004"));
        QCOMPARE(intervalText({.n = 3, .mean = 0.024, .halfWidth = 0.000364}, false), QStringLiteral("0.0240\u00A0±\u00A00.0004"));
        SmallPlan made;
        made.plan.hypotheses[0].bound = 0.0005; // half a tenth of a point
        const QStringList items = itemsOf(made.report());
        QVERIFY2(items[0].contains(QStringLiteral("by more than 0.05\u00A0percentage"))
                     || items[0].contains(QStringLiteral("by more than 0.05 percentage")),
                 qPrintable(items[0]));
    }

    /// Every kind of noise and imbalance that can be chosen has its formula, but labels from a file, which have none.
    void everyKindHasItsFormula()
    {
        for (const auto& row : EnumTable<NoiseType>::rows)
            QVERIFY2(noiseFormula(row.value).isEmpty() == (row.value == NoiseType::File), row.name);
        for (const auto& row : EnumTable<ImbalanceType>::rows)
            QVERIFY2(!imbalanceFormula(row.value).isEmpty(), row.name);
    }

    void hasEveryCellAndVariant()
    {
        const SmallPlan made;
        const QString text = textOf(htmlOf(made.report()));
        QVERIFY(!text.isEmpty());
        for (const char* word : {"searched", "fixed", "ce", "7F3K-9Q2A", "00000003", "Searching helps", "--noise-rate", "Reweigh"})
            QVERIFY2(text.contains(QLatin1String(word)), word);
        for (const char* noise : {"0", "0.4"})
            for (const char* imbalance : {"1", "50"})
                QVERIFY(text.contains(QStringLiteral("imbalance-factor\u00A0%2, noise-rate\u00A0%1\n").arg(noise, imbalance)));
    }

    /// Of few test images the answer itself warns.
    void fewTestImages()
    {
        SmallPlan made;
        QVERIFY(!textOf(htmlOf(made.report())).contains(QStringLiteral("ew test images")));
        made.state.cells[0].heldOut = {"checked", "checked", "checked", 400, 100};
        made.state.cells[1].heldOut = {"checked", "checked", "checked", 3, 1};
        const QString text = textOf(htmlOf(made.report()));
        QVERIFY2(text.contains(QStringLiteral("Few test images: 3, of the class with fewest 1; one is 33.3 percentage points")),
                 qPrintable(text));
    }

    /// A statement may be one long word, which a page on paper would cut.
    void longWordsBreakEverywhere()
    {
        const QString html = QString::fromUtf8(htmlOf(SmallPlan().report()));
        const qsizetype body = html.indexOf(QLatin1String("body {"));
        QVERIFY(body >= 0);
        QVERIFY(html.mid(body, html.indexOf(QLatin1Char('}'), body) - body).contains(QLatin1String("overflow-wrap: break-word;")));
    }

    void refersToNothing()
    {
        QString html = QString::fromUtf8(htmlOf(SmallPlan().report()));
        QVERIFY(html.contains(QLatin1String("<svg")));
        for (const char* space : {"http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"})
            html.remove(QLatin1String(space)); // names, not places
        for (const char* reference : {"http:", "https:", "file:", "src=", "href=", "url(", "@import", "<script", "<link", "/tmp"})
            QVERIFY2(!html.contains(QLatin1String(reference)), reference);
    }

    /// The differences 2, 1 and 3 points: mean 2, deviation 1, t(0.975, 2) = 4.3027, half-width 4.3027 / sqrt(3) = 2.484; the two-sided p
    /// of t = 3.4641 with 2 degrees is 0.0742, by Holm twice that unless the other claim has less.
    void answersInWords()
    {
        const SmallPlan made;
        const QStringList items = itemsOf(made.report());
        QVERIFY(items.size() > 2);
        QVERIFY2(items[0].startsWith(QStringLiteral("Searching helps — cannot tell. searched better than fixed by more than 0.0 percentage "
                                                    "points, test accuracy: +2.0 ± 2.5 percentage points, ")),
                 qPrintable(items[0]));
        QVERIFY2(items[1].startsWith(QStringLiteral("Without weights less than half is right — ")), qPrintable(items[1]));
        QVERIFY2(items[1].contains(QStringLiteral("ce below 50.0 %")), qPrintable(items[1]));
        QVERIFY2(items[1].endsWith(QStringLiteral("11 of 12 run(s) are made.")), qPrintable(items[1]));
    }

    /// Losses of 0.9 against 1.0: the first is better by 0.1, and the estimate says so. "ce" has no weights, so no AUROC.
    void estimatesAreInTheDirectionOfTheClaim()
    {
        SmallPlan made;
        for (CellState& cell : made.state.cells)
            for (std::size_t variant = 0; variant < 2; ++variant)
                for (VariantRun& run : cell.variants[variant].result.runs) {
                    const double loss = variant == 0 ? 0.9 : 1.0;
                    run.metrics["test.loss"] = {5, loss, 5, loss, 3, loss};
                }
        made.plan.hypotheses[0].metric = "test.loss";
        made.plan.hypotheses[1].metric = "detection.auroc";
        const QStringList items = itemsOf(made.report());
        QVERIFY2(items[0].contains(QStringLiteral("searched better than fixed by more than 0.000, test loss (negative log-likelihood): "
                                                  "+0.100 ± 0.000")),
                 qPrintable(items[0]));
        QVERIFY2(items[1].contains(QStringLiteral("no value in 4 of 4 cell(s)")), qPrintable(items[1]));
        const QStringList rows = rowsOf(made.report(), QStringLiteral("Hypotheses"), QStringLiteral("h1"));
        QVERIFY2(rows.value(0).contains(QStringLiteral("no value in 4 of 4 cell(s)")), qPrintable(rows.value(0)));
    }

    void tablesHoldTheFigures()
    {
        const SmallPlan made;
        const Report report = made.report();
        // 0.82, 0.80, 0.84: mean 0.82, deviation 0.02, half-width 4.3027 * 2 / sqrt(3) = 4.968
        const QStringList rows = rowsOf(report, QStringLiteral("Test accuracy, %"), QStringLiteral("searched"));
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[0], QStringLiteral("searched|3|82.0 ± 5.0|82.0 ± 5.0|82.0 ± 5.0|72.0 ± 5.0"));
        QCOMPARE(rowsOf(report, QStringLiteral("Test accuracy, %"), QStringLiteral("ce")).last(),
                 QStringLiteral("ce|1, 1 failed|70.0|70.0|70.0|60.0"));
        const QStringList few = rowsOf(report, QStringLiteral("By class size, and calibration on test images"), QStringLiteral("fixed"));
        QCOMPARE(few.value(0), QStringLiteral("fixed|60.0 ± 2.5")); // columns that nobody has are left out
    }

    /// Within each size of class weights are at chance, and size has most of their variance: they follow class size (MechanismVerdict.h).
    void saysWhatWeightsDo()
    {
        SmallPlan made;
        for (VariantRun& run : made.state.cells[1].variants[1].result.runs)
            giveClassWeights(run), run.metrics["detection.average_precision_few"] = {5, 0.25, 5, 0.25, 3, 0.25};
        const Report report = made.report();
        const QStringList items = itemsOf(report).filter(QStringLiteral("; follows class size only"));
        QCOMPARE(items.size(), 1);
        QVERIFY2(items[0].startsWith(QStringLiteral("fixed: ")), qPrintable(items[0]));
        QCOMPARE(rowsOf(report, QStringLiteral("What decides the weights"), QStringLiteral("fixed")),
                 QStringList{QStringLiteral("fixed|10.0 ± 0.0|80.0 ± 0.0|–")});
        const QStringList scores = rowsOf(report, QStringLiteral("1 − weight as a score for wrong labels"), QStringLiteral("fixed"));
        QVERIFY2(scores.filter(QStringLiteral("|0.500 ± 0.000|0.500 ± 0.000|0.500 ± 0.000")).size() == 1, qPrintable(scores.join('\n')));
        QCOMPARE(rowsOf(report, QStringLiteral("Average precision of that score"), QStringLiteral("fixed")),
                 QStringList{QStringLiteral("fixed|–|–|–|0.250 ± 0.000")});
        QCOMPARE(rowsOf(report, QStringLiteral("Mean weights"), QStringLiteral("fixed")),
                 QStringList{QStringLiteral("fixed|–|–|1.250 ± 0.000|–|–|–")});
        QVERIFY(rowsOf(report, QStringLiteral("What decides the weights"), QStringLiteral("searched")).isEmpty()); // nothing is known
    }

    /// Of a user's own images it is known which labels were changed, and not which are wrong.
    void onlyChangesOfOwnLabels()
    {
        SmallPlan made;
        const QString known = QStringLiteral("1 − weight as a score for wrong labels"),
                      own = QStringLiteral("1 − weight as a score for changed labels");
        QCOMPARE(rowsOf(made.report(), known, QStringLiteral("searched")).size(), 4);
        for (PlanCell& cell : made.plan.cells)
            cell.config.data.dataset = "folder";
        QCOMPARE(rowsOf(made.report(), own, QStringLiteral("searched")).size(), 4);
        QVERIFY(rowsOf(made.report(), known, QStringLiteral("searched")).isEmpty());
    }

    void namesCellsThatCannotBeUsed()
    {
        SmallPlan made;
        QVERIFY(
            rowsOf(made.report(), QStringLiteral("Cells that cannot be used"), QStringLiteral("imbalance-factor\u00A01, noise-rate\u00A00"))
                .isEmpty());
        made.state.cells[0].failure = Error{ErrorCode::StudyOtherData, "study.db", "pixels", {}};
        const QStringList rows = rowsOf(made.report(), QStringLiteral("Cells that cannot be used"),
                                        QStringLiteral("imbalance-factor\u00A01, noise-rate\u00A00"));
        QCOMPARE(rows.size(), 1);
        QVERIFY2(rows[0].contains(QStringLiteral("pixels")), qPrintable(rows[0]));
    }

    void namesWhatIsMissing()
    {
        const SmallPlan made;
        const Report report = made.report();
        QCOMPARE(rowsOf(report, QStringLiteral("Not run yet"), QStringLiteral("imbalance-factor\u00A050, noise-rate\u00A00.4")),
                 QStringList{QStringLiteral("imbalance-factor 50, noise-rate 0.4|0|1|ce (1)")});
        const QStringList failed =
            rowsOf(report, QStringLiteral("Failed or diverged"), QStringLiteral("imbalance-factor\u00A050, noise-rate\u00A00.4"));
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed[0].startsWith(QStringLiteral("imbalance-factor 50, noise-rate 0.4|ce|2|")), qPrintable(failed[0]));
        QVERIFY2(failed[0].contains(QStringLiteral("the loss is not finite")), qPrintable(failed[0]));
    }

    void namesCellsOfEarlierPlans()
    {
        SmallPlan made;
        made.state.strangers = {"/home/somebody/plan/cells/noise-rate-0.2-12345678"};
        const QByteArray html = htmlOf(made.report());
        QVERIFY(textOf(html).contains(QStringLiteral("noise-rate-0.2-12345678\n")));
        QVERIFY(!html.contains("/home/somebody"));
    }

    void failuresNameNoFolderOfThisMachine()
    {
        SmallPlan made;
        made.plan.folder = "/home/somebody/plan";
        made.state.cells[3].variants[2].result.failed[0].error.where = "/home/somebody/plan/cells/x/variants/ce/seed-2";
        QVERIFY(!htmlOf(made.report()).contains("/home/somebody"));
    }

    void theSameBytes() { QCOMPARE(htmlOf(SmallPlan().report()), htmlOf(SmallPlan().report())); }

    /// Where labels were checked, in a folder clean/ or by a list, meta and validation images are of these alone. They were said to be taken
    /// out of all training images, with the labels they came with.
    void checkedImagesAreNamed()
    {
        MadePlan made({"fixed"}, {nlohmann::json::object(), nlohmann::json::object()}, 1);
        std::vector<CellOrigin> origins(2);
        const auto says = [&](const char* words) {
            return std::ranges::any_of(itemsOf(planReportPage(made.state, origins)),
                                       [&](const QString& item) { return item.contains(QLatin1String(words)); });
        };
        const char *every = "taken out of the training images first", *checked = "taken out of these images alone";
        QVERIFY(says(every) && !says(checked));
        origins[0].changes = DataChanges{.labels = {label_origin::checked, label_origin::checked, label_origin::given}};
        QVERIFY(says(every) && says(checked)); // a cell of each
        made.plan.cells[1].config.data.dataset = "folder";
        made.plan.cells[1].config.data.clean = "checked.csv"; // that has not begun
        QVERIFY(!says(every) && says(checked));
        made.plan.cells[1].config.data.clean = everyLabelIsRight;
        QVERIFY(says(every) && says(checked));
    }

    /// One cell, one seed, no axis, no hypothesis: no interval is made up.
    void oneRun()
    {
        MadePlan made({"fixed"}, {nlohmann::json::object()}, 1);
        made.give(0, "fixed", {0.8});
        const Report report = planReportPage(made.state, std::vector<CellOrigin>(1));
        QCOMPARE(rowsOf(report, QStringLiteral("Test accuracy, %"), QStringLiteral("fixed")),
                 QStringList{QStringLiteral("fixed|1|80.0|80.0|80.0|70.0")});
        const QByteArray html = htmlOf(report);
        QVERIFY(!textOf(html).isEmpty());
        QVERIFY(!html.contains("inf") || !html.contains("± inf"));
        QVERIFY(!html.contains("nan "));
        QCOMPARE(figuresOf(report).size(), std::size_t(1)); // the variants
    }

    void nothingRunYet()
    {
        const MadePlan made({"searched", "fixed"}, grid({{"noise-rate", {0.0, 0.4}}}));
        const QString text = textOf(htmlOf(planReportPage(made.state, {})));
        QVERIFY(text.contains(QStringLiteral("No run of this cell has ended.")));
        QVERIFY(text.contains(QStringLiteral("searched (3), fixed (3)")));
    }

    /// Names may have any character, and any length.
    void strangeNames()
    {
        SmallPlan made;
        made.plan.name = "a < b & \"c\"\x01";
        made.plan.hypotheses[0].name = std::string(300, 'x');
        made.plan.hypotheses[1].name = "a\x7f\xc2\x9b\xe2\x80\xaez\xc2\xa0\xc3\xa9"; // DEL, CSI and an override of direction, then letters
        made.plan.hypotheses[0].statement = "is <b>1</b> > 0 & %1 %2?";
        const QString text = textOf(htmlOf(made.report()));
        QVERIFY(text.contains(QStringLiteral("a < b & \"c\"\uFFFD")));
        QVERIFY(text.contains(QStringLiteral("is <b>1</b> > 0 & %1 %2? — ")));
        QVERIFY(text.contains(QStringLiteral("a\uFFFD\uFFFD\uFFFDz\u00A0\u00E9")));
    }

    /// Networks that are the own one again, and combinations that the plan does not have.
    void equalTrainingsAndCellsThatAreNotThere()
    {
        MadePlan made({"searched", "fixed"}, grid({{"noise-rate", {0.0, 0.4}}, {"imbalance-factor", {1.0, 50.0}}}));
        made.plan.transfers = true;
        made.state.cells.pop_back();
        for (std::size_t cell = 0; cell < 3; ++cell)
            made.give(cell, "searched", {0.82, 0.80, 0.84});
        made.makeSame(0, "searched@c1", "searched");
        made.give(0, "searched@c2", {0.83, 0.82, 0.86});
        const Report report = planReportPage(made.state, {});
        const QStringList rows = rowsOf(report, QStringLiteral("Networks found in one cell and trained in another"),
                                        QStringLiteral("imbalance-factor\u00A050, noise-rate\u00A00"));
        QCOMPARE(rows, QStringList{QStringLiteral("imbalance-factor 50, noise-rate 0|imbalance-factor 1, noise-rate 0|the same|3|–")});
        const std::vector<ReportFigure> figures = figuresOf(report);
        QVERIFY(std::ranges::any_of(
            figures, [](const ReportFigure& figure) { return figure.caption.contains(QStringLiteral("the plan has no such cell")); }));
        for (const ReportFigure& figure : figuresOf(SmallPlan().report()))
            QVERIFY(!figure.caption.contains(QStringLiteral("the plan has no such cell")));
    }

    void manyCells()
    {
        std::vector<std::string> variants;
        for (int i = 0; i < 15; ++i)
            variants.push_back("variant-" + std::to_string(i));
        MadePlan made(variants, grid({{"noise-rate", {0.0, 0.1, 0.2, 0.3, 0.4, 0.5}}, {"imbalance-factor", {1, 2, 5, 10, 50}}}));
        for (std::size_t cell = 0; cell < 30; ++cell)
            for (std::size_t i = 0; i < variants.size(); ++i) {
                const double base = 0.5 + 0.01 * double(i) + 0.005 * double(cell);
                made.give(cell, variants[i], {base, base + 0.01, base - 0.02});
            }
        QElapsedTimer clock;
        clock.start();
        const Report report = planReportPage(made.state, {});
        const QByteArray html = htmlOf(report);
        QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(!textOf(html).isEmpty());
        for (const ReportFigure& figure : figuresOf(report))
            QVERIFY2(figure.points.height() <= 640.0, qPrintable(figure.title)); // each fits on a page, with its caption
        int rows = 0;
        for (const std::string& variant : variants)
            rows += int(rowsOf(report, QStringLiteral("Test accuracy, %"), QString::fromStdString(variant)).size());
        QCOMPARE(rows, 30 * 15);
    }
};

QTEST_MAIN(tst_Page)
#include "tst_page.moc"
