// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reweighting/MetaStep.h"

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

/// x times the rate times `factor`.
at::Tensor timesRate(const at::Tensor& x, const LearningRate& lr, double factor)
{
    return lr.onDevice.defined() ? x * (lr.onDevice * factor) : x * (lr.value * factor);
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
at::Tensor MetaStep::weightGradient(const at::Tensor& weights, const at::Tensor& slopes, const LearningRate& lr) const
{
    if (!m_options.metaNet.normalised)
        return timesRate(slopes, lr, -1.0 / double(weights.size(0)));
    const at::Tensor sum = weights.sum();
    const at::Tensor safe = at::where(sum == 0, at::ones_like(sum), sum);
    const at::Tensor common = at::where(sum == 0, at::zeros_like(sum), weights.dot(slopes) / (safe * safe));
    return timesRate(slopes / safe - common, lr, -1.0);
}

void MetaStep::updateClassifier(ClassifierState& classifier, const LearningRate& lr)
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

/// What the virtual step moves.
NetworkTail MetaStep::movedTail() const
{
    switch (m_options.virtualStep) {
    case VirtualStep::Full: return {};
    case VirtualStep::LastBlock: return m_network.lastBlock();
    case VirtualStep::Head: return m_network.head();
    }
    return {};
}

MetaStep::Pass MetaStep::forward(ClassifierState& classifier, const Batch& batch) const
{
    Pass pass{.w = computed(classifier.w)};
    pass.outcome = crossEntropy(m_network.forward(pass.w, classifier.running, batch.images, PassMode::Train, &pass.saved), batch.labels);
    return pass;
}

/// The virtual step w - a P g from m_gradient.
void MetaStep::shift(const ParamSet& w, const NetworkTail& moved, const LearningRate& lr)
{
    if (moved.offset > 0)
        m_virtual.flat.copy_(w.flat);
    at::Tensor shifted = moved.of(m_virtual.flat);
    if (lr.onDevice.defined())
        at::addcmul_out(shifted, moved.of(w.flat), moved.of(m_gradient.flat), lr.onDevice, -1);
    else
        at::add_out(shifted, moved.of(w.flat), moved.of(m_gradient.flat), -lr.value);
}

/// The meta loss at the virtual weights, and u, its gradient there.
at::Tensor MetaStep::metaPass(const ParamSet& shifted, ParamSet& running, const Batch& metaBatch, const NetworkTail& moved)
{
    Activations saved;
    const at::Tensor logits = m_network.forward(shifted, running, metaBatch.images, PassMode::TrainOnly, &saved);
    const CrossEntropy outcome = crossEntropy(logits, metaBatch.labels);
    m_network.backward(shifted, saved, outcome.derivative / double(metaBatch.labels.size(0)), m_metaDirection, moved);
    return outcome.losses.mean();
}

/// d sum_i c_i l_i / d logits.
at::Tensor MetaStep::weightedDerivative(const CrossEntropy& outcome, const at::Tensor& weights) const
{
    return outcome.derivative * coefficients(weights).unsqueeze(1);
}

StepOutcome MetaStep::plain(ClassifierState& classifier, const Batch& batch, const LearningRate& lr)
{
    const c10::NoGradGuard guard;
    makeLike(m_gradient, m_network.parameters(), classifier.w.flat);
    const auto [w, saved, outcome] = forward(classifier, batch);
    m_network.backward(w, saved, outcome.derivative / double(batch.labels.size(0)), m_gradient);
    updateClassifier(classifier, lr);
    return {.losses = outcome.losses, .probabilities = outcome.probabilities};
}

StepOutcome MetaStep::weighted(ClassifierState& classifier, const MetaState& meta, const Batch& batch, const LearningRate& lr)
{
    const c10::NoGradGuard guard;
    makeLike(m_gradient, m_network.parameters(), classifier.w.flat);
    const auto [w, saved, outcome] = forward(classifier, batch);
    const at::Tensor weights = m_metaNet.forward(meta.theta, weightInput(m_options.metaNet, m_network, saved, outcome, batch.labels));
    m_network.backward(w, saved, weightedDerivative(outcome, weights), m_gradient);
    updateClassifier(classifier, lr);
    return {.losses = outcome.losses, .probabilities = outcome.probabilities, .weights = weights};
}

StepOutcome MetaStep::reweighted(ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, const LearningRate& lr)
{
    const c10::NoGradGuard guard;
    makeLike(m_gradient, m_network.parameters(), classifier.w.flat);
    makeLike(m_virtual, m_network.parameters(), classifier.w.flat);
    makeLike(m_metaDirection, m_network.parameters(), classifier.w.flat);
    makeLike(m_thetaGradient, m_metaNet.parameters(), meta.theta.flat);

    // 1. Losses and weights on the batch.
    const auto [w, saved, outcome] = forward(classifier, batch);
    const at::Tensor input = weightInput(m_options.metaNet, m_network, saved, outcome, batch.labels);
    MetaWeightNet::Activations metaSaved;
    at::Tensor weights = m_metaNet.forward(meta.theta, input, &metaSaved);

    // 2. The virtual step. Lagged weights will need its whole gradient.
    const NetworkTail moved = movedTail();
    m_network.backward(w, saved, weightedDerivative(outcome, weights), m_gradient, m_options.laggedWeights ? NetworkTail{} : moved);
    shift(classifier.w, moved, lr);

    // 3. u = grad L_meta there, then along u the tangent of every sample's loss, then theta.
    const at::Tensor metaLoss = metaPass(computed(m_virtual), classifier.running, metaBatch, moved);
    const at::Tensor tangent = m_network.tangent(w, saved, computed(m_metaDirection), moved);
    const at::Tensor slopes = (outcome.derivative * tangent).sum(1);
    m_metaNet.backward(meta.theta, metaSaved, weightGradient(weights, slopes, lr), m_thetaGradient);
    updateMeta(meta);

    // 4. The real step, with the new weights and the first pass's activations.
    if (!m_options.laggedWeights) {
        weights = m_metaNet.forward(meta.theta, input);
        m_network.backward(w, saved, weightedDerivative(outcome, weights), m_gradient);
    }
    updateClassifier(classifier, lr);
    return {.losses = outcome.losses, .probabilities = outcome.probabilities, .weights = weights, .metaLoss = metaLoss,
            .metaGradientNorm = m_thetaGradient.flat.norm()};
}

} // namespace reweigh
