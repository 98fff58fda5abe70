// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareFixture.h"

#include "tests/support/Gestures.h"
#include "tests/support/HeldOutStudy.h"
#include "widgets/compare/CompareText.h"
#include "widgets/compare/SeedRows.h"
#include "widgets/compare/VerdictRowsView.h"
#include "widgets/plots/FigureExport.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace reweigh;
using namespace reweigh::test;

class tst_Verdicts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        useOwnFolders();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    static std::vector<VariantResult> several()
    {
        return {planted("searched", {0.83, 0.84, 0.85, 0.84, 0.83, 0.84}),
                planted("fixed", {0.80, 0.81, 0.82, 0.81, 0.795, 0.81}),                // searched is clearly above
                planted("fixed-searched-input", {0.75, 0.76, 0.77, 0.76, 0.75, 0.762}), // clearly below fixed
                planted("largest", {0.82, 0.85, 0.84, 0.845, 0.825, 0.84}),             // about the same
                planted("ce", {0.70})};                                                 // one seed
    }

    /// There is no axis to zoom: the wheel scrolls.
    void theWheelIsLeftToTheScrollArea()
    {
        VerdictRowsView view;
        view.setRows(verdictRows(several()));
        view.resize(700, view.heightFor(700));
        QVERIFY(!wheelAt(view, QRectF(view.rect()).center()));
    }

    /// Of images that nobody has checked every view of a comparison says so, but not the one of all studies here.
    void whatTheViewsStandOn()
    {
        Workbench bench;
        QWidget parent;
        const std::vector<Panel*> panels = makeComparePanels(bench, &parent);
        auto study = studyWith(several());
        study->facts->fingerprint = fingerprintWith(uncheckedLabels);
        bench.current().takeSnapshot(study);
        for (const Panel* panel : panels)
            QVERIFY2(panel->heldOut() == QLatin1String(panel->id() == QLatin1String("where") ? "" : uncheckedWords),
                     qPrintable(panel->id()));
        QCOMPARE(panels.size(), std::size_t(5));
    }

    void wordsForPlantedData()
    {
        const std::vector<VerdictRow> rows = verdictRows(several());
        QCOMPARE(rows.size(), std::size_t(5));
        QCOMPARE(rows[0].statement, QStringLiteral("searched − fixed 1-100-1, loss"));
        QCOMPARE(rows[0].verdict(), QStringLiteral("✓ better"));
        QCOMPARE(rows[0].role(), Role::Done);
        QVERIFY(rows[0].need().isEmpty());
        QVERIFY(rows[0].seen.startsWith(QStringLiteral("+3.08 [")));
        QVERIFY(rows[0].effect().startsWith(QStringLiteral("g ")));
        QCOMPARE(rows[2].verdict(), QStringLiteral("? cannot tell"));
        QCOMPARE(rows[2].role(), Role::Warning);
        QVERIFY(rows[2].need().contains(QStringLiteral("in all, for 80 % power")));
        QVERIFY(rows[3].seen.contains(QStringLiteral("no interval")));
        QVERIFY(rows[3].chance().isEmpty());
        QCOMPARE(rows[3].need(), QStringLiteral("at least 2 seeds"));
        QCOMPARE(rows[3].unpaired, 5);
        QVERIFY(rows[3].details().contains(QStringLiteral("without a pair")));
        QCOMPARE(rows[4].statement, QStringLiteral("1-100-1, searched input − fixed 1-100-1, loss"));
        QCOMPARE(rows[4].verdict(), QStringLiteral("✕ worse"));
        QCOMPARE(rows[4].role(), Role::Bad);
        QVERIFY(rows[0].details().contains(QStringLiteral("Exact signed rank")));
    }

    /// The window's table has the same rows as the output of `reweigh compare` and `reweigh report` (comparisonJson).
    void theSameNumbersAsTheCommandLine()
    {
        const std::vector<VariantResult> results = several();
        const nlohmann::json printed = toJson(judgeVariants(results));
        const FigureTable shown = verdictTable(verdictRows(results));
        QCOMPARE(shown.rows.size(), printed.size());
        for (std::size_t row = 0; row < printed.size(); ++row)
            for (qsizetype column = 0; column < shown.header.size(); ++column) {
                const nlohmann::json& cell = printed[row].at(shown.header[column].toStdString());
                const QVariant& ours = shown.rows[row][column];
                if (cell.is_string())
                    QCOMPARE(ours.toString(), QString::fromStdString(cell));
                else if (cell.is_number())
                    QCOMPARE(ours.toDouble(), cell.get<double>());
                else
                    QVERIFY(ours.isNull() || ours.toString().isEmpty() || !std::isfinite(ours.toDouble()));
            }
    }

    /// Verdicts on another metric than test accuracy: the variant that is better by one can be worse by the other.
    void verdictsByAnotherMetric()
    {
        std::vector<VariantResult> results = {planted("searched", {0.80, 0.81, 0.82, 0.83}), planted("fixed", {0.70, 0.71, 0.72, 0.74})};
        for (std::size_t variant = 0; variant < 2; ++variant)
            for (VariantRun& run : results[variant].runs)
                run.metrics["detection.auroc"].meanOfLast = (variant == 0 ? 0.60 : 0.90) + 0.001 * run.seed * double(variant + 1);
        QCOMPARE(verdictRows(results)[0].verdict(), QStringLiteral("✓ better"));
        const auto auroc = std::ranges::find(comparedMetrics(), std::string_view("detection.auroc"),
                                             [](const ComparedMetric& metric) { return std::string_view(metric.key); });
        const std::vector<VerdictRow> other = verdictRows(results, *auroc);
        QCOMPARE(other[0].metric, QStringLiteral("detection.auroc"));
        QCOMPARE(other[0].verdict(), QStringLiteral("✕ worse"));
        // -0.301, -0.302, -0.303, -0.304: mean -0.3025, half-width 3.1824 s / 2 with s 0.00129; no points, for it is no accuracy.
        QVERIFY2(other[0].seen.startsWith(QStringLiteral("-0.302 [-0.305, -0.300]"))
                     || other[0].seen.startsWith(QStringLiteral("-0.303 [-0.305, -0.300]")),
                 qPrintable(other[0].seen));
        VerdictRowsView view; // the pointer reads the row
        view.setRows(other);
        view.resize(600, view.heightFor(600));
        QCOMPARE(view.tipAt(QPointF(10.0, 5.0)), other[0].details());
        QVERIFY(!other[0].details().isEmpty() && view.tipAt(QPointF(10.0, -1.0)).isEmpty());
    }

    void groupsOfOtherClassesAreNotCompared()
    {
        std::vector<VariantResult> results = {planted("searched", {0.80, 0.81}), planted("fixed", {0.70, 0.71})};
        for (VariantResult& result : results)
            for (VariantRun& run : result.runs)
                run.classGroups = result.name() == "fixed" ? "012" : "021";
        const auto few = std::ranges::find(comparedMetrics(), std::string_view("test.few"),
                                           [](const ComparedMetric& metric) { return std::string_view(metric.key); });
        const std::vector<VerdictRow> rows = verdictRows(results, *few);
        QVERIFY(rows.size() == 1 && rows[0].seen.startsWith(QStringLiteral("not compared")) && rows[0].need().isEmpty());
        QCOMPARE(rows[0].verdict(), QStringLiteral("? cannot tell"));
        QVERIFY(rows[0].details().contains(QStringLiteral("2 seed")));
        QVERIFY(verdictRows(results)[0].seen.contains(QStringLiteral("points")));
    }

    void fiveSeedsAreTooFewForTheSignedRank()
    {
        const auto note = [](int seeds) {
            return signedRankNote(verdictRows({planted("searched", std::vector<double>(std::size_t(seeds), 0.8)),
                                               planted("fixed", std::vector<double>(std::size_t(seeds), 0.7))}));
        };
        QVERIFY(note(5).contains(QStringLiteral("0.0625")));
        QVERIFY(note(6).isEmpty()); // the smallest p is 0.03125
        QVERIFY(note(1).isEmpty()); // nothing is tested
    }

    /// Compares the AUROC among the classes with few images with 0.5: do weights detect wrong labels there?
    void separationIsJudgedOnTheRarest()
    {
        const auto withAuroc = [](double first) {
            VariantResult searched = planted("searched", {0.6, 0.6, 0.6, 0.6});
            for (VariantRun& run : searched.runs)
                run.metrics["detection.auroc_few"].meanOfLast = first + 0.01 * run.seed;
            return verdictRows({searched});
        };
        const std::vector<VerdictRow> right = withAuroc(0.75), upsideDown = withAuroc(0.25);
        QCOMPARE(right.size(), std::size_t(1));
        QCOMPARE(right[0].verdict(), QStringLiteral("✓ better"));
        QVERIFY(right[0].seen.startsWith(QStringLiteral("AUROC 0.775 [")));
        QCOMPARE(upsideDown[0].verdict(), QStringLiteral("✕ worse")); // weights are highest for wrong labels
    }

    void missingRunsAreQueued()
    {
        Workbench bench;
        QWidget parent;
        QAction compare(QStringLiteral("Compare"));
        bench.registerAction(QStringLiteral("compare"), &compare);
        QSignalSpy triggered(&compare, &QAction::triggered);
        ExperimentConfig config;
        config.search.variantSeeds = 2;
        bench.current().document().load(config, {});
        Panel* panel = shown(bench, parent, QStringLiteral("verdicts"));
        auto* queue = panel->findChild<QPushButton*>(QStringLiteral("verdicts-queue"));
        auto* seeds = panel->findChild<QSpinBox*>(QStringLiteral("verdicts-seeds"));
        bench.current().takeSnapshot(studyWith({planted("searched", {0.8, 0.81}), planted("ce", {0.7, 0.71})}, config));
        QTRY_COMPARE(seeds->value(), 2);
        QTRY_VERIFY(queue->isVisible() && !queue->isEnabled()); // every variant has its two seeds
        QTest::keyClick(seeds, Qt::Key_Up);
        QCOMPARE(bench.current().config().search.variantSeeds, 3);
        QTRY_VERIFY(queue->isEnabled());
        QTest::mouseClick(queue, Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(seeds->property("refused"), QVariant(false)); // Ctrl+Z in it is the document's
        bench.current().document().undoStack().undo();
        QTRY_COMPARE(seeds->value(), 2);
        QTRY_VERIFY(!queue->isEnabled());

        // A result that comes while a number is typed leaves it alone.
        auto* typed = seeds->findChild<QLineEdit*>();
        typed->setText(QStringLiteral("12"));
        bench.current().takeSnapshot(studyWith({planted("searched", {0.8, 0.81}), planted("ce", {0.7})}, config));
        QTRY_VERIFY(queue->isEnabled()); // one run is missing
        QCOMPARE(typed->text(), QStringLiteral("12"));
    }

    /// Both views name the minuend and the subtrahend of a difference, so that one pair with two signs is not two findings.
    void differencesSayFromWhat()
    {
        const SeedRows rows = variantRows(gatherVariants(studyWith(several())), comparedMetrics().front());
        QCOMPARE(rows.first, QStringLiteral("searched"));
        const VerdictRow verdict = verdictRows(several()).front();
        QCOMPARE(verdict.first, QStringLiteral("searched"));
        QCOMPARE(verdict.second, QStringLiteral("fixed"));
        QVERIFY(verdict.statement.startsWith(QStringLiteral("searched − ")));
        QVERIFY(qAbs(rows.rows[1].minusFirst->mean + verdict.judgement.test.interval.mean) < 1e-12);
        Workbench bench;
        bench.current().takeSnapshot(studyWith(several()));
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("variants"));
        QTRY_VERIFY(panel->hasContent() && panel->isFresh());
        QVERIFY2(panel->summary().contains(QStringLiteral("minus searched: -")), qPrintable(panel->summary()));
        QTemporaryDir folder;
        for (const double width : {columnInches, 2 * textInches}) { // without columns there was no word of it
            const QString file = folder.filePath(QStringLiteral("%1.svg").arg(width));
            QVERIFY(exportFigure(*panel, bench.current(), file.toStdString(), {.width = width}));
            QFile svg(file);
            QVERIFY(svg.open(QIODevice::ReadOnly));
            QVERIFY(svg.readAll().contains("minus searched"));
        }
    }

    void chanceInWords()
    {
        QCOMPARE(pText(0.0004), QStringLiteral("p < 0.001"));
        QCOMPARE(pText(0.0416), QStringLiteral("p 0.042"));
        QCOMPARE(pointsInterval({.n = 1, .mean = 0.0136}), QStringLiteral("+1.36"));
        QCOMPARE(pointsInterval({.n = 5, .mean = 0.0136, .halfWidth = 0.0065}), QStringLiteral("+1.36 [0.71, 2.01]"));
    }
};

QTEST_MAIN(tst_Verdicts)
#include "tst_verdicts.moc"
