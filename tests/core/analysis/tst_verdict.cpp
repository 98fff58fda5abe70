// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/WeightVerdict.h"

#include <QtTest>

#include <cmath>

using namespace reweigh;

/// What weights are said to do to wrong labels: the interval of the AUROC, the thresholds, and what is not claimed.
class tst_Verdict : public QObject {
    Q_OBJECT

    static constexpr double none = std::numeric_limits<double>::quiet_NaN();
    static constexpr double z = 1.959963984540054;

    /// An epoch of so many samples, whose weights spread from 0.1 to 0.9.
    static EpochFigures epochOf(double auroc, int wrong, int right)
    {
        EpochFigures epoch{.epoch = 1};
        epoch.curve.weight = {0.5f};
        epoch.detection.auroc = auroc;
        for (auto& group : epoch.distribution.counts)
            group.fill(WeightDistribution::Counts(weightBins, 0));
        epoch.distribution.counts[0][0][40] = right - 1;
        epoch.distribution.counts[2][0][41] = 1;
        epoch.distribution.counts[1][1][10] = wrong;
        epoch.distribution.mean = 0.5;
        epoch.distribution.low = 0.1;
        epoch.distribution.high = 0.9;
        return epoch;
    }

    /// Two bins of an epoch of before, which kept no range of the weights.
    static EpochFigures binned(std::size_t first, std::size_t second)
    {
        EpochFigures epoch = epochOf(0.9, 100, 100);
        epoch.distribution = {};
        for (auto& group : epoch.distribution.counts)
            group.fill(WeightDistribution::Counts(weightBins, 0));
        epoch.distribution.counts[0][0][first] = 100;
        epoch.distribution.counts[0][1][second] += 100;
        return epoch;
    }

    /// The variance that Hanley and McNeil 1982 give an AUROC, with the mean of both numbers in place of each.
    static double hanleyMcNeil(double auroc, double positives, double negatives)
    {
        const double q1 = auroc / (2 - auroc), q2 = 2 * auroc * auroc / (1 + auroc), square = auroc * auroc;
        const double others = (positives + negatives) / 2 - 1;
        return (auroc * (1 - auroc) + others * (q1 - square) + others * (q2 - square)) / (positives * negatives);
    }

private Q_SLOTS:
    /// The ends were found by a scan of all values in steps of 5e-7, with the variance above.
    void intervals_data()
    {
        QTest::addColumn<double>("auroc");
        QTest::addColumn<double>("positives");
        QTest::addColumn<double>("negatives");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::newRow("good") << 0.9 << 160.0 << 400.0 << 0.8662945 << 0.9253135;
        QTest::newRow("Hanley and McNeil's example") << 0.893 << 51.0 << 58.0 << 0.811477 << 0.939883;
        QTest::newRow("upside down") << 0.02 << 2000.0 << 8000.0 << 0.0168115 << 0.0237980;
        QTest::newRow("few") << 0.75 << 20.0 << 30.0 << 0.5881595 << 0.8583025;
    }

    void intervals()
    {
        QFETCH(double, auroc);
        QFETCH(double, positives);
        QFETCH(double, negatives);
        QFETCH(double, low);
        QFETCH(double, high);
        const Interval found = aurocInterval(auroc, positives, negatives);
        QVERIFY2(std::abs(found.low - low) < 1e-6 && std::abs(found.high - high) < 1e-6,
                 qPrintable(QString("%1, %2").arg(found.low, 0, 'g', 9).arg(found.high, 0, 'g', 9)));
        for (const double end : {found.low, found.high})
            QVERIFY(std::abs(std::abs(auroc - end) - z * std::sqrt(hanleyMcNeil(end, positives, negatives))) < 1e-9);
        const Interval mirrored = aurocInterval(1 - auroc, positives, negatives);
        QVERIFY(std::abs(mirrored.low + found.high - 1) < 1e-12 && std::abs(mirrored.high + found.low - 1) < 1e-12);
    }

    /// One against one is a single draw: Wilson's interval of 1 success in 1 is [1 / (1 + z^2), 1].
    void intervalsAtTheEdge()
    {
        const Interval sure = aurocInterval(1.0, 1, 1);
        QVERIFY(std::abs(sure.low - 1 / (1 + z * z)) < 1e-12);
        QCOMPARE(sure.high, 1.0);
        const Interval never = aurocInterval(0.0, 1, 1);
        QCOMPARE(never.low, 0.0);
        QVERIFY(std::abs(never.high - z * z / (1 + z * z)) < 1e-12);
    }

