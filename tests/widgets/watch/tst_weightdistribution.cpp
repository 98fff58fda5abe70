// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/MetaNetSpec.h"
#include "core/config/Methods.h"
#include "tests/support/Gestures.h"
#include "tests/widgets/watch/WatchFixture.h"
#include "widgets/panel/ViewZoom.h"
#include "widgets/watch/HealthLight.h"
#include "widgets/watch/WeightDistributionPanel.h"
#include "widgets/watch/WeightDistributionView.h"

#include <QLabel>
#include <QtTest>

#include <algorithm>

using namespace reweigh;

/// Tests of the weights by class size and of the health light.
class tst_WeightDistribution : public QObject {
    Q_OBJECT

    /// All weights in one bin of the distribution, and one value along the curve.
    static EpochFigures uniform(int number, int bin, float weight)
    {
        EpochFigures epoch = test::watchedEpoch(number);
        std::ranges::fill(epoch.curve.weight, weight);
        for (auto& group : epoch.distribution.counts)
            for (auto& counts : group) {
                std::ranges::fill(counts, 0);
                counts[std::size_t(bin)] = 50;
            }
        return epoch;
    }

    static EpochFigures planted(int number, const QString& symptom)
    {
        if (symptom == "collapsed")
            return uniform(number, 0, 0.001f);
        if (symptom == "flat")
            return uniform(number, 25, 0.51f);
        EpochFigures epoch = test::watchedEpoch(number);
        if (symptom == "upside down")
            epoch.detection.auroc = 0.03;
        if (symptom == "not monotone")
            for (std::size_t bin = 0; bin < 100; ++bin)
                epoch.curve.weight[bin] = float(std::exp(-std::pow((double(bin) - 35.0) / 12.0, 2.0)));
        if (symptom == "meta gradient vanishes" && number > 1)
            epoch.metaGradientNorm = 1e-6;
        return epoch;
    }

    static Workbench* trainedBench(const QTemporaryDir& folder, const test::MakeEpoch& make, QObject* owner)
    {
        auto* bench = new Workbench(test::openerOf([=](const TrainJob& job, RunObserver& observer, std::stop_token) {
                                        return test::watchedRun(job, observer, 3, make);
                                    }),
                                    owner);
        bench->current().document().load(test::watchConfig(folder.path(), 3), {});
        return bench;
    }

private Q_SLOTS:
    void initTestCase() { test::useWatchSettings(); }

