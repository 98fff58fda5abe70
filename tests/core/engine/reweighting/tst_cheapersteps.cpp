// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/StepOracle.h"

#include <QtTest>

using namespace reweigh;
using namespace reweigh::test;

/// The options that make a step cheaper, beyond what tst_metastep sees of them: that the step without them is what it
/// was, the head's closed form, the steps between meta steps.
class tst_CheaperSteps : public QObject {
    Q_OBJECT

    static constexpr double lr = 0.1;

private Q_SLOTS:
    /// Bit for bit the passes of core/engine/README.md, 2, in their order.
    void defaultIsExact()
    {
        for (const Precision precision : {Precision::Fp32, Precision::Bf16, Precision::Fp64}) {
            TrainOptions options;
            options.precision = precision;
            StepCase a("small-cnn", options, 32), b("small-cnn", options, 32);
            MetaStep step = a.step(options);
            const StepOutcome outcome = step.take(a.classifier, a.batch, a.metaBatch, lr);

            const at::ScalarType compute = stepTypes(precision).compute;
            const ParamLayout& layout = b.network.parameters();
            const auto computed = [&](const at::Tensor& flat) { return ParamSet(layout, flat.to(compute)); };
            const ParamSet w = computed(b.classifier.w.flat);
            ParamSet gradient(layout, at::empty_like(b.classifier.w.flat)), u(layout, at::empty_like(b.classifier.w.flat));
            ParamSet dTheta(b.metaNet.parameters(), at::empty_like(b.meta.theta.flat));
            Activations saved, metaSaved;
            MetaWeightNet::Activations netSaved;
            const CrossEntropy loss =
                crossEntropy(b.network.forward(w, b.classifier.running, b.batch.images, PassMode::Train, &saved), b.batch.labels);
            const at::Tensor input = loss.losses.unsqueeze(1), v = b.metaNet.forward(b.meta.theta, input, &netSaved);
            b.network.backward(w, saved, loss.derivative * (v / 32.0).unsqueeze(1), gradient);
            const ParamSet shifted = computed(at::add(b.classifier.w.flat, gradient.flat, -lr));
            const CrossEntropy metaLoss = crossEntropy(
                b.network.forward(shifted, b.classifier.running, b.metaBatch.images, PassMode::TrainOnly, &metaSaved), b.metaBatch.labels);
            b.network.backward(shifted, metaSaved, metaLoss.derivative / 30.0, u);
            const at::Tensor slopes = (loss.derivative * b.network.tangent(w, saved, computed(u.flat))).sum(1);
            b.metaNet.backward(b.meta.theta, netSaved, slopes * (-lr / 32.0), dTheta);
            adamStep(b.meta.theta.flat, dTheta.flat, b.meta.adam, options.metaLr, options.metaWeightDecay);
            const at::Tensor updated = b.metaNet.forward(b.meta.theta, input);
            b.network.backward(w, saved, loss.derivative * (updated / 32.0).unsqueeze(1), gradient);
            sgdStep(b.classifier.w.flat, gradient.flat, b.classifier.momentum, lr,
                    {.momentum = 0.9, .weightDecay = 5e-4, .nesterov = false});

            QVERIFY(at::equal(a.weighting.metaGradient(), dTheta.flat));
            QVERIFY(at::equal(outcome.weights, updated));
            QVERIFY(at::equal(a.classifier.w.flat, b.classifier.w.flat));
            QVERIFY(at::equal(a.meta.theta.flat, b.meta.theta.flat));
        }
    }

    /// <grad l_i, grad l_j> of a linear layer's parameters is (h_i . h_j + 1)(e_i . e_j).
    void headIsASumOverPairs()
    {
        TrainOptions options;
        options.precision = Precision::Fp64;
        options.virtualStep = VirtualStep::Head;
        StepCase c("resnet32", options, 9);
        struct Seen {
            at::Tensor h, e, losses;
        };
        const auto seen = [&](const at::Tensor& flat, const Batch& batch) {
            Activations saved;
            const CrossEntropy loss = crossEntropy(
                c.network.forward(ParamSet(c.network.parameters(), flat), c.classifier.running, batch.images, PassMode::TrainOnly, &saved),
                batch.labels);
            const auto input = std::ranges::find(c.network.inputLayers(), "penultimate", &InputLayer::name);
            return Seen{c.network.layerFeatures(saved, *input), loss.derivative, loss.losses};
        };
        const Seen train = seen(c.classifier.w.flat, c.batch);
        MetaWeightNet::Activations netSaved;
        const at::Tensor v = c.metaNet.forward(c.meta.theta, train.losses.unsqueeze(1), &netSaved);
        // The virtual step on weight [10, 64] and bias [10], which end the flat vector.
        at::Tensor flat = c.classifier.w.flat.clone();
        const at::Tensor e = train.e * v.unsqueeze(1) / 9.0;
        flat.slice(0, -650, -10).sub_(e.t().mm(train.h).flatten(), lr);
        flat.slice(0, -10).sub_(e.sum(0), lr);
        const Seen meta = seen(flat, c.metaBatch);
        const at::Tensor slopes = ((train.h.mm(meta.h.t()) + 1) * train.e.mm(meta.e.t())).mean(1);
        ParamSet expected(c.metaNet.parameters(), at::empty_like(c.meta.theta.flat));
        c.metaNet.backward(c.meta.theta, netSaved, slopes * (-lr / 9.0), expected);

        MetaStep step = c.step(options);
        step.take(c.classifier, c.batch, c.metaBatch, lr);
        QVERIFY(relativeError(c.weighting.metaGradient(), expected.flat) < 1e-11);
    }

    void betweenMetaSteps()
    {
        TrainOptions options;
        options.precision = Precision::Fp64;
        options.laggedWeights = true; // the oracle then steps with V as it stands
        options.metaInterval = 2;
        for (const bool normalised : {false, true}) {
            options.metaNet.normalised = normalised;
            StepCase c("small-cnn", options, 9);
            const at::Tensor before = c.classifier.w.flat.clone(), theta = c.meta.theta.flat.clone();
            const StepOracle expected(c, options, lr);
            MetaStep step = c.step(options);
            const StepOutcome outcome = step.take(c.classifier, c.batch, {}, lr, {.step = 1});
            QVERIFY(relativeError(c.classifier.w.flat - before, expected.updated - before) < 1e-9);
            QVERIFY(at::equal(c.meta.theta.flat, theta));
            QVERIFY(outcome.weights.defined() && !outcome.metaGradientNorm.defined());
        }
    }

    void metaStepsComeAtTheInterval()
    {
        for (const int interval : {1, 2, 5, 10, 1000}) {
            const TrainOptions options{.metaInterval = interval};
            StepCase c("mlp", options, 4);
            long count = 0;
            for (long step = 0; step < 40; ++step)
                count += c.weighting.wantsMeta(step);
            QVERIFY(c.weighting.wantsMeta(0) && c.weighting.wantsMeta(3L * interval));
            QCOMPARE(count, long(interval == 1 ? 40 : interval == 2 ? 20 : interval == 5 ? 8 : interval == 10 ? 4 : 1));
        }
    }
};

QTEST_APPLESS_MAIN(tst_CheaperSteps)
#include "tst_cheapersteps.moc"
