// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/NormActComposition.h"

#include <ATen/ATen.h>

namespace reweigh::composition {
namespace {

/// The dtype of per-channel values and of the arithmetic: fp64 for fp64, else fp32.
at::ScalarType wide(const at::Tensor& x)
{
    return x.scalar_type() == at::kDouble ? at::kDouble : at::kFloat;
}

at::Tensor widened(const at::Tensor& x)
{
    return x.to(wide(x));
}

/// A per-channel vector [C] as [1, C] or [1, C, 1, 1], so that it broadcasts over x.
at::Tensor spread(const at::Tensor& channel, const at::Tensor& x)
{
    const at::Tensor c = channel.to(wide(x));
    return x.dim() == 4 ? c.view({1, -1, 1, 1}) : c.view({1, -1});
}

at::Tensor channelMean(const at::Tensor& x)
{
    return x.dim() == 4 ? x.mean(at::IntArrayRef{0, 2, 3}) : x.mean(at::IntArrayRef{0});
}

at::Tensor channelSum(const at::Tensor& x)
{
    return x.dim() == 4 ? x.sum(at::IntArrayRef{0, 2, 3}) : x.sum(at::IntArrayRef{0});
}

at::Tensor normalised(const NormActPoint& point)
{
    return (widened(point.x) - spread(point.mean, point.x)) * spread(point.inverseStd, point.x);
}

/// g where the ReLU is open, else 0. The mask comes from y if a residual was added; otherwise y is computed again from x̂.
at::Tensor masked(const NormActPoint& point, const at::Tensor& xHat, const at::Tensor& g)
{
    if (!point.relu)
        return g;
    const at::Tensor y = point.residual ? widened(point.y) : xHat * spread(point.scale, point.x) + spread(point.shift, point.x);
    return at::threshold_backward(g, y, 0);
}

at::Tensor sumOf(const at::Tensor& a, const at::Tensor& b)
{
    return b.defined() ? widened(a) + widened(b) : widened(a);
}

} // namespace

BatchStatistics batchStatistics(const at::Tensor& x)
{
    const at::Tensor values = widened(x);
    const at::Tensor mean = channelMean(values);
    return {mean, channelMean((values - spread(mean, x)).square())};
}

at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual)
{
    at::Tensor y = normalised(point) * spread(point.scale, point.x) + spread(point.shift, point.x);
    if (residual.defined())
        y += widened(residual);
    if (point.relu)
        y.relu_();
    return y.to(point.x.scalar_type());
}

NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB)
{
    const at::Tensor xHat = normalised(point);
    const at::Tensor g = masked(point, xHat, sumOf(dyA, dyB));
    const at::Tensor dShift = channelSum(g), dScale = channelSum(g * xHat);
    const double count = static_cast<double>(point.x.numel() / point.x.size(1));
    const at::Tensor centred = g - spread(dShift / count, point.x) - xHat * spread(dScale / count, point.x);
    const at::Tensor dx = centred * spread(point.scale.to(wide(point.x)) * point.inverseStd, point.x);
    const auto type = point.x.scalar_type();
    return {dx.to(type), dScale, dShift, point.residual ? g.to(type) : at::Tensor()};
}

at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB, const at::Tensor& scaleTangent,
                          const at::Tensor& shiftTangent, const at::Tensor& residualTangent)
{
    const at::Tensor xHat = normalised(point);
    at::Tensor out = xHat * spread(scaleTangent, point.x) + spread(shiftTangent, point.x);
    if (tA.defined()) {
        const at::Tensor t = sumOf(tA, tB);
        out += (t - spread(channelMean(t), point.x) - xHat * spread(channelMean(xHat * t), point.x))
               * spread(point.scale.to(wide(point.x)) * point.inverseStd, point.x);
    }
    if (residualTangent.defined())
        out += widened(residualTangent);
    return masked(point, xHat, out).to(point.x.scalar_type());
}

} // namespace reweigh::composition
