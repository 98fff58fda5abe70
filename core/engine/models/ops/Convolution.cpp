// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/ops/Convolution.h"

#include <ATen/ATen.h>

namespace reweigh {

const ConvolutionKernels* Convolution::kernels(const at::Tensor& x, const at::Tensor& weight, bool wantInput) const
{
    return convolutionKernelsFor(x, weight, m_stride, m_padding, wantInput);
}

at::Tensor Convolution::apply(const at::Tensor& x, const at::Tensor& weight) const
{
    if (const ConvolutionKernels* own = kernels(x, weight))
        return own->convolve(x, weight, m_stride);
    return at::convolution(x, weight, {}, {m_stride, m_stride}, {m_padding, m_padding}, {1, 1}, false, {0, 0}, 1);
}

at::Tensor Convolution::forward(const ParamSet& w, ParamSet&, const Tensors& in, PassMode, Tensors&) const
{
    return apply(in[0], w.views[m_weight]).contiguous(at::MemoryFormat::ChannelsLast);
}

Tensors Convolution::backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const
{
    const at::Tensor& weight = at.w.views[m_weight];
    const at::Tensor dy = dOut.sum();
    if (const ConvolutionKernels* own = kernels(at.in[0], weight, wanted[0]))
        return {own->differentiate(at.in[0], weight, m_stride, dy, wanted[0], gradient.views[m_weight])};
    auto [dx, dw, db] = at::convolution_backward(dy, at.in[0], weight, at::OptionalIntArrayRef(), {m_stride, m_stride},
                                                 {m_padding, m_padding}, {1, 1}, false, {0, 0}, 1, {wanted[0], true, false});
    gradient.views[m_weight].copy_(dw);
    return {dx};
}

LazySum Convolution::tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const
{
    const at::Tensor &x = at.in[0], &weight = at.w.views[m_weight], &direction = u.views[m_weight];
    if (!in[0].defined())
        return {apply(x, direction), {}};
    const at::Tensor t = in[0].sum();
    if (const ConvolutionKernels* own = kernels(x, weight))
        return {own->tangent(x, direction, t, weight, m_stride), {}};
    return {apply(x, direction), apply(t, weight)};
}

at::Tensor Convolution::reference(const Tensors& parameters, const Tensors& in) const
{
    return at::convolution(in[0], parameters[m_weight], {}, {m_stride, m_stride}, {m_padding, m_padding}, {1, 1}, false, {0, 0}, 1);
}

} // namespace reweigh
