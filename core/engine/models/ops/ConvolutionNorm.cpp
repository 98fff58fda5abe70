// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/ops/ConvolutionNorm.h"

#include "core/engine/kernels/ConvolutionKernels.h"
#include "core/engine/kernels/NormActRows.h"

#include <ATen/ATen.h>

namespace reweigh {
namespace {

/// The inputs of batch norm: `first` in place of the convolution's input, then the shortcut, if there is one.
template <typename T> std::vector<T> withFirst(T first, const std::vector<T>& in)
{
    std::vector<T> result{std::move(first)};
    result.insert(result.end(), in.begin() + 1, in.end());
    return result;
}

/// The contexts of the two layers inside the op's context.
struct Inner {
    explicit Inner(const OpContext& at)
        : in(withFirst(at.saved[0], at.in))
        , saved(at.saved.begin() + 1, at.saved.end())
        , norm{at.w, in, at.out, saved}
        , convolution{at.w, at.in, at.saved[0], none}
    {
    }

    Tensors in, saved, none;
    OpContext norm, convolution;
};

} // namespace

at::Tensor ConvolutionNorm::forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const
{
    Tensors none, normSaved;
    const at::Tensor& weight = w.views[m_convolution.weightSlot()];
    const ConvolutionKernels* own = mode == PassMode::Evaluate ? nullptr : m_convolution.kernels(in[0], weight);
    const StatedOutput x = own ? own->convolveStated(in[0], weight, m_convolution.stride())
                               : StatedOutput{m_convolution.forward(w, running, in, mode, none), {}};
    at::Tensor y = m_norm.forward(w, running, withFirst(x.y, in), mode, own ? &x.statistics : nullptr, normSaved);
    saved = {x.y};
    saved.insert(saved.end(), normSaved.begin(), normSaved.end());
    return y;
}

Tensors ConvolutionNorm::backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>& wanted, ParamSet& gradient) const
{
    const Inner inner(at);
    const at::Tensor& weight = at.w.views[m_convolution.weightSlot()];
    if (const ConvolutionKernels* own = m_convolution.kernels(at.in[0], weight, wanted[0])) {
        const NormActBackwardRows rows(m_norm.pointAt(inner.norm), dOut.a, dOut.b);
        gradient.views[static_cast<std::size_t>(m_norm.slots().scale)].copy_(rows.scale());
        gradient.views[static_cast<std::size_t>(m_norm.slots().shift)].copy_(rows.shift());
        const at::Tensor dx =
            own->differentiate(at.in[0], weight, m_convolution.stride(), rows, wanted[0], gradient.views[m_convolution.weightSlot()]);
        return at.in.size() > 1 ? Tensors{dx, rows.residual()} : Tensors{dx};
    }
    const Tensors dNorm = m_norm.backward(inner.norm, dOut, std::vector<bool>(at.in.size(), true), gradient);
    const Tensors dx = m_convolution.backward(inner.convolution, {dNorm[0], {}}, wanted, gradient);
    return withFirst(dx[0], dNorm);
}

LazySum ConvolutionNorm::tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const
{
    const Inner inner(at);
    const std::size_t slot = m_convolution.weightSlot();
    const at::Tensor& weight = at.w.views[slot];
    if (const ConvolutionKernels* own = m_convolution.kernels(at.in[0], weight)) {
        const NormActPoint point = m_norm.pointAt(inner.norm);
        const ProjectedTangent t = own->tangentProjected(at.in[0], u.views[slot], in[0].defined() ? in[0].sum() : at::Tensor(), weight,
                                                         m_convolution.stride(), point);
        const at::Tensor residual = in.size() > 1 ? in[1].sum() : at::Tensor();
        return {normActTangentOf(point, t.t, t.sums, u.views[static_cast<std::size_t>(m_norm.slots().scale)],
                                 u.views[static_cast<std::size_t>(m_norm.slots().shift)], residual),
                {}};
    }
    return m_norm.tangent(inner.norm, withFirst(m_convolution.tangent(inner.convolution, in, u), in), u);
}

at::Tensor ConvolutionNorm::reference(const Tensors& parameters, const Tensors& in) const
{
    return m_norm.reference(parameters, withFirst(m_convolution.reference(parameters, in), in));
}

} // namespace reweigh
