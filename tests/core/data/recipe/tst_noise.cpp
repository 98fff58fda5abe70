// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/Names.h"
#include "core/data/recipe/LabelNoise.h"
#include "tests/support/LabelArrays.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace reweigh;
using namespace reweigh::test;

class tst_Noise : public QObject {
    Q_OBJECT

    static DataOptions noise(NoiseType type, double rate, std::uint64_t seed = 3)
    {
        DataOptions options = plainOptions();
        options.noiseType = type;
        options.noiseRate = rate;
        options.seed = seed;
        return options;
    }

    static std::vector<double> matrixOf(NoiseType type, double rate, const LabelArrays& labels, std::uint64_t seed = 3,
                                        std::vector<std::size_t> counts = {})
    {
        if (counts.empty())
            counts.assign(std::size_t(labels.classes), labels.labels.size() / std::size_t(labels.classes));
        auto matrix = transitionMatrix(noise(type, rate, seed), labels.view(), counts);
        return matrix ? *matrix : std::vector<double>();
    }

    static void compare(const std::vector<double>& found, const std::vector<double>& expected)
    {
        QCOMPARE(found.size(), expected.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(std::abs(found[i] - expected[i]) < 1e-14,
                     qPrintable(QString("entry %1: %2, expected %3").arg(i).arg(found[i]).arg(expected[i])));
    }

private Q_SLOTS:
    void closedForms()
    {
        const LabelArrays labels("made-up", 4, 10);
        compare(matrixOf(NoiseType::None, 0.4, labels), {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});
        compare(matrixOf(NoiseType::Uniform, 0.4, labels), {.7, .1, .1, .1, .1, .7, .1, .1, .1, .1, .7, .1, .1, .1, .1, .7});
        compare(matrixOf(NoiseType::Symmetric, 0.3, labels), {.7, .1, .1, .1, .1, .7, .1, .1, .1, .1, .7, .1, .1, .1, .1, .7});
        compare(matrixOf(NoiseType::Prior, 0.5, labels, 3, {60, 20, 15, 5}),
                {.5, .25, .1875, .0625, .375, .5, .09375, .03125, .5 * 60 / 85, .5 * 20 / 85, .5, .5 * 5 / 85, .5 * 60 / 95, .5 * 20 / 95,
                 .5 * 15 / 95, .5});
    }

    void pairMapIsOfCifar10()
    {
        std::vector<double> expected(100, 0.0);
        for (std::size_t i = 0; i < 10; ++i)
            expected[i * 11] = 1.0;
        for (const auto& [from, to] : {std::pair(9, 1), {2, 0}, {4, 7}, {3, 5}, {5, 3}}) {
            expected[std::size_t(from * 11)] = 0.6;
            expected[std::size_t(from * 10 + to)] = 0.4;
        }
        compare(matrixOf(NoiseType::PairMap, 0.4, cifar10Labels()), expected);
        for (const LabelArrays& other : {LabelArrays("fashion-mnist", 10, 5), cifar100Labels()}) {
            const auto refused = transitionMatrix(noise(NoiseType::PairMap, 0.4), other.view(), std::vector<std::size_t>(100, 5));
            QVERIFY(!refused);
            QCOMPARE(int(refused.error().code), int(ErrorCode::RecipeNotApplicable));
            QCOMPARE(refused.error().where, std::string("noise-type pair-map"));
            QCOMPARE(refused.error().detail, std::string(other.name));
        }
    }

    void hierarchicalStaysInTheSuperclass()
    {
        const std::vector<double> matrix = matrixOf(NoiseType::Hierarchical, 0.6, cifar100Labels());
        for (std::size_t i = 0; i < 100; ++i)
            for (std::size_t j = 0; j < 100; ++j)
                QVERIFY(std::abs(matrix[i * 100 + j] - (i == j ? 0.4 : i % 20 == j % 20 ? 0.15 : 0.0)) < 1e-14);
        const LabelArrays lonely("made-up", 3, 10, 3); // each class alone in its superclass has nowhere to go
        compare(matrixOf(NoiseType::Hierarchical, 0.6, lonely), {1, 0, 0, 0, 1, 0, 0, 0, 1});
    }

    void flipTargetsComeFromTheSeed()
    {
        const LabelArrays labels("made-up", 10, 10);
        std::set<std::vector<double>> seen;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            const std::vector<double> one = matrixOf(NoiseType::Flip, 0.4, labels, seed);
            const std::vector<double> two = matrixOf(NoiseType::Flip2, 0.4, labels, seed);
            for (std::size_t i = 0; i < 10; ++i) {
                std::multiset<double> rowOne(one.begin() + long(i * 10), one.begin() + long(i * 10 + 10));
                std::multiset<double> rowTwo(two.begin() + long(i * 10), two.begin() + long(i * 10 + 10));
                QCOMPARE(one[i * 11], 0.6);
                QCOMPARE(rowOne, (std::multiset<double>{0, 0, 0, 0, 0, 0, 0, 0, 0.4, 0.6}));
                QCOMPARE(rowTwo, (std::multiset<double>{0, 0, 0, 0, 0, 0, 0, 0.2, 0.2, 0.6}));
            }
            seen.insert(one);
        }
        QCOMPARE(seen.size(), 20u);
        QVERIFY(matrixOf(NoiseType::Flip2, 0.4, LabelArrays("made-up", 2, 10)).empty());
        compare(matrixOf(NoiseType::Flip, 0.4, LabelArrays("made-up", 2, 10)), {.6, .4, .4, .6});
    }

