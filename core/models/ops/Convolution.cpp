// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ops/Convolution.h"

#include <ATen/ATen.h>

namespace reweigh {

at::Tensor Convolution::apply(const at::Tensor& x, const at::Tensor& weight) const
{
    return at::convolution(x, weight, {}, {m_stride, m_stride}, {m_padding, m_padding}, {1, 1}, false, {0, 0}, 1);
}

at::Tensor Convolution::forward(const ParamSet& w, ParamSet&, const Tensors& in, PassMode, Tensors&) const
{
    return apply(in[0], w.views[m_weight]).contiguous(at::MemoryFormat::ChannelsLast);
}

Tensors Convolution::backward(const OpContext& at, const Parted& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const
{
    auto [dx, dw, db] = at::convolution_backward(dOut.sum(), at.in[0], at.w.views[m_weight], at::OptionalIntArrayRef(),
                                                 {m_stride, m_stride}, {m_padding, m_padding}, {1, 1}, false, {0, 0}, 1,
                                                 {wanted[0], true, false});
    gradient.views[m_weight].copy_(dw);
    return {dx};
}

Parted Convolution::tangent(const OpContext& at, const std::vector<Parted>& in, const ParamSet& u) const
{
    Parted out{apply(at.in[0], u.views[m_weight]), {}};
    if (in[0].defined())
        out.add(apply(in[0].sum(), at.w.views[m_weight]));
    return out;
}

at::Tensor Convolution::reference(const Tensors& parameters, const Tensors& in) const
{
    return apply(in[0], parameters[m_weight]);
}

} // namespace reweigh
