// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/LayerList.h"
#include "core/engine/methods/CmwNetWeighting.h"
#include "tests/support/StepOracle.h"

#include <ATen/Parallel.h>

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <stdexcept>

using namespace reweigh;
using namespace reweigh::test;

namespace {

at::Tensor doubles(std::initializer_list<double> values)
{
    return at::tensor(values, at::kDouble);
}

TrainOptions optionsOf(const std::string& input, bool standardised)
{
    TrainOptions options;
    options.precision = Precision::Fp64;
    setInput(options.metaNet, input);
    options.metaNet.hidden = {6};
    options.metaNet.activation = Activation::Tanh;
    options.metaNet.standardised = standardised;
    return options;
}

/// A classifier's pass over a batch of `c`.
struct Pass {
    Activations saved;
    at::Tensor logits;
    SampleLosses outcome;

    explicit Pass(StepCase& c)
        : logits(c.network.forward(c.classifier.w, c.classifier.running, c.batch.images, PassMode::TrainOnly, &saved))
        , outcome(c.loss->evaluate(logits, c.batch.labels, c.context))
    {
    }

    StepView view(const StepCase& c) const
    {
        return {.network = c.network,
                .activations = saved,
                .logits = logits,
                .losses = outcome.losses,
                .probabilities = outcome.probabilities,
                .labels = c.batch.labels};
    }
};

/// A view of samples of which only the losses are known.
StepView viewOf(const StepCase& c, const at::Tensor& losses)
{
    static const Activations none;
    return {.network = c.network, .activations = none, .logits = {}, .losses = losses, .probabilities = {}, .labels = {}};
}

template <typename Weighting> void start(Weighting& weighting, const TrainOptions& options)
{
    Rng rng(7, "weighting");
    weighting.begin(rng, stepTypes(options.precision), at::kCPU);
}

bool alike(const at::Tensor& got, const at::Tensor& want, double tolerance = 1e-12)
{
    return at::allclose(got, want, tolerance, tolerance);
}

/// x standardised by a mean and a variance.
at::Tensor by(const at::Tensor& x, const at::Tensor& mean, const at::Tensor& variance)
{
    return (x - mean) / (variance + 1e-5).sqrt();
}

} // namespace

