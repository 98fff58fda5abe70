// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/ConvolutionKernels.h"

namespace reweigh {

/// The fp32 kernels on vectors of output channels for the convolution of x [n, in, H, W] with weight [out, in, k, k], both
/// channels-last and of one dtype. Winograd's algorithm where winograd::covers() (3x3, stride 1, 16 to 160 channels), else the direct
/// sum where direct::covers(). Null where neither covers the shape, for other dtypes, without AVX2, and if `wantInput` where `in` is
/// no multiple of 16 (in training this is the image, whose derivative nobody wants).
const ConvolutionKernels* vectorConvolutionFor(const at::Tensor& x, const at::Tensor& weight, int64_t stride, bool wantInput);

} // namespace reweigh
