// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/models/NetworkOp.h"

namespace reweigh {

/// A linear layer x W' + b: x [n, in], W [out, in], b [out], result [n, out]. The network's last layer computes in fp32 where
/// activations are bf16 (AtLeastFp32), since a loss computed from bf16 logits would have only two correct digits.
class Linear : public NetworkOp {
public:
    enum class Width { AsInput, AtLeastFp32 };

    Linear(int weightSlot, int biasSlot, Width width)
        : m_weight(weightSlot)
        , m_bias(biasSlot)
        , m_width(width)
    {
    }

    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const override;
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors& parameters, const Tensors& in) const override;
    bool hasParameters() const override { return true; }

private:
    at::Tensor widened(const at::Tensor& x) const;

    std::size_t m_weight, m_bias;
    Width m_width;
};

} // namespace reweigh
