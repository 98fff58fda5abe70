// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/ConvolutionKernels.h"

namespace reweigh {

/// The bf16 kernels on the processor's matrix tiles (core/engine/simd/AmxConvolution.h), for 3x3 convolutions of stride 1.
/// To be used only where amxConvolutionFits(). The object lives as long as the program.
const ConvolutionKernels& amxConvolution();

/// Whether amxConvolution() can convolve x [n, in, H, W] with weight [out, in, k, k], both channels-last and of one dtype: bf16,
/// k = 3, stride 1, channels as amx::covers(), on a processor with AMX.
bool amxConvolutionFits(const at::Tensor& x, const at::Tensor& weight, int64_t stride);

} // namespace reweigh
