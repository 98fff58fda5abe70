// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/cuda/NormLaunch.h"

#include <algorithm>
#include <initializer_list>
#include <type_traits>

namespace reweigh::cuda {
namespace {

constexpr int blockSize = 256;
constexpr int joiners = 128; // threads that join a channel's chunks
constexpr int maxChunks = 512;

int ceilOf(int a, int b)
{
    return (a - 1) / b + 1;
}

template <typename T, typename P> __device__ ChannelMap mapOf(const NormPointers<T, P>& at, int c)
{
    return {at.mean[c], widened(at.scale[c]) * at.inverseStd[c], widened(at.shift[c])};
}

/// Joins the values of a block's rows of threads. The first row of threads gets the result. All threads of the block must call it.
template <typename Value> __device__ Value joinedRows(Value own, Value* shared)
{
    const int thread = threadIdx.y * blockDim.x + threadIdx.x;
    shared[thread] = own;
    for (int half = blockDim.y / 2; half > 0; half /= 2) {
        __syncthreads();
        if (threadIdx.y < half)
            shared[thread] = joined(shared[thread], shared[thread + half * blockDim.x]);
    }
    return shared[thread];
}

/// Joins a channel's values of all chunks; block c works on channel c. Thread 0 gets the result. All threads of the block must call it.
template <typename Value> __device__ Value joinedChunks(const Value* partial, int chunks)
{
    __shared__ Value shared[joiners];
    const Value* own = partial + static_cast<std::int64_t>(blockIdx.x) * chunks;
    Value value{};
    for (int chunk = threadIdx.x; chunk < chunks; chunk += joiners)
        value = joined(value, own[chunk]);
    shared[threadIdx.x] = value;
    for (int half = joiners / 2; half > 0; half /= 2) {
        __syncthreads();
        if (threadIdx.x < half)
            shared[threadIdx.x] = joined(shared[threadIdx.x], shared[threadIdx.x + half]);
    }
    return shared[threadIdx.x];
}

/// Sums per chunk and channel. Each thread subtracts its own first value before it sums, so that fp32 is exact enough even if the
/// mean is far from zero.
template <typename T> __global__ void momentsKernel(const T* x, ReductionPlan plan, Moments* partial)
{
    __shared__ Moments shared[blockSize];
    const int c = blockIdx.x * blockDim.x + threadIdx.x;
    const int end = min(plan.rows, static_cast<int>(blockIdx.y + 1) * plan.chunkRows);
    const int begin = blockIdx.y * plan.chunkRows + threadIdx.y;
    Moments own{};
    if (c < plan.channels && begin < end) {
        const float pivot = widened(x[begin * plan.channels + c]);
        float sum = 0, square = 0;
        int count = 0;
#pragma unroll 4
        for (int row = begin; row < end; row += blockDim.y, ++count) {
            const float v = widened(x[row * plan.channels + c]) - pivot;
            sum += v;
            square = fmaf(v, v, square);
        }
        own = momentsAround(pivot, count, sum, square);
    }
    const Moments all = joinedRows(own, shared);
    if (threadIdx.y == 0 && c < plan.channels)
        partial[static_cast<std::int64_t>(c) * plan.chunks + blockIdx.y] = all;
}

__global__ void joinMomentsKernel(const Moments* partial, int chunks, float* mean, float* variance)
{
    const Moments all = joinedChunks(partial, chunks);
    if (threadIdx.x == 0) {
        mean[blockIdx.x] = static_cast<float>(all.mean);
        variance[blockIdx.x] = static_cast<float>(biasedVariance(all));
    }
}

template <typename T, typename P>
__global__ void projectKernel(NormPointers<T, P> at, const T* a, const T* b, T* stored, ReductionPlan plan, Sums* partial)
{
    __shared__ Sums shared[blockSize];
    const int c = blockIdx.x * blockDim.x + threadIdx.x;
    const int end = min(plan.rows, static_cast<int>(blockIdx.y + 1) * plan.chunkRows);
    float sum = 0, product = 0;
    if (c < plan.channels) {
        const ChannelMap map = mapOf(at, c);
#pragma unroll 4
        for (int row = blockIdx.y * plan.chunkRows + threadIdx.y; row < end; row += blockDim.y) {
            const int i = row * plan.channels + c;
            const float centred = widened(at.x[i]) - map.mean;
            float g = widened(a[i]);
            if (b)
                g += widened(b[i]);
            g = masked(at.mask, map, centred, at.mask == Mask::Output ? widened(at.y[i]) : 0.0f, g);
            if (stored)
                stored[i] = narrowed<T>(g);
            sum += g;
            product = fmaf(g, centred, product);
        }
    }
    const Sums all = joinedRows(Sums{sum, product}, shared);
    if (threadIdx.y == 0 && c < plan.channels)
        partial[static_cast<std::int64_t>(c) * plan.chunks + blockIdx.y] = all;
}

template <typename T, typename P>
__global__ void settleKernel(NormPointers<T, P> at, int chunks, const Sums* partial, Settling<T, P> also, Coefficients* coefficients)
{
    const Sums all = joinedChunks(partial, chunks);
    if (threadIdx.x != 0)
        return;
    const int c = blockIdx.x;
    const float r = at.inverseStd[c];
    Coefficients k = centring(widened(at.scale[c]) * r, r, all, at.rows);
    if (also.scaleTangent)
        k.ofX += widened(also.scaleTangent[c]) * r;
    if (also.shiftTangent)
        k.constant += widened(also.shiftTangent[c]);
    if (also.dScale)
        also.dScale[c] = static_cast<float>(all.product * r);
    if (also.dShift)
        also.dShift[c] = static_cast<float>(all.plain);
    coefficients[c] = k;
}

/// One thread per pack. No pack lies across two rows, since Count divides the number of channels.
template <int Count, typename T, typename P>
__global__ void normaliseKernel(NormPointers<T, P> at, const T* residual, bool relu, T* y, int packs)
{
    using Packed = Pack<T, Count>;
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= packs)
        return;
    const Packed x = reinterpret_cast<const Packed*>(at.x)[i];
    Packed added, out;
    if (residual)
        added = reinterpret_cast<const Packed*>(residual)[i];
    const int c = i % (at.channels / Count) * Count;
    for (int k = 0; k < Count; ++k) {
        const ChannelMap map = mapOf(at, c + k);
        float v = mapped(map, widened(x.element[k]) - map.mean);
        if (residual)
            v += widened(added.element[k]);
        out.element[k] = narrowed<T>(relu ? rectified(v) : v);
    }
    reinterpret_cast<Packed*>(y)[i] = out;
}

template <int Count, typename T, typename P>
__global__ void combineKernel(NormPointers<T, P> at, const Coefficients* coefficients, const T* g, const T* residual, bool maskLast, T* out,
                              int packs)
{
    using Packed = Pack<T, Count>;
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= packs)
        return;
    const Packed x = reinterpret_cast<const Packed*>(at.x)[i], from = reinterpret_cast<const Packed*>(g)[i];
    Packed y, added, to;
    if (at.mask == Mask::Output)
        y = reinterpret_cast<const Packed*>(at.y)[i];
    if (residual)
        added = reinterpret_cast<const Packed*>(residual)[i];
    const int c = i % (at.channels / Count) * Count;
    for (int k = 0; k < Count; ++k) {
        const ChannelMap map = mapOf(at, c + k);
        const float centred = widened(x.element[k]) - map.mean;
        const float primal = at.mask == Mask::Output ? widened(y.element[k]) : 0.0f;
        float v = widened(from.element[k]);
        if (!maskLast)
            v = masked(at.mask, map, centred, primal, v);
        v = combined(coefficients[c + k], v, centred);
        if (residual)
            v += widened(added.element[k]);
        if (maskLast)
            v = masked(at.mask, map, centred, primal, v);
        to.element[k] = narrowed<T>(v);
    }
    reinterpret_cast<Packed*>(out)[i] = to;
}

