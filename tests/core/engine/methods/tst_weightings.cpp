// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/CmwNetWeighting.h"
#include "tests/support/StepOracle.h"

#include <ATen/Parallel.h>

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace reweigh;
using namespace reweigh::test;

namespace {

constexpr double lr = 0.1;

TrainOptions optionsOf(const char* weighting, std::map<std::string, double> own = {})
{
    TrainOptions options{.weighting = weighting, .methodSettings = std::move(own)};
    options.precision = Precision::Fp64;
    return options;
}

/// The weighting of `options` for the classifier of `c`, at its beginning.
std::unique_ptr<SampleWeighting> weightingOf(const StepCase& c, const TrainOptions& options)
{
    auto weighting = std::move(makeWeighting(options, c.network).value());
    Rng rng(7, "weighting");
    weighting->begin(rng, stepTypes(options.precision), at::kCPU);
    return weighting;
}

/// A view of samples of which only losses and labels are known.
StepView viewOf(const StepCase& c, const at::Tensor& losses, const at::Tensor& labels)
{
    static const Activations none;
    return {.network = c.network, .activations = none, .logits = {}, .losses = losses, .probabilities = {}, .labels = labels};
}

at::Tensor doubles(std::initializer_list<double> values)
{
    return at::tensor(values, at::kDouble);
}

/// -dL_meta/dv at v = 0 of `c`, [n], by double backward: L_meta(w - lr grad sum_i v_i l_i / n).
at::Tensor descent(const StepCase& c, const TrainOptions& options)
{
    const c10::AutoGradMode grad(true);
    std::vector<at::Tensor> w;
    for (const at::Tensor& view : c.classifier.w.views)
        w.push_back(view.detach().clone().requires_grad_(true));
    const at::Tensor losses = lossOracle(options)(c.network.referenceForward(w, c.batch.images), c.batch.labels, {});
    const at::Tensor v = at::zeros_like(losses).detach().requires_grad_(true);
    const auto g = torch::autograd::grad({(v * losses).mean()}, w, {}, true, true);
    std::vector<at::Tensor> shifted;
    for (std::size_t i = 0; i < w.size(); ++i)
        shifted.push_back(w[i] - lr * g[i]);
    const at::Tensor meta = at::cross_entropy_loss(c.network.referenceForward(shifted, c.metaBatch.images), c.metaBatch.labels);
    return -torch::autograd::grad({meta}, {v})[0];
}

/// Cross entropy with the opposite sign.
class Reversed : public SampleLoss {
public:
    SampleLosses evaluate(const at::Tensor& logits, const at::Tensor& labels, const LossContext&) const override
    {
        const CrossEntropy plain = crossEntropy(logits, labels);
        return {-plain.losses, -plain.derivative, plain.probabilities};
    }
};

/// `counts` as the numbers of samples of the first classes of ten, [10]; the others have none.
at::Tensor countsOf(std::vector<int64_t> counts)
{
    counts.resize(10, 0);
    return at::tensor(counts, at::kLong);
}

} // namespace

/// The weightings against values computed by hand, or by autograd from their definition.
class tst_Weightings : public QObject {
    Q_OBJECT

    static at::Tensor classWeights(double beta, std::initializer_list<int64_t> counts)
    {
        const StepCase c("mlp", {}, 4);
        const auto weighting = weightingOf(c, optionsOf("class-balanced", {{"cb-beta", beta}}));
        weighting->epochStarted({.losses = {}, .labels = {}, .classCounts = countsOf(counts), .weights = {}});
        return weighting->weights(viewOf(c, at::zeros({10}, at::kDouble), at::arange(10, at::kLong)));
    }

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    /// Three classes of 100, 10 and 1; the other seven of the ten have no sample.
    void classBalancedByHand()
    {
        const at::Tensor half = classWeights(0.5, {100, 10, 1});
        // 1/E: 0.5 (to 30 digits), 0.5 / (1 - 2^-10) = 512/1023, 1.
        const double sum = 0.5 + 512.0 / 1023.0 + 1.0;
        const at::Tensor want = doubles({0.5 * 3 / sum, 512.0 / 1023.0 * 3 / sum, 3 / sum});
        QVERIFY(at::allclose(half.narrow(0, 0, 3), want, 1e-14, 0));
        QVERIFY((half.narrow(0, 3, 7) == 0).all().item<bool>());
        QVERIFY(std::abs(half.sum().item<double>() - 3.0) < 1e-12);

        // The usual beta: 1/E = 1e-4 / (1 - 0.9999^n), which is 0.0100496..., 0.100045..., 1.
        const at::Tensor usual = classWeights(0.9999, {100, 10, 1});
        const double a = 1e-4 / (1 - std::pow(0.9999, 100)), b = 1e-4 / (1 - std::pow(0.9999, 10));
        QVERIFY(std::abs(a - 0.0100496) < 1e-6 && std::abs(b - 0.100045) < 1e-6);
        QVERIFY(at::allclose(usual.narrow(0, 0, 3), doubles({a, b, 1.0}) * (3 / (a + b + 1)), 1e-10, 0));
    }

