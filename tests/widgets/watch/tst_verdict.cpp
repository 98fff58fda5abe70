// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/ParameterNames.h"
#include "tests/support/HeldOutStudy.h"
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/plots/FigureExport.h"
#include "widgets/plots/Plot.h"
#include "widgets/text/WeightText.h"
#include "widgets/watch/NoiseAurocPanel.h"
#include "widgets/watch/TrialWeights.h"
#include "widgets/watch/WatchPanels.h"
#include "widgets/watch/WeightCurvePanel.h"
#include "widgets/watch/WeightCurvePlot.h"
#include "widgets/watch/WeightDistributionPanel.h"
#include "widgets/watch/WeightVerdictLabel.h"

#include <QVBoxLayout>
#include <QtTest>

#include <atomic>
#include <cmath>
#include <memory>
#include <thread>

using namespace reweigh;

/// The sentence about the weights of a training: the same in every view of them, and that of the chosen epoch.
class tst_Verdict : public QObject {
    Q_OBJECT

    /// An epoch whose AUROC is `auroc`; NaN: no label is known to be wrong, so none is counted.
    static EpochFigures epochOf(int number, double auroc)
    {
        EpochFigures epoch = test::watchedEpoch(number);
        epoch.detection.auroc = auroc;
        if (!std::isnan(auroc))
            return epoch;
        epoch.detection.aurocByGroup.fill(auroc);
        epoch.curve.wrong = 0;
        std::ranges::fill(epoch.curve.wrongDensity, 0.0f);
        for (auto& group : epoch.distribution.counts)
            std::ranges::fill(group[1], 0);
        return epoch;
    }

    /// The three views of one workbench.
    struct Views {
        WeightCurvePanel curve;
        WeightDistributionPanel distribution;
        NoiseAurocPanel auroc;

        explicit Views(Workbench& bench)
            : curve(bench)
            , distribution(bench)
            , auroc(bench)
        {
            for (Panel* panel : panels()) {
                panel->resize(600, 400);
                panel->show();
            }
        }

        std::vector<Panel*> panels() { return {&curve, &distribution, &auroc}; }

        /// What all of them say; empty while they differ.
        QString said()
        {
            QStringList all;
            for (Panel* panel : panels())
                all << panel->findChild<WeightVerdictLabel*>("weightVerdict")->text();
            all.removeDuplicates();
            return all.size() == 1 ? all.front() : QString();
        }
    };

    static void run(Workbench& bench, const QString& folder, int epochs)
    {
        bench.current().document().load(test::watchConfig(folder, epochs), {});
        QSignalSpy finished(&bench.current(), &OpenStudy::finished);
        bench.current().run();
        QVERIFY(finished.wait(20000));
    }

    /// Tells `study` of an epoch of its trial 0, as a training in this process does.
    static void tell(OpenStudy& study, const EpochFigures& epoch)
    {
        const RunKey key = RunKey::ofTrial(0);
        if (epoch.epoch == 1)
            Q_EMIT study.runner().runStarted(key, RunStarted{.device = "cpu", .epochs = 2}, std::make_shared<StepQueue>());
        Q_EMIT study.runner().epochFinished(key, std::make_shared<const EpochFigures>(epoch));
    }

private Q_SLOTS:
    void initTestCase() { test::useWatchSettings(); }

