// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightDensity.h"
#include "core/analysis/WeightHealth.h"
#include "core/base/Rng.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace reweigh;

/// Each symptom planted alone, and weights that have none.
class tst_Health : public QObject {
    Q_OBJECT

    using Curve = std::function<double(double)>; ///< weight over loss / largest loss

    /// An epoch of 10,000 samples, losses exponential, a fifth of labels wrong at higher losses.
    static EpochFigures epochOf(const Curve& weight, double gradient = 0.1, double learningRate = 0.1)
    {
        EpochFigures epoch{.epoch = 1, .learningRate = learningRate, .metaGradientNorm = gradient};
        epoch.detection.auroc = 0.8;
        WeightCurve& curve = epoch.curve;
        for (auto& group : epoch.distribution.counts)
            group.fill(WeightDistribution::Counts(weightBins, 0));
        curve.right = 8000;
        curve.wrong = 2000;
        Rng rng(3);
        curve.rightDensity.assign(100, 0.0f);
        curve.wrongDensity.assign(100, 0.0f);
        for (int i = 0; i < 10000; ++i) {
            const bool wrong = i % 5 == 0;
            const double loss = std::min(0.999, -std::log(1.0 - rng.uniform()) * (wrong ? 0.3 : 0.08));
            (wrong ? curve.wrongDensity : curve.rightDensity)[std::size_t(loss * 100)] += wrong ? 1.0f / 2000 : 1.0f / 8000;
            ++epoch.distribution.counts[std::size_t(i % 3)][wrong][std::size_t(std::clamp(weight(loss) * 50, 0.0, 49.0))];
        }
        for (int bin = 0; bin < 100; ++bin) {
            curve.loss.push_back(0.05f * (float(bin) + 0.5f));
            curve.weight.push_back(float(weight((bin + 0.5) / 100)));
        }
        return epoch;
    }

    static WeightHealth of(const EpochFigures& epoch) { return weightHealth(EpochList{epoch}); }

    static double falling(double loss) { return 0.9 / (1.0 + std::exp(12 * (loss - 0.3))); }

private Q_SLOTS:
    void healthy()
    {
        const WeightHealth health = of(epochOf(falling));
        QVERIFY(health.symptom == WeightSymptom::Healthy);
        QVERIFY(health.correlation < -0.999);
        QVERIFY(health.meanWeight > 0.5 && health.meanWeight < 0.9);
        QCOMPARE(health.metaGradientNorm, 0.1);
        const WeightHealth rising = of(epochOf([](double loss) { return 0.2 + 0.6 * loss; })); // imbalance alone asks for this
        QVERIFY(rising.symptom == WeightSymptom::Healthy);
        QVERIFY(rising.correlation > 0.999);
    }

    void collapsed()
    {
        const WeightHealth health = of(epochOf([](double loss) { return 0.004 + 0.1 * (loss > 0.9); }));
        QVERIFY(health.symptom == WeightSymptom::Collapsed);
        QVERIFY(health.shareBelow > 0.98);
    }

    void flat()
    {
        QVERIFY(of(epochOf([](double) { return 0.5; })).symptom == WeightSymptom::Flat);
        QVERIFY(of(epochOf([](double loss) { return 0.52 - 0.002 * (loss > 0.06); })).symptom == WeightSymptom::Flat); // on a bin's end
        QVERIFY(of(epochOf([](double) { return 0.999; })).symptom == WeightSymptom::Flat);
        QVERIFY(std::isnan(of(epochOf([](double) { return 0.5; })).correlation));
    }

    /// A difference that is small in itself may be large beside small weights, and one in large weights nothing.
    void flatBesideTheMean()
    {
        EpochFigures epoch = epochOf([](double loss) { return 0.05 - 0.01 * (loss > 0.06); });
        epoch.distribution.mean = 0.045;
        epoch.distribution.low = 0.04;
        epoch.distribution.high = 0.05;
        QVERIFY(of(epoch).symptom != WeightSymptom::Flat);
        epoch.distribution.mean = 1.0;
        epoch.distribution.low = 0.98;
        epoch.distribution.high = 1.02;
        QVERIFY(of(epoch).symptom == WeightSymptom::Flat);
    }

