// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/ConvolutionKernels.h"

namespace reweigh {

/// fp32 by vectors of output channels: Winograd's way for what winograd::covers (3x3, stride 1, 16 to 160 channels), else by
/// definition for what direct::covers. Null: neither does the convolution of x with weight, which are channels-last
/// and of one type. The derivative by an image of a few channels, which no training wants, they leave to others.
const ConvolutionKernels* vectorConvolutionFor(const at::Tensor& x, const at::Tensor& weight, int64_t stride, bool wantInput);

} // namespace reweigh
