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

/// Where in a run a step stands.
struct StepTime {
    long step = 0;  ///< number of the step within the run, from 0
    int epoch = 1;  ///< the current epoch, from 1
    int epochs = 1; ///< number of epochs of the run
};

/// What a step shows a weighting of its batch of n samples, on the step's device. No gradient flows through any of it. Tensors are
/// fp32, or fp64 in fp64 runs, unless another dtype is given.
struct StepView {
    const Network& network;
    const Activations& activations; ///< of the forward pass; network.layerFeatures() reads the input layers from it
    at::Tensor logits;              ///< [n, K]
    at::Tensor losses;              ///< [n], of the run's SampleLoss
    at::Tensor probabilities;       ///< [n, K], softmax of the logits
    at::Tensor labels;              ///< [n], int64, observed labels
    at::Tensor positions;           ///< [n], int64, positions of the samples within the training set; undefined unless wantsPositions()
    StepTime time;
};

/// What a weighting learns from: the derivative of the meta loss, after the virtual step, by the weight of every sample.
struct MetaView {
    const StepView& step;
    at::Tensor weightGradient; ///< [n], dL_meta/dv_i (core/engine/README.md, section 3)
};

/// What the epoch before has found out about the N training samples, on the CPU.
struct EpochView {
    int epoch = 1;          ///< the epoch that begins, from 1
    at::Tensor losses;      ///< [N], fp32, each sample's loss when it was last trained on; undefined before the first epoch
    at::Tensor labels;      ///< [N], int64, observed labels
    at::Tensor classCounts; ///< [K], int64, number of samples per class, by the labels that --class-counts names
    at::Tensor weights;     ///< [N], fp32, each sample's last weight; undefined before the first epoch and for runs without weights
};

/// All that training changes in a weighting, by name, for checkpoints. When a run is resumed, the tensors are overwritten in place.
struct WeightingState {
    std::vector<std::pair<std::string, at::Tensor>> tensors;
    std::vector<std::pair<std::string, std::int64_t*>> counters;
};

/// What a run's description states about a weighting.
struct WeightingFacts {
    long parameters = 0; ///< number of learned parameters
    int inputWidth = 0;  ///< features per sample that it reads; 0: none
};

/// A rule for v_i, the weights of a batch's samples: the step minimises sum_i v_i l_i / n, or sum_i v_i l_i / sum_i v_i where weights
/// are normalised. A step calls weights(). If wantsMeta(), it then takes the virtual step with these weights, passes dL_meta/dv to
/// learn(), and calls weightsAfterLearning().
/// On a CUDA device a step may be recorded once and then repeated without calls to weights() and learn(). So values that change
/// from step to step must lie in tensors that are overwritten in place, or recording() must change with them.
/// Thread: one.
class SampleWeighting {
public:
    virtual ~SampleWeighting() = default;

    /// Tells the number of training samples, N, for a weighting that keeps something of each. Called once, before begin(), where samples
    /// have positions. Default: does nothing.
    virtual void setSampleCount(std::int64_t samples);

    /// Makes the initial state on `device` in types.master, drawn from `rng`. Called once, before all other functions but setSampleCount().
    virtual void begin(Rng& rng, const StepTypes& types, const c10::Device& device);

    /// Called when an epoch begins, but not when a run is resumed within an epoch; so whatever is computed here must be in state().
    virtual void epochStarted(const EpochView& view);

    /// Whether step number `step` of the run, from 0, takes a meta batch. The answer may depend on nothing else. Default: false.
    virtual bool wantsMeta(long step) const;
    /// Whether weights() gives zeros before learning, so that the virtual step stays where it is; --lagged-weights then has no effect.
    /// Default: false.
    virtual bool startsFromZero() const;
    /// Whether StepView::positions is to be set. Default: false.
    virtual bool wantsPositions() const;

    /// The weights of the batch's samples, [n], in the dtype and on the device of the losses; undefined means that every weight is 1.
    virtual at::Tensor weights(const StepView& view) = 0;

    /// Learns from a meta step. Returns the norm of the gradient by the learned parameters, a tensor of shape [], or an undefined tensor
    /// if nothing is learned.
    virtual at::Tensor learn(const MetaView& view);

    /// The weights of the same samples after learn(), as weights() gives them. Default: weights().
    virtual at::Tensor weightsAfterLearning(const StepView& view);

    /// A number for the operations that a step does here. Steps with equal numbers may be repeated from one recording.
    virtual long recording(const StepTime& time) const;

    virtual WeightingState state();
    virtual WeightingFacts facts() const;

    /// For display only, not called in training: the features that the weighting reads of each sample, [n, d]. Undefined if its weights
    /// are no function of features.
    virtual at::Tensor features(const StepView& view) const;
    /// For display only: the weights [n] for `features` [n, d], in the type and on the device given to begin(). Undefined as above.
    virtual at::Tensor weightsAt(const at::Tensor& features) const;
    /// Whether the loss is the only feature, so that the weight can be plotted over the loss.
    virtual bool seesLossAlone() const;
};

} // namespace reweigh
