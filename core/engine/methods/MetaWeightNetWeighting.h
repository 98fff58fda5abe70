// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/MetaNetSpec.h"
#include "core/engine/methods/InputStatistics.h"
#include "core/engine/methods/MetaWeightNet.h"
#include "core/engine/methods/Optimisers.h"
#include "core/engine/methods/SampleWeighting.h"

namespace reweigh {

/// The number of features per sample that MW-Net reads, d, with the one-hot label if `spec` asks for it. Throws std::invalid_argument if
/// `spec` names a layer that is no input layer of the network.
int weightInputWidth(const MetaNetSpec& spec, const Network& network);

/// MW-Net's input for the batch that `view` shows, [n, weightInputWidth()], in the dtype of the losses, before it is standardised. Of the
/// following the parts that `spec` asks for, in this order: the loss of each sample (that of the run's training loss); its softmax or its
/// features at an input layer; its one-hot observed label. No gradient flows through it (core/engine/README.md, section 2).
at::Tensor weightInput(const MetaNetSpec& spec, const StepView& view);

/// The names of InputStatistics' tensors in a checkpoint.
namespace inputTensors {
inline constexpr const char* seen = "meta.input_seen";
inline constexpr const char* mean = "meta.input_mean";
inline constexpr const char* variance = "meta.input_variance";
} // namespace inputTensors

/// All that training changes in MW-Net.
struct MetaState {
    ParamSet theta;        ///< parameters, flat [Q]
    AdamState adam;        ///< `first` is SGD's momentum buffer when the meta optimiser is SGD
    InputStatistics input; ///< of loss and features; undefined unless they are standardised
};

/// Weights by a Meta-Weight-Net (Shu et al. 2019): v_i = V_theta(input of sample i). theta is learned from the meta gradient every
/// options.metaInterval steps, by Adam or by SGD with momentum. Statistics of a standardised input take in the batch of every step before
/// it is weighed. A class derived from this one may give the network several heads.
class MetaWeightNetWeighting : public SampleWeighting {
public:
    /// Throws std::invalid_argument if the network has no input layer of the name that `options` gives.
    MetaWeightNetWeighting(const TrainOptions& options, const Network& network, int heads = 1);

    void begin(Rng& rng, const StepTypes& types, const c10::Device& device) override;
    bool wantsMeta(long step) const override;
    at::Tensor weights(const StepView& view) override;
    at::Tensor learn(const MetaView& view) override;
    at::Tensor weightsAfterLearning(const StepView& view) override;
    WeightingState state() override;
    WeightingFacts facts() const override;
    at::Tensor features(const StepView& view) const override; ///< as they are, not standardised; nor are those of weightsAt()
    at::Tensor weightsAt(const at::Tensor& features) const override;
    bool seesLossAlone() const override;

    const MetaWeightNet& net() const { return m_net; }
    MetaState& meta() { return m_meta; }
    const MetaState& meta() const { return m_meta; }

    /// dL_meta/dtheta of the last meta step, [Q]; for tests.
    const at::Tensor& metaGradient() const { return m_gradient.flat; }

protected:
    /// The head that weighs each sample, [n], int64 in [0, heads); undefined if there is one head. Default: undefined.
    virtual at::Tensor headOf(const StepView&) const { return {}; }

private:
    const TrainOptions m_options;
    const int m_standardised; ///< number of features that are standardised, the first ones of the input; 0: none
    const MetaWeightNet m_net;
    MetaState m_meta;
    ParamSet m_gradient;                ///< reused from step to step
    at::Tensor m_features, m_head;      ///< MW-Net's input [n, d], and [n], of the current step
    MetaWeightNet::Activations m_saved; ///< of the current step
};

} // namespace reweigh
