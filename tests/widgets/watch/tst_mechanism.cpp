// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PlantedVariants.h"
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/plots/PlotCursor.h"
#include "widgets/watch/MechanismPanel.h"
#include "widgets/watch/NoiseAurocPanel.h"
#include "widgets/watch/WeightVerdictLabel.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>
#include <limits>
#include <set>
#include <tuple>

using namespace reweigh;

/// What weights do about wrong labels and rare classes, over epochs: the lines, their mean over seeds, and the sentence.
class tst_Mechanism : public QObject {
    Q_OBJECT

    static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

    /// An epoch whose AUROC is `auroc` overall and in every group, and whose right labels of rare classes weigh `rare`.
    static EpochFigures epochOf(int number, double auroc, double rare = 0.7)
    {
        EpochFigures epoch = test::watchedEpoch(number);
        epoch.detection.auroc = auroc;
        epoch.detection.aurocByGroup = {auroc, auroc, auroc};
        epoch.detection.meanRightWeight[2] = rare;
        return epoch;
    }

    static void tell(OpenStudy& study, const EpochFigures& epoch)
    {
        const RunKey key = RunKey::ofTrial(0);
        if (epoch.epoch == 1)
            Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
        Q_EMIT study.runner().epochFinished(key, std::make_shared<const EpochFigures>(epoch));
    }

    static QString said(const Panel& panel) { return panel.findChild<WeightVerdictLabel*>("weightVerdict")->text(); }

private Q_SLOTS:
    void initTestCase() { test::useWatchSettings(); }

    /// Two seeds, of which the second has one epoch more and no AUROC in the first: means over those that have a figure.
    void meansOverSeeds()
    {
        EpochList first, second;
        first.push_back(epochOf(1, 0.6, 0.8));
        second.push_back(epochOf(1, unknown, 0.4));
        second.push_back(epochOf(2, 0.9, 0.5));
        const EpochList* runs[] = {&first, &second};
        const MechanismLines lines = mechanismLines(runs);
        QCOMPARE(lines.epochs, (std::vector<double>{1, 2}));
        QCOMPARE(lines.auroc[0], (std::vector<double>{0.6, 0.9}));
        QCOMPARE(lines.auroc[3], (std::vector<double>{0.6, 0.9}));
        QVERIFY(std::abs(lines.right[2][0] - 0.6) < 1e-12 && lines.right[2][1] == 0.5);
        QCOMPARE(lines.wrong[1], (std::vector<double>{0.2, 0.2}));
        QVERIFY(lines.knowsWrong());
        QVERIFY(!mechanismLines({}).knowsWrong() && mechanismLines({}).epochs.empty());
    }

    /// At an AUROC of 0.9 with a rare class that weighs as much as a frequent one both shifts are separated; where it weighs less, the
    /// weights follow the loss.
    void theSentenceFollowsTheEpoch()
    {
        Workbench bench;
        MechanismPanel panel(bench);
        panel.resize(700, 500);
        panel.show();
        tell(bench.current(), epochOf(1, 0.9, 0.3));
        QTRY_VERIFY2(said(panel).startsWith("follows the loss only"), qPrintable(said(panel)));
        tell(bench.current(), epochOf(2, 0.9, 0.9));
        QTRY_VERIFY2(said(panel).startsWith("separates both shifts"), qPrintable(said(panel)));
        EpochCursor::of(bench.current()).setEpoch(1);
        QTRY_VERIFY2(said(panel).startsWith("follows the loss only"), qPrintable(said(panel)));
        auto* plot = panel.findChild<Plot*>("mechanismPlot");
        std::set<std::tuple<const QCPAxisRect*, double, int>> pens; // without their colours
        int lines = 0;
        for (int i = 0; i < plot->graphCount(); ++i)
            if (const QCPGraph& graph = *plot->graph(i); graph.layer()->name() != "grid") {
                pens.insert({graph.keyAxis()->axisRect(), graph.pen().widthF(), int(graph.pen().style())});
                ++lines;
            }
        QCOMPARE(lines, 10);
        QCOMPARE(pens.size(), std::size_t(10)); // those of one plot can be told apart in grey
        plot->findChild<PlotCursor*>()->show(1.0);
        QVERIFY(plot->findChild<PlotCursor*>()->visible());
        EpochCursor::of(bench.current()).setEpoch(2);
        QTRY_VERIFY2(said(panel).startsWith("separates both shifts"), qPrintable(said(panel)));
        QVERIFY(plot->findChild<PlotCursor*>()->visible()); // it is read anew, and does not vanish under the pointer
        EpochCursor::of(bench.current()).setEpoch(1);
        QTRY_VERIFY2(said(panel).startsWith("follows the loss only"), qPrintable(said(panel)));
        plot->replot();
        for (const QCPAxisRect* rect : plot->axisRects())
            for (const double tick : rect->axis(QCPAxis::atBottom)->tickVector()) // there is no epoch 1.5
                QCOMPARE(tick, std::round(tick));
        const FigureTable table = panel.table();
        QCOMPARE(table.rows.size(), std::size_t(2));
        QCOMPARE(table.rows[1][table.header.indexOf("right_few")].toDouble(), 0.9);
        QCOMPARE(table.rows[1][table.header.indexOf("wrong_medium")].toDouble(), 0.2);
        QCOMPARE(panel.summary(), said(panel));
    }

