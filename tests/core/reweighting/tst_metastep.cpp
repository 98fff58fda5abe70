// SPDX-License-Identifier: GPL-3.0-or-later
#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include "core/models/ClassifierFactory.h"
#include "core/reweighting/MetaStep.h"
#include "core/reweighting/WeightInput.h"

#include <QtTest>

using namespace reweigh;

namespace {

at::Tensor normal(Rng& rng, std::vector<int64_t> shape, at::ScalarType type)
{
    at::Tensor values = at::empty(shape, at::kDouble);
    for (int64_t i = 0; i < values.numel(); ++i)
        values.mutable_data_ptr<double>()[i] = rng.normal();
    return values.to(type);
}

double relativeError(const at::Tensor& a, const at::Tensor& b)
{
    const at::Tensor exact = b.to(at::kDouble);
    return ((a.to(at::kDouble) - exact).norm() / exact.norm()).item<double>();
}

std::vector<at::Tensor> leaves(const ParamSet& set)
{
    std::vector<at::Tensor> parts;
    for (const at::Tensor& view : set.views)
        parts.push_back(view.detach().clone().requires_grad_(true));
    return parts;
}

at::Tensor flatten(const ParamLayout& layout, const std::vector<at::Tensor>& parts)
{
    ParamSet set(layout, at::zeros({layout.total()}, parts.front().options().requires_grad(false)));
    for (std::size_t i = 0; i < parts.size(); ++i)
        set.views[i].copy_(parts[i].detach());
    return set.flat;
}

/// MW-Net as differentiable operations.
at::Tensor referenceWeights(const std::vector<at::Tensor>& theta, at::Tensor value, Activation activation)
{
    for (std::size_t layer = 0; layer < theta.size() / 2; ++layer) {
        value = at::linear(value, theta[2 * layer], theta[2 * layer + 1]);
        if (layer + 1 < theta.size() / 2)
            value = activation == Activation::Relu ? value.relu() : value.tanh();
    }
    return value.sigmoid().squeeze(1);
}

} // namespace

/// The step against its definition: the library's autograd through a second-order graph (double backward).
class tst_MetaStep : public QObject {
    Q_OBJECT

    static constexpr double lr = 0.1;

    struct Case {
        Case(const std::string& model, const TrainOptions& options, int64_t n, at::ScalarType type)
            : network(std::move(makeClassifier(model, shapeOf(model), 10).value()))
            , metaNet(options.metaNet, weightInputWidth(options.metaNet, network))
        {
            const ImageShape shape = shapeOf(model);
            Rng rng(11, model);
            const StepTypes types = stepTypes(options.precision);
            classifier = initialClassifier(network, rng, types, at::kCPU);
            meta = initialMeta(metaNet, rng, types, at::kCPU);
            const auto images = [&](int64_t count) {
                return normal(rng, {count, shape.height, shape.width, shape.channels}, type).permute({0, 3, 1, 2});
            };
            const auto labels = [&](int64_t count) {
                at::Tensor y = at::empty({count}, at::kLong);
                for (int64_t i = 0; i < count; ++i)
                    y.mutable_data_ptr<int64_t>()[i] = int64_t(rng.below(10));
                return y;
            };
            batch = {images(n), labels(n)};
            metaBatch = {images(n - 2), labels(n - 2)};
        }

        static ImageShape shapeOf(const std::string& model)
        {
            return model == "mlp" || model == "small-cnn" ? ImageShape{28, 28, 1} : ImageShape{32, 32, 3};
        }

        Network network;
        MetaWeightNet metaNet;
        ClassifierState classifier;
        MetaState meta;
        Batch batch, metaBatch;
    };

    struct Oracle {
        at::Tensor metaGradient, updated;
    };

