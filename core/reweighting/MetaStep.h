// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reweighting/StepState.h"

namespace reweigh {

/// What a step saw. Tensors stay on the device; nothing is read back unless somebody asks.
struct StepOutcome {
    at::Tensor losses;           ///< [n], cross entropy before the step
    at::Tensor probabilities;    ///< [n, K]
    at::Tensor weights;          ///< [n], V after its update, in (0, 1); undefined for a plain step
    at::Tensor metaLoss;         ///< scalar, at the virtual weights
    at::Tensor metaGradientNorm; ///< scalar, norm of dL_meta/dtheta
};

/// The training step on one network: plain cross entropy, or Meta-Weight-Net with the exact meta gradient
/// (method.md sections 1 and 2). The virtual step is plain SGD at the current learning rate; the meta gradient
/// needs no second-order graph: with u = grad L_meta(w - a g), the tangent of the per-sample losses along u gives
/// dL_meta/dv. Forward passes: one on the batch, one on the meta batch; the tangent and the second backward pass
/// reuse the first one's activations.
/// Thread: one.
class MetaStep {
public:
    /// Both references must outlive the step. `options` decides optimisers, normalisation and precision.
    MetaStep(const Network& network, const MetaWeightNet& metaNet, const TrainOptions& options);

    /// One MW-Net step at learning rate `lr`.
    StepOutcome reweighted(ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, double lr);

    /// One plain step: every weight is 1.
    StepOutcome plain(ClassifierState& classifier, const Batch& batch, double lr);

    /// Gradient dL_meta/dtheta of the last reweighted step, flat: for tests.
    const at::Tensor& metaGradient() const { return m_thetaGradient.flat; }

private:
    ParamSet computed(const ClassifierState& state) const { return computed(state.w); }
    ParamSet computed(const ParamSet& w) const;
    void updateClassifier(ClassifierState& classifier, double lr);
    void updateMeta(MetaState& meta);
    at::Tensor coefficients(const at::Tensor& weights) const;
    at::Tensor weightGradient(const at::Tensor& weights, const at::Tensor& slopes, double lr) const;

    const Network& m_network;
    const MetaWeightNet& m_metaNet;
    const TrainOptions m_options;
    const StepTypes m_types;
    ParamSet m_gradient;      ///< reused from step to step
    ParamSet m_virtual;
    ParamSet m_metaDirection; ///< u
    ParamSet m_thetaGradient;
};

} // namespace reweigh
