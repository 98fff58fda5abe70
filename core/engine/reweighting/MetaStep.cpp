// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reweighting/MetaStep.h"

#include "core/engine/kernels/CrossEntropy.h"
#include "core/engine/methods/Optimisers.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

namespace reweigh {
namespace {

/// Makes `set` a set of the size and dtype of `model`, unless it is one already.
void makeLike(ParamSet& set, const ParamLayout& layout, const at::Tensor& model)
{
    if (!set.flat.defined())
        set = ParamSet(layout, at::empty_like(model));
}

/// x times the learning rate times `factor`.
at::Tensor timesRate(const at::Tensor& x, const LearningRate& lr, double factor)
{
    return lr.onDevice.defined() ? x * (lr.onDevice * factor) : x * (lr.value * factor);
}

} // namespace

MetaStep::MetaStep(const Network& network, const SampleLoss& loss, SampleWeighting& weighting, const TrainOptions& options,
                   LossContext context)
    : m_network(network)
    , m_loss(loss)
    , m_weighting(weighting)
    , m_options(options)
    , m_context(std::move(context))
    , m_types(stepTypes(options.precision))
    , m_lagged(options.laggedWeights && !weighting.startsFromZero())
{
}

LossContext MetaStep::contextAt(const StepTime& time) const
{
    LossContext context = m_context; // its tensors are shared
    context.epoch = time.epoch;
    context.epochs = time.epochs;
    return context;
}

std::pair<long, long> MetaStep::recording(const StepTime& time) const
{
    return {m_weighting.recording(time), m_loss.form(contextAt(time))};
}

ParamSet MetaStep::computed(const ParamSet& w) const
{
    if (m_types.compute == m_types.master)
        return w;
    return ParamSet(m_network.parameters(), w.flat.to(m_types.compute));
}

/// The coefficients c_i [n] of the objective sum_i c_i l_i: v_i / n, or v_i / sum v where weights are normalised. If the sum is 0, they
/// are v_i itself, as in the published code.
at::Tensor MetaStep::coefficients(const at::Tensor& weights) const
{
    if (!m_options.metaNet.normalised)
        return weights / double(weights.size(0));
    const at::Tensor sum = weights.sum();
    return weights / at::where(sum == 0, at::ones_like(sum), sum);
}

/// dL_meta/dv [n] from `slopes` s_i = <u, grad l_i> [n]: -a s_i / n, or with S = sum v, where weights are normalised,
/// -a (s_i / S - sum_k v_k s_k / S^2) (core/engine/README.md, section 3).
at::Tensor MetaStep::weightGradient(const at::Tensor& weights, const at::Tensor& slopes, const LearningRate& lr) const
{
    if (!m_options.metaNet.normalised)
        return timesRate(slopes, lr, -1.0 / double(weights.size(0)));
    const at::Tensor sum = weights.sum();
    const at::Tensor safe = at::where(sum == 0, at::ones_like(sum), sum);
    const at::Tensor common = at::where(sum == 0, at::zeros_like(sum), weights.dot(slopes) / (safe * safe));
    return timesRate(slopes / safe - common, lr, -1.0);
}

/// The part of the network that takes the virtual step.
NetworkTail MetaStep::movedTail() const
{
    switch (m_options.virtualStep) {
    case VirtualStep::Full: return {};
    case VirtualStep::LastBlock: return m_network.lastBlock();
    case VirtualStep::Head: return m_network.head();
    }
    return {};
}

MetaStep::Pass MetaStep::forward(ClassifierState& classifier, const Batch& batch, const StepTime& time) const
{
    Pass pass{.w = computed(classifier.w)};
    pass.logits = m_network.forward(pass.w, classifier.running, batch.images, PassMode::Train, &pass.saved);
    pass.outcome = m_loss.evaluate(pass.logits, batch.labels, contextAt(time));
    return pass;
}

/// Takes the virtual step: writes w - a P g to m_virtual, with g from m_gradient.
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

/// Writes u, the gradient of the meta loss at the virtual parameters `shifted`, to m_metaDirection.
void MetaStep::metaPass(const ParamSet& shifted, ParamSet& running, const Batch& metaBatch, const NetworkTail& moved)
{
    Activations saved;
    const at::Tensor logits = m_network.forward(shifted, running, metaBatch.images, PassMode::TrainOnly, &saved);
    const CrossEntropy outcome = crossEntropy(logits, metaBatch.labels);
    m_network.backward(shifted, saved, outcome.derivative / double(metaBatch.labels.size(0)), m_metaDirection, moved);
}

/// The derivative of sum_i c_i l_i by the logits, [n, K]. Undefined weights mean 1.
at::Tensor MetaStep::weightedDerivative(const SampleLosses& outcome, const at::Tensor& weights) const
{
    if (!weights.defined())
        return outcome.derivative / double(outcome.losses.size(0));
    return outcome.derivative * coefficients(weights).unsqueeze(1);
}

/// Takes the virtual step and lets the weighting learn. Writes the virtual step's gradient to m_gradient and returns what
/// SampleWeighting::learn() returns.
at::Tensor MetaStep::learn(const Pass& pass, const StepView& view, const at::Tensor& weights, ClassifierState& classifier,
                           const Batch& metaBatch, const LearningRate& lr)
{
    makeLike(m_virtual, m_network.parameters(), classifier.w.flat);
    makeLike(m_metaDirection, m_network.parameters(), classifier.w.flat);

    // 2. The virtual step. With lagged weights the real step needs the whole gradient; with weights of 0 there is nothing to move.
    const NetworkTail moved = movedTail();
    const bool moves = !m_weighting.startsFromZero();
    if (moves) {
        m_network.backward(pass.w, pass.saved, weightedDerivative(pass.outcome, weights), m_gradient, m_lagged ? NetworkTail{} : moved);
        shift(classifier.w, moved, lr);
    }

    // 3. u = grad L_meta at the virtual parameters, then the directional derivative of every sample's loss along u.
    metaPass(moves ? computed(m_virtual) : pass.w, classifier.running, metaBatch, moved);
    const at::Tensor tangent = m_network.tangent(pass.w, pass.saved, computed(m_metaDirection), moved);
    const at::Tensor slopes = (pass.outcome.derivative * tangent).sum(1);
    return m_weighting.learn({view, weightGradient(weights.defined() ? weights : at::ones_like(slopes), slopes, lr)});
}

StepOutcome MetaStep::take(ClassifierState& classifier, const Batch& batch, const Batch& metaBatch, const LearningRate& lr,
                           const StepTime& time)
{
    const c10::NoGradGuard guard;
    makeLike(m_gradient, m_network.parameters(), classifier.w.flat);

    // 1. Losses and weights on the batch.
    const Pass pass = forward(classifier, batch, time);
    const StepView view{.network = m_network,
                        .activations = pass.saved,
                        .logits = pass.logits,
                        .losses = pass.outcome.losses,
                        .probabilities = pass.outcome.probabilities,
                        .labels = batch.labels,
                        .positions = batch.positions,
                        .time = time};
    StepOutcome outcome{.losses = view.losses, .probabilities = view.probabilities, .weights = m_weighting.weights(view)};
    const bool meta = wantsMeta(time);
    if (meta)
        outcome.metaGradientNorm = learn(pass, view, outcome.weights, classifier, metaBatch, lr);

    // 4. The real step, with the new weights and the first pass's activations.
    if (!meta || !m_lagged) {
        if (meta)
            outcome.weights = m_weighting.weightsAfterLearning(view);
        m_network.backward(pass.w, pass.saved, weightedDerivative(pass.outcome, outcome.weights), m_gradient);
    }
    sgdStep(classifier.w.flat, m_gradient.flat, classifier.momentum, lr,
            {.momentum = m_options.momentum, .weightDecay = m_options.weightDecay, .nesterov = m_options.nesterov});
    return outcome;
}

} // namespace reweigh
