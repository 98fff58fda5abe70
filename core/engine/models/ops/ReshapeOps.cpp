// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/ops/ReshapeOps.h"

#include <ATen/ATen.h>
#include <ATen/TensorIndexing.h>

namespace reweigh {

using at::indexing::Slice;

LazySum LinearMap::tangent(const OpContext&, const std::vector<LazySum>& in, const ParamSet&) const
{
    return in[0].defined() ? LazySum{apply({in[0].sum()}), {}} : LazySum{};
}

at::Tensor Add::apply(const Tensors& in) const
{
    return in[0] + in[1];
}

Tensors Add::backward(const OpContext&, const LazySum& dOut, const std::vector<bool>&, ParamSet&) const
{
    const at::Tensor d = dOut.sum();
    return {d, d};
}

LazySum Add::tangent(const OpContext&, const std::vector<LazySum>& in, const ParamSet&) const
{
    LazySum out = in[0];
    out.add(in[1].sum());
    return out;
}

at::Tensor PaddedShortcut::apply(const Tensors& in) const
{
    const at::Tensor coarse =
        in[0].index({Slice(), Slice(), Slice(0, at::indexing::None, m_stride), Slice(0, at::indexing::None, m_stride)});
    // Channels are the last dimension in memory, so pad them there.
    return at::constant_pad_nd(coarse.permute({0, 2, 3, 1}), {m_padding, m_padding}).permute({0, 3, 1, 2});
}

Tensors PaddedShortcut::backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>&, ParamSet&) const
{
    at::Tensor dx = at::zeros_like(at.in[0]);
    dx.index({Slice(), Slice(), Slice(0, at::indexing::None, m_stride), Slice(0, at::indexing::None, m_stride)})
        .copy_(dOut.sum().narrow(1, m_padding, dx.size(1)));
    return {dx};
}

at::Tensor GlobalAverage::apply(const Tensors& in) const
{
    // The mean of bf16 values has more correct digits than bf16 can hold, so it stays fp32.
    return in[0].mean(at::IntArrayRef{2, 3}, false, in[0].scalar_type() == at::kBFloat16 ? at::kFloat : in[0].scalar_type());
}

Tensors GlobalAverage::backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>&, ParamSet&) const
{
    const at::Tensor& x = at.in[0];
    const at::Tensor share = dOut.sum() / static_cast<double>(x.size(2) * x.size(3));
    at::Tensor dx = at::empty_like(x);
    dx.copy_(share.view({x.size(0), x.size(1), 1, 1}).expand_as(x));
    return {dx};
}

at::Tensor Flatten::apply(const Tensors& in) const
{
    return in[0].permute({0, 2, 3, 1}).reshape({in[0].size(0), -1});
}

Tensors Flatten::backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>&, ParamSet&) const
{
    const at::Tensor& x = at.in[0];
    return {dOut.sum().view({x.size(0), x.size(2), x.size(3), x.size(1)}).permute({0, 3, 1, 2})};
}

} // namespace reweigh