    /// Weights may spread and rise with the loss as they should for imbalance, and still weigh wrong labels up.
    void upsideDown()
    {
        EpochFigures epoch = epochOf([](double loss) { return 0.2 + 0.6 * loss; });
        epoch.detection.auroc = 0.02;
        const WeightHealth health = of(epoch);
        QVERIFY(health.symptom == WeightSymptom::UpsideDown);
        QCOMPARE(health.auroc, 0.02);
        epoch.detection.auroc = 0.45; // hardly
        QVERIFY(of(epoch).symptom == WeightSymptom::Healthy);
        epoch.detection.auroc = std::nan(""); // nobody knows
        QVERIFY(of(epoch).symptom == WeightSymptom::Healthy);
    }

    /// Bins that end beyond 1: what is below a bin's width is not called collapsed, for other weights exceed 1.
    void weightsBeyondOne()
    {
        EpochFigures epoch = epochOf([](double loss) { return 0.004 + 0.5 * (loss > 0.9); });
        QVERIFY(of(epoch).symptom == WeightSymptom::Collapsed);
        const double mean = of(epoch).meanWeight;
        epoch.distribution.upper = 50.0;
        QVERIFY(of(epoch).symptom != WeightSymptom::Collapsed);
        QVERIFY(std::abs(of(epoch).meanWeight - 50.0 * mean) < 1e-9);
    }

    void nonMonotone()
    {
        QVERIFY(of(epochOf([](double loss) { return 0.2 + 0.6 * std::exp(-std::pow((loss - 0.12) / 0.06, 2)); })).symptom
                == WeightSymptom::NonMonotone);
        QVERIFY(of(epochOf([](double loss) { return 0.8 - 0.6 * std::exp(-std::pow((loss - 0.12) / 0.06, 2)); })).symptom
                == WeightSymptom::NonMonotone);
        // A bump where hardly a sample is does not count, nor a small one.
        QVERIFY(of(epochOf([](double loss) { return falling(loss) + 0.5 * (loss > 0.99); })).symptom == WeightSymptom::Healthy);
        QVERIFY(of(epochOf([](double loss) { return falling(loss) + 0.03 * std::sin(60 * loss); })).symptom == WeightSymptom::Healthy);
    }

    /// What is worth a word, and in which direction it goes first.
    void shapes()
    {
        const auto shape = [](const Curve& weight) { return of(epochOf(weight)).shape; };
        const auto bump = [](double loss) { return std::exp(-std::pow((loss - 0.12) / 0.06, 2)); };
        QVERIFY(shape(falling) == WeightShape::Falls);
        QVERIFY(shape([](double loss) { return 0.2 + 0.6 * loss; }) == WeightShape::Rises);
        QVERIFY(shape([&](double loss) { return 0.2 + 0.6 * bump(loss); }) == WeightShape::RisesThenFalls);
        QVERIFY(shape([&](double loss) { return 0.8 - 0.6 * bump(loss); }) == WeightShape::FallsThenRises);
        QVERIFY(shape([](double loss) { return 0.5 + 0.4 * std::sin(30 * loss); }) == WeightShape::TurnsOften);

        // 0.55 and 0.04 more or less over the loss is no fault, though weights of samples differ by more; beside small weights it is.
        EpochFigures level = epochOf([&](double loss) { return 0.55 + 0.04 * bump(loss); });
        level.distribution.mean = 0.55;
        level.distribution.low = 0.45;
        level.distribution.high = 0.65;
        QVERIFY(of(level).shape == WeightShape::Level);
        QVERIFY(of(level).symptom == WeightSymptom::Healthy);
        QVERIFY(shape([&](double loss) { return 0.05 + 0.04 * bump(loss); }) == WeightShape::RisesThenFalls);
    }

    void vanishingGradient()
    {
        EpochFigures last = epochOf(falling, 1e-4);
        QVERIFY(weightHealth({epochOf(falling, 0.2), epochOf(falling, 0.1), last}).symptom == WeightSymptom::VanishingMetaGradient);
        // The schedule took the learning rate down, and the gradient with it.
        last.learningRate = 1e-4;
        const EpochList epochs = {epochOf(falling, 0.2), epochOf(falling, 0.1), last};
        QVERIFY(weightHealth(epochs).symptom == WeightSymptom::Healthy);
        QVERIFY(weightHealth(epochs.first(2)).symptom == WeightSymptom::Healthy);
    }

