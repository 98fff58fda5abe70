// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareFixture.h"

#include "tests/support/Gestures.h"
#include "widgets/compare/CompareText.h"
#include "widgets/compare/SeedRowsView.h"
#include "widgets/compare/VariantFigures.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/PlotCursor.h"
#include "widgets/plots/PlotPanel.h"
#include "widgets/plots/SeriesPens.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QScopeGuard>
#include <QToolButton>

#include <set>

using namespace reweigh;
using namespace reweigh::test;

class tst_Variants : public QObject {
    Q_OBJECT

    static std::vector<VariantResult> several()
    {
        return {planted("searched", {0.83, 0.84, 0.85}), planted("fixed", {0.80, 0.82, 0.81}), planted("ce", {0.70, 0.72, 0.71})};
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        useOwnFolders();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void rows()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("variants"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("variants-view"));
        QVERIFY(view);
        bench.current().takeSnapshot(studyWith(several()));
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3));
        const std::vector<SeedRow>& rows = view->rows().rows;
        QCOMPARE(rows[0].name, QStringLiteral("searched: loss → 100")); // with the network of the variant

        QCOMPARE(rows[1].name, QStringLiteral("fixed 1-100-1, loss"));
        QCOMPARE(rows[2].name, QStringLiteral("cross entropy"));
        QVERIFY(!rows[0].minusFirst);
        QCOMPARE(rows[1].values, (std::vector<double>{0.80, 0.82, 0.81}));
        // t(0.975, 2) = 4.3027 times 0.01 / sqrt 3.
        QCOMPARE(meanText(rows[1].interval), QStringLiteral("0.8100 ± 0.0248 (3)"));
        QCOMPARE(pointsText(rows[1].minusFirst->mean), QStringLiteral("-3.00"));
        QVERIFY(panel->summary().contains(QStringLiteral("cross entropy: 0.7100")));
        QVERIFY(panel->scope().contains(QStringLiteral("Student t")));
        const FigureTable table = panel->table();
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows[2][4].toDouble(), 0.71);
        QCOMPARE(
            panel->findChild<QLabel*>(QStringLiteral("variants-note"))->text(),
            QStringLiteral("Same seeds, splits and budget for every variant unless it says otherwise; the search never saw test data."));
    }

    /// In words, which are translated, as in every view.
    void aStandardisedInputIsSaidToBeOne()
    {
        VariantResult variant = planted("searched", {0.8});
        variant.metaNet = {.input = "loss+stage3", .withLabel = true, .hidden = {64, 16}, .standardised = true};
        QCOMPARE(networkText(variant), QStringLiteral("loss + stage 3 + label, standardised → 64-16"));
        variant.metaNet.standardised = false;
        QCOMPARE(networkText(variant), QStringLiteral("loss + stage 3 + label → 64-16"));
    }

    /// Beside the metric stand the words on the weights, the few classes and the AUROC; their figures are those that `reweigh compare`
    /// and `reweigh report` print.
    void besideTheMetric()
    {
        std::vector<VariantResult> results = several();
        results[0].metaNet.withLabel = true;
        results[1].weighting = "class-balanced";
        for (const ComparedMetric& metric : comparedMetrics()) {
            const SeedRows rows = variantRows(gatherVariants(studyWith(results)), metric);
            // The AUROC of the first is 0.79 on average, the recall of the few 0.64.
            QCOMPARE(rows.rows[0].beside, QStringLiteral("fed by loss + label: separates wrong from right labels (AUROC 0.79)"
                                                         " · few images 0.6400 ± 0.0248 (3) · noise AUROC 0.7900 ± 0.0248 (3)"));
            QVERIFY(rows.rows[1].beside.startsWith(QStringLiteral("class-balanced: separates")));
            QCOMPARE(rows.rows[1].name, QStringLiteral("fixed 1-100-1, loss"));
            QCOMPARE(rows.rows[0].network, QStringLiteral("loss+label → 100")); // as files name it: the table goes into one
            QCOMPARE(rows.rows[1].network, QStringLiteral("class-balanced"));   // which has no network
            const FigureTable table = rows.table();
            const nlohmann::json printed = summariesJson(results);
            const auto column = [&](const char* name) { return table.header.indexOf(QString::fromLatin1(name)); };
            for (std::size_t row = 0; row < table.rows.size(); ++row) {
                const QVariantList& cells = table.rows[row];
                for (const char* key : {"few", "auroc"})
                    if (const nlohmann::json& mean = printed[row].at(key); mean.at("seeds") != 0) {
                        QCOMPARE(cells[column(key)].toDouble(), mean.at("mean").get<double>());
                        QCOMPARE(cells[column((key + std::string("_half_width_95")).c_str())].toDouble(),
                                 mean.at("half_width_95").get<double>());
                    }
                QCOMPARE(cells[column("weights")].toString(), QString::fromStdString(printed[row].at("weights").at("effect")));
            }
        }
        // Cross entropy weighs nothing.
        const SeedRows accuracy = variantRows(gatherVariants(studyWith(results)), comparedMetrics().front());
        QCOMPARE(accuracy.rows[2].beside, QStringLiteral("few images 0.5100 ± 0.0248 (3)"));
        // Of a user's own images it is not known which labels are right.
        ExperimentConfig own;
        own.data.dataset = "folder";
        const SeedRows folder = variantRows(gatherVariants(studyWith(results, own)), comparedMetrics().front());
        QVERIFY(folder.rows[0].beside.startsWith(QStringLiteral("fed by loss + label: separates changed labels from the others")));
    }

    void oneSeedHasNoBar()
    {
        const SeedRows rows = variantRows(gatherVariants(studyWith({planted("searched", {0.8})})), comparedMetrics().front());
        QCOMPARE(meanText(rows.rows.front().interval), QStringLiteral("0.8000 (1), no interval"));
    }

    void narrowRowsTakeTwoLines()
    {
        SeedRowsView view;
        view.setRows(variantRows(gatherVariants(studyWith(several())), comparedMetrics().front()));
        QVERIFY(view.heightFor(290) > view.heightFor(1200));
        SeedRows bare = view.rows();
        for (SeedRow& row : bare.rows)
            row.beside.clear();
        const int withWords = view.heightFor(1200);
        view.setRows(bare);
        const int line = QFontMetrics(Theme::instance().scopeFont()).height();
        QVERIFY(std::abs(withWords - view.heightFor(1200) - 3 * line) <= 3); // one line a row

        // The pointer reads a row: every seed, and the difference to the first.
        view.resize(1200, view.heightFor(1200));
        const QString said = view.tipAt(QPointF(10.0, view.height() / 2.0));
        QVERIFY2(said.contains(QStringLiteral("Seeds: ")) && said.contains(QStringLiteral("Minus searched, in points: ")),
                 qPrintable(said));
        QVERIFY(view.tipAt(QPointF(10.0, -1.0)).isEmpty());
    }

    void theAxisOfTheValuesIsZoomed()
    {
        SeedRowsView view;
        view.setRows(variantRows(gatherVariants(studyWith(several())), comparedMetrics().front()));
        view.resize(1200, view.heightFor(1200));
        auto& zoom = *view.findChild<ViewZoom*>();
        const ViewZoom::Range whole = zoom.whole(Qt::Horizontal);
        QVERIFY(whole.low < 0.70 && whole.high > 0.85); // every seed and its interval
        const QRectF plot = view.plotIn(view.rect());
        const QPoint place(int(plot.left() + plot.width() / 4), int(plot.center().y()));
        const double share = (place.x() - plot.left()) / plot.width();
        QVERIFY(wheelAt(view, place));
        const ViewZoom::Range seen = zoom.range(Qt::Horizontal);
        QVERIFY(qAbs(seen.size() - 0.8 * whole.size()) < 1e-12);
        QVERIFY(qAbs(seen.low + share * seen.size() - (whole.low + share * whole.size())) < 1e-12);
        QVERIFY(!wheelAt(view, {10.0, plot.center().y()})); // over the names it scrolls
        QVERIFY(!wheelAt(view, {plot.right() + 20.0, plot.center().y()}));
        QVERIFY(view.tipAt(place).contains(QStringLiteral("Seeds: ")));

        // A seed more leaves what is seen; another metric is another axis.
        std::vector<VariantResult> more = several();
        more[0] = planted("searched", {0.83, 0.84, 0.85, 0.99});
        view.setRows(variantRows(gatherVariants(studyWith(more)), comparedMetrics().front()));
        QCOMPARE(zoom.range(Qt::Horizontal), seen);
        QVERIFY(zoom.whole(Qt::Horizontal).high > whole.high);
        zoom.hold(Qt::Horizontal, {0.83, 0.84}); // all of the others lies below: drawn as arrow heads
        QVERIFY(!view.grab().isNull());
        view.setRows(variantRows(gatherVariants(studyWith(more)), comparedMetrics().back()));
        QVERIFY(!zoom.moved());
        QVERIFY(SeedRowsView().plotIn(view.rect()).isEmpty());
    }

    /// Of two trials of which one has an infinite value, the other's could not be seen.
    void infiniteValuesAreBeyondTheAxis()
    {
        auto study = std::make_shared<StudySnapshot>();
        const double values[] = {0.5, std::numeric_limits<double>::infinity(), 0.6, -std::numeric_limits<double>::infinity()};
        for (int number = 0; number < 4; ++number) {
            FrozenTrial trial{.number = number, .trialId = number + 1, .state = TrialState::Complete, .value = values[number]};
            study->trials.push_back(std::make_shared<const StudyTrial>(trial));
        }
        SeedRowsView view;
        view.setRows(trialRows(*study, {0, 1, 2, 3}));
        view.resize(1200, view.heightFor(1200));
        const ViewZoom::Range whole = view.findChild<ViewZoom*>()->whole(Qt::Horizontal);
        QVERIFY(whole.low <= 0.5 && whole.low > 0.0 && whole.high >= 0.6 && whole.high < 1.0);
        QVERIFY(!view.grab().isNull());
    }

    /// Where names stand among the seeds, the wheel zooms over the seeds and scrolls over the names.
    void narrowRowsScrollToo()
    {
        SeedRowsView view;
        view.setRows(variantRows(gatherVariants(studyWith(several())), comparedMetrics().front()));
        view.resize(290, view.heightFor(290));
        const QRectF plot = view.plotIn(view.rect());
        int zooms = 0, scrolls = 0;
        for (int y = int(plot.top()) + 1; y < int(plot.bottom()); ++y)
            ++(wheelAt(view, {plot.center().x(), double(y)}, y % 2 ? 120 : -120) ? zooms : scrolls);
        const int line = QFontMetrics(Theme::instance().bodyFont()).height();
        QVERIFY2(qAbs(zooms - 3 * line) <= 9, qPrintable(QString::number(zooms))); // a line in each row
        QVERIFY(scrolls > zooms);
    }

    void metricSwitch()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("variants"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("variants-view"));
        auto* metric = panel->findChild<QComboBox*>(QStringLiteral("variants-metric"));
        bench.current().takeSnapshot(studyWith(several()));
        QTRY_COMPARE(view->rows().axis, QStringLiteral("test accuracy"));
        QTest::keyClick(metric, Qt::Key_Down);
        QTest::keyClick(metric, Qt::Key_Down);
        QTRY_COMPARE(view->rows().axis, QStringLiteral("test accuracy, classes with few images"));
        QCOMPARE(view->rows().rows[0].values.front(), 0.83 - 0.2);
        // Cross entropy has no weights, so it cannot detect noise.
        QTest::keyClick(metric, Qt::Key_End);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(2));
        QTest::keyClick(metric, Qt::Key_Home);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3));
    }

    /// A study stores each run when it ends.
    void finishedRunsAppearAsTheyCome()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("variants"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("variants-view"));
        bench.current().takeSnapshot(studyWith({planted("searched", {}), planted("fixed", {})}));
        auto* empty = panel->findChild<QLabel*>(QStringLiteral("panelEmpty"));
        QTRY_VERIFY(empty->isVisible()); // nothing has ended yet
        bench.current().takeSnapshot(studyWith({planted("searched", {0.6}), planted("fixed", {})}));
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(1));
        bench.current().takeSnapshot(studyWith({planted("searched", {0.6, 0.7}), planted("fixed", {0.5})}));
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(2));
        QCOMPARE(view->rows().rows[0].values.size(), std::size_t(2));
        // Pairs have the same seed: only seed 1 has both runs.
        QCOMPARE(view->rows().rows[1].minusFirst->n, 1);
        QVERIFY(qAbs(view->rows().rows[1].minusFirst->mean + 0.1) < 1e-12);
    }

    /// The results of a better trial take the first place; earlier results stay and are distinguished by their network.
    void earlierResultsAreToldApart()
    {
        VariantResult earlier = planted("searched", {0.8, 0.81}, "0ld0ld00");
        earlier.metaNet.hidden = {7};
        earlier.earlier = true;
        const SeedRows rows =
            variantRows(gatherVariants(studyWith({planted("searched", {0.9, 0.91}), earlier})), comparedMetrics().front());
        QCOMPARE(rows.rows[0].name, QStringLiteral("searched: loss → 100"));
        QCOMPARE(rows.rows[1].name, QStringLiteral("searched, earlier: loss → 7"));
    }

    void anyNumberOfVariants()
    {
        std::vector<VariantResult> many;
        for (int i = 0; i < 14; ++i)
            many.push_back(planted("own" + std::to_string(i), {0.5 + 0.01 * i, 0.6}));
        QCOMPARE(variantRows(gatherVariants(studyWith(many)), comparedMetrics().front()).rows.size(), std::size_t(14));
        std::set<std::pair<QRgb, QList<qreal>>> pens;
        for (int place = 0; place < 41; ++place)
            pens.insert({seriesPen(place).color().rgba(), seriesPen(place).dashPattern()});
        QCOMPARE(pens.size(), std::size_t(41)); // all pens differ
    }

    /// Printed in grey, the lines of a comparison's first nine variants still differ, and the marks of its first seven.
    void variantsDifferWithoutColour()
    {
        std::set<QList<qreal>> dashes;
        std::set<QString> marks; // in lines of text
        for (int place = 0; place < 9; ++place) {
            dashes.insert(seriesPen(place).dashPattern());
            marks.insert(seriesMark(seriesPen(place)));
        }
        QCOMPARE(dashes.size(), std::size_t(9));
        QCOMPARE(marks.size(), std::size_t(9));
        std::set<int> shapes;
        for (int place = 0; place < 7; ++place)
            shapes.insert(int(variantMark(place).shape()));
        QCOMPARE(shapes.size(), std::size_t(7));
        for (int place = 1; place < 6; ++place) // of a usual comparison
            for (int other = 0; other < place; ++other)
                QVERIFY(seriesPen(place).color() != seriesPen(other).color());
    }

    /// Variants keep the configuration with which they were trained, even if the document changes; only the number of seeds is the
    /// document's.
    void comparedIsWhatIsStored()
    {
        Workbench bench;
        ExperimentConfig config;
        config.training.epochs = 4;
        bench.current().document().load(config, {});
        bench.current().takeSnapshot(studyWith({}, config));
        QVERIFY(bench.current().document().set("epochs", 20, "Epochs"));
        QVERIFY(bench.current().document().set("variant-seeds", 5, "Seeds"));
        QCOMPARE(comparedConfig(bench.current()).training.epochs, 4);
        QCOMPARE(comparedConfig(bench.current()).search.variantSeeds, 5);
    }

    void chosenTrialsSideBySide()
    {
        Workbench bench;
        QWidget parent;
        Panel* panel = shown(bench, parent, QStringLiteral("variants"));
        auto* view = panel->findChild<SeedRowsView*>(QStringLiteral("variants-view"));
        auto* button = panel->findChild<QAbstractButton*>(QStringLiteral("variants-show-trials"));
        auto study = studyWith(several());
        for (int number = 0; number < 4; ++number) {
            FrozenTrial trial{.number = number, .trialId = number + 1, .state = TrialState::Complete, .value = 0.5 + 0.1 * number};
            study->trials.push_back(std::make_shared<const StudyTrial>(trial));
        }
        bench.current().takeSnapshot(study);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3));
        QVERIFY(!button->isVisible()); // fewer than two trials are selected
        bench.current().selection().set({1, 3}, 3);
        QTRY_VERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(2));
        QCOMPARE(view->rows().rows[1].values, std::vector<double>{0.8});
        QVERIFY(!panel->findChild<QComboBox*>(QStringLiteral("variants-metric"))->isVisible()); // trials have one metric only
        QVERIFY(qAbs(view->rows().rows[1].minusFirst->mean - 0.2) < 1e-12);
        QVERIFY(panel->findChild<QLabel*>(QStringLiteral("variants-note"))->text().startsWith(QStringLiteral("One seed each")));
        bench.current().selection().setCurrent(2);
        QTRY_COMPARE(view->rows().rows.size(), std::size_t(3)); // back to the variants
    }

    /// A class without test images has no recall: the line's name stands where the line ends, and nothing is said of that class.
    void aClassWithoutTestImages()
    {
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        const std::vector<VariantLine> lines = {
            {.name = "fixed", .x = {0, 1, 2}, .y = {0.8, 0.4, none}, .half = {0.1, 0.1, none}, .seeds = 2}};
        Plot plot;
        plot.resize(400, 300);
        plot.xAxis->setRange(-0.5, 2.5);
        plot.yAxis->setRange(0.0, 1.0);
        plot.show();
        LineNames names(plot);
        showVariantLines(plot, names, lines, true);
        plot.replot();
        const auto* name = qobject_cast<QCPItemText*>(plot.item(plot.itemCount() - 1));
        QVERIFY(name);
        QVERIFY2(std::abs(name->position->coords().y() - 0.6) < 1e-9, qPrintable(QString::number(name->position->coords().y())));
        double x = 2.2;
        QVERIFY(lineWords(lines, x).isEmpty());
        x = 0.9;
        QCOMPARE(lineWords(lines, x).size(), 1);
    }

    /// A weight of next to nothing was said to be 0.000.
    void smallFiguresKeepTheirDigits()
    {
        const auto restored = qScopeGuard([was = QLocale()] { QLocale::setDefault(was); });
        QLocale::setDefault(QLocale::c());
        double x = 0.0;
        const QStringList said = lineWords({{.name = "fixed", .x = {0}, .y = {0.000123}, .half = {2e-5}, .seeds = 3}}, x);
        QCOMPARE(said, QStringList{"fixed: 0.000123 ± 2e-05 (3)"});
        QCOMPARE(lineWords({{.name = "fixed", .x = {0}, .y = {0.5}, .half = {1e-17}, .seeds = 3}}, x),
                 QStringList{"fixed: 0.500 ± 0.000 (3)"}); // an error of rounding
    }

    /// In a figure as narrow as a column nothing is cut off: long names and what stands beside the metric take several lines.
    void aColumnHasAllWords()
    {
        Theme::instance().setPaper(8.0);
        const auto screen = qScopeGuard([] { Theme::instance().setPaper(std::nullopt); });
        Workbench bench;
        std::vector<VariantResult> results = several();
        results.push_back(planted("largest", {0.82, 0.85, 0.84})); // which is about as good
        results[0].metaNet = {.input = "loss+stage1+stage2+stage3", .withLabel = true, .hidden = {64, 16}, .standardised = true};
        bench.current().takeSnapshot(studyWith(results));
        for (const QString id : {"variants", "verdicts"}) {
            QWidget parent;
            Panel* panel = shown(bench, parent, id);
            QTRY_VERIFY(panel->hasContent() && panel->isFresh());
            const QString file = m_folder.filePath(id + QStringLiteral(".svg"));
            QVERIFY(exportFigure(*panel, bench.current(), file.toStdString(), {.width = columnInches}));
            QFile svg(file);
            QVERIFY(svg.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(svg.readAll());
            QVERIFY2(!text.contains(QChar(0x2026)), qPrintable(text.mid(text.indexOf(QChar(0x2026)) - 200, 220)));
            QVERIFY(text.contains(id == QLatin1String("variants") ? QStringLiteral("64-16") : QStringLiteral("80 % power")));
            if (id == QLatin1String("variants")) // the title of the differences stood alone, above the first mean
                QVERIFY(text.indexOf(QStringLiteral("minus searched")) > 0 && text.contains(QStringLiteral("mean ± half-width (n)")));
        }
    }

    /// As of plots, a figure shows the part that the view shows.
    void aFigureShowsThePartThatIsSeen()
    {
        Workbench bench;
        QWidget parent;
        bench.current().takeSnapshot(studyWith(several()));
        Panel* panel = shown(bench, parent, QStringLiteral("variants"));
        QTRY_VERIFY(panel->hasContent() && panel->isFresh());
        const auto figure = [&] {
            const QString file = m_folder.filePath(QStringLiteral("part.svg"));
            QFile svg(file);
            return exportFigure(*panel, bench.current(), file.toStdString(), {}) && svg.open(QIODevice::ReadOnly)
                       ? QString::fromUtf8(svg.readAll())
                       : QString();
        };
        const QString tick = QStringLiteral("0.835"); // half of the way from 0.83 to 0.84, where steps are of 0.005
        const QString whole = figure();
        QVERIFY(!whole.isEmpty() && !whole.contains(tick));
        panel->findChild<ViewZoom*>()->hold(Qt::Horizontal, {0.83, 0.84});
        QVERIFY(figure().contains(tick));
    }

    void emptyStateOffersTheComparison()
    {
        Workbench bench;
        QAction compare(QStringLiteral("Compare"));
        bench.registerAction(QStringLiteral("compare"), &compare);
        QSignalSpy triggered(&compare, &QAction::triggered);
        for (const QString id : {"variants", "verdicts", "variant-curves", "recall", "where"}) {
            QWidget parent;
            Panel* panel = shown(bench, parent, id);
            auto* button = panel->findChild<QToolButton*>(QStringLiteral("panelEmptyAction"));
            QTRY_VERIFY(button->isVisible());
            QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(triggered.size(), 5);
    }

    /// A kept study has no folders of runs: nothing will be here, and no comparison would bring it.
    void withoutFoldersNothingIsPromised()
    {
        Workbench bench;
        bench.current().takeSnapshot(studyWith({planted("searched", {0.6, 0.6}), planted("fixed", {0.5, 0.6})}));
        for (const QString id : {"variant-curves", "recall"}) {
            QWidget parent;
            Panel* panel = shown(bench, parent, id);
            const auto* said = panel->findChild<QLabel*>(QStringLiteral("panelEmpty"));
            QTRY_VERIFY2(said->text().contains(QStringLiteral("not beside this study")), qPrintable(said->text()));
        }
    }

    void curvesAndRecall()
    {
        Workbench bench;
        ExperimentConfig config;
        config.search.variantSeeds = 2;
        bench.current().document().load(config, {});
        bench.current().takeSnapshot(studyWith({planted("searched", {0.6, 0.6}), planted("fixed", {0.5, 0.6})}, config));
        for (const int seed : {1, 2})
            for (const std::string name : {"searched", "fixed"})
                tellRun(bench.current(), name, seed, 3, 3, name == "searched" ? 0.6 : 0.4 + 0.1 * seed);
        QWidget parent;
        Panel* curves = shown(bench, parent, QStringLiteral("variant-curves"));
        QTRY_COMPARE(curves->table().rows.size(), std::size_t(240)); // two variants
        for (const QVariantList& row : curves->table().rows)
            QVERIFY(row[1].toDouble() <= 3.75 + 1e-6); // no curve in the last bins, which have no samples
        QVERIFY(curves->summary().contains(QStringLiteral("searched: weight")));
        QWidget other;
        Panel* recall = shown(bench, other, QStringLiteral("recall"));
        QTRY_COMPARE(recall->table().rows.size(), std::size_t(6));
        QVERIFY(qAbs(recall->table().rows[3][3].toDouble() - 0.65) < 1e-12); // fixed, first class: mean of 0.6 and 0.7
        QCOMPARE(classesBySize({10, 30, 30, 5}), (std::vector<int>{1, 2, 0, 3}));

        // The pointer reads every variant's mean, half-width and seeds at the nearest class: of fixed, 0.6 and 0.7 with
        // t(0.975, 1) = 12.706; names beside the lines say the seeds too.
        auto* cursor = recall->findChild<PlotCursor*>();
        QVERIFY(cursor);
        cursor->show(0.2);
        QCOMPARE(cursor->x(), 0.0);
        const QLocale locale;
        const QString words = QStringLiteral(": %1 ± %2 (2)").arg(locale.toString(0.65, 'f', 3), locale.toString(0.635, 'f', 3));
        QVERIFY2(cursor->text().contains(words), qPrintable(cursor->text()));
        QVERIFY2(cursor->text().contains(QStringLiteral("searched: %1").arg(locale.toString(0.7, 'f', 3))), qPrintable(cursor->text()));
        const auto* plot = static_cast<PlotPanel*>(recall);
        QStringList names;
        for (int i = 0; i < plot->plot().itemCount(); ++i)
            if (const auto* text = qobject_cast<QCPItemText*>(plot->plot().item(i)))
                names << text->text();
        QVERIFY2(names.contains(QStringLiteral("searched (2)")), qPrintable(names.join('|')));
        QVERIFY(curves->findChild<PlotCursor*>());
        curves->findChild<PlotCursor*>()->show(1.0);
        QVERIFY(curves->findChild<PlotCursor*>()->text().contains(QStringLiteral("searched: ")));
    }
};

QTEST_MAIN(tst_Variants)
#include "tst_variants.moc"
