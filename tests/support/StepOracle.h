// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/MetaWeightNetWeighting.h"
#include "core/engine/methods/MethodFactory.h"
#include "core/engine/models/ClassifierFactory.h"
#include "core/engine/reweighting/MetaStep.h"
#include "tests/support/LossOracle.h"
#include "tests/support/TensorErrors.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace reweigh::test {

/// The median of `values`, which must not be empty; of an even number the upper one of the two in the middle.
inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// A test case of a meta step: a classifier with 10 classes, its MW-Net and two batches, all drawn from one seed. Images are
/// [n, channels, height, width], stored channels last.
struct StepCase {
    StepCase(const std::string& name, const TrainOptions& options, int64_t n, std::uint64_t seed = 11)
        : StepCase(name, shapeOf(name), options, n, seed)
    {
    }

    StepCase(const std::string& name, const ImageShape& shape, const TrainOptions& options, int64_t n, std::uint64_t seed)
        : network(std::move(makeClassifier(name, shape, 10).value()))
        , loss(makeLoss(options).value())
        , context(exampleContext(10))
        , weighting(options, network)
        , metaNet(weighting.net())
        , meta(weighting.meta())
        , model(name)
        , m_rng(seed, model)
        , m_shape(shape)
        , m_type(stepTypes(options.precision).compute)
    {
        const StepTypes types = stepTypes(options.precision);
        classifier = initialClassifier(network, m_rng, types, at::kCPU);
        weighting.begin(m_rng, types, at::kCPU);
        drawBatches(n);
    }

    /// Draws a new training batch of n samples and a meta batch of n - 2 samples.
    void drawBatches(int64_t n)
    {
        const auto draw = [&](int64_t count) {
            return normalValues(m_rng, {count, m_shape.height, m_shape.width, m_shape.channels}, m_type).permute({0, 3, 1, 2});
        };
        const auto label = [&](int64_t count) {
            at::Tensor labels = at::empty({count}, at::kLong);
            std::generate_n(labels.mutable_data_ptr<int64_t>(), count, [&] { return int64_t(m_rng.below(10)); });
            return labels;
        };
        batch.images = draw(n);
        metaBatch.images = draw(n - 2);
        batch.labels = label(n);
        metaBatch.labels = label(n - 2);
    }

    /// Replaces all states and batches by copies on `device`. Tensors that a test holds from before stay unchanged.
    void moveTo(const c10::Device& device)
    {
        const auto copy = [&](const at::Tensor& tensor) { return tensor.to(device, tensor.scalar_type(), false, true); };
        classifier = {ParamSet(network.parameters(), copy(classifier.w.flat)), ParamSet(network.buffers(), copy(classifier.running.flat)),
                      copy(classifier.momentum)};
        for (at::Tensor* known : {&context.classCounts, &context.noiseMatrix})
            *known = copy(*known);
        InputStatistics input;
        if (meta.input.mean.defined())
            input = {copy(meta.input.seen), copy(meta.input.mean), copy(meta.input.variance)};
        meta = {
            ParamSet(metaNet.parameters(), copy(meta.theta.flat)), {copy(meta.adam.first), copy(meta.adam.second), meta.adam.steps}, input};
        for (Batch* part : {&batch, &metaBatch})
            *part = {copy(part->images), copy(part->labels), {}};
    }

    /// The step of the case's loss and MW-Net; the case must outlive it.
    MetaStep step(const TrainOptions& options) { return MetaStep(network, *loss, weighting, options, context); }

    /// The first step of the context's epoch.
    StepTime time() const { return {.epoch = context.epoch, .epochs = context.epochs}; }

    static ImageShape shapeOf(const std::string& name)
    {
        return name == "mlp" || name == "small-cnn" ? ImageShape{28, 28, 1} : ImageShape{32, 32, 3};
    }

    Network network;
    std::unique_ptr<SampleLoss> loss;
    LossContext context; ///< what the loss knows; a step sets the epoch
    MetaWeightNetWeighting weighting;
    const MetaWeightNet& metaNet; ///< that of `weighting`
    MetaState& meta;              ///< that of `weighting`
    ClassifierState classifier;
    Batch batch, metaBatch;
    std::string model;

private:
    Rng m_rng;
    ImageShape m_shape;
    at::ScalarType m_type;
};

/// A reference implementation of the meta step: computes it by its definition with autograd and a second-order graph (double backward).
/// Of a case whose input is standardised it knows the first step only.
struct StepOracle {
    at::Tensor gradient;               ///< of the weighted training loss by w at the step's beginning, flat
    at::Tensor metaGradient, metaLoss; ///< of the meta loss by the MW-Net's parameters theta, flat; the meta loss
    at::Tensor updated;                ///< the classifier's parameters w after the step, flat
    at::Tensor momentum;               ///< the SGD momentum after the step, flat
    MetaState meta;                    ///< theta and optimizer state after the meta step

