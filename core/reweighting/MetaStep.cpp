// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reweighting/MetaStep.h"

#include "core/kernels/CrossEntropy.h"
#include "core/reweighting/WeightInput.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace reweigh {
namespace {

/// Momentum of SGD on MW-Net, where that is its optimiser (the imbalance code of Shu et al. 2019).
constexpr double metaMomentum = 0.9;

/// A set like `model` to write into; made at the first step and kept.
void makeLike(ParamSet& set, const ParamLayout& layout, const at::Tensor& model)
{
    if (!set.flat.defined())
        set = ParamSet(layout, at::empty_like(model));
}

} // namespace

MetaStep::MetaStep(const Network& network, const MetaWeightNet& metaNet, const TrainOptions& options)
    : m_network(network)
    , m_metaNet(metaNet)
    , m_options(options)
    , m_types(stepTypes(options.precision))
{
}

ParamSet MetaStep::computed(const ParamSet& w) const
{
    if (m_types.compute == m_types.master)
        return w;
    return ParamSet(m_network.parameters(), w.flat.to(m_types.compute));
}

/// c in the objective sum_i c_i l_i: v_i / n, or v_i over their sum (v_i itself where that is 0, as the public code).
at::Tensor MetaStep::coefficients(const at::Tensor& weights) const
{
    if (!m_options.metaNet.normalised)
        return weights / double(weights.size(0));
    const at::Tensor sum = weights.sum();
    return weights / at::where(sum == 0, at::ones_like(sum), sum);
}

/// dL_meta/dv from s_i = <u, grad l_i>: -a s_i / n, or -a (s_i / S - sum_k v_k s_k / S^2) (method.md section 2).
at::Tensor MetaStep::weightGradient(const at::Tensor& weights, const at::Tensor& slopes, double lr) const
{
    if (!m_options.metaNet.normalised)
        return slopes * (-lr / double(weights.size(0)));
    const at::Tensor sum = weights.sum();
    const at::Tensor safe = at::where(sum == 0, at::ones_like(sum), sum);
    const at::Tensor common = at::where(sum == 0, at::zeros_like(sum), weights.dot(slopes) / (safe * safe));
    return (slopes / safe - common) * -lr;
}

void MetaStep::updateClassifier(ClassifierState& classifier, double lr)
{
    sgdStep(classifier.w.flat, m_gradient.flat, classifier.momentum, lr,
            {.momentum = m_options.momentum, .weightDecay = m_options.weightDecay, .nesterov = m_options.nesterov});
}

void MetaStep::updateMeta(MetaState& meta)
{
    if (m_options.metaOptimizer == MetaOptimizer::Adam)
        adamStep(meta.theta.flat, m_thetaGradient.flat, meta.adam, m_options.metaLr, m_options.metaWeightDecay);
    else
        sgdStep(meta.theta.flat, m_thetaGradient.flat, meta.adam.first, m_options.metaLr,
                {.momentum = metaMomentum, .weightDecay = m_options.metaWeightDecay, .nesterov = true});
}

StepOutcome MetaStep::plain(ClassifierState& classifier, const Batch& batch, double lr)
{
    const c10::NoGradGuard guard;
    makeLike(m_gradient, m_network.parameters(), classifier.w.flat);
    const ParamSet w = computed(classifier);
    Activations saved;
    const at::Tensor logits = m_network.forward(w, classifier.running, batch.images, PassMode::Train, &saved);
    const CrossEntropy outcome = crossEntropy(logits, batch.labels);
    m_network.backward(w, saved, outcome.derivative / double(batch.labels.size(0)), m_gradient);
    updateClassifier(classifier, lr);
    return {.losses = outcome.losses, .probabilities = outcome.probabilities};
}

StepOutcome MetaStep::reweighted(ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, double lr)
{
    const c10::NoGradGuard guard;
    makeLike(m_gradient, m_network.parameters(), classifier.w.flat);
    makeLike(m_virtual, m_network.parameters(), classifier.w.flat);
    makeLike(m_metaDirection, m_network.parameters(), classifier.w.flat);
    makeLike(m_thetaGradient, m_metaNet.parameters(), meta.theta.flat);

    // 1. Losses and weights on the batch.
    const ParamSet w = computed(classifier);
    Activations saved;
    const at::Tensor logits = m_network.forward(w, classifier.running, batch.images, PassMode::Train, &saved);
    const CrossEntropy outcome = crossEntropy(logits, batch.labels);
    const at::Tensor input = weightInput(m_options.metaNet, m_network, saved, outcome, batch.labels);
    MetaWeightNet::Activations metaSaved;
    const at::Tensor weights = m_metaNet.forward(meta.theta, input, &metaSaved);

    // 2. The virtual step w - a g.
    m_network.backward(w, saved, outcome.derivative * coefficients(weights).unsqueeze(1), m_gradient);
    at::add_out(m_virtual.flat, classifier.w.flat, m_gradient.flat, -lr);

    // 3. u = grad L_meta there, then along u the tangent of every sample's loss, then theta.
    at::Tensor metaLoss;
    {
        const ParamSet shifted = computed(m_virtual);
        Activations metaPass;
        const at::Tensor metaLogits = m_network.forward(shifted, classifier.running, metaBatch.images, PassMode::TrainOnly, &metaPass);
        const CrossEntropy metaOutcome = crossEntropy(metaLogits, metaBatch.labels);
        metaLoss = metaOutcome.losses.mean();
        m_network.backward(shifted, metaPass, metaOutcome.derivative / double(metaBatch.labels.size(0)), m_metaDirection);
    }
    const at::Tensor tangent = m_network.tangent(w, saved, computed(m_metaDirection));
    const at::Tensor slopes = (outcome.derivative * tangent).sum(1);
    m_metaNet.backward(meta.theta, metaSaved, weightGradient(weights, slopes, lr), m_thetaGradient);
    updateMeta(meta);

    // 4. The real step, with the new weights and the first pass's activations.
    const at::Tensor updated = m_metaNet.forward(meta.theta, input);
    m_network.backward(w, saved, outcome.derivative * coefficients(updated).unsqueeze(1), m_gradient);
    updateClassifier(classifier, lr);
    return {.losses = outcome.losses, .probabilities = outcome.probabilities, .weights = updated, .metaLoss = metaLoss,
            .metaGradientNorm = m_thetaGradient.flat.norm()};
}

} // namespace reweigh
