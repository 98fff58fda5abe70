// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"
#include "core/engine/simd/PixelRows.h"

#include <ATen/core/Tensor.h>

/// The project's own convolutions on a CPU: square odd kernels, no bias, padding k / 2, channels-last (core/engine/README.md,
/// section 6). They share work with the batch norm that follows a convolution, so that memory is read less often: the sums that
/// the batch norm needs are taken while the convolution's output is still in the cache, and in the backward pass the derivative of
/// the batch norm's input is computed pixel by pixel where the convolution reads it.
/// No result depends on the number of threads.
namespace reweigh {

/// A convolution's output and its batch statistics.
struct StatedOutput {
    at::Tensor y;               ///< [n, out, H', W'], channels-last, dtype of x
    BatchStatistics statistics; ///< of y per channel, [out], fp32; for bf16 taken of the fp32 sums before they are rounded to y
};

/// A convolution's tangent and its sums per channel.
struct ProjectedTangent {
    at::Tensor t; ///< [n, out, H', W'], channels-last, dtype of x
    RowSums sums; ///< per channel, [out]: of t, and of t (x - mean) with the x and mean of the batch norm that follows
};

/// One implementation of the convolution. Shapes, the same in every function, with H' = (H - 1) / stride + 1 and W' likewise:
/// x and t [n, in, H, W], weight and direction [out, in, k, k], the output and dy [n, out, H', W']. x and weight are channels-last
/// and, like the other inputs, of one dtype, fp32 or bf16; n, H and W are at least 1. The functions may be called only with shapes
/// for which convolutionKernelsFor() returned the object; they check nothing themselves. Products are summed in fp32.
/// Thread: any; the work is shared among LibTorch's threads.
class ConvolutionKernels {
public:
    virtual ~ConvolutionKernels() = default;

    /// conv(x, weight): [n, out, H', W'], channels-last, dtype of x.
    virtual at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const = 0;

    /// convolve() and the batch statistics of its result.
    virtual StatedOutput convolveStated(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const = 0;

    /// The output's tangent conv(x, direction) + conv(t, weight), where `direction` is the tangent of the weights and t that of x:
    /// [n, out, H', W'], channels-last, dtype of x, rounded once. t may have any memory layout; an undefined t means zero.
    virtual at::Tensor tangent(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight,
                               int64_t stride) const = 0;

    /// tangent() and the sums of its result that the tangent of the following batch norm needs. `norm` is that batch norm's point;
    /// its x is the convolution's output [n, out, H', W'].
    virtual ProjectedTangent tangentProjected(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t,
                                              const at::Tensor& weight, int64_t stride, const NormActPoint& norm) const = 0;

    /// The backward pass for dy, the derivative by the output, whose pixels are read once for both results. Overwrites `gradient`
    /// ([out, in, k, k], channels-last, fp32) with the derivative by the weights, summed over the batch. Returns the derivative by x
    /// (shape, layout and dtype of x) if `wantInput`, else an undefined tensor. `dy` gives pixels of `out` values in x's dtype.
    virtual at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const PixelRows& dy, bool wantInput,
                                     at::Tensor& gradient) const = 0;

    /// The same for dy as a tensor [n, out, H', W'] in x's dtype and any memory layout.
    at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const at::Tensor& dy, bool wantInput,
                             at::Tensor& gradient) const;
};

/// The kernels for the convolution of x [n, in, H, W] with weight [out, in, k, k], and for its derivative by x if `wantInput`. Null
/// means that the caller has to use LibTorch's convolution: where there are no kernels for the shape, dtype or processor, off the
/// CPU, for an empty x, other memory layouts than channels-last, two dtypes, padding other than k / 2, or KernelChoice::Library.
const ConvolutionKernels* convolutionKernelsFor(const at::Tensor& x, const at::Tensor& weight, int64_t stride, int64_t padding,
                                                bool wantInput = false);

} // namespace reweigh
