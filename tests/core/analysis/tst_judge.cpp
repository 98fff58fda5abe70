// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Judge.h"
#include "core/base/FileIo.h"
#include "core/base/Json.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <random>

using namespace reweigh;

/// The one judge, held against SciPy's recorded answers (tests/golden/judge.py) and against its own definitions.
class tst_Judge : public QObject {
    Q_OBJECT

    static constexpr double nan = std::numeric_limits<double>::quiet_NaN();

    /// Equal to 1e-9, relative above 1; or both unknown.
    static bool near(double a, double b)
    {
        return std::isnan(a) == std::isnan(b) && (std::isnan(a) || std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b)));
    }
    static double number(const nlohmann::json& json) { return json.is_null() ? nan : json.get<double>(); }

    nlohmann::json m_golden;

    /// Every choice of signs, one by one.
    static double bruteForce(const std::vector<double>& differences)
    {
        std::vector<double> left;
        for (const double value : differences)
            if (value != 0.0)
                left.push_back(value);
        std::vector<double> ranks;
        for (const double value : left) {
            int below = 0, equal = 0;
            for (const double other : left) {
                below += std::abs(other) < std::abs(value);
                equal += std::abs(other) == std::abs(value);
            }
            ranks.push_back(below + (equal + 1) / 2.0);
        }
        const auto distance = [&](const auto& isPositive) {
            double sum = 0.0;
            for (std::size_t i = 0; i < ranks.size(); ++i)
                sum += isPositive(i) ? ranks[i] : -ranks[i];
            return std::abs(sum);
        };
        const double seen = distance([&](std::size_t i) { return left[i] > 0; });
        long asFar = 0;
        for (unsigned choice = 0; choice < (1u << ranks.size()); ++choice)
            asFar += distance([&](std::size_t i) { return (choice >> i & 1u) != 0; }) >= seen - 1e-9;
        return double(asFar) / double(1u << ranks.size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto text = readFile(REWEIGH_SOURCE_DIR "/tests/golden/judge.json");
        QVERIFY(text.ok());
        m_golden = nlohmann::json::parse(*text);
        QVERIFY(m_golden.at("cases").size() > 80);
    }

    void testsAndEffectsAgainstSciPy()
    {
        for (const nlohmann::json& golden : m_golden.at("cases")) {
            const auto values = golden.at("differences").get<std::vector<double>>();
            const PairedTest test = pairedTest(values);
            const EffectSize effect = effectSize(test.interval);
            const auto same = [&](double ours, const char* key) {
                const bool equal = near(ours, number(golden.at(key)));
                if (!equal)
                    qWarning("%s: %s is %.17g, SciPy says %.17g", golden.at("name").get<std::string>().c_str(), key, ours,
                             number(golden.at(key)));
                return equal;
            };
            QVERIFY(same(test.interval.mean, "mean"));
            if (values.size() > 1)
                QVERIFY(same(test.p, "p") && same(test.interval.halfWidth, "half_width"));
            else
                QVERIFY(std::isnan(test.p) && std::isinf(test.interval.halfWidth));
            QVERIFY(same(test.signedRankP, "signed_rank_p"));
            QVERIFY(same(effect.g, "g") && same(effect.low, "g_low") && same(effect.high, "g_high"));
        }
    }

    void powerAgainstSciPy()
    {
        for (const nlohmann::json& golden : m_golden.at("powers")) {
            for (const nlohmann::json& point : golden.at("powers"))
                QVERIFY(near(pairedPower(golden.at("effect"), point.at(0), golden.at("level")), point.at(1)));
            QCOMPARE(pairsForPower(golden.at("effect"), golden.at("level"), judgedPower, mostPairs), golden.at("pairs").get<int>());
        }
        QCOMPARE(pairsForPower(0.0, 0.05, 0.8, 1000), 0);
        QCOMPARE(pairsForPower(nan, 0.05, 0.8, 1000), 0);
        QCOMPARE(pairsForPower(0.01, 0.05, 0.8, 1000), 0); // 78,500 it would be
    }

    void holmAgainstStatsmodels()
    {
        for (const nlohmann::json& golden : m_golden.at("holm")) {
            const auto adjusted = holm(golden.at("p").get<std::vector<double>>());
            for (std::size_t i = 0; i < adjusted.size(); ++i)
                QVERIFY(near(adjusted[i], golden.at("adjusted")[i]));
        }
        const std::vector<double> some = {0.9, nan, 0.02};
        QVERIFY(near(holm(some)[2], 0.04)); // what is not judged counts for nothing
        QVERIFY(std::isnan(holm(some)[1]));
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
        QVERIFY(signedRankP(std::vector<double>(50, 1.0)) > 0.0);
        QVERIFY(std::isnan(signedRankP(std::vector<double>(51, 1.0))));
        QCOMPARE(pairedTest(std::vector<double>(5, 0.5)).leastRankP, 0.0625);
    }

    /// NaN has no rank: it compared unequal to itself, and the ranking never came to an end.
    void notANumberIsRefusedAtOnce()
    {
        for (const double odd : {nan, std::numeric_limits<double>::infinity()}) {
            const std::vector<double> values = {0.1, odd, 0.3};
            QVERIFY(std::isnan(signedRankP(values)));
            const PairedTest test = pairedTest(values);
            QVERIFY(std::isnan(test.p) && std::isnan(test.interval.mean) && std::isnan(effectSize(test.interval).g));
            const std::vector<std::vector<double>> table = {values, {1.0, 1.1, 0.9}};
            const std::vector<Judgement> rows = judge(table);
            QVERIFY(rows[0].verdict == JudgedAs::CannotTell && std::isnan(rows[0].adjustedP) && rows[0].pairsMissing == -1);
            QVERIFY(near(rows[1].adjustedP, rows[1].test.p)); // and it takes no part in Holm's table
        }
    }

    /// Equal differences of decimal fractions differ in their last bits: 0.8 - 0.7 is not 0.81 - 0.71. The tests' series do not reach as
    /// far as such a ratio of mean to deviation, and ended in an exception.
    void equalButForRounding()
    {
        const std::vector<std::vector<double>> table = {{0.80 - 0.70, 0.81 - 0.71, 0.82 - 0.72}, {0.1, 0.1, 0.1}};
        const std::vector<Judgement> rows = judge(table);
        QVERIFY(rows[0].test.interval.deviation == 0.0 && rows[0].test.interval.halfWidth == 0.0);
        QVERIFY(rows[0].verdict == rows[1].verdict && rows[0].pairsMissing == rows[1].pairsMissing);
        QVERIFY(std::isnan(rows[0].effect.g));
        QCOMPARE(pairedPower(1e12, 3, 0.01), 1.0);
        QCOMPARE(pairsForPower(1e12, 0.05, 0.8, 1000), 2);
    }

    void pairsAreOfOneSeed()
    {
        // By place, 0.9 - 0.5 and 0.8 - 0.7 would be compared: runs of different data.
        const SeedPairs pairs = pairBySeed({{1, 0.9}, {2, 0.8}, {3, nan}, {5, 0.6}}, {{2, 0.5}, {3, 0.7}, {5, 0.1}, {6, 0.2}});
        QCOMPARE(pairs.differences.size(), std::size_t(2));
        QVERIFY(near(pairs.differences[0], 0.3) && near(pairs.differences[1], 0.5));
        QCOMPARE(pairs.unpaired, 3); // 1 and 6 on one side, 3 without a value
        QCOMPARE(pairBySeed({}, {}).unpaired, 0);
    }

    void verdicts()
    {
        const std::vector<std::vector<double>> table = {
            {1.0, 1.1, 0.9, 1.05, 0.95}, {-1.0, -1.1, -0.9, -1.05, -0.95}, {1.0, -0.5, 0.8, -0.3, 0.6}, {0.4}, {}};
        const std::vector<Judgement> rows = judge(table);
        QVERIFY(rows[0].verdict == JudgedAs::Better && rows[1].verdict == JudgedAs::Worse);
        for (std::size_t i = 2; i < 5; ++i)
            QVERIFY(rows[i].verdict == JudgedAs::CannotTell);
        QCOMPARE(rows[0].pairsMissing, 0);
        QCOMPARE(rows[3].pairsMissing, -1);
        QCOMPARE(rows[4].pairsMissing, -1);
        // As many pairs as are asked for find such a difference four times in five; one fewer does not.
        const Judgement& open = rows[2];
        const double effect = open.test.interval.mean / open.test.interval.deviation;
        QVERIFY(open.pairsMissing > 0 && open.pairsInAll() == 5 + open.pairsMissing);
        QVERIFY(pairedPower(effect, open.pairsInAll(), 0.05) >= 0.8); // the largest p of three: Holm's factor is 1
        QVERIFY(pairedPower(effect, open.pairsInAll() - 1, 0.05) < 0.8);
    }

    /// 0.1 + 0.2 - 0.3 is 5.6e-17: beside values of 0.3 that is no difference, and no deviation either. It was a difference without
    /// deviation, and so a verdict with a p of 0.
    void whatIsRoundingBesideTheValues()
    {
        const SeedPairs pairs = pairBySeed({{1, 0.1 + 0.2}, {2, 0.1 + 0.2}, {3, 0.1 + 0.2}}, {{1, 0.3}, {2, 0.3}, {3, 0.3}});
        QVERIFY(pairs.differences.front() != 0.0 && pairs.scale == 0.1 + 0.2);
        const PairedTest test = pairedTest(pairs.differences, pairs.scale);
        QVERIFY(test.p == 1.0 && test.signedRankP == 1.0 && test.interval.mean == 0.0);
        const std::vector<std::vector<double>> table = {pairs.differences};
        QCOMPARE(judge(table, std::vector{pairs.scale})[0].verdict, JudgedAs::CannotTell);
        // A small difference that is the same in every seed: its deviation is the rounding of values that are a million times as large.
        const SeedPairs small = pairBySeed({{1, 0.8 + 1e-6}, {2, 0.3 + 1e-6}, {3, 0.1 + 1e-6}}, {{1, 0.8}, {2, 0.3}, {3, 0.1}});
        QVERIFY(meanInterval(small.differences).deviation > 0.0);
        QCOMPARE(pairedTest(small.differences, small.scale).interval.deviation, 0.0);
    }

    void verdictsAlone()
    {
        const std::vector<std::vector<double>> table = {
            {0.1, 0.9, 1.1, 0.3, 0.9}, {1.0, 1.1, 0.9, 1.05}, {-1.0, -1.1, -0.9}, {0.4}, {}, {0.0, 0.0}};
        std::vector<PairedTest> tests;
        for (const std::vector<double>& differences : table)
            tests.push_back(pairedTest(differences));
        const std::vector<JudgedAs> verdicts = verdictsOf(tests);
        const std::vector<Judgement> rows = judge(table);
        for (std::size_t i = 0; i < table.size(); ++i)
            QCOMPARE(verdicts[i], rows[i].verdict);
        QVERIFY(verdicts[0] == JudgedAs::CannotTell && verdicts[1] == JudgedAs::Better && verdicts[2] == JudgedAs::Worse);
        QVERIFY(verdictsOf({}).empty());
    }

    void holmKeepsAWeakDifferenceOpen()
    {
        const std::vector<double> weak = {0.1, 0.9, 1.1, 0.3, 0.9}; // p about 0.024 by itself
        const std::vector<std::vector<double>> alone = {weak}, three = {weak, weak, weak};
        QVERIFY(judge(alone)[0].verdict == JudgedAs::Better);
        const std::vector<Judgement> rows = judge(three);
        QVERIFY(rows[0].verdict == JudgedAs::CannotTell && rows[0].pairsMissing > 0);
        // All three wait for the first one's factor.
        QCOMPARE(rows[2].pairsMissing, rows[0].pairsMissing);
    }
};

QTEST_APPLESS_MAIN(tst_Judge)
#include "tst_judge.moc"
