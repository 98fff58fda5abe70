// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"
#include "core/engine/methods/MetaWeightNet.h"
#include "core/engine/methods/Optimisers.h"
#include "core/engine/methods/SampleWeighting.h"

namespace reweigh {

/// Features a sample that an input layer gives MW-Net, the one-hot label included. `spec.input` is one of the network's
/// inputs, loss or softmax; anything else throws std::invalid_argument.
int weightInputWidth(const MetaNetSpec& spec, const Network& network);

/// MW-Net's input for a batch, [n, weightInputWidth]: what the input holds of the samples that `view` shows; the input "loss" is
/// the loss that the run trains with. Detached by nature: no gradient flows through it (core/engine/README.md, 2).
at::Tensor weightInput(const MetaNetSpec& spec, const StepView& view);


/// All that training changes in MW-Net.
struct MetaState {
    ParamSet theta;
    AdamState adam; ///< `first` is SGD's buffer when the meta optimiser is SGD
};

/// Weights by a Meta-Weight-Net (Shu et al. 2019): v_i = V_theta(what its input holds of sample i), theta learned through the meta
/// set every options.metaInterval steps, by Adam or SGD with momentum.
class MetaWeightNetWeighting : public SampleWeighting {
public:
    /// Throws std::invalid_argument if the network has no such input.
    MetaWeightNetWeighting(const TrainOptions& options, const Network& network);

    void begin(Rng& rng, const StepTypes& types, const c10::Device& device) override;
    bool wantsMeta(long step) const override;
    at::Tensor weights(const StepView& view) override;
    at::Tensor learn(const MetaView& view) override;
    at::Tensor weightsAfterLearning(const StepView& view) override;
    WeightingState state() override;
    WeightingFacts facts() const override;
    at::Tensor features(const StepView& view) const override;
    at::Tensor weightsAt(const at::Tensor& features) const override;
    bool seesLossAlone() const override;

    const MetaWeightNet& net() const { return m_net; }
    MetaState& meta() { return m_meta; }

    /// dL_meta/dtheta of the last meta step, flat: for tests.
    const at::Tensor& metaGradient() const { return m_gradient.flat; }

private:
    const TrainOptions m_options;
    const MetaWeightNet m_net;
    MetaState m_meta;
    ParamSet m_gradient;                   ///< reused from step to step
    at::Tensor m_features;                 ///< of the step at work
    MetaWeightNet::Activations m_saved;    ///< likewise
};

} // namespace reweigh
