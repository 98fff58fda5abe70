// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/ConvolutionKernels.h"

namespace reweigh {

/// fp32 by vectors of output channels, by tiles where a filter is 3x3 (core/simd/WinogradConvolution.h), else as it is
/// defined (core/simd/DirectConvolution.h). Null: neither does the convolution of x with weight, which are channels-last
/// and of one type. The derivative by an image of a few channels, which no training wants, they leave to others.
const ConvolutionKernels* vectorConvolutionFor(const at::Tensor& x, const at::Tensor& weight, int64_t stride, bool wantInput);

} // namespace reweigh
