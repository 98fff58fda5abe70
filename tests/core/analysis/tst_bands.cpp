// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/InflationInfo.h"
#include "core/analysis/RunBand.h"
#include "core/base/Rng.h"
#include "core/base/Stats.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace reweigh;

/// Bands over runs, smoothing, and what the best of many is worth.
class tst_Bands : public QObject {
    Q_OBJECT

    static constexpr double none = std::numeric_limits<double>::quiet_NaN();

private Q_SLOTS:
    void bandIsStudents()
    {
        const std::vector<RunSeries> runs = {{{1, 2, 3}, {0.1, 0.4, 0.7}}, {{1, 2, 3}, {0.2, none, 0.9}}, {{2, 3, 4}, {0.6, 0.2, 0.5}}};
        const RunBand band = runBand(runs);
        QCOMPARE(band.x, (std::vector<double>{1, 2, 3, 4}));
        QCOMPARE(band.n, (std::vector<int>{2, 2, 3, 1}));
        const MeanInterval three = meanInterval(std::vector<double>{0.7, 0.9, 0.2});
        QVERIFY(std::abs(band.mean[2] - three.mean) < 1e-15);
        QVERIFY(std::abs(band.high[2] - three.mean - three.halfWidth) < 1e-14);
        // Two values: t(0.975, 1) times half their distance.
        QVERIFY(std::abs(band.mean[0] - band.low[0] - studentQuantile(0.975, 1) * 0.05) < 1e-14);
        QVERIFY(std::abs(studentQuantile(0.975, 1) - std::tan(0.475 * M_PI)) < 1e-9);
        QVERIFY(std::isnan(band.low[3]) && std::isnan(band.high[3]));
        QCOMPARE(band.mean[3], 0.5);
        QVERIFY(runBand({}).x.empty());
    }

    /// In 19 of 20 samples the interval holds the true mean.
    void bandCoversTheMean()
    {
        Rng rng(12);
        std::vector<RunSeries> runs(5);
        constexpr int places = 20000;
        for (RunSeries& run : runs)
            for (int x = 0; x < places; ++x) {
                run.x.push_back(x);
                run.y.push_back(rng.normal());
            }
        const RunBand band = runBand(runs);
        int covered = 0;
        for (std::size_t i = 0; i < band.x.size(); ++i)
            covered += band.low[i] < 0.0 && band.high[i] > 0.0;
        QVERIFY(std::abs(double(covered) / places - 0.95) < 0.006); // deviation 0.0015
    }

    void smoothing()
    {
        const std::vector<double> y = {1.0, 3.0, none, 5.0};
        QCOMPARE(smoothed(y, 0.0)[1], 3.0);
        const auto half = smoothed(y, 0.5);
        QCOMPARE(half[0], 1.0); // corrected for its start
        QVERIFY(std::abs(half[1] - (0.25 * 1 + 0.5 * 3) / 0.75) < 1e-15);
        QVERIFY(std::isnan(half[2]));
        QVERIFY(std::abs(half[3] - (0.125 * 1 + 0.25 * 3 + 0.5 * 5) / 0.875) < 1e-15);
        for (const double value : smoothed(std::vector<double>(500, 0.3), 0.99))
            QVERIFY(std::abs(value - 0.3) < 1e-12);
    }

    void inflationInClosedForm()
    {
        QCOMPARE(bestOfInflation(1, 1.0), 0.0);
        QVERIFY(std::abs(bestOfInflation(2, 1.0) - 1.0 / std::sqrt(M_PI)) < 1e-10);
        QVERIFY(std::abs(bestOfInflation(3, 2.0) - 3.0 / std::sqrt(M_PI)) < 1e-10);
        QVERIFY(std::abs(bestOfInflation(100, 1.0) - 2.507593639) < 1e-7);
        QVERIFY(std::abs(bestOfInflation(1000, 0.01) - 0.0324143581) < 1e-8);
        QVERIFY(std::abs(accuracyNoise(0.8, 400) - 0.02) < 1e-15);
        QVERIFY(std::isnan(accuracyNoise(0.8, 0)));
    }

    /// Simulated: equally good trials, each measured on as many images.
    void inflationIsWhatLuckGives()
    {
        Rng rng(77);
        constexpr int trials = 40, images = 500, studies = 1500;
        constexpr double accuracy = 0.85;
        double above = 0.0;
        for (int study = 0; study < studies; ++study) {
            double best = 0.0;
            for (int t = 0; t < trials; ++t) {
                int right = 0;
                for (int i = 0; i < images; ++i)
                    right += rng.uniform() < accuracy;
                best = std::max(best, double(right) / images);
            }
            above += (best - accuracy) / studies;
        }
        const double expected = bestOfInflation(trials, accuracyNoise(accuracy, images));
        QVERIFY2(std::abs(above / expected - 1.0) < 0.04, qPrintable(QString::number(above / expected))); // binomial, not normal
    }
};

QTEST_APPLESS_MAIN(tst_Bands)
#include "tst_bands.moc"
