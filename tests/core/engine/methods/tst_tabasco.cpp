// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/TabascoWeighting.h"
#include "tests/support/StepOracle.h"

#include <ATen/Parallel.h>

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace reweigh;
using namespace reweigh::test;

namespace {

/// Rows of numbers, [n, d], fp64.
at::Tensor rowsOf(const std::vector<std::vector<double>>& rows)
{
    std::vector<double> flat;
    for (const auto& row : rows)
        flat.insert(flat.end(), row.begin(), row.end());
    return at::tensor(flat, at::kDouble).view({int64_t(rows.size()), -1});
}

at::Tensor doubles(const std::vector<double>& values)
{
    return at::tensor(values, at::kDouble);
}

bool isClose(const at::Tensor& got, const std::vector<double>& want)
{
    return at::allclose(got, doubles(want), 1e-12, 1e-12);
}

/// Samples of three observed classes.
struct Samples {
    std::vector<std::vector<double>> probabilities, features;
    std::vector<int64_t> labels;

    /// Adds samples of class `label`, whose label has the probabilities `own`, and most of the rest the next class; their features lie on a
    /// circle at the angles `degrees`.
    void add(int64_t label, const std::vector<double>& own, const std::vector<double>& degrees)
    {
        for (std::size_t i = 0; i < own.size(); ++i) {
            std::vector<double> p(3);
            p[std::size_t(label)] = own[i];
            p[std::size_t(label + 1) % 3] = 0.8 * (1 - own[i]);
            p[std::size_t(label + 2) % 3] = 0.2 * (1 - own[i]);
            probabilities.push_back(p);
            const double angle = degrees[i] * std::numbers::pi / 180;
            features.push_back({std::cos(angle), std::sin(angle)});
            labels.push_back(label);
        }
    }

    TabascoSelection selection() const { return tabascoSelection(rowsOf(probabilities), rowsOf(features), at::tensor(labels, at::kLong)); }
};

/// Whether exactly those of `weights` are above a half that `mask` has a 1 for.
bool selects(const at::Tensor& weights, const std::vector<double>& mask)
{
    return at::equal((weights > 0.5).to(at::kDouble), doubles(mask));
}

} // namespace