    /// The interval leaves out 0.5 where Mann and Whitney's test rejects chance, whose variance is (m + n + 1) / (12 m n).
    void chanceIsMannWhitneys()
    {
        for (const auto& [m, n] : {std::pair(5.0, 9.0), {50.0, 50.0}, {200.0, 3000.0}}) {
            const double critical = z * std::sqrt((m + n + 1) / (12 * m * n));
            QVERIFY(aurocInterval(0.5 + critical + 1e-6, m, n).low > 0.5);
            QVERIFY(aurocInterval(0.5 + critical - 1e-6, m, n).low < 0.5);
            QVERIFY(aurocInterval(0.5 - critical - 1e-6, m, n).high < 0.5);
        }
    }

    void effects_data()
    {
        QTest::addColumn<double>("auroc");
        QTest::addColumn<int>("wrong");
        QTest::addColumn<int>("right");
        QTest::addColumn<QString>("effect");
        QTest::addColumn<int>("direction");
        QTest::newRow("separates") << 0.9 << 160 << 400 << "separates" << 1;
        QTest::newRow("at the threshold") << 0.7 << 200 << 300 << "separates" << 1;
        QTest::newRow("below it") << 0.699 << 200 << 300 << "weak" << 1;
        QTest::newRow("upside down") << 0.02 << 2000 << 8000 << "wrong weigh more" << -1;
        QTest::newRow("at the lower threshold") << 0.3 << 200 << 300 << "wrong weigh more" << -1;
        QTest::newRow("above it") << 0.301 << 200 << 300 << "weak" << -1;
        QTest::newRow("chance") << 0.5 << 2000 << 8000 << "weak" << 0;
        QTest::newRow("high, of too few") << 0.95 << 3 << 4 << "weak" << 0;
        QTest::newRow("perfect, of one each") << 1.0 << 1 << 1 << "weak" << 0;
        QTest::newRow("no label is known to be wrong") << none << 0 << 560 << "unknown" << 0;
    }

    void effects()
    {
        QFETCH(double, auroc);
        QFETCH(int, wrong);
        QFETCH(int, right);
        QFETCH(QString, effect);
        QFETCH(int, direction);
        const WeightVerdict verdict = weightVerdict(epochOf(auroc, wrong, right));
        QCOMPARE(QString(nameOf(verdict.effect)), effect);
        QCOMPARE(verdict.direction(), direction);
        QCOMPARE(verdict.runs, std::isnan(auroc) ? 0 : 1);
        QVERIFY(std::isnan(auroc) ? std::isnan(verdict.auroc) && std::isnan(verdict.interval.low) : verdict.auroc == auroc);
    }

    void noWeights()
    {
        QCOMPARE(weightVerdict(EpochFigures{.epoch = 1}).effect, WeightEffect::NoWeights);
        QCOMPARE(weightVerdict(std::span<const WeightEvidence>()).effect, WeightEffect::NoWeights);
    }

    /// Equal weights do nothing, however well they rank; that needs no true labels.
    void flat()
    {
        EpochFigures epoch = epochOf(0.95, 100, 100);
        epoch.distribution.low = 0.49;
        epoch.distribution.high = 0.51;
        QVERIFY(std::abs(weightSpread(epoch.distribution) - 0.04) < 1e-12);
        const WeightVerdict verdict = weightVerdict(epoch);
        QCOMPARE(verdict.effect, WeightEffect::Flat);
        QCOMPARE(verdict.auroc, 0.95);
        epoch.detection.auroc = none;
        QCOMPARE(weightVerdict(epoch).effect, WeightEffect::Flat);
        epoch.detection.auroc = 0.95;
        epoch.distribution.high = 0.53; // 8 % of the mean
        QCOMPARE(weightVerdict(epoch).effect, WeightEffect::Separates);
        epoch.distribution.mean = 1.6; // the same range of weights that are larger
        QCOMPARE(weightVerdict(epoch).effect, WeightEffect::Flat);
        epoch.distribution = {.counts = epoch.distribution.counts, .mean = 0.0, .low = 0.0, .high = 0.0}; // all weights are 0
        QVERIFY(std::isnan(weightSpread(epoch.distribution)));
    }