    StepOracle(const StepCase& c, const TrainOptions& options, double lr)
    {
        const c10::AutoGradMode grad(true);
        const std::vector<at::Tensor> w = leaves(c.classifier.w), theta = leaves(c.meta.theta);
        const at::Tensor logits = c.network.referenceForward(w, c.batch.images);
        const at::Tensor losses = lossOracle(options)(logits, c.batch.labels, c.context);
        const at::Tensor input = inputOf(c, options);
        const auto objective = [&](const std::vector<at::Tensor>& net) {
            const at::Tensor v = weights(net, input, options.metaNet.activation);
            return ((options.metaNet.normalised ? v / v.sum() : v / double(v.size(0))) * losses).sum();
        };
        const auto first = torch::autograd::grad({objective(theta)}, w, {}, true, true);
        gradient = flatten(c.network.parameters(), first);
        std::vector<at::Tensor> shifted;
        for (std::size_t i = 0; i < w.size(); ++i)
            shifted.push_back(moves(c, i, options.virtualStep) ? w[i] - lr * first[i] : w[i]);
        const at::Tensor loss = at::cross_entropy_loss(c.network.referenceForward(shifted, c.metaBatch.images), c.metaBatch.labels);
        metaLoss = loss.detach();
        metaGradient = flatten(c.metaNet.parameters(), torch::autograd::grad({loss}, theta, {}, true));

        meta.theta = ParamSet(c.metaNet.parameters(), c.meta.theta.flat.clone());
        meta.adam = {c.meta.adam.first.clone(), c.meta.adam.second.clone(), c.meta.adam.steps};
        if (options.metaOptimizer == MetaOptimizer::Adam)
            adamStep(meta.theta.flat, metaGradient, meta.adam, options.metaLr, options.metaWeightDecay);
        else // Nesterov's first step
            meta.theta.flat.sub_((metaGradient + options.metaWeightDecay * c.meta.theta.flat) * (options.metaLr * 1.9));
        const auto second = torch::autograd::grad({objective(leaves(options.laggedWeights ? c.meta.theta : meta.theta))}, w);
        const at::Tensor g = flatten(c.network.parameters(), second) + options.weightDecay * c.classifier.w.flat;
        momentum = options.momentum * c.classifier.momentum + g;
        updated = c.classifier.w.flat - lr * (options.nesterov ? g + options.momentum * momentum : momentum);
    }

    /// Whether the virtual step `step` moves the parameters at index `slot`. Their names decide.
    static bool moves(const StepCase& c, std::size_t slot, VirtualStep step)
    {
        const std::string& name = c.network.parameters().slots()[slot].name;
        const bool head = name.starts_with("head.");
        if (step == VirtualStep::LastBlock)
            return head
                   || name.starts_with(c.model == "resnet32"    ? "stage3.4."
                                       : c.model == "wrn-28-10" ? "stage3.3."
                                                                : "stage3.")
                   || name.starts_with("final.");
        return head || step == VirtualStep::Full;
    }

    /// The MW-Net as differentiable operations: weights [n] from its input `value` [n, d]; theta is weight and bias of each layer in turn.
    static at::Tensor weights(const std::vector<at::Tensor>& theta, at::Tensor value, Activation activation)
    {
        for (std::size_t layer = 0; layer < theta.size() / 2; ++layer) {
            value = at::linear(value, theta[2 * layer], theta[2 * layer + 1]);
            if (layer + 1 < theta.size() / 2)
                value = activation == Activation::Relu ? value.relu() : value.tanh();
        }
        return value.sigmoid().squeeze(1);
    }

private:
    /// The MW-Net's input [n, d]. It comes from the network's own forward pass, which the tests of the models check.
    static at::Tensor inputOf(const StepCase& c, const TrainOptions& options)
    {
        ParamSet running(c.network.buffers(), c.classifier.running.flat.clone());
        Activations saved;
        const at::Tensor own = c.network.forward(c.classifier.w, running, c.batch.images, PassMode::Train, &saved);
        const SampleLosses outcome = c.loss->evaluate(own, c.batch.labels, c.context);
        const at::Tensor raw = weightInput(options.metaNet, {.network = c.network,
                                                             .activations = saved,
                                                             .logits = own,
                                                             .losses = outcome.losses,
                                                             .probabilities = outcome.probabilities,
                                                             .labels = c.batch.labels});
        return isStandardised(options.metaNet) ? byItself(raw, options.metaNet.withLabel ? c.network.classes() : 0) : raw;
    }

    /// `raw` standardised by its own mean and variance, but for the last `label` columns.
    static at::Tensor byItself(const at::Tensor& raw, int64_t label)
    {
        const int64_t features = raw.size(1) - label;
        const at::Tensor x = raw.narrow(1, 0, features), centred = x - x.mean(0, true);
        return at::cat({centred / (centred.square().mean(0, true) + 1e-5).sqrt(), raw.narrow(1, features, label)}, 1);
    }

    static std::vector<at::Tensor> leaves(const ParamSet& set)
    {
        std::vector<at::Tensor> parts;
        for (const at::Tensor& view : set.views)
            parts.push_back(view.detach().clone().requires_grad_(true));
        return parts;
    }

    static at::Tensor flatten(const ParamLayout& layout, const std::vector<at::Tensor>& parts)
    {
        ParamSet set(layout, at::zeros({layout.total()}, parts.front().options().requires_grad(false)));
        for (std::size_t i = 0; i < parts.size(); ++i)
            set.views[i].copy_(parts[i].detach());
        return set.flat;
    }
};

} // namespace reweigh::test
