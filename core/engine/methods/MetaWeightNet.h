// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/config/MetaNetSpec.h"
#include "core/engine/models/ParamLayout.h"

namespace reweigh {

/// V_theta: an MLP from an input [n, d] to weights [n] in (0, 1) (Shu et al. 2019, eq. 5; any depth and width).
/// Parameters come from outside, as a classifier's do. Works in the dtype of its parameters.
/// Immutable; may be used on any thread.
class MetaWeightNet {
public:
    /// What a forward pass leaves for the backward one: the input, each hidden layer's value, the weights.
    struct Activations {
        std::vector<at::Tensor> values;
    };

    MetaWeightNet(const MetaNetSpec& spec, int inputWidth);

    const ParamLayout& parameters() const { return m_layout; }
    int inputWidth() const { return m_inputWidth; }

    at::Tensor forward(const ParamSet& theta, const at::Tensor& input, Activations* saved = nullptr) const;

    /// Overwrites `gradient` with (dv/dtheta)' dWeights, dWeights [n].
    void backward(const ParamSet& theta, const Activations& saved, const at::Tensor& dWeights, ParamSet& gradient) const;

    /// Flat, fp32, CPU: weights and biases uniform in +-1/sqrt(fan-in), the library's rule for a linear layer.
    at::Tensor initialParameters(Rng& rng) const;

private:
    std::size_t layers() const { return m_layout.slots().size() / 2; }

    Activation m_activation;
    int m_inputWidth;
    ParamLayout m_layout; ///< weight, bias of each layer in turn
};

} // namespace reweigh
