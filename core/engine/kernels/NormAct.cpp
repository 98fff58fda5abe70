// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/NormAct.h"

#include "core/engine/kernels/DeviceKernels.h"
#include "core/engine/kernels/NormActComposition.h"
#include "core/engine/kernels/NormActRows.h"
#include "core/engine/kernels/NormRows.h"

namespace reweigh {

using namespace norm;

BatchStatistics batchStatistics(const at::Tensor& x)
{
    if (const DeviceKernels* device = deviceKernelsFor(x))
        return device->batchStatistics(x);
    const auto fast = withKernel(x, [&](auto element) {
        using T = decltype(element);
        const RowChunks chunks(x);
        ChunkMoments moments(chunks.count, x.size(1));
        chunks.forEach([&](std::int64_t chunk, std::int64_t begin, std::int64_t end) { moments.take<T>(data<T>(x), chunk, begin, end); });
        return moments.statistics();
    });
    return fast ? *fast : composition::batchStatistics(x);
}

at::Tensor normActForward(const NormActPoint& point, const at::Tensor& residual)
{
    if (const DeviceKernels* device = deviceKernelsFor(point.x))
        return device->normActForward(point, residual);
    const auto fast = withKernel(point.x, [&](auto element) {
        using T = decltype(element);
        const PointRows<T> map(point);
        const at::Tensor added = laidOutAs(point.x, residual);
        at::Tensor y = at::empty_like(point.x);
        forRows(point.x, [&](std::int64_t begin, std::int64_t end) {
            rows::normalise<T>(map.primal, data<T>(added), point.relu, data<T>(y), begin, end);
        });
        return y;
    });
    return fast ? *fast : composition::normActForward(point, residual);
}

NormActGradient normActBackward(const NormActPoint& point, const at::Tensor& dyA, const at::Tensor& dyB)
{
    if (const DeviceKernels* device = deviceKernelsFor(point.x))
        return device->normActBackward(point, dyA, dyB);
    const auto fast = withKernel(point.x, [&](auto element) {
        using T = decltype(element);
        PointRows<T> map(point);
        const bool store = point.residual || dyB.defined();
        const Projection sums = project<T>(point.x, map.primal, dyA, dyB, store);
        const CombineTables tables(point.x, map.gain, point.inverseStd, sums);
        if (store)
            map.primal.mask = rows::Mask::None; // g is masked already
        NormActGradient gradient{at::empty_like(point.x), perChannel(point.x), perChannel(point.x), point.residual ? sums.g : at::Tensor()};
        forRows(point.x, [&](std::int64_t begin, std::int64_t end) {
            rows::combineMasked<T>(map.primal, tables.pointers(), data<T>(sums.g), data<T>(gradient.x), begin, end);
        });
        affineGradient(sums, point.inverseStd, gradient.scale, gradient.shift);
        return gradient;
    });
    return fast ? *fast : composition::normActBackward(point, dyA, dyB);
}

at::Tensor normActTangent(const NormActPoint& point, const at::Tensor& tA, const at::Tensor& tB, const at::Tensor& scaleTangent,
                          const at::Tensor& shiftTangent, const at::Tensor& residualTangent)
{
    if (!tA.defined())
        return composition::normActTangent(point, tA, tB, scaleTangent, shiftTangent, residualTangent);
    if (const DeviceKernels* device = deviceKernelsFor(point.x))
        return device->normActTangent(point, tA, tB, scaleTangent, shiftTangent, residualTangent);
    const auto fast = withKernel(point.x, [&](auto element) {
        using T = decltype(element);
        PointRows<T> map(point);
        map.primal.mask = rows::Mask::None;
        const Projection sums = project<T>(point.x, map.primal, tA, tB, tB.defined());
        return normActTangentOf(point, sums.g, sums, scaleTangent, shiftTangent, residualTangent);
    });
    return fast ? *fast : composition::normActTangent(point, tA, tB, scaleTangent, shiftTangent, residualTangent);
}

} // namespace reweigh
