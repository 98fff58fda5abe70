// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/ConvolutionKernels.h"

#include "core/engine/kernels/AmxKernels.h"
#include "core/engine/kernels/ConvolutionParts.h"
#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/kernels/VectorConvolution.h"

namespace reweigh {

using namespace convolution;

at::Tensor ConvolutionKernels::differentiate(const at::Tensor& x, const at::Tensor& weight, int64_t stride, const at::Tensor& dy,
                                             bool wantInput, at::Tensor& gradient) const
{
    const at::Tensor stored = channelsLast(dy);
    return differentiate(x, weight, stride, storedPixels(stored), wantInput, gradient);
}

const ConvolutionKernels* convolutionKernelsFor(const at::Tensor& x, const at::Tensor& weight, int64_t stride, int64_t padding,
                                                bool wantInput)
{
    if (kernelChoice() != KernelChoice::Fast || !x.device().is_cpu() || x.numel() == 0 || x.scalar_type() != weight.scalar_type()
        || !rowsOfChannels(x) || !rowsOfChannels(weight) || weight.size(2) != weight.size(3) || 2 * padding + 1 != weight.size(2))
        return nullptr;
    if (amxConvolutionFits(x, weight, stride))
        return &amxConvolution();
    return vectorConvolutionFor(x, weight, stride, wantInput);
}

} // namespace reweigh
