// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ClaimInfo.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace reweigh;

class tst_Claims : public QObject {
    Q_OBJECT

    static bool near(double a, double b, double tolerance = 1e-12) { return std::abs(a - b) <= tolerance; }

    /// Every choice of signs, one by one.
    static double bruteForce(const std::vector<double>& differences)
    {
        std::vector<double> sizes;
        for (const double value : differences)
            if (value != 0.0)
                sizes.push_back(std::abs(value));
        std::vector<double> ranks;
        for (const double size : sizes) {
            int below = 0, equal = 0;
            for (const double other : sizes) {
                below += other < size;
                equal += other == size;
            }
            ranks.push_back(below + (equal + 1) / 2.0);
        }
        const auto distance = [&](const auto& isPositive) {
            double sum = 0.0;
            for (std::size_t i = 0; i < ranks.size(); ++i)
                sum += isPositive(i) ? ranks[i] : -ranks[i];
            return std::abs(sum);
        };
        std::vector<bool> signs;
        for (const double value : differences)
            if (value != 0.0)
                signs.push_back(value > 0);
        const double seen = distance([&](std::size_t i) { return signs[i]; });
        long asFar = 0;
        for (unsigned choice = 0; choice < (1u << ranks.size()); ++choice)
            asFar += distance([&](std::size_t i) { return (choice >> i & 1u) != 0; }) >= seen - 1e-9;
        return double(asFar) / double(1u << ranks.size());
    }

private Q_SLOTS:
    void studentAgainstClosedForms()
    {
        // One degree of freedom is Cauchy: p = 1 - 2 atan(t) / pi; here t = mean / (deviation / sqrt 2) = 3.
        const std::vector<double> two = {1.0, 2.0};
        QVERIFY(near(pairedTest(two).p, 1.0 - 2.0 * std::atan(3.0) / M_PI));
        // Two degrees: p = 1 - t / sqrt(2 + t^2); mean 2, deviation 1, t = 2 sqrt 3.
        const std::vector<double> three = {1.0, 2.0, 3.0};
        const double t = 2.0 * std::sqrt(3.0);
        QVERIFY(near(pairedTest(three).p, 1.0 - t / std::sqrt(2.0 + t * t)));
        QVERIFY(near(pairedTest(three).interval.halfWidth, 4.302652729911275 / std::sqrt(3.0), 1e-9));
        // Below 0 it is as far from 0.
        const std::vector<double> mirrored = {-1.0, -2.0, -3.0};
        QCOMPARE(pairedTest(mirrored).p, pairedTest(three).p);
    }

    void fewOrEqualValues()
    {
        QVERIFY(std::isnan(pairedTest({}).p));
        QVERIFY(std::isnan(pairedTest({}).signedRankP));
        const std::vector<double> one = {0.3}, zeros = {0.0, 0.0, 0.0}, same = {0.5, 0.5, 0.5};
        QVERIFY(std::isnan(pairedTest(one).p));
        QCOMPARE(pairedTest(one).signedRankP, 1.0);
        QCOMPARE(pairedTest(zeros).p, 1.0);
        QCOMPARE(pairedTest(zeros).signedRankP, 1.0);
        QCOMPARE(pairedTest(same).p, 0.0);
        QCOMPARE(pairedTest(same).signedRankP, 0.25);
    }

    void signedRankAgainstTables()
    {
        // All of one sign: the end of the distribution, 2 / 2^n.
        for (int n = 1; n <= 12; ++n) {
            std::vector<double> values;
            for (int i = 1; i <= n; ++i)
                values.push_back(i * 0.01);
            QCOMPARE(signedRankP(values), std::min(1.0, std::pow(2.0, 1 - n)));
            QCOMPARE(signedRankP(values), pairedTest(values).leastRankP);
        }
        // n = 10: P(W <= 8) = 25 / 1024 (Wilcoxon's tables: the two-sided 5 % point).
        std::vector<double> ten = {1, 2, 3, 4, 5, 6, 7, -8, 9, 10};
        QCOMPARE(signedRankP(ten), 2 * 25.0 / 1024.0);
        // Five seeds: never below 1/16.
        const std::vector<double> five = {0.2, 0.4, 0.1, 0.7, 0.9};
        QCOMPARE(signedRankP(five), 0.0625);
    }

    void signedRankAgainstEveryChoiceOfSigns()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 60; ++round) {
            std::vector<double> values(1 + random() % 11);
            for (double& value : values)
                value = double(int(random() % 13)) - 5.0; // ties and zeros come up
            QVERIFY2(near(signedRankP(values), bruteForce(values)), qPrintable(QString::number(round)));
        }
    }

    void signedRankHasAnEnd()
    {
        QVERIFY(signedRankP(std::vector<double>(50, 1.0)) > 0.0);
        QVERIFY(std::isnan(signedRankP(std::vector<double>(51, 1.0))));
    }

    void holmByHand()
    {
        const std::vector<double> p = {0.01, 0.04, 0.03, 0.005};
        const std::vector<double> adjusted = holm(p);
        const double expected[] = {0.03, 0.06, 0.06, 0.02};
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(near(adjusted[i], expected[i]));
        const std::vector<double> large = {0.9, std::nan(""), 0.6};
        QCOMPARE(holm(large)[0], 1.0);
        QVERIFY(std::isnan(holm(large)[1])); // not among the claims that are judged
        QCOMPARE(holm(large)[2], 1.0);
    }

    void verdicts()
    {
        const std::vector<std::vector<double>> differences = {{1.0, 1.1, 0.9, 1.05, 0.95}, {-1.0, -1.1, -0.9, -1.05, -0.95},
                                                              {1.0, -0.5, 0.8, -0.3, 0.6}, {0.4}, {}};
        const std::vector<ClaimInfo> claims = judgeClaims(differences);
        QCOMPARE(claims[0].verdict, ClaimVerdict::Supported);
        QCOMPARE(claims[1].verdict, ClaimVerdict::Refuted);
        for (std::size_t i = 2; i < 5; ++i)
            QCOMPARE(claims[i].verdict, ClaimVerdict::CannotTell);
        QCOMPARE(claims[0].pairsMissing, 0);
        QCOMPARE(claims[3].pairsMissing, -1);
        QCOMPARE(claims[4].pairsMissing, -1);
        // As many pairs as told decide, and one fewer do not.
        const ClaimInfo& open = claims[2];
        QVERIFY(open.pairsMissing > 0);
        const auto pWith = [&](int n) {
            const double scale = open.test.interval.deviation / std::sqrt(double(n));
            // The quantile turns the question round: t beyond it is p below 0.05 (Holm's factor is 1: the largest p).
            return open.test.interval.mean / scale > studentQuantile(0.975, n - 1);
        };
        QVERIFY(pWith(5 + open.pairsMissing));
        QVERIFY(!pWith(5 + open.pairsMissing - 1));
    }

    void holmKeepsAWeakClaimOpen()
    {
        const std::vector<double> weak = {0.1, 0.9, 1.1, 0.3, 0.9}; // p about 0.024 by itself
        const std::vector<std::vector<double>> alone = {weak}, three = {weak, weak, weak};
        QCOMPARE(judgeClaims(alone)[0].verdict, ClaimVerdict::Supported);
        QCOMPARE(judgeClaims(three)[0].verdict, ClaimVerdict::CannotTell);
        QVERIFY(judgeClaims(three)[0].pairsMissing > 0);
    }
};

QTEST_APPLESS_MAIN(tst_Claims)
#include "tst_claims.moc"