    void classBalancedLimits()
    {
        for (const double beta : {0.0, 1e-9}) // equal weights
            QVERIFY(at::allclose(classWeights(beta, {100, 10, 1}).narrow(0, 0, 3), at::ones({3}, at::kDouble), 1e-8, 0));
        const at::Tensor inverse = doubles({1, 10, 100}) * (3.0 / 111.0); // 1/n, scaled to the sum 3
        QVERIFY(at::allclose(classWeights(1.0, {100, 10, 1}).narrow(0, 0, 3), inverse, 1e-14, 0));
        QVERIFY(at::allclose(classWeights(1 - 1e-12, {100, 10, 1}).narrow(0, 0, 3), inverse, 1e-9, 0));
        QVERIFY(at::equal(classWeights(0.9, {4, 4, 4, 4, 4, 4, 4, 4, 4, 4}), at::ones({10}, at::kDouble)));
    }

    /// The losses of the epoch before are 0 to 100, so that the q-quantile is 100 q.
    void pace()
    {
        const StepCase c("mlp", {}, 4);
        TrainOptions options = optionsOf("self-paced", {{"spl-start", 0.4}, {"spl-epochs", 0.5}});
        options.epochs = 12;
        const auto weighting = weightingOf(c, options);
        const at::Tensor threshold = weighting->state().tensors.front().second;
        weighting->epochStarted({.losses = {}, .labels = {}, .weights = {}});
        QVERIFY(std::isinf(threshold.item<double>()));
        const double want[] = {40, 50, 60, 70, 80, 90, 100, 100, 100}; // epochs 2 to 10; the share grows in epochs 2 to 8
        for (int epoch = 2; epoch <= 10; ++epoch) {
            const at::Tensor shuffled = at::arange(101, at::kFloat).flip(0);
            weighting->epochStarted({.epoch = epoch, .losses = shuffled, .labels = {}, .weights = {}});
            QVERIFY2(std::abs(threshold.item<double>() - want[epoch - 2]) < 1e-9, qPrintable(QString::number(epoch)));
        }
        for (const double share : {0.0, 1.0}) { // of the run: 1 from the second epoch on; to the end of the run
            options.methodSettings["spl-epochs"] = share;
            const auto other = weightingOf(c, options);
            other->epochStarted({.epoch = 5, .losses = at::arange(101, at::kFloat), .labels = {}, .weights = {}});
            QVERIFY(std::abs(other->state().tensors.front().second.item<double>() - (share > 0 ? 55.0 : 100.0)) < 1e-9);
        }
    }

    void selfPacedByHand()
    {
        const StepCase c("mlp", {}, 4);
        const at::Tensor losses = doubles({0.0, 1.0, 2.0, 2.5, 7.0});
        for (const bool linear : {false, true}) {
            const auto weighting = weightingOf(c, optionsOf(linear ? "self-paced-linear" : "self-paced"));
            const StepView view = viewOf(c, losses, {});
            QVERIFY(at::equal(weighting->weights(view), at::ones({5}, at::kDouble))); // in the first epoch
            const auto after = [&](const at::Tensor& before) {
                weighting->epochStarted({.epoch = 2, .losses = before, .labels = {}, .weights = {}});
                return weighting->weights(view);
            };
            const at::Tensor got = after(at::tensor({1.5f, 2.5f, 0.5f, 9.0f})); // the median is 2
            QVERIFY(at::equal(got, linear ? doubles({1.0, 0.5, 0.0, 0.0, 0.0}) : doubles({1.0, 1.0, 0.0, 0.0, 0.0})));
            QVERIFY(weighting->seesLossAlone() && at::equal(weighting->weightsAt(weighting->features(view)), got));

            // A threshold of 0: all losses of the epoch before were 0.
            QVERIFY(at::equal(after(at::zeros({3})), linear ? doubles({1, 0, 0, 0, 0}) : doubles({0, 0, 0, 0, 0})));
        }
    }