/// What MW-Net sees of a sample: the parts of its input, and how they are standardised.
class tst_Inputs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void everyInputHasTheWidthThatIsToldOfIt()
    {
        StepCase c("small-cnn", optionsOf("loss", false), 6);
        const Pass pass(c);
        const ModelShape shape = modelShape("small-cnn", 28, 28, 1, 10);
        for (const std::string& name : inputsWithLabel()) {
            MetaNetSpec spec;
            setInput(spec, name);
            const at::Tensor input = weightInput(spec, pass.view(c));
            const int width = weightInputWidth(spec, c.network);
            QVERIFY2(input.sizes() == at::IntArrayRef({6, width}) && input.scalar_type() == at::kDouble, name.c_str());
            QCOMPARE(metaNetInput(spec, shape), width);
        }
    }

    void partsStandBesideEachOther()
    {
        StepCase c("small-cnn", optionsOf("loss", false), 6);
        const Pass pass(c);
        const auto& layers = c.network.inputLayers();
        const at::Tensor features = c.network.layerFeatures(pass.saved, *std::ranges::find(layers, "stage3", &InputLayer::name));
        at::Tensor label = at::zeros({6, 10}, at::kDouble);
        for (int64_t i = 0; i < 6; ++i)
            label[i][c.batch.labels[i].item<int64_t>()] = 1.0;
        const auto input = [&](const char* name) {
            MetaNetSpec spec;
            setInput(spec, name);
            return weightInput(spec, pass.view(c));
        };
        const at::Tensor loss = pass.outcome.losses.unsqueeze(1);
        QVERIFY(at::equal(input("loss+stage3+label"), at::cat({loss, features, label}, 1)));
        QVERIFY(at::equal(input("loss+stage3"), at::cat({loss, features}, 1)));
        QVERIFY(at::equal(input("loss+softmax+label"), at::cat({loss, pass.outcome.probabilities, label}, 1)));
        QVERIFY(at::equal(input("label"), label));
    }

    void aLayerThatIsNoneIsRefused()
    {
        const StepCase c("mlp", {}, 4);
        QVERIFY_EXCEPTION_THROWN(weightInputWidth({.input = "loss+stage9"}, c.network), std::invalid_argument);
    }

    /// MW-Net learns a weight for each class, whatever the samples are.
    void theLabelAlone()
    {
        const TrainOptions options = optionsOf("label", false);
        StepCase c("mlp", options, 6);
        c.batch.labels = at::tensor({3, 0, 3, 9, 0, 3}, at::kLong);
        MetaWeightNetWeighting weighting(options, c.network);
        start(weighting, options);
        QCOMPARE(weighting.facts().inputWidth, 10);
        const Pass pass(c);
        const at::Tensor got = weighting.weights(pass.view(c)), ofClass = weighting.weightsAt(at::eye(10, at::kDouble));
        QVERIFY(alike(got, ofClass.index_select(0, c.batch.labels)));
        for (const auto& [a, b] : {std::pair(0, 3), std::pair(0, 9), std::pair(3, 9)})
            QVERIFY(std::abs(ofClass[a].item<double>() - ofClass[b].item<double>()) > 1e-6);
    }

    /// The label has no scale: asked for, nothing is standardised, and nothing is added to the checkpoint.
    void theLabelIsNeverStandardised()
    {
        const StepCase c("mlp", {}, 4);
        MetaWeightNetWeighting weighting(optionsOf("label", true), c.network), plain(optionsOf("loss", false), c.network);
        start(weighting, optionsOf("label", true));
        start(plain, optionsOf("loss", false));
        QVERIFY(!weighting.meta().input.mean.defined() && !plain.meta().input.mean.defined());
        QCOMPARE(weighting.state().tensors.size(), std::size_t(3));
        QCOMPARE(plain.state().tensors.size(), std::size_t(3));
    }

    /// Three batches. Mean and variance are of all samples so far, of which one of t batches ago counts 0.99^t: computed from that sum, not
    /// step by step.
    void standardisedByHand()
    {
        const TrainOptions options = optionsOf("loss", true);
        const StepCase c("mlp", options, 4);
        MetaWeightNetWeighting weighting(options, c.network);
        start(weighting, options);
        const void* const place = weighting.meta().input.mean.const_data_ptr();
        struct Seen {
            at::Tensor losses;
            double seen, mean, variance;
        };
        for (const Seen& batch : {Seen{doubles({1, 3}), 2.0, 2.0, 1.0}, // its own
                                  Seen{doubles({5, 5, 8}), 4.98, 4.409638554216867, 5.434605893453331},
                                  Seen{doubles({2}), 5.9302, 4.0033051161849516, 5.332186978469997}}) {
            const StepView view = viewOf(c, batch.losses);
            const at::Tensor got = weighting.weights(view);
            const InputStatistics& statistics = weighting.meta().input;
            QVERIFY(alike(statistics.seen, doubles({batch.seen})) && alike(statistics.mean, doubles({batch.mean})));
            QVERIFY(alike(statistics.variance, doubles({batch.variance})));
            const at::Tensor input = by(batch.losses, doubles({batch.mean}), doubles({batch.variance})).unsqueeze(1);
            QVERIFY(alike(got, weighting.net().forward(weighting.meta().theta, input)));
            // What is shown of it has the scale of the losses, and showing it changes nothing.
            QVERIFY(at::equal(weighting.features(view), batch.losses.unsqueeze(1)));
            QVERIFY(at::equal(weighting.weightsAt(weighting.features(view)), got));
            QVERIFY(alike(statistics.mean, doubles({batch.mean})));
        }
        QVERIFY(weighting.meta().input.mean.const_data_ptr() == place); // in place, for a step that is recorded
        QVERIFY(weighting.seesLossAlone());
    }

    /// One sample, and samples that are all alike, are 0 when standardised, in either type.
    void noSpreadIsNoReasonForNaN()
    {
        for (const Precision precision : {Precision::Fp32, Precision::Fp64})
            for (const int64_t n : {1, 3}) {
                TrainOptions options = optionsOf("loss", true);
                options.precision = precision;
                const StepCase c("mlp", options, 4);
                MetaWeightNetWeighting weighting(options, c.network);
                start(weighting, options);
                const auto type = stepTypes(precision).master;
                for (int step = 0; step < 2; ++step) {
                    const at::Tensor got = weighting.weights(viewOf(c, at::full({n}, 0.7, type)));
                    QVERIFY(alike(got, weighting.net().forward(weighting.meta().theta, at::zeros({n, 1}, type)), 1e-4));
                }
            }
    }

    /// The very reason to standardise: a feature that is a thousand times another gives the same weights.
    void scaleAndShiftDoNotMatter()
    {
        const at::Tensor losses = doubles({0.5, 2.0, 3.5, 9.0, 4.0});
        for (const bool standardised : {true, false}) {
            const TrainOptions options = optionsOf("loss", standardised);
            const StepCase c("mlp", options, 4);
            const auto weights = [&](const at::Tensor& x) {
                MetaWeightNetWeighting weighting(options, c.network);
                start(weighting, options);
                weighting.weights(viewOf(c, x));
                return weighting.weights(viewOf(c, x * 0.5));
            };
            const double difference = (weights(losses) - weights(losses * 1000)).abs().max().item<double>();
            QVERIFY2(standardised ? difference < 1e-5 : difference > 1e-3, qPrintable(QString::number(difference)));
        }
    }

    /// Loss and features, each by its own statistics; the label stays as it is, with one head or several.
    void labelsKeepTheirOnes()
    {
        TrainOptions options = optionsOf("loss+stage3+label", true);
        StepCase c("mlp", options, 9);
        const Pass pass(c);
        const at::Tensor raw = weightInput(options.metaNet, pass.view(c)), x = raw.narrow(1, 0, raw.size(1) - 10);
        const at::Tensor input =
            at::cat({by(x, x.mean(0, true), (x - x.mean(0, true)).square().mean(0, true)), raw.narrow(1, raw.size(1) - 10, 10)}, 1);
        MetaWeightNetWeighting weighting(options, c.network);
        start(weighting, options);
        const at::Tensor got = weighting.weights(pass.view(c));
        QVERIFY(alike(got, weighting.net().forward(weighting.meta().theta, input), 1e-10));
        QCOMPARE(weighting.meta().input.mean.size(0), raw.size(1) - 10);

        options.weighting = "cmw-net";
        CmwNetWeighting heads(options, c.network);
        start(heads, options);
        heads.epochStarted({.losses = {}, .labels = {}, .classCounts = at::arange(1, 11, at::kLong), .weights = {}});
        const at::Tensor ofHeads = heads.weights(pass.view(c)), features = heads.features(pass.view(c));
        QVERIFY(at::equal(features.narrow(1, 0, raw.size(1)), raw));
        QVERIFY(at::equal(heads.weightsAt(features), ofHeads));
        const at::Tensor head = heads.clusters().index_select(0, c.batch.labels);
        QVERIFY(alike(ofHeads, heads.net().forward(heads.meta().theta, input, nullptr, head), 1e-10));
    }
};

QTEST_APPLESS_MAIN(tst_Inputs)
#include "tst_inputs.moc"
