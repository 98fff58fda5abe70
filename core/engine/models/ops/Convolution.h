// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/ConvolutionKernels.h"
#include "core/engine/models/NetworkOp.h"

namespace reweigh {

/// A square convolution without bias: [n, in, H, W] to [n, out, H', W'] by a weight W [out, in, k, k]. The tangent is
/// conv(t, W) + conv(a, U), for input a, its tangent t and the weight's tangent U; the project's own kernels compute it in one pass,
/// LibTorch in two parts.
class Convolution : public NetworkOp {
public:
    Convolution(int weightSlot, int64_t stride, int64_t padding)
        : m_weight(weightSlot)
        , m_stride(stride)
        , m_padding(padding)
    {
    }

    at::Tensor forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const override;
    Tensors backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const override;
    LazySum tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const override;
    at::Tensor reference(const Tensors& parameters, const Tensors& in) const override;
    bool hasParameters() const override { return true; }

    std::size_t weightSlot() const { return m_weight; }
    int64_t stride() const { return m_stride; }
    /// The project's own kernels for input x and `weight`; null where LibTorch does it. Arguments as of convolutionKernelsFor().
    const ConvolutionKernels* kernels(const at::Tensor& x, const at::Tensor& weight, bool wantInput = false) const;

private:
    at::Tensor apply(const at::Tensor& x, const at::Tensor& weight) const;

    std::size_t m_weight;
    int64_t m_stride, m_padding;
};

} // namespace reweigh