    void oneSentenceThatFollowsTheEpochs()
    {
        QTemporaryDir folder;
        std::atomic<int> allowed = 1;
        Workbench bench(test::openerOf([&](const TrainJob& job, RunObserver& observer, std::stop_token stop) {
            return test::watchedRun(job, observer, 3, [&](int number) {
                while (number > allowed && !stop.stop_requested())
                    std::this_thread::yield();
                return epochOf(number, number == 1 ? 0.02 : number == 2 ? 0.5 : 0.9);
            });
        }));
        Views views(bench);
        bench.current().document().load(test::watchConfig(folder.path(), 3), {});
        bench.current().run();
        QTRY_VERIFY_WITH_TIMEOUT(views.said().endsWith("wrong labels weigh more (AUROC 0.02)"), 20000);
        QTRY_VERIFY(views.said().startsWith("fed by ")); // once the study tells the trial's input
        allowed = 2;
        QTRY_VERIFY(views.said().endsWith("no difference between wrong and right labels is shown (AUROC 0.50)"));
        allowed = 3;
        QTRY_VERIFY(views.said().endsWith("separates wrong from right labels (AUROC 0.90)"));
        QTRY_VERIFY(bench.current().running().empty());
        EpochCursor::of(bench.current()).setEpoch(1);
        QTRY_VERIFY(views.said().endsWith("wrong labels weigh more (AUROC 0.02)"));

        // The sentence is that of the command line, of the source that the study has stored.
        const WeightSource source = trialWeightSource(bench.current(), 0);
        QCOMPARE(source.weighting, std::string("mwnet"));
        QVERIFY(!source.ownLabels);
        QTRY_COMPARE(views.said().toStdString(), weightVerdictLine(weightVerdict(epochOf(1, 0.02)), source));
        for (Panel* panel : views.panels()) {
            QVERIFY2(panel->summary().contains(views.said()), qPrintable(panel->summary()));
            const auto* label = panel->findChild<WeightVerdictLabel*>("weightVerdict");
            QVERIFY(label->toolTip().startsWith(label->text()) && label->toolTip().contains("95 % interval"));
            QVERIFY(label->toolTip().contains("These figures are of epoch 1;")); // the inspector's are means over the last epochs
            QVERIFY(label->sizeHint().height() <= 2 * label->fontMetrics().height());
        }
    }

    void nothingIsClaimedWhereNothingIsKnown()
    {
        Workbench bench;
        Views views(bench);
        tell(bench.current(), epochOf(1, std::nan("")));
        QTRY_COMPARE(views.said(), QString("no label is known to be wrong"));
        bench.current().takeSnapshot(test::studyOf("folder"));
        QTRY_COMPARE(views.said(), QString("which labels are wrong is not known"));
        const auto* plot = views.curve.findChild<WeightCurvePlot*>("weightCurvePlot");
        QTRY_COMPARE(plot->countText(false), QString("as it came 400"));
        QCOMPARE(plot->countText(true), QString());
        QCOMPARE(views.distribution.scope(), QString("by class size · epoch 1"));
        for (Panel* panel : views.panels())
            QVERIFY2(!panel->summary().contains("right"), qPrintable(panel->summary()));

        tell(bench.current(), epochOf(2, 0.9)); // some labels were changed on purpose; whether the others are right, nobody knows
        QTRY_COMPARE(views.said(), QString("separates changed labels from the others (AUROC 0.90)"));
        QCOMPARE(plot->countText(true), QString("changed 160"));
        QCOMPARE(plot->wordsAt(1.75).section('\n', 1), QString("40 as they came, 16 changed within ±0.1"));
        QCOMPARE(views.distribution.scope(), QString("labels as they came vs changed ones, by class size · epoch 2"));
        const QString below = views.distribution.findChild<WeightDistributionView*>()->saysAt(QPointF(200, 5));
        QVERIFY2(below.startsWith("many classes: mean weight 0.90 where the label is as it came"), qPrintable(below));
    }

    /// A sentence too long for one line of its panel takes another, since it ends with the result, and never makes the panel wider.
    void aNarrowLineIsWrapped()
    {
        QWidget holder;
        auto* column = new QVBoxLayout(&holder);
        column->setContentsMargins(0, 0, 0, 0);
        auto* label = new WeightVerdictLabel;
        column->addWidget(label);
        column->addStretch();
        label->say(weightVerdict(epochOf(1, 0.02)), {}, 1);
        const QString whole = label->text();
        QCOMPARE(whole, QString("wrong labels weigh more (AUROC 0.02)"));
        QCOMPARE(holder.minimumSizeHint().width(), 0);
        const int line = label->fontMetrics().height(), narrow = int(0.7 * label->fontMetrics().horizontalAdvance(whole));
        holder.resize(narrow, 20 * line);
        holder.show();
        QTRY_COMPARE(label->width(), narrow);
        QVERIFY(label->heightForWidth(narrow) >= 2 * line);
        QTRY_COMPARE(label->height(), label->heightForWidth(narrow));
        QVERIFY(label->toolTip().startsWith(whole));

        holder.resize(3 * narrow, 20 * line);
        QTRY_COMPARE(label->width(), 3 * narrow);
        QTRY_VERIFY(label->height() < 2 * line);
    }

