// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/ops/Linear.h"

#include <ATen/ATen.h>

namespace reweigh {

at::Tensor Linear::widened(const at::Tensor& x) const
{
    return m_width == Width::AtLeastFp32 && x.scalar_type() != at::kDouble ? x.to(at::kFloat) : x;
}

at::Tensor Linear::forward(const ParamSet& w, ParamSet&, const Tensors& in, PassMode, Tensors&) const
{
    return at::addmm(widened(w.views[m_bias]), widened(in[0]), widened(w.views[m_weight]).t());
}

Tensors Linear::backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const
{
    const at::Tensor dy = dOut.sum();
    gradient.views[m_weight].copy_(at::mm(dy.t(), widened(at.in[0])));
    gradient.views[m_bias].copy_(dy.sum(at::IntArrayRef{0}));
    if (!wanted[0])
        return {at::Tensor()};
    return {at::mm(dy, widened(at.w.views[m_weight])).to(at.in[0].scalar_type())};
}

LazySum Linear::tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const
{
    at::Tensor out = at::addmm(widened(u.views[m_bias]), widened(at.in[0]), widened(u.views[m_weight]).t());
    if (in[0].defined())
        out.addmm_(widened(in[0].sum()), widened(at.w.views[m_weight]).t());
    return {out, {}};
}

at::Tensor Linear::reference(const Tensors& parameters, const Tensors& in) const
{
    return at::addmm(widened(parameters[m_bias]), widened(in[0]), widened(parameters[m_weight]).t());
}

} // namespace reweigh
