// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/ConvolutionKernels.h"

namespace reweigh {

/// bf16 on the processor's matrix tiles (core/engine/simd/AmxConvolution.h): 3x3, stride 1.
const ConvolutionKernels& amxConvolution();

/// Whether they do the convolution of x with weight, which are channels-last and of one type.
bool amxConvolutionFits(const at::Tensor& x, const at::Tensor& weight, int64_t stride);

} // namespace reweigh
