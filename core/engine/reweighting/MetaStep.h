// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/LearningRate.h"
#include "core/engine/methods/SampleLoss.h"
#include "core/engine/methods/SampleWeighting.h"
#include "core/engine/reweighting/StepState.h"

#include <utility>

namespace reweigh {

/// What a step saw. Tensors stay on the device; nothing is read back unless somebody asks.
struct StepOutcome {
    at::Tensor losses;           ///< [n], of the run's SampleLoss, before the step
    at::Tensor probabilities;    ///< [n, K]
    at::Tensor weights;          ///< [n], those the step was taken with; undefined: every weight is 1
    at::Tensor metaGradientNorm; ///< scalar, norm of dL_meta by what the weighting learns; undefined where no meta step was taken
};

/// The training step on one network, for any SampleLoss l and SampleWeighting v: w moves by SGD on sum_i c_i l_i, c_i = v_i / n
/// or v_i / sum v. Where the weighting wants a meta batch, the step gives it the exact meta gradient (core/engine/README.md, 2 and
/// 3). The virtual step is plain SGD at the current learning rate; the meta gradient needs no second-order graph: with
/// u = grad L_meta(w - a g), the tangent of the logits along u, times dl_i/dz_i and summed over the classes, is the slope of
/// sample i's loss, and that gives dL_meta/dv_i. It holds for any per-sample loss. The meta loss is cross entropy, whatever the
/// training loss is. Forward passes: one on the batch, one on the meta batch; the tangent and the second backward pass reuse the
/// first one's activations. In forward passes F, a backward pass being 2: 10; a step without a meta batch: 3.
///
/// Three options make it cheaper and no longer exact; all are off by default:
///  - virtualStep: only a tail of the network moves, w - a P g with P the projection on the tail's parameters. The meta
///    gradient is exact for that virtual step: dL_meta/dv_i = -a <P u, grad l_i> / n leaves out what the parameters before
///    the tail would have added. Forward passes stay whole (the meta batch's at w - a P g); the virtual step's backward
///    pass, the meta batch's and the tangent end at the tail's first layer. For the head, over its input h, the sum is
///    that of (h_i . h_j + 1)(e_i . e_j), e = dl/dz, over meta samples j, in two small products. 4 F.
///  - laggedWeights: step 4 is taken with the weights from before learning, so that its gradient is the virtual step's: 8 F.
///    What the weighting learns is as in the exact step; it shows one step later.
///  - metaInterval k: a meta batch every k steps (3 (k - 1) + 10) / k F. The weighting sees every k-th batch only, and learns
///    k times less often.
/// Thread: one.
class MetaStep {
public:
    /// All references must outlive the step. `options` decides the optimiser, normalisation and precision; of `context` the epoch
    /// is set by each step.
    MetaStep(const Network& network, const SampleLoss& loss, SampleWeighting& weighting, const TrainOptions& options, LossContext context = {});

    /// One step at learning rate `lr`. `metaBatch` is read where wantsMeta(time).
    StepOutcome take(ClassifierState& classifier, const Batch& batch, const Batch& metaBatch, const LearningRate& lr, const StepTime& time = {});

    bool wantsMeta(const StepTime& time) const { return m_weighting.wantsMeta(time.step); }

    /// What a recorded step depends on beside its batches' sizes: steps alike in this do the same operations on the same numbers.
    std::pair<long, long> recording(const StepTime& time) const;

    /// Counters of the weighting, which a repeated recording doesn't move by itself.
    std::vector<std::pair<std::string, std::int64_t*>> counters() { return m_weighting.state().counters; }

private:
    /// The forward pass on a training batch and all that it leaves.
    struct Pass {
        ParamSet w; ///< in the compute type
        Activations saved;
        at::Tensor logits;
        SampleLosses outcome;
    };

    LossContext contextAt(const StepTime& time) const;
    ParamSet computed(const ParamSet& w) const;
    NetworkTail movedTail() const;
    Pass forward(ClassifierState& classifier, const Batch& batch, const StepTime& time) const;
    at::Tensor learn(const Pass& pass, const StepView& view, const at::Tensor& weights, ClassifierState& classifier, const Batch& metaBatch,
                     const LearningRate& lr);
    void shift(const ParamSet& w, const NetworkTail& moved, const LearningRate& lr);
    void metaPass(const ParamSet& shifted, ParamSet& running, const Batch& metaBatch, const NetworkTail& moved);
    at::Tensor weightedDerivative(const SampleLosses& outcome, const at::Tensor& weights) const;
    at::Tensor coefficients(const at::Tensor& weights) const;
    at::Tensor weightGradient(const at::Tensor& weights, const at::Tensor& slopes, const LearningRate& lr) const;

    const Network& m_network;
    const SampleLoss& m_loss;
    SampleWeighting& m_weighting;
    const TrainOptions m_options;
    const LossContext m_context;
    const StepTypes m_types;
    ParamSet m_gradient;      ///< reused from step to step
    ParamSet m_virtual;       ///< w - a P g
    ParamSet m_metaDirection; ///< u, within the tail that the virtual step moves
};

} // namespace reweigh