/// TABASCO's measures, the choice between them and the weights, against values computed by hand or, where it is said, in Python.
class tst_Tabasco : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// The divergences from p, the one-hot label and their mean, term by term (Python): 0.342..., 0.525... and 0.274.... The largest
    /// probability is 2, 8 and 1 times the label's, and no factor is above that of the mean prediction, (1.7, 0.8, 0.5) / 3.
    void divergenceByHand()
    {
        const at::Tensor got = weightedDivergence(rowsOf({{0.6, 0.3, 0.1}, {0.8, 0.1, 0.1}, {0.3, 0.4, 0.3}}), 1);
        QVERIFY(isClose(got, {2 * 0.3420144880071857, 1.7 / 0.8 * 0.5255973270178643, 0.27435846855026524}));
        // The label's probability is 1, and 0: nothing, and log 2 times the factor of the mean.
        QVERIFY(isClose(weightedDivergence(rowsOf({{1.0, 0.0}, {0.0, 1.0}, {0.0, 1.0}}), 0), {0.0, 2 * std::log(2.0), 2 * std::log(2.0)}));
        QVERIFY(at::isfinite(weightedDivergence(rowsOf({{1.0, 0.0}, {0.5, 0.0}}), 1)).all().item<bool>());
    }

    /// About the mean (1, 1) the features are (1, 0), (0, 2) and (3, 4) for class 0. It predicts class 0, by the mean probability 2.2 / 3;
    /// of its samples only the first is above the mean of 0.9 * 2.7 / 2.2, 0.5 and 0.8 * 2.4 / 2.2, so that (1, 0) is the centroid. The
    /// only sample of class 1 is not surer than itself, and is its centroid all the same.
    void centroidsByHand()
    {
        const ClassCentroids got = classCentroids(rowsOf({{0.9, 0.1}, {0.5, 0.5}, {0.3, 0.7}, {0.8, 0.2}}),
                                                  rowsOf({{2, 1}, {1, 3}, {-3, -5}, {4, 5}}), at::tensor({0, 0, 1, 0}, at::kLong));
        QVERIFY(isClose(got.centroids.select(0, 0), {1, 0}));
        QVERIFY(isClose(got.centroids.select(0, 1), {-2 / std::sqrt(13.0), -3 / std::sqrt(13.0)}));
        QVERIFY(isClose(got.closeness, {1, 0, 1, 0.6}));
        QCOMPARE(got.confident, std::vector<std::int64_t>({1, 1}));
    }

    /// Class 0 is as close to class 1's centroid as to its own, class 2 to none; the smaller of the two has the other's centroid.
    void centroidOfAnotherClass()
    {
        const at::Tensor centroids = rowsOf({{1, 0}, {0.99, 0.05}, {0, 1}, {0, 0}});
        using Found = std::vector<bool>;
        QVERIFY(centroidsOfOthers({centroids, {}, {2, 9, 5, 0}}) == Found({true, false, false, false}));
        QVERIFY(centroidsOfOthers({centroids, {}, {9, 2, 5, 0}}) == Found({false, true, false, false}));
        QVERIFY(centroidsOfOthers({centroids, {}, {9, 9, 5, 0}}) == Found({false, false, false, false}));
        QVERIFY(centroidsOfOthers({rowsOf({{1, 0}}), {}, {4}}) == Found(1, false));
    }

    /// By closeness five samples are close to the centroid and five far from it, and divergence has the same parts. The standard deviations
    /// of the high and the low part are 0.108 and 0.01, then 0.007 and 0.108.
    void standardDeviationsDecide()
    {
        const std::vector<double> closeness{1, 0.95, 0.9, 0.97, 0.93, 0.1, 0.05, 0, 0.02, 0.08};
        const ClassDivision wide = divideClass(std::vector<double>{0, 0.01, 0.02, 0.03, 0.015, 0.7, 0.8, 0.9, 0.95, 1}, closeness);
        QVERIFY(wide.by == SampleMeasure::Closeness);
        QVERIFY(selects(doubles(wide.low), {0, 0, 0, 0, 0, 1, 1, 1, 1, 1}));
        const ClassDivision narrow = divideClass(std::vector<double>{0, 0.2, 0.3, 0.1, 0.25, 0.98, 0.99, 1, 0.985, 0.995}, closeness);
        QVERIFY(narrow.by == SampleMeasure::Divergence);
        QVERIFY(selects(doubles(narrow.low), {1, 1, 1, 1, 1, 0, 0, 0, 0, 0}));
        QVERIFY(std::abs(narrow.low[5] / 3.9252255931297674e-13 - 1) < 1e-6); // Python
    }

    /// The parts that closeness makes are of one part of the other mixture: both of its low part, both of its high one.
    void bothOfOnePart()
    {
        const ClassDivision low = divideClass(std::vector<double>{0, 0.01, 0.02, 0.03, 0.01, 0.02, 0.03, 1},
                                              std::vector<double>{0, 0.05, 0.1, 0.9, 0.95, 1, 0.02, 0.97});
        QVERIFY(low.by == SampleMeasure::Closeness && selects(doubles(low.low), {1, 1, 1, 0, 0, 0, 1, 0}));
        const ClassDivision high = divideClass(std::vector<double>{1, 0.8, 0.6, 0, 0.7, 0.9, 0.5, 0.01},
                                               std::vector<double>{0, 0.05, 0.1, 0.03, 1, 0.95, 0.9, 0.97});
        QVERIFY(high.by == SampleMeasure::Divergence && selects(doubles(high.low), {0, 0, 0, 1, 0, 0, 0, 1}));
    }

    void fewOrAlike()
    {
        const std::vector<double> equal(8, 0.3), rising{0, 0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 1};
        QVERIFY(divideClass({}, {}).by == SampleMeasure::None);
        QVERIFY(divideClass(equal, equal).by == SampleMeasure::None && divideClass(equal, equal).low.empty());
        QVERIFY(divideClass(rising, equal).by == SampleMeasure::Divergence);
        QVERIFY(divideClass(equal, rising).by == SampleMeasure::Closeness);
        std::vector<double> rounded = equal;
        rounded[3] += 1e-7;
        QVERIFY(divideClass(rounded, rounded).by == SampleMeasure::None);
        const std::span<const double> all(rising);
        QVERIFY(divideClass(all.first(5), all.first(5)).by == SampleMeasure::None);
        QVERIFY(divideClass(all.first(6), all.first(6)).by != SampleMeasure::None);
    }

    /// Class 0: predictions tell the first four samples from the others, features tell nothing. Class 1: features tell the first six, and
    /// predictions tell nothing. Class 2: all alike. Measures and weights as in Python.
    void eachMeasureForItsClass()
    {
        Samples all;
        all.add(0, {0.96, 0.97, 0.98, 0.95, 0.30, 0.10, 0.25, 0.05, 0.20, 0.15}, {5, 60, 8, 65, 4, 7, 10, 62, 58, 66});
        all.add(1, {0.90, 0.92, 0.94, 0.91, 0.93, 0.20, 0.90, 0.93, 0.25, 0.92}, {125, 128, 130, 132, 135, 127, 200, 205, 210, 198});
        all.add(2, std::vector<double>(6, 0.92), std::vector<double>(6, 300));
        const TabascoSelection got = all.selection();
        QVERIFY(got.measures == std::vector<SampleMeasure>({SampleMeasure::Divergence, SampleMeasure::Closeness, SampleMeasure::None}));
        QVERIFY(selects(got.weights.narrow(0, 0, 10), {1, 1, 1, 1, 0, 0, 0, 0, 0, 0}));
        QVERIFY(selects(got.weights.narrow(0, 10, 10), {1, 1, 1, 1, 1, 1, 0, 0, 0, 0}));
        const at::Tensor some = doubles({0.8715, 0.9808, 0.9919, 0.9953, 0.9967, 0.9666, 0.0005, 0.0, 0.0, 0.0104});
        QVERIFY(at::allclose(got.weights.narrow(0, 10, 10), some, 0, 1e-4));
        QVERIFY(at::equal(got.weights.narrow(0, 20, 6), at::ones({6}, at::kDouble)));
    }

    /// Six of the nine samples that are observed as class 0 look like class 1, which has more of them: the three others weigh.
    void farFromTheCentroidOfAnotherClass()
    {
        Samples all;
        all.add(0, {0.30, 0.32, 0.31, 0.33, 0.30, 0.05, 0.31, 0.30, 0.29}, {118, 121, 123, 119, 122, 120, 5, 350, 2});
        all.add(1, {0.90, 0.92, 0.94, 0.91, 0.93, 0.95, 0.90, 0.92, 0.96, 0.93, 0.97, 0.90},
                {115, 118, 120, 122, 124, 119, 121, 125, 117, 120, 123, 116});
        all.add(2, std::vector<double>(6, 0.92), std::vector<double>(6, 240));
        const TabascoSelection got = all.selection();
        QVERIFY(got.measures.front() == SampleMeasure::Closeness);
        QVERIFY(selects(got.weights.narrow(0, 0, 9), {0, 0, 0, 0, 0, 0, 1, 1, 1}));
    }

    /// Every class is small or has no samples, or all samples are alike: every weight is 1.
    void limits()
    {
        Samples few;
        few.add(0, {0.9, 0.1, 0.5, 0.7, 0.2}, {0, 90, 30, 200, 310});
        few.add(1, {0.9}, {40});
        QVERIFY(at::equal(few.selection().weights, at::ones({6}, at::kDouble)));
        Samples alike;
        for (int64_t label = 0; label < 3; ++label)
            alike.add(label, std::vector<double>(7, 0.4), std::vector<double>(7, 0.3));
        const TabascoSelection got = alike.selection();
        QVERIFY(at::equal(got.weights, at::ones({21}, at::kDouble)));
        QVERIFY(got.measures == std::vector<SampleMeasure>(3, SampleMeasure::None));
    }

    /// Steps record what they see by position, whatever the order, and weights begin when the share of the run is over, in the second epoch
    /// at the earliest.
    void recordsAndWarmsUp()
    {
        const at::Tensor labels = (at::arange(16, at::kLong) >= 8).to(at::kLong) * 3, ones = at::ones({8}, at::kDouble);
        const at::Tensor places[] = {at::tensor({5, 9, 7, 0, 3, 12, 6, 4}, at::kLong),
                                     at::tensor({8, 1, 10, 11, 2, 13, 15, 14}, at::kLong)};
        for (const auto& [share, first] : {std::pair(0.3, 4), std::pair(0.0, 2), std::pair(1.0, 11)}) {
            TrainOptions options{.weighting = "tabasco", .methodSettings = {{"tabasco-warm-up", share}}};
            options.precision = Precision::Fp64;
            options.epochs = 10;
            StepCase c("mlp", options, 8);
            const auto weighting = std::move(makeWeighting(options, c.network).value());
            Rng rng(7, "weighting");
            weighting->setSampleCount(16);
            weighting->begin(rng, stepTypes(options.precision), at::kCPU);
            QVERIFY(weighting->wantsPositions() && !weighting->wantsMeta(0));
            at::Tensor probabilities = at::zeros({16, 10}, at::kDouble), features, want;
            for (int epoch = 1; epoch <= 10; ++epoch) {
                if (epoch >= first)
                    want = tabascoSelection(probabilities, features, labels).weights;
                weighting->epochStarted({.epoch = epoch, .losses = {}, .labels = labels, .weights = {}});
                for (const at::Tensor& positions : places) {
                    c.drawBatches(8); // other images in every step
                    Activations saved;
                    const at::Tensor logits =
                        c.network.forward(c.classifier.w, c.classifier.running, c.batch.images, PassMode::TrainOnly, &saved);
                    const SampleLosses losses = c.loss->evaluate(logits, c.batch.labels, c.context);
                    const StepView view{.network = c.network,
                                        .activations = saved,
                                        .logits = logits,
                                        .losses = losses.losses,
                                        .probabilities = losses.probabilities,
                                        .labels = labels.index_select(0, positions),
                                        .positions = positions};
                    const at::Tensor layer = weightInput({.input = "penultimate"}, view), got = weighting->weights(view);
                    if (!features.defined())
                        features = at::zeros({16, layer.size(1)}, at::kDouble);
                    probabilities.index_copy_(0, positions, losses.probabilities);
                    features.index_copy_(0, positions, layer);
                    QVERIFY(at::equal(got, epoch < first ? ones : want.index_select(0, positions)));
                }
                QVERIFY(epoch < first || !at::equal(want, at::ones({16}, at::kDouble)));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Tabasco)
#include "tst_tabasco.moc"
