// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/NormAct.h"
#include "core/engine/simd/PixelRows.h"

#include <ATen/core/Tensor.h>

/// Our own convolutions on a CPU, channels-last, square, without bias, padding kernel / 2. What surrounds a convolution
/// before a normalisation is done where its values lie in the cache: it is summed where it comes out, and dy is computed
/// where it is read. No result depends on the number of threads.
namespace reweigh {

struct StatedOutput {
    at::Tensor y;
    BatchStatistics statistics; ///< of y
};

struct ProjectedTangent {
    at::Tensor t;
    RowSums sums; ///< of t and of t (x - mean), with the normalisation's x and mean
};

class ConvolutionKernels {
public:
    virtual ~ConvolutionKernels() = default;

    /// conv(x, weight).
    virtual at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const = 0;
    virtual StatedOutput convolveStated(const at::Tensor& x, const at::Tensor& weight, int64_t stride) const = 0;

    /// conv(x, direction) + conv(t, weight), rounded once; t may be undefined (zero).
    virtual at::Tensor tangent(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight, int64_t stride) const = 0;
    virtual ProjectedTangent tangentProjected(const at::Tensor& x, const at::Tensor& direction, const at::Tensor& t, const at::Tensor& weight,
                                              int64_t stride, const NormActPoint& norm) const = 0;

    /// Both derivatives for dy of the output, which is read once: that by the weights is written to `gradient` (fp32, laid
    /// out as the weights), that by the input returned if it is wanted.
    virtual at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const PixelRows& dy, bool wantInput,
                                     at::Tensor& gradient) const = 0;
    at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const at::Tensor& dy, bool wantInput, at::Tensor& gradient) const;
};

/// The kernels for the convolution of x with weight here, with its derivative by x if `wantInput`; null: the library does it.
const ConvolutionKernels* convolutionKernelsFor(const at::Tensor& x, const at::Tensor& weight, int64_t stride, int64_t padding, bool wantInput = false);

} // namespace reweigh
