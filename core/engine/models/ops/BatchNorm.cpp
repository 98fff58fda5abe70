// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/models/ops/BatchNorm.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace reweigh {

at::Tensor BatchNorm::forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, Tensors& saved) const
{
    return forward(w, running, in, mode, nullptr, saved);
}

at::Tensor BatchNorm::forward(const ParamSet& w, ParamSet& running, const Tensors& in, PassMode mode, const BatchStatistics* known,
                              Tensors& saved) const
{
    const at::Tensor& x = in[0];
    const auto wide = x.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
    BatchStatistics statistics;
    if (mode == PassMode::Evaluate) {
        statistics = {view(running, m_slots.mean).to(wide), view(running, m_slots.variance).to(wide)};
    } else {
        statistics = known ? *known : batchStatistics(x);
        if (mode == PassMode::Train) {
            const double count = static_cast<double>(x.numel() / x.size(1));
            view(running, m_slots.mean).lerp_(statistics.mean.to(running.flat.scalar_type()), momentum);
            view(running, m_slots.variance)
                .mul_(1 - momentum)
                .add_(statistics.variance.to(running.flat.scalar_type()), momentum * count / std::max(count - 1, 1.0));
        }
    }
    saved = {statistics.mean, (statistics.variance + epsilon).rsqrt_()};
    const bool residual = in.size() > 1;
    const NormActPoint point{x, {}, saved[0], saved[1], view(w, m_slots.scale), view(w, m_slots.shift), true, residual};
    return normActForward(point, residual ? in[1] : at::Tensor());
}

NormActPoint BatchNorm::pointAt(const OpContext& at) const
{
    return {at.in[0], at.out, at.saved[0], at.saved[1], view(at.w, m_slots.scale), view(at.w, m_slots.shift), true, at.in.size() > 1};
}

Tensors BatchNorm::backward(const OpContext& at, const LazySum& dOut, const std::vector<bool>&, ParamSet& gradient) const
{
    const NormActGradient d = normActBackward(pointAt(at), dOut.a, dOut.b);
    view(gradient, m_slots.scale).copy_(d.scale);
    view(gradient, m_slots.shift).copy_(d.shift);
    return at.in.size() > 1 ? Tensors{d.x, d.residual} : Tensors{d.x};
}

LazySum BatchNorm::tangent(const OpContext& at, const std::vector<LazySum>& in, const ParamSet& u) const
{
    const at::Tensor residual = in.size() > 1 ? in[1].sum() : at::Tensor();
    return {normActTangent(pointAt(at), in[0].a, in[0].b, view(u, m_slots.scale), view(u, m_slots.shift), residual), {}};
}

at::Tensor BatchNorm::reference(const Tensors& parameters, const Tensors& in) const
{
    at::Tensor y = at::batch_norm(in[0], parameters[static_cast<std::size_t>(m_slots.scale)],
                                  parameters[static_cast<std::size_t>(m_slots.shift)], {}, {}, true, momentum, epsilon, false);
    if (in.size() > 1)
        y = y + in[1];
    return at::relu(y);
}

} // namespace reweigh