/// Calls launch(std::integral_constant Count, packs) with the widest packs that the channels and all addresses allow.
template <typename T, typename Launch>
void withPacks(int rows, int channels, std::initializer_list<const T*> addresses, const Launch& launch)
{
    constexpr int wide = 4;
    bool aligned = channels % wide == 0;
    for (const T* address : addresses)
        aligned = aligned && reinterpret_cast<std::uintptr_t>(address) % (wide * sizeof(T)) == 0; // null counts as aligned
    if (aligned)
        launch(std::integral_constant<int, wide>(), rows * (channels / wide));
    else
        launch(std::integral_constant<int, 1>(), rows * channels);
}

dim3 gridOf(const ReductionPlan& plan)
{
    return dim3(ceilOf(plan.channels, plan.lanes), plan.chunks);
}

dim3 blockOf(const ReductionPlan& plan)
{
    return dim3(plan.lanes, plan.threadRows);
}

} // namespace

/// Each thread sums 16 rows, or more where there would otherwise be more than maxChunks chunks.
ReductionPlan::ReductionPlan(int rowCount, int channelCount)
    : rows(rowCount)
    , channels(channelCount)
    , lanes(1)
{
    while (lanes < channels && lanes < 64)
        lanes *= 2;
    threadRows = blockSize / lanes;
    chunkRows = threadRows * std::max(16, ceilOf(ceilOf(rows, maxChunks), threadRows));
    chunks = ceilOf(rows, chunkRows);
}

