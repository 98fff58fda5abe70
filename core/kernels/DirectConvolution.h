// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/ConvolutionKernels.h"

namespace reweigh {

/// fp32 by vectors of output channels (core/simd/DirectConvolution.h).
const ConvolutionKernels& directConvolution();

/// Whether they do the convolution of x with weight, which are channels-last and of one type. The derivative by an image
/// of a few channels, which no training wants, they leave to others.
bool directConvolutionFits(const at::Tensor& x, const at::Tensor& weight, int64_t stride, bool wantInput);

} // namespace reweigh
