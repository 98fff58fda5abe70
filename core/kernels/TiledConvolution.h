// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/NormAct.h"
#include "core/simd/PixelRows.h"

#include <ATen/core/Tensor.h>

/// Convolutions on the processor's matrix tiles (core/simd/TileConvolution.h) as operations on tensors: bf16,
/// channels-last, 3x3, stride 1, padding 1, no bias. Weights [out, in, 3, 3] are channels-last too.
namespace reweigh::tiled {

/// Whether these kernels do the convolution of x with weight here; otherwise the library does.
bool fits(const at::Tensor& x, const at::Tensor& weight, int64_t stride, int64_t padding);

struct Convolved {
    at::Tensor y;
    RowSums sums; ///< of y and of y times `partner`, or y itself where that is undefined
};

/// conv(x, weight), or conv(x, weight) + conv(x2, weight2) where x2 is defined, rounded once.
Convolved convolve(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& x2 = {}, const at::Tensor& weight2 = {},
                   const at::Tensor& partner = {});

/// Both derivatives for dy of the output, which is read once: that by the weights is written to `gradient` (fp32, laid
/// out as the weights), that by the input returned if it is wanted. Independent of the number of threads.
at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, const tiles::PixelRows& dy, bool wantInput, at::Tensor& gradient);
at::Tensor differentiate(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& dy, bool wantInput, at::Tensor& gradient);

} // namespace reweigh::tiled
