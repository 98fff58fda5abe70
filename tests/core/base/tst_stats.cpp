// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Stats.h"

#include <QtTest>

#include <cmath>
#include <utility>
#include <vector>

using namespace reweigh;

class tst_Stats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Table of the t distribution (Abramowitz and Stegun 26.10), and the Cauchy closed form at one degree.
    void quantiles()
    {
        QVERIFY(std::abs(studentQuantile(0.975, 2) - 4.303) < 5e-4);
        QVERIFY(std::abs(studentQuantile(0.975, 4) - 2.776) < 5e-4);
        QVERIFY(std::abs(studentQuantile(0.95, 10) - 1.812) < 5e-4);
        QVERIFY(std::abs(studentQuantile(0.975, 120) - 1.980) < 5e-4);
        QVERIFY(std::abs(studentQuantile(0.975, 1) - std::tan(M_PI * 0.475)) < 1e-9);
        QCOMPARE(studentQuantile(0.025, 7), -studentQuantile(0.975, 7));
    }

    void interval()
    {
        const double values[] = {1.0, 2.0, 3.0, 4.0, 5.0};
        const MeanInterval all = meanInterval(values);
        QCOMPARE(all.n, 5);
        QCOMPARE(all.mean, 3.0);
        QVERIFY(std::abs(all.deviation - std::sqrt(2.5)) < 1e-12);
        QVERIFY(std::abs(all.halfWidth - 2.7764451051977987 * std::sqrt(0.5)) < 1e-9);
    }

    /// The same figures summed in another order differ in the last bit.
    void roundingIsNoDeviation()
    {
        const double values[] = {(0.1 + 0.2 + 0.3) / 3, (0.3 + 0.2 + 0.1) / 3};
        QVERIFY(values[0] != values[1]);
        QCOMPARE(meanInterval(values).deviation, 0.0);
        QCOMPARE(meanInterval(values).halfWidth, 0.0);
        const double small[] = {1e-9, 2e-9};
        QVERIFY(meanInterval(small).halfWidth > 1e-9);
    }

    /// Quantiles of SciPy on both sides of the numbers that are kept.
    void manyValues()
    {
        for (const auto& [n, quantile] :
             {std::pair(64, 1.998340542520741), std::pair(65, 1.997729654317693), std::pair(100, 1.9842169515864174)}) {
            std::vector<double> values;
            for (int i = 0; i < n; ++i)
                values.push_back(i);
            const MeanInterval all = meanInterval(values);
            QVERIFY(std::abs(all.halfWidth - quantile * all.deviation / std::sqrt(double(n))) < 1e-9);
        }
    }

    void fewValuesAllowNoInterval()
    {
        const double one[] = {0.5};
        QCOMPARE(meanInterval(one).mean, 0.5);
        QVERIFY(std::isinf(meanInterval(one).halfWidth) && std::isnan(meanInterval(one).deviation));
        QVERIFY(std::isnan(meanInterval({}).mean));
        QCOMPARE(meanInterval({}).n, 0);
    }
};

QTEST_APPLESS_MAIN(tst_Stats)
#include "tst_stats.moc"