template <typename T>
void moments(const T* x, const ReductionPlan& plan, Moments* partial, float* mean, float* variance, cudaStream_t stream)
{
    momentsKernel<<<gridOf(plan), blockOf(plan), 0, stream>>>(x, plan, partial);
    joinMomentsKernel<<<plan.channels, joiners, 0, stream>>>(partial, plan.chunks, mean, variance);
}

template <typename T, typename P> void normalise(const NormPointers<T, P>& at, const T* residual, bool relu, T* y, cudaStream_t stream)
{
    withPacks<T>(at.rows, at.channels, {at.x, residual, y}, [&](auto count, int packs) {
        normaliseKernel<count()><<<ceilOf(packs, blockSize), blockSize, 0, stream>>>(at, residual, relu, y, packs);
    });
}

template <typename T, typename P>
void project(const NormPointers<T, P>& at, const T* a, const T* b, T* stored, const ReductionPlan& plan, Sums* partial, cudaStream_t stream)
{
    projectKernel<<<gridOf(plan), blockOf(plan), 0, stream>>>(at, a, b, stored, plan, partial);
}

template <typename T, typename P>
void settle(const NormPointers<T, P>& at, const ReductionPlan& plan, const Sums* partial, const Settling<T, P>& also,
            Coefficients* coefficients, cudaStream_t stream)
{
    settleKernel<<<plan.channels, joiners, 0, stream>>>(at, plan.chunks, partial, also, coefficients);
}

template <typename T, typename P>
void combine(const NormPointers<T, P>& at, const Coefficients* coefficients, const T* g, const T* residual, bool maskLast, T* out,
             cudaStream_t stream)
{
    withPacks<T>(at.rows, at.channels, {at.x, at.y, g, residual, out}, [&](auto count, int packs) {
        combineKernel<count()><<<ceilOf(packs, blockSize), blockSize, 0, stream>>>(at, coefficients, g, residual, maskLast, out, packs);
    });
}

#define REWEIGH_KERNELS(T, P)                                                                                                              \
    template void normalise(const NormPointers<T, P>&, const T*, bool, T*, cudaStream_t);                                                  \
    template void project(const NormPointers<T, P>&, const T*, const T*, T*, const ReductionPlan&, Sums*, cudaStream_t);                   \
    template void settle(const NormPointers<T, P>&, const ReductionPlan&, const Sums*, const Settling<T, P>&, Coefficients*,               \
                         cudaStream_t);                                                                                                    \
    template void combine(const NormPointers<T, P>&, const Coefficients*, const T*, const T*, bool, T*, cudaStream_t);
REWEIGH_KERNELS(float, float)
REWEIGH_KERNELS(std::uint16_t, std::uint16_t)
REWEIGH_KERNELS(std::uint16_t, float)
#undef REWEIGH_KERNELS
template void moments(const float*, const ReductionPlan&, Moments*, float*, float*, cudaStream_t);
template void moments(const std::uint16_t*, const ReductionPlan&, Moments*, float*, float*, cudaStream_t);

} // namespace reweigh::cuda
