// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/NormalMixture.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

using namespace reweigh;

/// A mixture of two normal distributions against expectation-maximisation written down a second time in Python, and in closed form.
class tst_Mixture : public QObject {
    Q_OBJECT

    static bool near(double got, double want, double tolerance = 1e-9) { return std::abs(got - want) < tolerance; }

    static bool same(const NormalPart& got, const NormalPart& want, double tolerance = 1e-9)
    {
        return near(got.share, want.share, tolerance) && near(got.mean, want.mean, tolerance)
               && near(got.variance, want.variance, tolerance);
    }

private Q_SLOTS:
    /// Expected: Python in fp64 with exactly rounded sums (math.fsum), the first division by trying all of them. After three iterations,
    /// after two, and where nothing changes any more.
    void fits()
    {
        const std::vector<double> values{0.5, 0.05, 0.85, 0.1, 0.12, 0.2, 1.0, 0.25, 0.3, 0.42, 0.55, 0.7, 0.8, 0.9};
        struct Case {
            MixtureOptions options;
            NormalPart low, high;
            std::array<double, 5> posterior; // at 0, 0.42, 0.5, 0.55 and 1
        };
        const Case cases[] = {{{},
                               {0.5856041493074353, 0.2530828824104715, 0.025400855888589004},
                               {0.4143958506925646, 0.8041156416344695, 0.02174572875748147},
                               {0.9999990574437929, 0.9573935190978909, 0.7675558601917692, 0.5043844520042595, 5.374403169079798e-05}},
                              {{.iterations = 30, .tolerance = 1e-2, .addedVariance = 5e-4},
                               {0.5809916567019175, 0.2509975143765734, 0.025512664827404146},
                               {0.41900834329808245, 0.8009413537718412, 0.022961533647359048},
                               {0.9999977591665103, 0.9465662099632796, 0.7371406085321405, 0.4733475078791387, 5.234394661635541e-05}},
                              {{.iterations = 2000, .tolerance = 0.0},
                               {0.6591617556823761, 0.28814145793258955, 0.033268392923876476},
                               {0.34083824431762383, 0.8552348423118947, 0.009943720863012727},
                               {0.9999999999999996, 0.9999103486985537, 0.9967519700587782, 0.976106203009915, 0.0014915146864972048}}};
        for (const Case& c : cases) {
            const auto fit = fitTwoNormals(values, c.options);
            QVERIFY(fit && same(fit->low, c.low) && same(fit->high, c.high));
            const double at[] = {0.0, 0.42, 0.5, 0.55, 1.0};
            for (std::size_t i = 0; i < c.posterior.size(); ++i)
                QVERIFY2(near(fit->lowProbability(at[i]), c.posterior[i]), qPrintable(QString::number(at[i])));
        }
    }

    /// The parts are so far from each other that each value is of one of them.
    void partsFarApart()
    {
        const std::vector<double> values{0, 1, 2, 100, 101, 102, 103};
        const auto fit = fitTwoNormals(values);
        QVERIFY(fit && same(fit->low, {3.0 / 7, 1.0, 2.0 / 3 + 1e-6}, 1e-12) && same(fit->high, {4.0 / 7, 101.5, 1.25 + 1e-6}, 1e-12));
        QCOMPARE(fit->lowProbability(2.0), 1.0);
        QCOMPARE(fit->lowProbability(100.0), 0.0);
    }

    void symmetricValues()
    {
        const auto fit = fitTwoNormals(std::vector<double>{-3, -2, -1, 1, 2, 3}, {.iterations = 5, .tolerance = 0.0});
        QVERIFY(fit && near(fit->low.share, 0.5) && near(fit->low.mean, -fit->high.mean) && near(fit->low.variance, fit->high.variance));
        QVERIFY(near(fit->lowProbability(0.0), 0.5));
    }

    /// Bit for bit.
    void orderDoesNotMatter()
    {
        std::vector<double> values{0.3, 0.1, 0.35, 0.9, 0.2, 0.8, 0.45, 0.6};
        const auto first = fitTwoNormals(values);
        std::ranges::sort(values, std::greater<>());
        const auto second = fitTwoNormals(values);
        QVERIFY(first && second && same(first->low, second->low, 1e-300) && same(first->high, second->high, 1e-300));
    }

    void fewOrEqualValues()
    {
        QVERIFY(!fitTwoNormals({}));
        QVERIFY(!fitTwoNormals(std::vector<double>{0.5}));
        QVERIFY(!fitTwoNormals(std::vector<double>(9, 0.1)));
        const auto two = fitTwoNormals(std::vector<double>{3.0, 1.0});
        QVERIFY(two && same(two->low, {0.5, 1.0, 1e-6}, 1e-12) && same(two->high, {0.5, 3.0, 1e-6}, 1e-12));
        QCOMPARE(two->lowProbability(1.0), 1.0);
        QVERIFY(near(two->lowProbability(2.0), 0.5, 1e-6));
        QCOMPARE(two->lowProbability(3.0), 0.0);
        const auto one = fitTwoNormals(std::vector<double>{5.0, 1.0, 1.0, 1.0}); // three equal ones stay together
        QVERIFY(one && same(one->low, {0.75, 1.0, 1e-6}, 1e-12) && same(one->high, {0.25, 5.0, 1e-6}, 1e-12));
    }
};

QTEST_APPLESS_MAIN(tst_Mixture)
#include "tst_mixture.moc"
