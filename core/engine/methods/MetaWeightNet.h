// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/config/MetaNetSpec.h"
#include "core/engine/models/ParamLayout.h"

namespace reweigh {

/// The weighting network V_theta, an MLP with a sigmoid at its end: from an input [n, d] to weights [n] in (0, 1) (Shu et al. 2019,
/// Meta-Weight-Net, eq. 5; here with any depth and width). It may have several outputs, called heads, over the same hidden layers, of
/// which each sample uses one (Shu et al. 2023, CMW-Net). Parameters theta are arguments, flat [Q]; all tensors have their dtype, fp32
/// or fp64, and their device. Shapes that do not fit throw c10::Error.
/// Immutable; may be used on any thread.
class MetaWeightNet {
public:
    /// What a forward pass stores for the backward pass.
    struct Activations {
        std::vector<at::Tensor> values; ///< the input [n, d], each hidden layer's value [n, nodes], the outputs [n, heads]
        at::Tensor head;                ///< [n], as given to forward()
    };

    /// An MLP with the hidden layers and activation of `spec`, for inputs of d = inputWidth features. heads >= 1.
    MetaWeightNet(const MetaNetSpec& spec, int inputWidth, int heads = 1);

    const ParamLayout& parameters() const { return m_layout; } ///< weight [nodes, width] and bias [nodes] of each layer in turn
    int inputWidth() const { return m_inputWidth; }            ///< d

    /// Computes the weights [n] for `input` [n, d]; n = 0 gives an empty tensor. Rounding may give exactly 0 or 1. If `saved` is not
    /// null, it receives what backward() needs. `head` [n], int64 in [0, heads), says which head weighs each sample; undefined if there is
    /// one head.
    at::Tensor forward(const ParamSet& theta, const at::Tensor& input, Activations* saved = nullptr, const at::Tensor& head = {}) const;

    /// Overwrites `gradient` (flat [Q]) with (dv/dtheta)' dWeights, where dWeights [n] is the derivative of a loss by the weights v.
    /// theta and `saved` are those of the forward pass. A head learns from its own samples alone.
    void backward(const ParamSet& theta, const Activations& saved, const at::Tensor& dWeights, ParamSet& gradient) const;

    /// Draws initial parameters: [Q], fp32, on the CPU; weights and biases uniform in +-1/sqrt(fan-in), as torch.nn.Linear.
    at::Tensor initialParameters(Rng& rng) const;

private:
    std::size_t layers() const { return m_layout.slots().size() / 2; }

    Activation m_activation;
    int m_inputWidth;
    ParamLayout m_layout; ///< weight, bias of each layer in turn
};

} // namespace reweigh