    /// Beside a wide plot the last digits were cut, and below a low one the lines' names ran into the last epoch's number.
    void namesStandWholeBesideThePlot()
    {
        Workbench bench;
        MechanismPanel mechanism(bench);
        NoiseAurocPanel auroc(bench);
        for (Panel* panel : {static_cast<Panel*>(&mechanism), static_cast<Panel*>(&auroc)}) {
            panel->resize(700, 500);
            panel->show();
        }
        tell(bench.current(), epochOf(1, 0.9));
        tell(bench.current(), epochOf(2, 0.9));
        for (Panel* panel : {static_cast<Panel*>(&mechanism), static_cast<Panel*>(&auroc)}) {
            QTRY_VERIFY(panel->hasContent() && panel->isFresh());
            auto* plot = panel->findChild<Plot*>();
            for (const int width : {330, 700, 1800}) {
                panel->resize(width, 300);
                QTRY_VERIFY(plot->width() > width - 100);
                plot->replot();
                const double half = QFontMetricsF(plot->xAxis->tickLabelFont()).horizontalAdvance(QStringLiteral("2")) / 2;
                int names = 0;
                for (int i = 0; i < plot->itemCount(); ++i)
                    if (const auto* name = qobject_cast<const QCPItemText*>(plot->item(i)); name && name->property("legend").toBool()) {
                        const double left = name->topLeft->pixelPosition().x() + name->padding().left();
                        QVERIFY2(left > plot->axisRect()->right() + half, qPrintable(name->text()));
                        const double wide = QFontMetricsF(name->font()).horizontalAdvance(name->text());
                        QVERIFY2(left + wide <= plot->width(), qPrintable(QStringLiteral("%1 at %2").arg(name->text()).arg(width)));
                        ++names;
                    }
                QCOMPARE(names, panel == &mechanism ? 10 : 4);
            }
        }
    }

    void nothingWhereTheTruthIsUnknown()
    {
        Workbench bench;
        MechanismPanel panel(bench);
        panel.resize(700, 500);
        panel.show();
        const auto* empty = panel.findChild<QLabel*>("panelEmpty");
        tell(bench.current(), epochOf(1, unknown));
        QTRY_VERIFY2(empty->text().contains("No label is wrong here"), qPrintable(empty->text()));
        QVERIFY(!panel.hasContent() && panel.summary().isEmpty() && panel.table().rows.empty());
        bench.current().takeSnapshot(test::studyOf("folder"));
        QTRY_VERIFY2(empty->text().contains("nobody has checked them"), qPrintable(empty->text()));
        tell(bench.current(), epochOf(2, 0.9, 0.9)); // the recipe changed some
        QTRY_VERIFY2(said(panel).contains("changed labels weigh less"), qPrintable(said(panel)));
    }

    /// A compared variant is chosen from the list; those without weights are not there.
    void variantsAreOffered()
    {
        Workbench bench;
        MechanismPanel panel(bench);
        panel.resize(700, 500);
        panel.show();
        auto study = test::studyOf("synthetic");
        VariantResult plain = test::planted("ce", {.5, .6}, "11111111");
        plain.weighted = false;
        VariantResult weighted = test::planted("searched", {.5, .6}, "22222222");
        weighted.weighted = true;
        study->variants = {plain, weighted};
        bench.current().takeSnapshot(study);
        const auto* choice = panel.findChild<QComboBox*>("mechanism-of");
        QTRY_COMPARE(choice->count(), 1);
        QCOMPARE(choice->itemText(0), QString("searched"));
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->text().contains("The epochs of searched are being read"));

        // While an epoch of the trial comes, the list is not made anew: what the pointer is at in it stays.
        tell(bench.current(), epochOf(1, 0.9));
        QTRY_COMPARE(choice->count(), 2);
        QSignalSpy removed(choice->model(), &QAbstractItemModel::rowsRemoved), reset(choice->model(), &QAbstractItemModel::modelReset);
        tell(bench.current(), epochOf(2, 0.9, 0.9));
        QTRY_COMPARE(EpochCursor::of(bench.current()).position(), 1);
        QTRY_VERIFY(panel.isFresh());
        QCOMPARE(removed.size() + reset.size(), 0);
    }
};

QTEST_MAIN(tst_Mechanism)
#include "tst_mechanism.moc"
