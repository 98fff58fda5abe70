// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/engine/training/FeatureProbe.h"
#include "core/engine/training/TrainParts.h"
#include "core/engine/training/meters/CalibrationMeter.h"
#include "core/engine/training/meters/ClassMeter.h"
#include "core/engine/training/meters/WeightMeter.h"

#include <ATen/ATen.h>

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace reweigh;

/// Meters against closed forms and definitions; learning rates against the schedules' formulas.
class tst_Meters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesByHand()
    {
        ClassMeter meter(4);
        const std::vector<int> groups = {0, 0, 1, 2};
        meter.add(std::vector<float>{1, 2, 3}, std::vector<std::int64_t>{0, 0, 1}, std::vector<std::int64_t>{0, 1, 1});
        meter.add(std::vector<float>{6}, std::vector<std::int64_t>{3}, std::vector<std::int64_t>{2});
        const SplitFigures figures = meter.value(groups);
        QCOMPARE(figures.loss, 3.0);
        QCOMPARE(figures.accuracy, 0.5);
        QCOMPARE(figures.recall[0], 0.5);
        QVERIFY(std::isnan(figures.recall[2]));
        QCOMPARE(figures.balancedAccuracy, 0.5); // of the three classes present: 0.5, 1, 0
        QCOMPARE(figures.many, 0.75);
        QVERIFY(std::isnan(figures.medium));
        QCOMPARE(figures.few, 0.0);

        ClassMeter resumed(4);
        resumed.setSums(meter.sums());
        QCOMPARE(resumed.value(groups).loss, figures.loss);
        QVERIFY(std::isnan(figures.calibrationError)); // another meter's
    }

    /// Bins end at multiples of 1/15: 6/15 is 0.4.
    void calibrationByHand()
    {
        const auto errorOf = [](const std::vector<float>& confidences, const std::vector<std::int64_t>& right) {
            CalibrationMeter meter;
            meter.add(confidences, std::vector<std::int64_t>(right.size(), 1), right);
            return meter.value();
        };
        QVERIFY(std::abs(errorOf({0.5f, 0.5f, 0.9f, 0.95f}, {1, 0, 1, 0}) - (0.0 + 0.1 + 0.95) / 4) < 1e-7);
        QVERIFY(std::abs(errorOf({0.41f, 0.42f}, {1, 0}) - (1.0 - 0.83) / 2) < 1e-7);  // one bin: they make up for each other
        QVERIFY(std::abs(errorOf({0.39f, 0.42f}, {1, 0}) - (0.61 + 0.42) / 2) < 1e-7); // two bins: they do not
        QCOMPARE(errorOf({1.0f, 1.0f}, {1, 1}), 0.0);
        QCOMPARE(errorOf({1.0f, 1.0f}, {0, 0}), 1.0);
        QCOMPARE(errorOf({0.0f}, {0}), 0.0);
        QVERIFY(std::isnan(errorOf({}, {})));
        QVERIFY(std::isnan(errorOf({0.5f, std::nanf("")}, {1, 1})));
    }

    /// The paper's sum over bins, of samples whose answers are as often right as they are confident, and of ones that are too sure.
    void calibrationByDefinition()
    {
        constexpr int n = 3000;
        Rng rng(3);
        std::vector<float> confidences;
        std::vector<std::int64_t> labels(n, 4), honest, sure;
        for (int i = 0; i < n; ++i) {
            confidences.push_back(float(rng.uniform()));
            honest.push_back(rng.uniform() < double(confidences.back()) ? 4 : 3);
            sure.push_back(rng.uniform() < 0.5 * double(confidences.back()) ? 4 : 3);
        }
        const auto byDefinition = [&](const std::vector<std::int64_t>& predicted) {
            double error = 0.0;
            for (int bin = 0; bin < 15; ++bin) {
                double count = 0, right = 0, confidence = 0;
                for (std::size_t i = 0; i < confidences.size(); ++i)
                    if (confidences[i] > bin / 15.0 && confidences[i] <= (bin + 1) / 15.0) {
                        count += 1;
                        right += predicted[i] == 4;
                        confidence += confidences[i];
                    }
                if (count > 0)
                    error += count / n * std::abs(right / count - confidence / count);
            }
            return error;
        };
        for (const auto& predicted : {honest, sure}) {
            CalibrationMeter meter;
            const std::size_t half = 1234; // two batches
            meter.add(std::span(confidences).first(half), std::span(labels).first(half), std::span(predicted).first(half));
            meter.add(std::span(confidences).subspan(half), std::span(labels).subspan(half), std::span(predicted).subspan(half));
            QVERIFY(std::abs(meter.value() - byDefinition(predicted)) < 1e-12);
        }
        QVERIFY(byDefinition(honest) < 0.05);
        QVERIFY(std::abs(byDefinition(sure) - 0.25) < 0.05); // the mean of half a uniform confidence
    }

    void ranksByDefinition()
    {
        Rng rng(1);
        std::vector<float> scores;
        std::vector<unsigned char> positive;
        for (int i = 0; i < 300; ++i) {
            scores.push_back(float(rng.below(40))); // many ties
            positive.push_back(rng.below(3) == 0);
        }
        double wins = 0, pairs = 0;
        for (std::size_t i = 0; i < scores.size(); ++i)
            for (std::size_t j = 0; j < scores.size(); ++j)
                if (positive[i] && !positive[j]) {
                    pairs += 1;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
        double precision = 0, hits = 0;
        for (int threshold = 39; threshold >= 0; --threshold) {
            double above = 0, right = 0;
            for (std::size_t i = 0; i < scores.size(); ++i)
                if (scores[i] >= float(threshold)) {
                    above += 1;
                    right += positive[i];
                }
            if (above > 0)
                precision += (right - hits) * right / above;
            hits = right;
        }
        const RankFigures figures = rankFigures(scores, positive);
        QVERIFY(std::abs(figures.auroc - wins / pairs) < 1e-12);
        QVERIFY(std::abs(figures.averagePrecision - precision / hits) < 1e-12);
        QVERIFY(std::isnan(rankFigures(scores, std::vector<unsigned char>(300, 1)).auroc));
    }

    /// A weight that knows the truth scores 1, one that knows nothing 0.5, everywhere.
    void plantedOracleAndShuffled()
    {
        constexpr std::size_t n = 30000;
        std::vector<std::uint16_t> trueLabel, observed;
        std::vector<float> losses, oracle;
        const std::vector<int> groups = {0, 1, 2};
        Rng rng(5);
        for (std::size_t i = 0; i < n; ++i) {
            trueLabel.push_back(std::uint16_t(i % 3));
            observed.push_back(std::uint16_t(rng.below(5) < 2 ? (i + 1) % 3 : i % 3));
            losses.push_back(float(rng.uniform() * 5));
            oracle.push_back(trueLabel[i] == observed[i] ? 0.9f : 0.1f);
        }
        const NoiseDetection perfect = noiseDetection({losses, oracle, trueLabel, observed, groups});
        QCOMPARE(perfect.auroc, 1.0);
        QCOMPARE(perfect.averagePrecision, 1.0);
        for (std::size_t g = 0; g < 3; ++g) {
            QCOMPARE(perfect.aurocByGroup[g], 1.0);
            QCOMPARE(perfect.averagePrecisionByGroup[g], 1.0);
            QVERIFY(std::abs(perfect.meanRightWeight[g] - 0.9) < 1e-6);
            QVERIFY(std::abs(perfect.meanWrongWeight[g] - 0.1) < 1e-6);
        }
        std::vector<float> shuffled(n);
        std::ranges::generate(shuffled, [&] { return float(rng.uniform()); });
        const NoiseDetection blind = noiseDetection({losses, shuffled, trueLabel, observed, groups});
        QVERIFY(std::abs(blind.auroc - 0.5) < 0.02); // deviation 0.0034
        for (const double value : blind.aurocByGroup)
            QVERIFY(std::abs(value - 0.5) < 0.03);
        for (const double value : blind.averagePrecisionByGroup) // by chance, the share of wrong labels
            QVERIFY(std::abs(value - 0.4) < 0.03);
        for (const auto& triple : {noDetection().averagePrecisionByGroup, noDetection().aurocByGroup, noDetection().meanWrongWeight})
            QVERIFY(std::ranges::all_of(triple, [](double value) { return std::isnan(value); }));
    }

    /// Many: weights 0.1 (wrong), 0.5 (right), 0.9 (wrong), so precisions 1 and 2/3. Few: 0.2 (right), 0.3 (wrong). Medium: none wrong.
    void ranksWithinGroups()
    {
        const std::vector<float> losses(6, 1.0f), weights = {0.1f, 0.5f, 0.9f, 0.2f, 0.3f, 0.4f};
        const std::vector<std::uint16_t> trueLabel = {1, 0, 1, 2, 0, 1}, observed = {0, 0, 0, 2, 2, 1};
        const std::vector<int> groups = {0, 1, 2};
        const NoiseDetection found = noiseDetection({losses, weights, trueLabel, observed, groups});
        QCOMPARE(found.aurocByGroup[0], 0.5);
        QVERIFY(std::abs(found.averagePrecisionByGroup[0] - (1.0 + 2.0 / 3) / 2) < 1e-12);
        QVERIFY(std::isnan(found.aurocByGroup[1]) && std::isnan(found.averagePrecisionByGroup[1]));
        QCOMPARE(found.aurocByGroup[2], 0.0);
        QCOMPARE(found.averagePrecisionByGroup[2], 0.5);
    }

    void curve()
    {
        const std::vector<float> losses = {0.05f, 0.95f, 9.95f, 10.0f}, weights = {0.9f, 0.8f, 0.1f, 0.3f};
        const std::vector<std::uint16_t> trueLabel = {0, 0, 0, 0}, observed = {0, 0, 1, 1};
        const std::vector<int> groups = {0, 1};
        const WeightSamples samples{losses, weights, trueLabel, observed, groups};
        const WeightCurve means = weightCurve(samples, {});
        QCOMPARE(means.loss.size(), std::size_t(curvePoints));
        QVERIFY(std::abs(means.loss[0] - 0.05f) < 1e-6f);
        QVERIFY(std::abs(means.weight[99] - 0.2f) < 1e-6f);
        QVERIFY(std::isnan(means.weight[50]));
        QCOMPARE(means.rightDensity[0], 0.5f);
        QCOMPARE(means.wrongDensity[99], 1.0f);
        QCOMPARE(means.right, 2);
        QCOMPARE(means.wrong, 2);
        const WeightCurve given = weightCurve(samples, [](std::span<const float> at) { return std::vector<float>(at.begin(), at.end()); });
        QCOMPARE(given.weight, given.loss);
    }

    void distribution()
    {
        const std::vector<float> losses(6, 1.0f), weights = {0.0f, 0.01f, 0.03f, 0.5f, 0.99f, 1.0f};
        const std::vector<std::uint16_t> trueLabel = {0, 0, 1, 2, 2, 2}, observed = {0, 0, 2, 1, 2, 2};
        const std::vector<int> groups = {0, 1, 2};
        const WeightDistribution found = weightDistribution({losses, weights, trueLabel, observed, groups});
        for (const auto& group : found.counts)
            for (const auto& counts : group)
                QCOMPARE(counts.size(), std::size_t(weightBins));
        QCOMPARE(found.counts[0][0][0], 2);
        QCOMPARE(found.counts[2][1][1], 1); // in the group of the label it was given
        QCOMPARE(found.counts[1][1][25], 1);
        QCOMPARE(found.counts[2][0][49], 2);
        int all = 0;
        for (const auto& group : found.counts)
            for (const auto& counts : group)
                all = std::accumulate(counts.begin(), counts.end(), all);
        QCOMPARE(all, 6);
        QCOMPARE(found.upper, 1.0);
        QVERIFY(std::abs(found.mean - 2.53 / 6) < 1e-6);
        QCOMPARE(float(found.low), 0.0f);
        QCOMPARE(float(found.high), 1.0f);
    }

    /// The bins end at 1, or at the least of 2, 5, 10, ... that holds all weights.
    void distributionBeyondOne_data()
    {
        QTest::addColumn<float>("largest");
        QTest::addColumn<double>("upper");
        QTest::newRow("rounding") << 1.0000001f << 1.0;
        QTest::newRow("a little more") << 1.01f << 2.0;
        QTest::newRow("two") << 2.0f << 2.0;
        QTest::newRow("three") << 3.0f << 5.0;
        QTest::newRow("five") << 5.0f << 5.0;
        QTest::newRow("seven") << 7.0f << 10.0;
        QTest::newRow("a whole batch") << 128.0f << 200.0;
    }

    void distributionBeyondOne()
    {
        QFETCH(float, largest);
        QFETCH(double, upper);
        const std::vector<float> losses(2, 1.0f), weights = {0.0f, largest};
        const std::vector<std::uint16_t> labels = {0, 0};
        const std::vector<int> groups = {0};
        const WeightDistribution found = weightDistribution({losses, weights, labels, labels, groups});
        QCOMPARE(found.upper, upper);
        QCOMPARE(found.counts[0][0][0], 1);
        const auto bin = std::size_t(std::min(49.0, std::floor(double(largest) / upper * 50.0)));
        QCOMPARE(found.counts[0][0][bin], 1);
    }

    /// Bins of 0.1 up to 5; 101 weights 0, 0.05, ..., 5, of which the quantiles are the second and the last but one.
    void binsUpToFive()
    {
        std::vector<float> weights;
        for (int i = 0; i <= 100; ++i)
            weights.push_back(float(i) / 20.0f);
        const std::vector<float> losses(weights.size(), 1.0f);
        const std::vector<std::uint16_t> labels(weights.size(), 0);
        const std::vector<int> groups = {1};
        const WeightDistribution found = weightDistribution({losses, weights, labels, labels, groups});
        QCOMPARE(found.upper, 5.0);
        for (std::size_t bin = 0; bin < 50; ++bin)
            QCOMPARE(found.counts[1][0][bin], bin == 49 ? 3 : 2); // 4.9, 4.95 and 5
        QVERIFY(std::abs(found.mean - 2.5) < 1e-6);
        QVERIFY(std::abs(found.low - 0.05) < 1e-6);
        QVERIFY(std::abs(found.high - 4.95) < 1e-6);
        const WeightDistribution empty = weightDistribution({});
        QVERIFY(empty.upper == 1.0 && std::isnan(empty.mean) && std::isnan(empty.low));
    }

    /// Points on known axes: variances 9 and 4 along two rotated directions, next to nothing along a third.
    void principalAxesOfAKnownCloud()
    {
        const double c = std::cos(0.5), s = std::sin(0.5);
        std::vector<double> cloud;
        for (int i = 0; i < 64; ++i) {
            const double a = 3.0 * (i & 1 ? 1 : -1), b = 2.0 * (i & 2 ? 1 : -1), e = 1e-4 * (i & 4 ? 1 : -1);
            cloud.insert(cloud.end(), {5.0 + c * a - s * b, -1.0 + s * a + c * b, e});
        }
        const at::Tensor features = at::tensor(cloud, at::kDouble).view({64, 3});
        const PrincipalAxes axes = principalAxes(features);
        QVERIFY(std::abs(axes.explained[0] - 9.0 / 13) < 1e-6);
        QVERIFY(std::abs(axes.explained[1] - 4.0 / 13) < 1e-6);
        for (int i = 0; i < 64; ++i) { // the first axis' larger loading is c, the second's too
            QVERIFY(std::abs(axes.first[std::size_t(i)] - (i & 1 ? 3 : -3)) < 1e-5);
            QVERIFY(std::abs(axes.second[std::size_t(i)] - (i & 2 ? 2 : -2)) < 1e-5);
        }
        const PrincipalAxes mirrored = principalAxes(-features); // the axes, not the points, have a fixed sense
        QVERIFY(std::abs(mirrored.first[0] + axes.first[0]) < 1e-5);

        const PrincipalAxes line = principalAxes(features.slice(1, 0, 1).to(at::kFloat));
        QCOMPARE(line.explained[0], 1.0);
        QCOMPARE(line.second, std::vector<float>(64, 0.0f));
        QCOMPARE(principalAxes(at::ones({5, 3})).explained[0], 0.0);
        QVERIFY(principalAxes(at::full({5, 3}, std::nan(""))).first.empty());
    }

    void schedules()
    {
        TrainOptions options;
        options.epochs = 100;
        options.lr = 0.2;
        options.milestones = {40, 80};
        QCOMPARE(learningRate(options, 0), 0.2);
        QVERIFY(std::abs(learningRate(options, 50) - 0.1) < 1e-15);
        QVERIFY(std::abs(learningRate(options, 100)) < 1e-15);
        options.schedule = Schedule::Step;
        QCOMPARE(learningRate(options, 39.99), 0.2);
        QVERIFY(std::abs(learningRate(options, 40) - 0.02) < 1e-15);
        QVERIFY(std::abs(learningRate(options, 99) - 0.002) < 1e-15);
        options.schedule = Schedule::Constant;
        QCOMPARE(learningRate(options, 99), 0.2);
    }
};

QTEST_APPLESS_MAIN(tst_Meters)
#include "tst_meters.moc"
