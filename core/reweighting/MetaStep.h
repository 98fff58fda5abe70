// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/CrossEntropy.h"
#include "core/kernels/LearningRate.h"
#include "core/reweighting/StepState.h"

namespace reweigh {

/// What a step saw. Tensors stay on the device; nothing is read back unless somebody asks.
struct StepOutcome {
    at::Tensor losses;           ///< [n], cross entropy before the step
    at::Tensor probabilities;    ///< [n, K]
    at::Tensor weights;          ///< [n], those the step was taken with, in (0, 1); undefined for a plain step
    at::Tensor metaLoss;         ///< scalar, at the virtual weights; undefined where no meta step was taken
    at::Tensor metaGradientNorm; ///< scalar, norm of dL_meta/dtheta; undefined likewise
};

/// Whether the run's step number `step`, from 0, is a meta step: reweighted() where it is, weighted() otherwise.
inline bool metaStepDue(const TrainOptions& options, long step)
{
    return step % options.metaInterval == 0;
}

/// Meta steps among the run's first `steps`.
inline long metaStepsBefore(const TrainOptions& options, long steps)
{
    return (steps + options.metaInterval - 1) / options.metaInterval;
}

/// The training step on one network: plain cross entropy, or Meta-Weight-Net with the exact meta gradient
/// (method.md sections 1 and 2). The virtual step is plain SGD at the current learning rate; the meta gradient
/// needs no second-order graph: with u = grad L_meta(w - a g), the tangent of the per-sample losses along u gives
/// dL_meta/dv. Forward passes: one on the batch, one on the meta batch; the tangent and the second backward pass
/// reuse the first one's activations. In forward passes F, a backward pass being 2: 10.
///
/// Three options make it cheaper and no longer exact; all are off by default:
///  - virtualStep: only a tail of the network moves, w - a P g with P the projection on the tail's parameters. The meta
///    gradient is exact for that virtual step: dL_meta/dv_i = -a <P u, grad l_i> / n leaves out what the parameters before
///    the tail would have added. Forward passes stay whole (the meta batch's at w - a P g); the virtual step's backward
///    pass, the meta batch's and the tangent end at the tail's first layer. For the head, over its input h, the sum is
///    that of (h_i . h_j + 1)(e_i . e_j), e = softmax - onehot, over meta samples j, in two small products. 4 F.
///  - laggedWeights: step 4 is taken with V before its update, so that its gradient is the virtual step's: 8 F. Theta is
///    updated as in the exact step; what it learned shows one step later.
///  - metaInterval k: reweighted() every k steps, weighted() between them, with V as it stands: (3 (k - 1) + 10) / k F.
///    Theta sees every k-th batch only, and is updated k times less often.
/// Thread: one.
class MetaStep {
public:
    /// Both references must outlive the step. `options` decides optimisers, normalisation and precision.
    MetaStep(const Network& network, const MetaWeightNet& metaNet, const TrainOptions& options);

    /// One MW-Net step at learning rate `lr`.
    StepOutcome reweighted(ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, const LearningRate& lr);

    /// A step between two meta steps: V weighs the samples and stays as it is.
    StepOutcome weighted(ClassifierState& classifier, const MetaState& meta, const Batch& batch, const LearningRate& lr);

    /// One plain step: every weight is 1.
    StepOutcome plain(ClassifierState& classifier, const Batch& batch, const LearningRate& lr);

    /// Gradient dL_meta/dtheta of the last reweighted step, flat: for tests.
    const at::Tensor& metaGradient() const { return m_thetaGradient.flat; }

private:
    /// The forward pass on a training batch and all that it leaves.
    struct Pass {
        ParamSet w; ///< in the compute type
        Activations saved;
        CrossEntropy outcome;
    };

    ParamSet computed(const ParamSet& w) const;
    NetworkTail movedTail() const;
    Pass forward(ClassifierState& classifier, const Batch& batch) const;
    void shift(const ParamSet& w, const NetworkTail& moved, const LearningRate& lr);
    at::Tensor metaPass(const ParamSet& shifted, ParamSet& running, const Batch& metaBatch, const NetworkTail& moved);
    at::Tensor weightedDerivative(const CrossEntropy& outcome, const at::Tensor& weights) const;
    void updateClassifier(ClassifierState& classifier, const LearningRate& lr);
    void updateMeta(MetaState& meta);
    at::Tensor coefficients(const at::Tensor& weights) const;
    at::Tensor weightGradient(const at::Tensor& weights, const at::Tensor& slopes, const LearningRate& lr) const;

    const Network& m_network;
    const MetaWeightNet& m_metaNet;
    const TrainOptions m_options;
    const StepTypes m_types;
    ParamSet m_gradient;      ///< reused from step to step
    ParamSet m_virtual;       ///< w - a P g
    ParamSet m_metaDirection; ///< u, within the tail that the virtual step moves
    ParamSet m_thetaGradient;
};

} // namespace reweigh
