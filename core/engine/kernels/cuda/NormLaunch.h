// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/cuda/ChannelMath.h"

#include <cuda_runtime_api.h>

#include <cstdint>

/// The kernels under NormAct on a CUDA device: an activation is a matrix [rows, channels], one row a pixel. T is its element
/// type, P that of gamma and beta (T or float). All pointers are the device's; nothing waits.
namespace reweigh::cuda {

/// How the rows of a reduction are shared out; by the shape alone, so that sums do not depend on the device.
struct ReductionPlan {
    ReductionPlan(int rows, int channels);

    int rows, channels;
    int lanes;       ///< channels a block works on side by side
    int threadRows;  ///< rows a block works on side by side
    int chunkRows;   ///< rows of a block
    int chunks;
};

template <typename T, typename P>
struct NormPointers {
    const T* x = nullptr;
    const T* y = nullptr; ///< for Mask::Output
    const float *mean = nullptr, *inverseStd = nullptr;
    const P *scale = nullptr, *shift = nullptr;
    int rows = 0, channels = 0;
    Mask mask = Mask::None;
};

/// `partial` has room for chunks x channels.
template <typename T>
void moments(const T* x, const ReductionPlan& plan, Moments* partial, float* mean, float* variance, cudaStream_t stream);

/// y = act(gain (x - mean) + shift + residual); residual may be null.
template <typename T, typename P>
void normalise(const NormPointers<T, P>& at, const T* residual, bool relu, T* y, cudaStream_t stream);

/// Partial sums of g = (a + b), masked, and of g (x - mean); b and stored, to which g is written, may be null.
template <typename T, typename P>
void project(const NormPointers<T, P>& at, const T* a, const T* b, T* stored, const ReductionPlan& plan, Sums* partial, cudaStream_t stream);

/// What `combine` needs per channel from the partial sums. A null pointer in dScale, dShift, scaleTangent or
/// shiftTangent leaves that one out.
template <typename T, typename P>
struct Settling {
    float *dScale = nullptr, *dShift = nullptr;                ///< backward: written
    const P *scaleTangent = nullptr, *shiftTangent = nullptr;  ///< tangent: added to the coefficients
};
template <typename T, typename P>
void settle(const NormPointers<T, P>& at, const ReductionPlan& plan, const Sums* partial, const Settling<T, P>& also,
            Coefficients* coefficients, cudaStream_t stream);

/// out = combined(g), with the mask laid on g, or, maskLast, on the sum with `residual`, which may be null.
template <typename T, typename P>
void combine(const NormPointers<T, P>& at, const Coefficients* coefficients, const T* g, const T* residual, bool maskLast, T* out, cudaStream_t stream);

} // namespace reweigh::cuda
