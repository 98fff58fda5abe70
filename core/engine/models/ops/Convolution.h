// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/ConvolutionKernels.h"
#include "core/engine/models/NetworkOp.h"

namespace reweigh {

/// A square convolution without bias. Tangent: conv(t, W) + conv(a, U), one pass of our own kernels, else left in its two
/// parts.
class Convolution : public NetworkOp {
public:
    Convolution(int weightSlot, int64_t stride, int64_t padding) : m_weight(weightSlot), m_stride(stride), m_padding(padding) {}

    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const override;
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors& parameters, const Tensors& in) const override;
    bool hasParameters() const override { return true; }

    std::size_t weightSlot() const { return m_weight; }
    int64_t stride() const { return m_stride; }
    /// Our own kernels for it, null where the library does it.
    const ConvolutionKernels* kernels(const at::Tensor& x, const at::Tensor& weight, bool wantInput = false) const;

private:
    at::Tensor apply(const at::Tensor& x, const at::Tensor& weight) const;

    std::size_t m_weight;
    int64_t m_stride, m_padding;
};

} // namespace reweigh