    /// A step whose batch has no weight at all only decays w, with weights divided by their sum or not.
    void stepWithoutWeight()
    {
        for (const char* name : {"self-paced", "self-paced-linear"})
            for (const bool normalised : {false, true}) {
                TrainOptions options = optionsOf(name);
                options.metaNet.normalised = normalised;
                StepCase c("mlp", options, 6);
                const auto weighting = weightingOf(c, options);
                weighting->epochStarted({.epoch = 2, .losses = at::zeros({3}), .labels = {}, .weights = {}});
                const at::Tensor before = c.classifier.w.flat.clone();
                MetaStep step(c.network, *c.loss, *weighting, options);
                const StepOutcome outcome = step.take(c.classifier, c.batch, {}, lr);
                QVERIFY((outcome.losses > 0).all().item<bool>() && (outcome.weights == 0).all().item<bool>());
                QVERIFY(relativeError(c.classifier.w.flat, before * (1 - lr * options.weightDecay)) < 1e-15);
            }
    }

    /// A step of L2RW against double backward; weights divided by n and by their sum, and settings that have no effect.
    void l2rwByDoubleBackward()
    {
        for (const bool normalised : {false, true})
            for (const bool set : {false, true}) {
                TrainOptions options = optionsOf("l2rw");
                options.metaNet.normalised = normalised;
                options.laggedWeights = set;
                options.metaInterval = set ? 3 : 1;
                StepCase c("mlp", options, 9);
                const auto weighting = weightingOf(c, options);
                const at::Tensor before = c.classifier.w.flat.clone(), u = descent(c, options).clamp_min(0);
                QVERIFY((u > 0).any().item<bool>() && (u == 0).any().item<bool>()); // some are clipped
                const at::Tensor want = u / u.sum() * 9;

                const c10::AutoGradMode grad(true);
                std::vector<at::Tensor> w;
                for (const at::Tensor& view : c.classifier.w.views)
                    w.push_back(view.detach().clone().requires_grad_(true));
                const at::Tensor losses = lossOracle(options)(c.network.referenceForward(w, c.batch.images), c.batch.labels, {});
                ParamSet g(c.network.parameters(), at::zeros_like(before));
                const auto parts = torch::autograd::grad({(want * losses).mean()}, w);
                for (std::size_t i = 0; i < parts.size(); ++i)
                    g.views[i].copy_(parts[i]);

                MetaStep step(c.network, *c.loss, *weighting, options);
                const StepOutcome outcome = step.take(c.classifier, c.batch, c.metaBatch, lr, {.step = 1});
                QVERIFY(relativeError(outcome.weights, want) < 1e-9);
                QVERIFY(std::abs(outcome.weights.sum().item<double>() - 9) < 1e-12);
                QVERIFY(outcome.metaGradientNorm.item<double>() > 0);
                QVERIFY(relativeError(c.classifier.w.flat - before, -lr * (g.flat + options.weightDecay * before)) < 1e-9);
            }
    }

    /// No sample's gradient agrees with the meta gradient: every weight is 0, and the step only decays w.
    void l2rwWithoutAgreement()
    {
        for (const bool normalised : {false, true}) {
            TrainOptions options = optionsOf("l2rw");
            options.metaNet.normalised = normalised;
            StepCase c("mlp", options, 5);
            c.batch.images = c.batch.images.narrow(0, 0, 1).repeat({5, 1, 1, 1}); // one sample, five times: all slopes are equal
            c.batch.labels = c.batch.labels.narrow(0, 0, 1).repeat({5});
            const Reversed loss;
            const auto weighting = weightingOf(c, options);
            const at::Tensor before = c.classifier.w.flat.clone();
            MetaStep step(c.network, loss, *weighting, options);
            const StepOutcome outcome = step.take(c.classifier, c.batch, c.batch, lr);
            QVERIFY((outcome.weights == 0).all().item<bool>());
            QVERIFY(outcome.metaGradientNorm.item<double>() > 0);
            QVERIFY(relativeError(c.classifier.w.flat, before * (1 - lr * options.weightDecay)) < 1e-15);
        }
    }