    void frequencies_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("rate");
        for (const NoiseType type : {NoiseType::Uniform, NoiseType::Symmetric, NoiseType::Flip, NoiseType::Flip2, NoiseType::PairMap,
                                     NoiseType::Prior, NoiseType::Hierarchical})
            for (const double rate : {0.0, 0.2, 0.7, 1.0})
                QTest::addRow("%s %g", nameOf(type).c_str(), rate) << int(type) << rate;
    }

    /// Every entry's frequency within 5 standard deviations of what was asked; zeros stay zero, ones stay one.
    void frequencies()
    {
        QFETCH(int, type);
        QFETCH(double, rate);
        LabelArrays labels = cifar10Labels();
        for (std::size_t i = 0; i < labels.labels.size(); ++i)
            labels.superclass.push_back(labels.labels[i] / 5);
        DataOptions options = noise(NoiseType(type), rate);
        options.imbalanceType = ImbalanceType::Exponential;
        options.imbalanceFactor = 20.0;
        const Result<DataPlan> plan = makeDataPlan(options, labels.view());
        QVERIFY(plan.ok());
        const DataPlanInfo info = describe(*plan);
        double expectedNoise = 0.0;
        for (std::size_t i = 0; i < 10; ++i)
            for (std::size_t j = 0; j < 10; ++j) {
                const double asked = plan->transitionAsked[i * 10 + j];
                const double sigma = std::sqrt(asked * (1 - asked) / info.trueCount[i]);
                QVERIFY(std::abs(info.transitionObtained[i * 10 + j] - asked) <= 5 * sigma + 1e-12);
                expectedNoise += i == j ? 0.0 : asked * info.trueCount[i] / double(plan->train.size());
            }
        QVERIFY(std::abs(info.actualNoiseRate - expectedNoise) <= 5 * std::sqrt(0.25 / double(plan->train.size())) * (rate > 0) + 1e-12);
    }

    void observedTargetsTakeRoundingsRest()
    {
        // A row that sums to less than 1: the missing part goes to its last target, never past the matrix.
        const std::vector<std::uint16_t> trueLabel(20'000, 0);
        const std::vector<double> transition = {0.0, 0.5, 0.0, 0, 1, 0, 0, 0, 1};
        const auto observed = drawObserved(trueLabel, transition, 3, 1);
        QVERIFY(std::all_of(observed.begin(), observed.end(), [](std::uint16_t label) { return label == 1; }));
    }
};

QTEST_APPLESS_MAIN(tst_Noise)
#include "tst_noise.moc"