    void noWeights()
    {
        QVERIFY(weightHealth({}).symptom == WeightSymptom::NoWeights);
        QVERIFY(of(EpochFigures{.epoch = 1}).symptom == WeightSymptom::NoWeights);
    }

    /// Runs made before there was a weight distribution are judged by their curves.
    void withoutDistribution()
    {
        for (const auto& [curve, symptom] : {std::pair{Curve(falling), WeightSymptom::Healthy},
                                             {Curve([](double) { return 0.3; }), WeightSymptom::Flat},
                                             {Curve([](double) { return 0.001; }), WeightSymptom::Collapsed}}) {
            EpochFigures epoch = epochOf(curve);
            epoch.distribution = {};
            epoch.curve.right = epoch.curve.wrong = 0;
            QVERIFY(of(epoch).symptom == symptom);
        }
    }

    void densityIntegratesToOne()
    {
        Rng rng(4);
        std::vector<std::vector<int>> cases = {std::vector<int>(weightBins, 7), std::vector<int>(weightBins, 0),
                                               std::vector<int>(weightBins, 0), std::vector<int>(weightBins, 0),
                                               std::vector<int>(weightBins, 0)};
        cases[1][0] = 1;
        cases[2][49] = 50000;
        cases[3][0] = cases[3][49] = 1;
        for (int i = 0; i < 5000; ++i)
            ++cases[4][std::size_t(50 * std::pow(rng.uniform(), 3))];
        for (const auto& counts : cases) {
            const WeightDensity density = weightDensity(counts);
            QCOMPARE(density.x.size(), std::size_t(200));
            QCOMPARE(density.x.back(), 1.0);
            double sum = 0.0;
            for (std::size_t i = 1; i < density.x.size(); ++i)
                sum += 0.5 * (density.density[i] + density.density[i - 1]) * (density.x[i] - density.x[i - 1]);
            QVERIFY2(std::abs(sum - 1.0) < 2e-3, qPrintable(QString::number(sum)));
        }
        for (const double value : weightDensity(cases[0]).density) // equal counts: equal to the very ends
            QVERIFY(std::abs(value - 1.0) < 0.01);
        const WeightDensity unit = weightDensity(cases[4]), wide = weightDensity(cases[4], 5.0); // the same bins of [0, 5]
        QCOMPARE(wide.x.back(), 5.0);
        for (std::size_t i = 0; i < unit.x.size(); ++i)
            QVERIFY(std::abs(5.0 * wide.density[i] - unit.density[i]) < 1e-9);
        QCOMPARE(weightDensity(cases[2]).n, 50000L);
        QVERIFY(weightDensity({}).x.empty());
    }

    void axesHoldAllWeights()
    {
        QCOMPARE(largestWeight({}), 1.0);
        EpochFigures epoch = epochOf(falling);
        QCOMPARE(largestWeight({epoch}), 1.0);
        EpochFigures old = epoch; // a run of before: its bins end at 1, its curve does not
        old.curve.weight[3] = 2.4f;
        QCOMPARE(largestWeight({epoch, old}), 3.0);
        epoch.distribution.upper = 5.0;
        QCOMPARE(largestWeight({epoch, old}), 5.0);
    }

    void groupsAddUp()
    {
        WeightDistribution distribution;
        distribution.counts[0] = {WeightDistribution::Counts{1, 2}, WeightDistribution::Counts{3, 4}};
        distribution.counts[2] = {WeightDistribution::Counts{10, 20}, WeightDistribution::Counts{}};
        const auto sums = overallCounts(distribution);
        QCOMPARE(sums[0], (WeightDistribution::Counts{11, 22}));
        QCOMPARE(sums[1], (WeightDistribution::Counts{3, 4}));
        QVERIFY(overallCounts({})[0].empty());
    }
};

QTEST_APPLESS_MAIN(tst_Health)
#include "tst_health.moc"