    void l2rwByHand()
    {
        const StepCase c("mlp", {}, 4);
        const auto weighting = weightingOf(c, optionsOf("l2rw"));
        const StepView view = viewOf(c, at::ones({4}, at::kDouble), {});
        QVERIFY(at::equal(weighting->weights(view), at::zeros({4}, at::kDouble)));
        const auto learned = [&](const at::Tensor& gradient) {
            weighting->learn({view, gradient});
            return weighting->weightsAfterLearning(view);
        };
        QVERIFY(at::equal(learned(doubles({-3, 2, 0, -1})), doubles({3, 0, 0, 1}))); // 4 u / sum u
        QVERIFY(at::equal(learned(doubles({3, 2, 0, 1})), at::zeros({4}, at::kDouble)));
        QVERIFY(at::equal(learned(doubles({-1e-300, 2, 0, 1})), doubles({4, 0, 0, 0})));
    }

    void clustersOfSizes()
    {
        using Sizes = std::vector<std::int64_t>;
        QCOMPARE(sizeClusters(Sizes{500, 10, 480, 60, 12, 55, 520}, 3), Sizes({2, 0, 2, 1, 0, 1, 2}));
        QCOMPARE(sizeClusters(Sizes{500, 10, 480, 60, 12, 55, 520}, 1), Sizes(7, 0));
        QCOMPARE(sizeClusters(Sizes{7, 7, 7, 7}, 3), Sizes(4, 0));
        QCOMPARE(sizeClusters(Sizes{9, 7, 9, 0}, 10), Sizes({2, 1, 2, 0}));
        // CIFAR-10 with an imbalance of 100: 5000 100^(-c/9). Ten different sizes, so ten groups at most.
        const Sizes longTail{5000, 2997, 1796, 1077, 645, 387, 232, 139, 83, 50};
        QCOMPARE(sizeClusters(longTail, 3), Sizes({2, 1, 1, 0, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(sizeClusters(longTail, 10), Sizes({9, 8, 7, 6, 5, 4, 3, 2, 1, 0}));

        // The cost is the least of all divisions into three runs.
        Rng rng(3, "sizes");
        for (int round = 0; round < 50; ++round) {
            Sizes sizes(8);
            std::ranges::generate(sizes, [&] { return std::int64_t(rng.below(100)); });
            std::ranges::sort(sizes);
            const auto cost = [&](std::size_t from, std::size_t to) {
                const double mean =
                    double(std::accumulate(sizes.begin() + long(from), sizes.begin() + long(to), std::int64_t(0))) / double(to - from);
                double sum = 0.0;
                for (std::size_t i = from; i < to; ++i)
                    sum += (double(sizes[i]) - mean) * (double(sizes[i]) - mean);
                return sum;
            };
            double least = 1e300;
            for (std::size_t a = 1; a < 7; ++a)
                for (std::size_t b = a + 1; b < 8; ++b)
                    least = std::min(least, cost(0, a) + cost(a, b) + cost(b, 8));
            const Sizes got = sizeClusters(sizes, 3);
            double ours = 0.0;
            for (std::int64_t k = 0; k < 3; ++k) {
                const auto [from, to] = std::ranges::equal_range(got, k);
                ours += from == to ? 0.0 : cost(std::size_t(from - got.begin()), std::size_t(to - got.begin()));
            }
            QVERIFY(std::abs(ours - least) < 1e-9 * (1 + least));
        }
    }

    /// Bit for bit over several steps, from the same parameters.
    void oneClusterIsMetaWeightNet()
    {
        for (const char* input : {"loss", "penultimate+label"}) {
            TrainOptions plain = optionsOf("mwnet"), one = optionsOf("cmw-net", {{"cmw-clusters", 1.0}});
            setInput(plain.metaNet, input);
            setInput(one.metaNet, input);
            StepCase a("mlp", plain, 8), b("mlp", one, 8);
            MetaWeightNetWeighting first(plain, a.network);
            CmwNetWeighting second(one, b.network);
            for (MetaWeightNetWeighting* each : {&first, static_cast<MetaWeightNetWeighting*>(&second)}) {
                Rng rng(9, "weighting");
                each->begin(rng, stepTypes(Precision::Fp64), at::kCPU);
                each->epochStarted({.losses = {}, .labels = {}, .classCounts = countsOf({9, 8, 7, 6, 5, 4, 3, 2, 1, 1}), .weights = {}});
            }
            MetaStep stepA(a.network, *a.loss, first, plain), stepB(b.network, *b.loss, second, one);
            for (long number = 0; number < 4; ++number) {
                const StepOutcome outA = stepA.take(a.classifier, a.batch, a.metaBatch, lr, {.step = number}),
                                  outB = stepB.take(b.classifier, b.batch, b.metaBatch, lr, {.step = number});
                QVERIFY(at::equal(outA.weights, outB.weights) && at::equal(outA.metaGradientNorm, outB.metaGradientNorm));
            }
            QVERIFY(at::equal(a.classifier.w.flat, b.classifier.w.flat));
            QVERIFY(at::equal(first.meta().theta.flat, second.meta().theta.flat));
            QCOMPARE(first.facts().parameters, second.facts().parameters);
            QCOMPARE(first.seesLossAlone(), second.seesLossAlone());
        }
    }

    /// Three heads against autograd; a head without samples learns nothing, and each of the others from its own samples.
    void headsLearnFromTheirOwnSamples()
    {
        const MetaNetSpec spec{.hidden = {6, 5}, .activation = Activation::Tanh};
        const MetaWeightNet net(spec, 4, 3);
        Rng rng(5, "heads");
        const ParamSet theta(net.parameters(), net.initialParameters(rng).to(at::kDouble));
        const at::Tensor input = normalValues(rng, {7, 4}, at::kDouble), slope = normalValues(rng, {7}, at::kDouble);
        const at::Tensor head = at::tensor({0, 2, 2, 0, 0, 2, 2}, at::kLong);
        MetaWeightNet::Activations saved;
        const at::Tensor weights = net.forward(theta, input, &saved, head);
        ParamSet gradient(net.parameters(), at::empty_like(theta.flat));
        net.backward(theta, saved, slope, gradient);

        const c10::AutoGradMode grad(true);
        std::vector<at::Tensor> leaves;
        for (const at::Tensor& view : theta.views)
            leaves.push_back(view.detach().clone().requires_grad_(true));
        const at::Tensor hidden = at::linear(at::linear(input, leaves[0], leaves[1]).tanh(), leaves[2], leaves[3]).tanh();
        const at::Tensor want = at::linear(hidden, leaves[4], leaves[5]).sigmoid().index({at::arange(7, at::kLong), head});
        QVERIFY(relativeError(weights, want.detach()) < 1e-14);
        const auto parts = torch::autograd::grad({(slope * want).sum()}, leaves);
        for (std::size_t i = 0; i < parts.size(); ++i)
            QVERIFY(relativeError(gradient.views[i], parts[i]) < 1e-12);
        QVERIFY((gradient.views[4][1] == 0).all().item<bool>() && gradient.views[5][1].item<double>() == 0.0);
        QVERIFY((gradient.views[4][2] != 0).all().item<bool>());
    }

    /// A sample is weighed by the head of its class's cluster, and the features say which it is.
    void cmwNetWeighsByClassSize()
    {
        const TrainOptions options = optionsOf("cmw-net");
        const StepCase c("mlp", options, 4);
        CmwNetWeighting weighting(options, c.network);
        Rng rng(9, "weighting");
        weighting.begin(rng, stepTypes(options.precision), at::kCPU);
        weighting.epochStarted({.losses = {}, .labels = {}, .classCounts = countsOf({90, 91, 92, 93, 40, 41, 42, 3, 2, 1}), .weights = {}});
        QVERIFY(at::equal(weighting.clusters(), at::tensor({2, 2, 2, 2, 1, 1, 1, 0, 0, 0}, at::kLong)));
        const StepView view = viewOf(c, at::full({10}, 1.5, at::kDouble), at::arange(10, at::kLong)); // the same loss in every class
        const at::Tensor got = weighting.weights(view);
        const at::Tensor ofHead = got.index_select(0, at::tensor({7, 4, 0}, at::kLong));
        QVERIFY(at::equal(got, ofHead.index_select(0, weighting.clusters())));
        QVERIFY(ofHead[0].item<double>() != ofHead[1].item<double>() && ofHead[1].item<double>() != ofHead[2].item<double>());
        QCOMPARE(weighting.features(view).size(1), int64_t(2));
        QVERIFY(at::equal(weighting.weightsAt(weighting.features(view)), got));
        QVERIFY(!weighting.seesLossAlone());
    }
};

QTEST_APPLESS_MAIN(tst_Weightings)
#include "tst_weightings.moc"
