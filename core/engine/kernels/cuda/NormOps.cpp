// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/cuda/CudaKernels.h"
#include "core/engine/kernels/cuda/NormLaunch.h"

#include <ATen/ATen.h>
#include <c10/cuda/CUDAException.h>
#include <c10/cuda/CUDAGuard.h>
#include <c10/cuda/CUDAStream.h>

#include <type_traits>

namespace reweigh {
namespace {

using namespace cuda;

template <typename T> T* data(const at::Tensor& x)
{
    return x.defined() ? static_cast<T*>(x.data_ptr()) : nullptr;
}

at::Tensor laidOutAs(const at::Tensor& x, const at::Tensor& other)
{
    if (!other.defined())
        return other;
    return other.to(x.scalar_type()).contiguous(x.dim() == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous);
}

at::Tensor perChannel(const at::Tensor& x)
{
    return at::empty({x.size(1)}, x.options().dtype(at::kFloat).memory_format(std::nullopt));
}

/// Working memory for `values` values of type Value, which one kernel writes and the next one reads; as a tensor of bytes, since
/// LibTorch does not know the type.
template <typename Value> at::Tensor roomFor(const at::Tensor& x, std::int64_t values)
{
    return at::empty({values * static_cast<std::int64_t>(sizeof(Value))}, x.options().dtype(at::kByte).memory_format(std::nullopt));
}

ReductionPlan planOf(const at::Tensor& x)
{
    return {static_cast<int>(x.numel() / x.size(1)), static_cast<int>(x.size(1))};
}

cudaStream_t streamOf(const at::Tensor& x)
{
    return c10::cuda::getCurrentCUDAStream(x.device().index()).stream();
}

/// A per-channel tensor [C] (gamma, beta or a tangent of theirs) as the kernels read it: contiguous, of dtype `type`.
at::Tensor parameter(const at::Tensor& channel, at::ScalarType type)
{
    return channel.to(type).contiguous();
}

/// A point's pointers, and the tensors that must live while the pointers are used.
template <typename T, typename P> struct PointOnDevice {
    PointOnDevice(const NormActPoint& point, at::ScalarType type)
        : mean(point.mean.to(at::kFloat).contiguous())
        , inverseStd(point.inverseStd.to(at::kFloat).contiguous())
        , scale(parameter(point.scale, type))
        , shift(parameter(point.shift, type))
        , y(point.relu && point.residual ? laidOutAs(point.x, point.y) : at::Tensor())
    {
        const ReductionPlan plan = planOf(point.x);
        pointers = {data<T>(point.x),
                    data<T>(y),
                    data<float>(mean),
                    data<float>(inverseStd),
                    data<P>(scale),
                    data<P>(shift),
                    plan.rows,
                    plan.channels,
                    !point.relu      ? Mask::None
                    : point.residual ? Mask::Output
                                     : Mask::Input};
    }

    at::Tensor mean, inverseStd, scale, shift, y;
    NormPointers<T, P> pointers;
};

/// Calls use(PointOnDevice, parameter type): parameters are fp32 unless they share the activations' type.
template <typename Use> auto withPoint(const NormActPoint& point, const Use& use)
{
    const c10::cuda::CUDAGuard guard(point.x.device());
    if (point.x.scalar_type() == at::kFloat)
        return use(PointOnDevice<float, float>(point, at::kFloat), at::kFloat);
    if (point.scale.scalar_type() == at::kBFloat16 && point.shift.scalar_type() == at::kBFloat16)
        return use(PointOnDevice<std::uint16_t, std::uint16_t>(point, at::kBFloat16), at::kBFloat16);
    return use(PointOnDevice<std::uint16_t, float>(point, at::kFloat), at::kFloat);
}

/// The result of projected(): g = a + b, masked, or just a where g is not stored; and the coefficients for combine().
struct Projected {
    at::Tensor g, coefficients;
};

template <typename T, typename P>
Projected projected(const at::Tensor& x, const NormPointers<T, P>& at, const at::Tensor& a, const at::Tensor& b, bool store,
                    const Settling<T, P>& also)
{
    const ReductionPlan plan = planOf(x);
    const cudaStream_t stream = streamOf(x);
    const at::Tensor first = laidOutAs(x, a), second = laidOutAs(x, b);
    const at::Tensor partial = roomFor<Sums>(x, std::int64_t(plan.chunks) * plan.channels);
    Projected result{store ? at::empty_like(x) : first, roomFor<Coefficients>(x, plan.channels)};
    project<T, P>(at, data<T>(first), data<T>(second), store ? data<T>(result.g) : nullptr, plan, data<Sums>(partial), stream);
    C10_CUDA_KERNEL_LAUNCH_CHECK();
    settle<T, P>(at, plan, data<Sums>(partial), also, data<Coefficients>(result.coefficients), stream);
    C10_CUDA_KERNEL_LAUNCH_CHECK();
    return result;
}

} // namespace

BatchStatistics CudaKernels::batchStatistics(const at::Tensor& x) const
{
    const c10::cuda::CUDAGuard guard(x.device());
    const ReductionPlan plan = planOf(x);
    const at::Tensor partial = roomFor<Moments>(x, std::int64_t(plan.chunks) * plan.channels);
    const BatchStatistics statistics{perChannel(x), perChannel(x)};
    float *const mean = data<float>(statistics.mean), *const variance = data<float>(statistics.variance);
    if (x.scalar_type() == at::kFloat)
        moments<float>(data<float>(x), plan, data<Moments>(partial), mean, variance, streamOf(x));
    else
        moments<std::uint16_t>(data<std::uint16_t>(x), plan, data<Moments>(partial), mean, variance, streamOf(x));
    C10_CUDA_KERNEL_LAUNCH_CHECK();
    return statistics;
}

at::Tensor CudaKernels::normActForward(const NormActPoint& point, const at::Tensor& residual) const
{
    return withPoint(point, [&]<typename T, typename P>(const PointOnDevice<T, P>& on, at::ScalarType) {
        const at::Tensor added = laidOutAs(point.x, residual);
        at::Tensor y = at::empty_like(point.x);
        normalise<T, P>(on.pointers, data<T>(added), point.relu, data<T>(y), streamOf(point.x));
        C10_CUDA_KERNEL_LAUNCH_CHECK();
        return y;
    });
}

NormActGradient CudaKernels::normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB) const
{
    return withPoint(point, [&]<typename T, typename P>(const PointOnDevice<T, P>& on, at::ScalarType) {
        NormActGradient gradient{at::empty_like(point.x), perChannel(point.x), perChannel(point.x), {}};
        const bool store = point.residual || dyB.defined();
        const Projected g = projected<T, P>(point.x, on.pointers, dyA, dyB, store,
                                            {.dScale = data<float>(gradient.scale), .dShift = data<float>(gradient.shift)});
        NormPointers<T, P> at = on.pointers;
        if (store)
            at.mask = Mask::None; // g is masked already
        combine<T, P>(at, data<Coefficients>(g.coefficients), data<T>(g.g), nullptr, false, data<T>(gradient.x), streamOf(point.x));
        C10_CUDA_KERNEL_LAUNCH_CHECK();
        if (point.residual)
            gradient.residual = g.g;
        return gradient;
    });
}

at::Tensor CudaKernels::normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB,
                                       const at::Tensor& scaleTangent, const at::Tensor& shiftTangent,
                                       const at::Tensor& residualTangent) const
{
    return withPoint(point, [&]<typename T, typename P>(const PointOnDevice<T, P>& on, at::ScalarType type) {
        const at::Tensor ofScale = parameter(scaleTangent, type), ofShift = parameter(shiftTangent, type);
        NormPointers<T, P> unmasked = on.pointers;
        unmasked.mask = Mask::None;
        const Projected t =
            projected<T, P>(point.x, unmasked, tA, tB, tB.defined(), {.scaleTangent = data<P>(ofScale), .shiftTangent = data<P>(ofShift)});
        const at::Tensor added = laidOutAs(point.x, residualTangent);
        at::Tensor out = at::empty_like(point.x);
        combine<T, P>(on.pointers, data<Coefficients>(t.coefficients), data<T>(t.g), data<T>(added), true, data<T>(out), streamOf(point.x));
        C10_CUDA_KERNEL_LAUNCH_CHECK();
        return out;
    });
}

} // namespace reweigh
