// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/cuda/ChannelMath.h"

#include <cuda_runtime_api.h>

#include <cstdint>

/// Launches the CUDA kernels of NormAct.h. An activation is a contiguous matrix [rows, channels] with one row per pixel of the batch;
/// rows and channels are at least 1, and rows x channels at most 2^30. T is its element type (float or std::uint16_t for bfloat16), P
/// that of gamma and beta (T or float). Per-channel arrays are [channels]. All pointers point to device memory. No function waits for
/// the device; a caller asks CUDA for launch errors.
namespace reweigh::cuda {

/// How the rows of a reduction are divided among thread blocks. The shape alone decides, so that sums do not depend on the device.
struct ReductionPlan {
    ReductionPlan(int rows, int channels);

    int rows, channels;
    int lanes;      ///< channels that a block works on at once
    int threadRows; ///< rows that a block works on at once
    int chunkRows;  ///< rows per chunk; a block sums one chunk
    int chunks;
};

/// NormActPoint as pointers.
template <typename T, typename P> struct NormPointers {
    const T* x = nullptr;                               ///< [rows, channels]
    const T* y = nullptr;                               ///< [rows, channels], read only for Mask::Output
    const float *mean = nullptr, *inverseStd = nullptr; ///< [channels]
    const P *scale = nullptr, *shift = nullptr;         ///< [channels]
    int rows = 0, channels = 0;
    Mask mask = Mask::None;
};

/// Writes the mean and biased variance per channel of x [rows, channels] to mean and variance [channels]. `partial` is working
/// memory for chunks x channels values.
template <typename T>
void moments(const T* x, const ReductionPlan& plan, Moments* partial, float* mean, float* variance, cudaStream_t stream);

/// Writes y = act(gain (x - mean) + shift + residual), [rows, channels]; act is ReLU if `relu`. A null residual means zero.
template <typename T, typename P> void normalise(const NormPointers<T, P>& at, const T* residual, bool relu, T* y, cudaStream_t stream);

/// Writes to `partial` ([channels, chunks]) the sums over each chunk's rows of g and of g (x - mean), for g = a + b, masked. a, b and
/// `stored` are [rows, channels]. A null b means zero. g is also written to `stored`, unless that is null.
template <typename T, typename P>
void project(const NormPointers<T, P>& at, const T* a, const T* b, T* stored, const ReductionPlan& plan, Sums* partial,
             cudaStream_t stream);

/// What settle() does beside the coefficients. Each array is [channels]; a null pointer leaves it out.
template <typename T, typename P> struct Settling {
    float *dScale = nullptr, *dShift = nullptr;               ///< backward: the derivatives by gamma and beta are written here
    const P *scaleTangent = nullptr, *shiftTangent = nullptr; ///< tangent: these are added to the coefficients
};

/// Joins the partial sums of project() and writes the coefficients per channel that combine() needs, [channels].
template <typename T, typename P>
void settle(const NormPointers<T, P>& at, const ReductionPlan& plan, const Sums* partial, const Settling<T, P>& also,
            Coefficients* coefficients, cudaStream_t stream);

/// Writes out = combined(g) + residual, all [rows, channels]. The mask is applied to g, or to the sum if `maskLast`. A null residual
/// means zero.
template <typename T, typename P>
void combine(const NormPointers<T, P>& at, const Coefficients* coefficients, const T* g, const T* residual, bool maskLast, T* out,
             cudaStream_t stream);

} // namespace reweigh::cuda
