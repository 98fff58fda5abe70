// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/engine/methods/StepTypes.h"
#include "core/engine/models/Network.h"

#include <c10/core/Device.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace reweigh {

/// When a step is taken.
struct StepTime {
    long step = 0;  ///< of the run, from 0
    int epoch = 1;  ///< at work, from 1
    int epochs = 1; ///< of the run
};

/// What a step shows of its samples, on the step's device. No gradient flows through any of it.
struct StepView {
    const Network& network;
    const Activations& activations; ///< of the forward pass: what lies at the inputs
    at::Tensor logits;              ///< [n, K]
    at::Tensor losses;              ///< [n], as the run's SampleLoss has them
    at::Tensor probabilities;       ///< [n, K]
    at::Tensor labels;              ///< [n], int64, observed
    at::Tensor positions;           ///< [n], int64, of the samples within the training set; only where wantsPositions()
    StepTime time;
};

/// What a meta step teaches: the exact derivative of the meta loss, after the virtual step, by every weight.
struct MetaView {
    const StepView& step;
    at::Tensor weightGradient; ///< [n], dL_meta/dv_i
};

/// The training set as the epoch before left it, on the CPU.
struct EpochView {
    int epoch = 1;         ///< that begins, from 1
    at::Tensor losses;     ///< [N], fp32, of every training sample when it was last trained on; undefined before the first epoch
    at::Tensor labels;     ///< [N], int64, observed
    at::Tensor weights;    ///< [N], fp32, that it was last given; undefined where no weight was
};

/// All that training changes in a weighting, by name; kept in checkpoints. Tensors are overwritten in place when a run is resumed.
struct WeightingState {
    std::vector<std::pair<std::string, at::Tensor>> tensors;
    std::vector<std::pair<std::string, std::int64_t*>> counters;
};

/// What a run's description says of a weighting.
struct WeightingFacts {
    long parameters = 0; ///< that are learned
    int inputWidth = 0;  ///< features a sample that it is fed; 0: none
};

/// v_i, the weights of a batch's samples: the step minimises sum_i v_i l_i / n (or over sum_i v_i, where weights are normalised).
/// The step asks for weights(); where wantsMeta(), it then makes the virtual step with them, hands dL_meta/dv to learn(), and
/// asks for weightsAfterLearning().
/// On a CUDA device a step may be recorded once and then repeated without a call to weights() or learn(): numbers that change
/// from step to step must lie in tensors that are overwritten in place, or change recording().
/// Thread: one.
class SampleWeighting {
public:
    virtual ~SampleWeighting() = default;

    /// Fresh state, drawn from `rng`, on `device`. Called once, before anything else.
    virtual void begin(Rng& rng, const StepTypes& types, const c10::Device& device);

    /// An epoch begins. Not called when a run is resumed within an epoch: what is made of it belongs to state().
    virtual void epochStarted(const EpochView& view);

    /// Whether the run's step number `step`, from 0, also takes a meta batch. Depends on nothing else.
    virtual bool wantsMeta(long step) const;
    virtual bool wantsPositions() const;

    /// [n], in the type of the losses; undefined: every weight is 1.
    virtual at::Tensor weights(const StepView& view) = 0;

    /// Learns from a meta step; gives the norm of the gradient by what was learned, a scalar, or an undefined tensor.
    virtual at::Tensor learn(const MetaView& view);

    /// The weights of the same samples once learn() has been called.
    virtual at::Tensor weightsAfterLearning(const StepView& view);

    /// Steps with the same number may be repeated as one recording.
    virtual long recording(const StepTime& time) const;

    virtual WeightingState state();
    virtual WeightingFacts facts() const;

    /// To be looked at, not for training: what it sees of each sample, [n, d], and the weights of samples seen so, [n]. Undefined:
    /// its weights are no function of features.
    virtual at::Tensor features(const StepView& view) const;
    virtual at::Tensor weightsAt(const at::Tensor& features) const;
    /// Whether the loss is the only feature, so that weights can be drawn over it.
    virtual bool seesLossAlone() const;
};

} // namespace reweigh