    /// Definition: L_meta(w - a grad_w sum_i c_i(theta) l_i(w)) differentiated by theta; then both updates.
    static Oracle oracle(const Case& c, const TrainOptions& options)
    {
        const c10::AutoGradMode grad(true);
        const std::vector<at::Tensor> w = leaves(c.classifier.w), theta = leaves(c.meta.theta);
        const at::Tensor logits = c.network.referenceForward(w, c.batch.images);
        const at::Tensor losses = at::cross_entropy_loss(logits, c.batch.labels, {}, at::Reduction::None);
        // The tap's values come from the network's own forward pass: their correctness is the models' tests' matter.
        ClassifierState scratch = c.classifier;
        scratch.running = ParamSet(c.network.buffers(), c.classifier.running.flat.clone());
        Activations saved;
        const at::Tensor own = c.network.forward(scratch.w, scratch.running, c.batch.images, PassMode::Train, &saved);
        const at::Tensor input = weightInput(options.metaNet, c.network, saved, crossEntropy(own, c.batch.labels), c.batch.labels);
        const auto objective = [&](const std::vector<at::Tensor>& net) {
            const at::Tensor v = referenceWeights(net, input, options.metaNet.activation);
            return ((options.metaNet.normalised ? v / v.sum() : v / double(v.size(0))) * losses).sum();
        };
        const auto first = torch::autograd::grad({objective(theta)}, w, {}, true, true);
        std::vector<at::Tensor> shifted;
        for (std::size_t i = 0; i < w.size(); ++i)
            shifted.push_back(w[i] - lr * first[i]);
        const at::Tensor metaLoss = at::cross_entropy_loss(c.network.referenceForward(shifted, c.metaBatch.images), c.metaBatch.labels);
        const auto dTheta = torch::autograd::grad({metaLoss}, theta, {}, true);
        Oracle result{.metaGradient = flatten(c.metaNet.parameters(), dTheta)};

        // theta by the optimiser under test elsewhere (tst_optimisers), then w by one SGD step from zero momentum.
        MetaState next = c.meta;
        next.theta = ParamSet(c.metaNet.parameters(), c.meta.theta.flat.clone());
        next.adam = {c.meta.adam.first.clone(), c.meta.adam.second.clone(), 0};
        if (options.metaOptimizer == MetaOptimizer::Adam)
            adamStep(next.theta.flat, result.metaGradient, next.adam, options.metaLr, options.metaWeightDecay);
        else
            next.theta.flat.sub_((result.metaGradient + options.metaWeightDecay * c.meta.theta.flat) * (options.metaLr * 1.9));
        std::vector<at::Tensor> fixed;
        for (const at::Tensor& view : next.theta.views)
            fixed.push_back(view.detach());
        const auto second = torch::autograd::grad({objective(fixed)}, w);
        const at::Tensor g = flatten(c.network.parameters(), second) + options.weightDecay * c.classifier.w.flat;
        result.updated = c.classifier.w.flat - lr * g * (options.nesterov ? 1 + options.momentum : 1.0);
        return result;
    }

private Q_SLOTS:
    void equalsDoubleBackward_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("tap");
        QTest::addColumn<bool>("label");
        QTest::addColumn<bool>("normalised");
        QTest::addColumn<bool>("fp64");
        const auto row = [](const char* model, const char* tap, bool label, bool normalised, bool fp64) {
            const QString name = QString("%1, %2%3, %4, %5").arg(model, tap, label ? "+label" : "", normalised ? "V/sum V" : "V/n", fp64 ? "fp64" : "fp32");
            QTest::newRow(qPrintable(name)) << QString(model) << QString(tap) << label << normalised << fp64;
        };
        for (const char* model : {"mlp", "small-cnn", "resnet32"})
            for (const bool fp64 : {true, false})
                for (const bool normalised : {false, true})
                    row(model, normalised ? "stage2" : "loss", normalised, normalised, fp64);
        for (const char* tap : {"stem", "stage1", "stage3", "penultimate", "logits", "softmax"})
            row("small-cnn", tap, true, false, true);
        row("wrn-28-10", "loss", false, false, true);
        row("wrn-28-10", "stage3", true, true, false);
    }

    void equalsDoubleBackward()
    {
        QFETCH(QString, model);
        QFETCH(QString, tap);
        QFETCH(bool, label);
        QFETCH(bool, normalised);
        QFETCH(bool, fp64);
        TrainOptions options;
        options.precision = fp64 ? Precision::Fp64 : Precision::Fp32;
        options.metaNet = {.tap = tap.toStdString(), .withLabel = label, .hidden = normalised ? std::vector<int>{9, 5} : std::vector<int>{20},
                           .activation = normalised ? Activation::Tanh : Activation::Relu, .normalised = normalised};
        options.nesterov = normalised;
        options.metaOptimizer = normalised ? MetaOptimizer::Sgd : MetaOptimizer::Adam;
        const int64_t n = model.startsWith("wrn") ? 4 : 8;
        Case c(model.toStdString(), options, n, fp64 ? at::kDouble : at::kFloat);
        const Oracle expected = oracle(c, options);
        const at::Tensor before = c.classifier.w.flat.clone();
        const at::Tensor running = c.classifier.running.flat.clone();
        MetaStep step(c.network, c.metaNet, options);
        const StepOutcome outcome = step.reweighted(c.classifier, c.meta, c.batch, c.metaBatch, lr);
        double gradientError = 0, updateError = 0, gradientLimit = 1e-9, updateLimit = 1e-9;
        if (fp64) {
            gradientError = relativeError(step.metaGradient(), expected.metaGradient);
            updateError = relativeError(c.classifier.w.flat - before, expected.updated - before);
        } else {
            // Against the truth, fp64's: batches of a few samples make batch norm ill-conditioned, and no fp32 result, the
            // library's included, is then near it. Ours must be within 1e-5, or as near as the library's own.
            TrainOptions exactOptions = options;
            exactOptions.precision = Precision::Fp64;
            const Case exact(model.toStdString(), exactOptions, n, at::kDouble);
            const Oracle truth = oracle(exact, exactOptions);
            const at::Tensor start = exact.classifier.w.flat;
            gradientError = relativeError(step.metaGradient(), truth.metaGradient);
            updateError = relativeError(c.classifier.w.flat - before, truth.updated - start);
            gradientLimit = std::max(1e-5, 3 * relativeError(expected.metaGradient, truth.metaGradient));
            updateLimit = std::max(1e-5, 3 * relativeError(expected.updated - before, truth.updated - start));
        }
        qInfo("relative error: meta gradient %.1e (allowed %.1e), update of w %.1e (%.1e)", gradientError, gradientLimit, updateError, updateLimit);
        QVERIFY(gradientError < gradientLimit);
        QVERIFY(updateError < updateLimit);
        QVERIFY(outcome.weights.min().item<double>() > 0 && outcome.weights.max().item<double>() < 1);
        // Statistics moved once: by the batch, not by the meta batch.
        if (running.numel() > 0)
            QVERIFY(!at::equal(running, c.classifier.running.flat));
    }
};

QTEST_APPLESS_MAIN(tst_MetaStep)
#include "tst_metastep.moc"
