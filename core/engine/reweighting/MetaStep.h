// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/LearningRate.h"
#include "core/engine/methods/SampleLoss.h"
#include "core/engine/methods/SampleWeighting.h"
#include "core/engine/reweighting/StepState.h"

#include <utility>

namespace reweigh {

/// What a step computed of its batch. Tensors stay on the step's device; nothing is copied to the CPU unless a caller asks.
struct StepOutcome {
    at::Tensor losses;           ///< [n], of the run's SampleLoss, at the parameters before the step
    at::Tensor probabilities;    ///< [n, K], softmax of the logits
    at::Tensor weights;          ///< [n], the weights of the real step; undefined: every weight is 1
    at::Tensor metaGradientNorm; ///< [], norm of dL_meta by the weighting's parameters; undefined if no meta step was taken
};

/// The training step on one network, for any SampleLoss l and SampleWeighting v: w moves by SGD on sum_i c_i l_i, with c_i = v_i / n
/// or v_i / sum v. If the weighting wants a meta batch, the step gives it the exact meta gradient (core/engine/README.md, sections 2
/// and 3). The virtual step is plain SGD at the current learning rate a, along g = grad sum_i c_i l_i. The meta gradient needs no
/// second-order graph: with u = grad L_meta(w - a g), the tangent of the logits along u, times dl_i/dz_i and summed over the classes,
/// is the directional derivative of sample i's loss, which gives dL_meta/dv_i. This holds for any per-sample loss. The meta loss is
/// cross entropy, averaged over the meta batch, for any training loss. There is one forward pass on the batch and one on the meta
/// batch; the tangent and the second backward pass reuse the activations of the first. If F is the cost of a forward pass and 2 F that
/// of a backward pass, a step costs 10 F, and 3 F without a meta batch; 8 F where the weights start from 0, which moves nothing
/// in the virtual step.
///
/// Three options make the step cheaper, but no longer exact; all are off by default (core/engine/README.md, section 4):
///  - virtualStep: only a tail of the network takes the virtual step, w - a P g with P the projection on the tail's parameters. The
///    meta gradient is exact for that virtual step: dL_meta/dv_i = -a <P u, grad l_i> / n lacks the part of the parameters before
///    the tail. Forward passes cover the whole network (the meta batch's at w - a P g); the virtual step's backward pass, the meta
///    batch's and the tangent end at the tail's first layer. For the head, with input h and e = dl/dz, the inner product is the sum
///    over meta samples j of (h_i . h_j + 1)(e_i . e_j), computed by two small matrix products: 4 F.
///  - laggedWeights: the real step uses the weights from before learning, so that its gradient is the virtual step's: 8 F. The
///    weighting learns as in the exact step; the result takes effect one step later.
///  - metaInterval k: a meta batch every k steps, (3 (k - 1) + 10) / k F on average. The weighting learns from every k-th batch only.
/// Thread: one.
class MetaStep {
public:
    /// All references must outlive the object. `options` gives the optimiser, the normalisation of weights and the precision. Each
    /// step sets the epoch in `context`.
    MetaStep(const Network& network, const SampleLoss& loss, SampleWeighting& weighting, const TrainOptions& options,
             LossContext context = {});

    /// Takes one step at learning rate `lr`: changes `classifier` and, if wantsMeta(time), the weighting. `batch` has n >= 1 samples.
    /// `metaBatch` is read only if wantsMeta(time), then with at least 1 sample. Results may be not finite; nothing is checked.
    /// Throws c10::Error, as LibTorch does.
    StepOutcome take(ClassifierState& classifier, const Batch& batch, const Batch& metaBatch, const LearningRate& lr,
                     const StepTime& time = {});

    /// Whether the step at `time` takes a meta batch.
    bool wantsMeta(const StepTime& time) const { return m_weighting.wantsMeta(time.step); }

    /// Two numbers on which a recorded step depends, beside the sizes of its batches. Steps for which they are equal do the same
    /// operations with the same constants, so that one recording serves them all.
    std::pair<long, long> recording(const StepTime& time) const;

    /// The weighting's counters by name. Replaying a recorded step does not change them; the caller has to.
    std::vector<std::pair<std::string, std::int64_t*>> counters() { return m_weighting.state().counters; }

private:
    /// The forward pass on a training batch and its results.
    struct Pass {
        ParamSet w; ///< parameters in the compute type
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
    const bool m_lagged;      ///< whether the real step of a meta step has the weights from before learning
    ParamSet m_gradient;      ///< reused from step to step
    ParamSet m_virtual;       ///< w - a P g
    ParamSet m_metaDirection; ///< u; only the tail that takes the virtual step is written
};

} // namespace reweigh