    void saysSymptoms_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<int>("warnings");
        QTest::newRow("healthy") << "healthy"
                                 << "✓" << 0;
        QTest::newRow("collapsed") << "collapsed"
                                   << "✕" << 1;
        QTest::newRow("flat") << "flat"
                              << "!" << 1;
        QTest::newRow("upside down") << "upside down"
                                     << "!" << 1;
        QTest::newRow("bent") << "not monotone"
                              << "!" << 1;
        QTest::newRow("gradient") << "meta gradient vanishes"
                                  << "!" << 1;
    }

    void saysSymptoms()
    {
        QFETCH(QString, words);
        QFETCH(QString, mark);
        QFETCH(int, warnings);
        QTemporaryDir folder;
        QObject owner;
        Workbench& bench = *trainedBench(
            folder, [words](int number) { return planted(number, words); }, &owner);
        WeightDistributionPanel panel(bench);
        panel.resize(420, 330);
        panel.show();
        QTRY_VERIFY(panel.findChild<QLabel*>("panelEmpty")->isVisible());
        QSignalSpy finished(&bench.current(), &OpenStudy::finished);
        bench.current().run();
        QVERIFY(finished.wait(20000));
        auto* light = panel.findChild<HealthLight*>("healthLight");
        QTRY_VERIFY2(light->text().contains(words), qPrintable(light->text()));
        QVERIFY(light->text().startsWith(mark));
        QVERIFY(!light->toolTip().isEmpty());
        QVERIFY(panel.summary().contains(words));

        // The warning appears once, however many epochs the symptom lasts.
        int said = 0;
        for (const LogEntry& entry : bench.log().entries())
            if (entry.severity == Severity::Warning && entry.text.contains(words) && entry.trial == 0)
                said += entry.times;
        QCOMPARE(said, warnings);
    }

    void showsGroups()
    {
        QTemporaryDir folder;
        QObject owner;
        Workbench& bench = *trainedBench(folder, test::watchedEpoch, &owner);
        WeightDistributionPanel panel(bench);
        panel.resize(420, 330);
        panel.show();
        QSignalSpy finished(&bench.current(), &OpenStudy::finished);
        bench.current().run();
        QVERIFY(finished.wait(20000));
        QTRY_VERIFY(panel.scope().contains("epoch 3"));
        QVERIFY2(panel.summary().contains("0.94 in classes with many images, 0.91 with medium and – with few"),
                 qPrintable(panel.summary()));
        const QString overall = panel.findChild<QLabel*>("overallDetection")->text();
        QCOMPARE(overall, QString("AUROC 0.90 · AP 0.80"));

        // In a figure too narrow for AUROC and health beside each other, health takes a line of its own.
        const Theme& theme = Theme::instance();
        const QSize light = panel.findChild<HealthLight*>("healthLight")->sizeHint();
        const int both = QFontMetrics(theme.scopeFont()).horizontalAdvance(overall) + theme.grid() + light.width();
        QVERIFY(panel.figureHeight(both) > both / 2 + light.height());
        QVERIFY(panel.figureHeight(both - 1) >= panel.figureHeight(both) + light.height() - 1);
        const FigureTable table = panel.table();
        QCOMPARE(table.rows.size(), std::size_t(3 * weightBins));
        QCOMPARE(table.rows.front()[7].toInt() + table.rows.front()[8].toInt(), 5);

        EpochCursor::of(bench.current()).setEpoch(2);
        QTRY_VERIFY(panel.scope().contains("epoch 2"));
        QCOMPARE(panel.table().rows.front()[0].toInt(), 2);
    }

    /// 0.70 over all beside 0.92, 0.92 and 0.85 looks like an error where nothing says why; 0.90 within their range needs no word.
    void saysWhyEveryGroupIsAboveTheWhole()
    {
        for (const double overall : {0.70, 0.90}) {
            QTemporaryDir folder;
            QObject owner;
            Workbench& bench = *trainedBench(
                folder,
                [overall](int number) {
                    EpochFigures epoch = test::watchedEpoch(number);
                    epoch.detection.auroc = overall;
                    epoch.detection.aurocByGroup = {0.92, 0.92, 0.85};
                    return epoch;
                },
                &owner);
            WeightDistributionPanel panel(bench);
            panel.resize(420, 330);
            panel.show();
            QSignalSpy finished(&bench.current(), &OpenStudy::finished);
            bench.current().run();
            QVERIFY(finished.wait(20000));
            QTRY_VERIFY(panel.scope().contains("epoch 3"));
            const QString words = QStringLiteral("classes of different sizes get different weights");
            QCOMPARE(panel.findChild<QLabel*>("overallDetection")->toolTip().simplified().contains(words), overall < 0.85);
            QCOMPARE(panel.summary().contains(words), overall < 0.85);
        }
    }

    /// What helps is said of the weighting that is trained: none but a network has layers, inputs or a learning rate.
    void adviceFitsTheWeighting()
    {
        WeightHealth health;
        for (const WeightSymptom symptom :
             {WeightSymptom::Healthy, WeightSymptom::Collapsed, WeightSymptom::Flat, WeightSymptom::UpsideDown, WeightSymptom::NonMonotone,
              WeightSymptom::VanishingMetaGradient, WeightSymptom::NoWeights}) {
            health.symptom = symptom;
            for (const MethodRow& row : weightingRows()) {
                const HealthText text = healthText(health, {.weighting = row.key});
                QVERIFY(!text.line.isEmpty() && !text.advice.isEmpty() && !text.advice.contains("%1"));
                QVERIFY2(!text.advice.contains("MW-Net") && !text.advice.contains("cross entropy"), qPrintable(text.advice));
                if (!row.hasNet)
                    for (const char* word : {"network", "sigmoid", "nodes", "learning rate"})
                        QVERIFY2(!text.advice.contains(word), qPrintable(text.advice));
            }
        }
        health.symptom = WeightSymptom::Flat;
        health.spread = 0.0002; // was said to be 0.000
        QVERIFY(healthText(health, {.weighting = "mwnet"}).line.contains(QStringLiteral("0.0002")));
        // A rule that weighs by class may bend over the loss as it likes.
        health.symptom = WeightSymptom::NonMonotone;
        health.effect = WeightEffect::Separates;
        QVERIFY(healthText(health, {.weighting = "class-balanced"}).role == Role::Done);
        QVERIFY(healthText(health, {.weighting = "mwnet"}).role == Role::Warning);
        health.correlation = -0.001; // was "ρ -0.00"
        QCOMPARE(healthText(health, {.weighting = "mwnet"}).line, QStringLiteral("not monotone: ρ 0.00"));
        // Nobody knows which of a user's own labels are wrong.
        health.symptom = WeightSymptom::UpsideDown;
        QVERIFY(healthText(health, {.weighting = "mwnet"}).advice.startsWith("Samples with wrong labels"));
        QVERIFY(healthText(health, {.weighting = "mwnet", .ownLabels = true}).advice.startsWith("Samples whose labels were changed"));
    }

    /// A network that sees the loss and the label was told to take the loss together with the label, and one whose weights are normalised
    /// to normalise them.
    void adviceIsNotWhatTheNetworkHas()
    {
        const auto advice = [](WeightSymptom symptom, const MetaNetSpec& network, const char* weighting = "mwnet") {
            return healthText({.symptom = symptom, .auroc = 0.28}, {.weighting = weighting, .metaNet = network}).advice;
        };
        const QString toTake = QStringLiteral("The loss together with the label"), had = QStringLiteral("sees the label beside the loss");
        for (const std::string& input : inputsWithLabel()) {
            MetaNetSpec network;
            setInput(network, input);
            const bool hasBoth = input.starts_with("loss") && input.ends_with("+label");
            const QString said = advice(WeightSymptom::UpsideDown, network);
            QVERIFY2(said.contains(toTake) != hasBoth && said.contains(had) == hasBoth, qPrintable(said));
        }
        // What feeds the network may not be known yet.
        QVERIFY(!advice(WeightSymptom::UpsideDown, {}, "").contains(QStringLiteral("the label")));

        const QString normalise = QStringLiteral("normalise the weights");
        QVERIFY(advice(WeightSymptom::Collapsed, {}).contains(normalise));
        QVERIFY(!advice(WeightSymptom::Collapsed, {.normalised = true}).contains(normalise));
    }

    /// Weights without a fault are called healthy only where they are seen to separate wrong labels; else their spread is all that is said.
    void quietWhereItCannotBeKnown()
    {
        WeightHealth health{.symptom = WeightSymptom::Healthy, .meanWeight = 0.5, .spread = 0.34, .correlation = -0.9};
        health.effect = WeightEffect::Separates;
        QCOMPARE(healthText(health, {.weighting = "mwnet"}).line, QStringLiteral("healthy: spread 0.34"));
        health.effect = WeightEffect::Unknown;
        HealthText text = healthText(health, {.weighting = "mwnet"});
        QCOMPARE(text.line, QStringLiteral("spread 0.34"));
        QVERIFY(text.role == Role::Dim && text.advice.contains(QLatin1String("not known")));
        health.effect = WeightEffect::Weak;
        health.auroc = 0.55;
        text = healthText(health, {.weighting = "mwnet"});
        QCOMPARE(text.line, QStringLiteral("spread 0.34"));
        QVERIFY(text.role == Role::Dim && text.advice.contains(QLatin1String("AUROC 0.55")));
    }

    /// A curve that falls first was said to rise and fall again, and one that hardly moves to fall.
    void wordsFitTheShape()
    {
        WeightHealth health{.symptom = WeightSymptom::NonMonotone, .meanWeight = 0.5, .spread = 0.34, .correlation = -0.3};
        const auto advice = [&health] { return healthText(health, {.weighting = "mwnet"}).advice; };
        for (const auto& [shape, words] : {std::pair{WeightShape::RisesThenFalls, "first rises, then falls"},
                                           {WeightShape::FallsThenRises, "first falls, then rises"},
                                           {WeightShape::TurnsOften, "more than once"}}) {
            health.shape = shape;
            QVERIFY2(advice().contains(QLatin1String(words)), qPrintable(advice()));
        }
        health.symptom = WeightSymptom::Healthy;
        for (const auto& [shape, words] : {std::pair{WeightShape::Level, "hardly change with the loss"},
                                           {WeightShape::Rises, "rise with the loss"},
                                           {WeightShape::Falls, "fall with the loss"}}) {
            health.shape = shape;
            QVERIFY2(advice().contains(QLatin1String(words)), qPrintable(advice()));
        }
    }

    void theAxisOfTheWeightIsZoomed()
    {
        RunEpochs run;
        run.epochs = {test::watchedEpoch(1), test::watchedEpoch(2)};
        WeightDistributionView view;
        view.resize(700, 360);
        view.show();
        QVERIFY(!test::wheelAt(view, {350.0, 150.0})); // nothing is drawn yet
        view.setInfo(std::make_shared<const WeightDistributionInfo>(weightDistributionInfo(run, 0)));
        auto& zoom = *view.findChild<ViewZoom*>();
        QCOMPARE(zoom.range(Qt::Horizontal), (ViewZoom::Range{0.0, 1.0}));
        QVERIFY(test::wheelAt(view, {350.0, 150.0}));
        const ViewZoom::Range seen = zoom.range(Qt::Horizontal);
        QVERIFY(qAbs(seen.size() - 0.8) < 1e-12 && seen.low > 0.0 && seen.high < 1.0);
        QVERIFY(!test::wheelAt(view, {3.0, 150.0})); // over the names of the groups
        QVERIFY(!view.saysAt({350.0, 150.0}).isEmpty());
        QVERIFY(!view.grab().isNull());

        // The next epoch, even with larger weights, leaves what is seen.
        EpochFigures wide = test::watchedEpoch(2);
        wide.distribution.upper = 2.0;
        run.epochs = {test::watchedEpoch(1), wide};
        view.setInfo(std::make_shared<const WeightDistributionInfo>(weightDistributionInfo(run, 1)));
        QCOMPARE(zoom.range(Qt::Horizontal), seen);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(zoom.range(Qt::Horizontal), (ViewZoom::Range{0.0, 2.0}));
        test::dragOver(view, {350, 150}, {300, 150});
        QVERIFY(zoom.range(Qt::Horizontal).low > 0.0 && qAbs(zoom.range(Qt::Horizontal).size() - 2.0) < 1e-12);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, {350, 150});
        QVERIFY(!zoom.moved());
    }

    void densitiesAndMeans()
    {
        RunEpochs run;
        run.epochs = {test::watchedEpoch(1), test::watchedEpoch(2)};
        const WeightDistributionInfo info = weightDistributionInfo(run, 0);
        QVERIFY(info.hasDistributions());
        QCOMPARE(info.groups[2].weights[0].n, 120L);
        QCOMPARE(info.groups[2].weights[1].n, 50L);
        QCOMPARE(info.groups[0].aurocs, (std::vector<double>{0.94, 0.94}));
        EpochFigures old = test::watchedEpoch(2);
        old.distribution = {};
        QCOMPARE(info.upper, 1.0);
        EpochFigures wide = test::watchedEpoch(2);
        wide.distribution.upper = 2.0;
        run.epochs = {test::watchedEpoch(1), wide};
        QCOMPARE(weightDistributionInfo(run, 0).upper, 2.0); // one axis for all epochs
        QCOMPARE(weightDistributionInfo(run, 0).groups[0].weights[0].x.back(), 1.0);
        QCOMPARE(weightDistributionInfo(run, 1).groups[0].weights[0].x.back(), 2.0);
        run.epochs = {test::watchedEpoch(1), old};
        QVERIFY(!weightDistributionInfo(run, 1).hasDistributions()); // an old run without distributions is drawn by its means
        QCOMPARE(weightDistributionInfo(run, 1).groups[1].mean[0], 0.8);
    }
};

QTEST_MAIN(tst_WeightDistribution)
#include "tst_weightdistribution.moc"