    /// The input of a trial that runs is said as soon as the study has it.
    void theInputComesWithTheStudy()
    {
        Workbench bench;
        Views views(bench);
        tell(bench.current(), epochOf(1, 0.02));
        QTRY_COMPARE(views.said(), QString("wrong labels weigh more (AUROC 0.02)"));
        auto study = test::studyOf("synthetic");
        FrozenTrial trial{.number = 0, .trialId = 1, .state = TrialState::Running};
        trial.parameters = {{parameter::layers, IntDistribution{.low = 1, .high = 3}, 1.0},
                            {parameter::input, CategoricalDistribution{.choices = {"loss", "loss+label"}}, 1.0}};
        study->trials.push_back(std::make_shared<const StudyTrial>(trial));
        bench.current().takeSnapshot(study);
        QTRY_COMPARE(views.said(), QString("fed by loss + label: wrong labels weigh more (AUROC 0.02)"));
    }

    void aurocOverEpochs()
    {
        QTemporaryDir folder;
        Workbench bench(test::openerOf([](const TrainJob& job, RunObserver& observer, std::stop_token) {
            return test::watchedRun(job, observer, 3,
                                    [](int number) { return epochOf(number, number == 2 ? std::nan("") : 0.3 * number); });
        }));
        NoiseAurocPanel panel(bench);
        panel.resize(600, 300);
        panel.show();
        run(bench, folder.path(), 3);
        QTRY_VERIFY2(panel.scope().contains("epoch 3 of 3"), qPrintable(panel.scope()));
        const FigureTable table = panel.table();
        QCOMPARE(table.rows.size(), std::size_t(3));
        QCOMPARE(table.rows[0][0].toInt(), 1);
        QCOMPARE(table.rows[0][1].toDouble(), 0.3);
        QCOMPARE(table.rows[0][4].toDouble(), 0.94);
        auto* plot = panel.findChild<Plot*>("noiseAurocPlot");
        plot->replot();
        for (const double tick : plot->xAxis->tickVector()) // there is no epoch 1.5
            QCOMPARE(tick, std::round(tick));
        QVERIFY(std::isnan(table.rows[1][1].toDouble()) && std::isnan(table.rows[1][2].toDouble()));
        const Interval interval = aurocInterval(0.9, 150, 360); // the samples of watchedEpoch()
        QVERIFY(std::abs(table.rows[2][2].toDouble() - interval.low) < 1e-12);
        QVERIFY(std::abs(table.rows[2][3].toDouble() - interval.high) < 1e-12);
        QVERIFY(exportFigure(panel, bench.current(), std::filesystem::path(folder.filePath("auroc.svg").toStdString())));
    }

    /// Weights that a pseudo meta set teaches are not to be taken for those of a checked one.
    void whatTheViewsStandOn()
    {
        Workbench bench;
        QWidget parent;
        const std::vector<Panel*> panels = makeWatchPanels(bench, &parent);
        auto study = test::studyOf("folder");
        study->facts->fingerprint = test::fingerprintWith(test::uncheckedLabels);
        bench.current().takeSnapshot(study);
        for (const Panel* panel : panels)
            QVERIFY2(panel->heldOut() == QLatin1String(test::uncheckedWords), qPrintable(panel->id()));
        QCOMPARE(panels.size(), std::size_t(6));
    }
};

QTEST_MAIN(tst_Verdict)
#include "tst_verdict.moc"
