// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

/// Convolutions on the processor's matrix tiles (core/simd/TileConvolution.h) as operations on tensors: bf16,
/// channels-last, 3x3, stride 1, padding 1, no bias. Weights [out, in, 3, 3] are channels-last too.
namespace reweigh::tiled {

/// Whether these kernels do the convolution of x with weight here; otherwise the library does.
bool fits(const at::Tensor& x, const at::Tensor& weight, int64_t stride, int64_t padding);

/// conv(x, weight), or conv(x, weight) + conv(x2, weight2) where x2 is defined, rounded once.
at::Tensor convolve(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& x2 = {}, const at::Tensor& weight2 = {});

/// Derivative by the input, for dy of the output.
at::Tensor inputGradient(const at::Tensor& dy, const at::Tensor& weight);

/// Derivative by the weights, written to `gradient`: fp32, laid out as the weights. Independent of the number of threads.
void weightGradient(const at::Tensor& x, const at::Tensor& dy, at::Tensor& gradient);

} // namespace reweigh::tiled
