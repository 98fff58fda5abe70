// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

#include "core/models/ClassifierFactory.h"
#include "core/reweighting/MetaStep.h"
#include "core/reweighting/WeightInput.h"
#include "tests/support/TensorErrors.h"

namespace reweigh::test {

/// Everything one Meta-Weight-Net step takes, drawn from a seed; the same values (rounded) in every precision.
struct MetaCase {
    MetaCase(const TrainOptions& asked, const ImageShape& shape, int64_t n, std::uint64_t seed)
        : options(asked)
        , network(std::move(makeClassifier(options.model, shape, 10).value()))
        , metaNet(options.metaNet, weightInputWidth(options.metaNet, network))
    {
        Rng rng(seed, options.model);
        const StepTypes types = stepTypes(options.precision);
        classifier = initialClassifier(network, rng, types, at::kCPU);
        meta = initialMeta(metaNet, rng, types, at::kCPU);
        const auto draw = [&](int64_t count) {
            const at::Tensor images = normalValues(rng, {count, shape.height, shape.width, shape.channels}, types.compute);
            at::Tensor labels = at::empty({count}, at::kLong);
            for (int64_t i = 0; i < count; ++i)
                labels.mutable_data_ptr<int64_t>()[i] = int64_t(rng.below(10));
            return Batch{images.permute({0, 3, 1, 2}), labels};
        };
        batch = draw(n);
        metaBatch = draw(n - 2);
    }

    TrainOptions options;
    Network network;
    MetaWeightNet metaNet;
    ClassifierState classifier;
    MetaState meta;
    Batch batch, metaBatch;
};

struct MetaTruth {
    at::Tensor metaGradient; ///< flat, dL_meta/dtheta
    at::Tensor updated;      ///< w after the step, flat
};

inline std::vector<at::Tensor> leaves(const ParamSet& set)
{
    std::vector<at::Tensor> parts;
    for (const at::Tensor& view : set.views)
        parts.push_back(view.detach().clone().requires_grad_(true));
    return parts;
}

inline at::Tensor flatten(const ParamLayout& layout, const std::vector<at::Tensor>& parts)
{
    ParamSet set(layout, at::zeros({layout.total()}, parts.front().options().requires_grad(false)));
    for (std::size_t i = 0; i < parts.size(); ++i)
        set.views[i].copy_(parts[i].detach());
    return set.flat;
}

/// MW-Net as differentiable operations.
inline at::Tensor referenceWeights(const std::vector<at::Tensor>& theta, at::Tensor value, Activation activation)
{
    for (std::size_t layer = 0; layer < theta.size() / 2; ++layer) {
        value = at::linear(value, theta[2 * layer], theta[2 * layer + 1]);
        if (layer + 1 < theta.size() / 2)
            value = activation == Activation::Relu ? value.relu() : value.tanh();
    }
    return value.sigmoid().squeeze(1);
}

/// The step by its definition, through a second-order graph (double backward), on the CPU, in fp32 or fp64:
/// L_meta(w - a grad_w sum_i c_i(theta) l_i(w)) differentiated by theta; then both updates.
inline MetaTruth doubleBackward(const MetaCase& c, double lr)
{
    const TrainOptions& options = c.options;
    const c10::AutoGradMode grad(true);
    const std::vector<at::Tensor> w = leaves(c.classifier.w), theta = leaves(c.meta.theta);
    const at::Tensor logits = c.network.referenceForward(w, c.batch.images);
    const at::Tensor losses = at::cross_entropy_loss(logits, c.batch.labels, {}, at::Reduction::None);
    // The tap's values come from the network's own forward pass: their correctness is the models' tests' matter.
    ParamSet running(c.network.buffers(), c.classifier.running.flat.clone());
    Activations saved;
    const at::Tensor own = c.network.forward(c.classifier.w, running, c.batch.images, PassMode::Train, &saved);
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
    MetaTruth result{.metaGradient = flatten(c.metaNet.parameters(), dTheta)};

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

} // namespace reweigh::test