    /// Runs of earlier versions: bins of [0, 1], no range of the weights.
    void flatFromBins()
    {
        QCOMPARE(weightVerdict(binned(25, 25)).effect, WeightEffect::Flat);
        QCOMPARE(weightVerdict(binned(25, 26)).effect, WeightEffect::Flat);      // 0.02 of 0.52
        QCOMPARE(weightVerdict(binned(10, 11)).effect, WeightEffect::Separates); // 0.02 of 0.22
        QCOMPARE(weightVerdict(binned(0, 0)).effect, WeightEffect::Separates);   // below 0.02: how they differ is not known
        EpochFigures outliers = binned(25, 25);
        outliers.distribution.counts[0][0][49] = 1; // one weight in 201 is within the upper 1 %
        QCOMPARE(weightVerdict(outliers).effect, WeightEffect::Flat);
        outliers.distribution.counts[0][0][49] = 5;
        QCOMPARE(weightVerdict(outliers).effect, WeightEffect::Separates);
    }

    /// The first version kept neither a distribution nor, at its beginning, numbers of samples.
    void runsWithoutCounts()
    {
        EpochFigures epoch = epochOf(0.9, 160, 400);
        epoch.distribution = {};
        const WeightVerdict verdict = weightVerdict(epoch);
        QCOMPARE(verdict.effect, WeightEffect::Weak);
        QCOMPARE(verdict.direction(), 0);
        QCOMPARE(verdict.interval.high, 1.0);
        epoch.curve.wrong = 160;
        epoch.curve.right = 400;
        QCOMPARE(weightVerdict(epoch).effect, WeightEffect::Separates);
    }

    void overSeeds()
    {
        const auto run = [](double auroc, double spread = 0.5) {
            return WeightEvidence{.weighted = true, .auroc = auroc, .wrong = 160, .right = 400, .spread = spread};
        };
        const WeightVerdict good = weightVerdict(std::vector{run(0.88), run(0.90), run(0.92)});
        QCOMPARE(good.effect, WeightEffect::Separates);
        QCOMPARE(good.runs, 3);
        QVERIFY(std::abs(good.auroc - 0.9) < 1e-12);
        QVERIFY(std::abs(good.interval.low - (0.9 - 4.302652729911275 * 0.02 / std::sqrt(3.0))) < 1e-9); // t(0.975, 2)
        QCOMPARE(weightVerdict(std::vector{run(0.016), run(0.017), run(0.019)}).effect, WeightEffect::WrongWeighMore);
        const WeightVerdict torn = weightVerdict(std::vector{run(0.95), run(0.55)}); // t(0.975, 1) = 12.7: the interval holds all
        QCOMPARE(torn.effect, WeightEffect::Weak);
        QCOMPARE(torn.direction(), 0);
        QCOMPARE(torn.interval.low, 0.0);
        QCOMPARE(torn.interval.high, 1.0);
        // A single run, or a single one with an AUROC, has its own interval.
        const WeightVerdict single = weightVerdict(std::vector{run(0.9)}), one = weightVerdict(std::vector{run(none), run(0.9)});
        for (const WeightVerdict& verdict : {single, one}) {
            QCOMPARE(verdict.effect, WeightEffect::Separates);
            QCOMPARE(verdict.runs, 1);
            QVERIFY(std::abs(verdict.interval.low - 0.8662945) < 1e-6);
        }
        QCOMPARE(weightVerdict(std::vector{run(none), run(none)}).effect, WeightEffect::Unknown);
        QCOMPARE(weightVerdict(std::vector{run(0.9, 0.02), run(0.9, 0.06)}).effect, WeightEffect::Flat);
        QCOMPARE(weightVerdict(std::vector{run(0.9, 0.02), run(0.9, 0.16)}).effect, WeightEffect::Separates);
        QCOMPARE(weightVerdict(std::vector{run(0.9, none), run(0.9, none)}).effect, WeightEffect::Separates);
    }
};

QTEST_APPLESS_MAIN(tst_Verdict)
#include "tst_verdict.moc"
