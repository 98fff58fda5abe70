// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/LearningRate.h"

namespace reweigh {

/// Settings of SGD with momentum as in torch.optim.SGD: g <- grad + weightDecay w; b <- momentum b + g;
/// w <- w - lr (nesterov ? g + momentum b : b).
struct SgdOptions {
    double momentum = 0.9;
    double weightDecay = 0.0;
    bool nesterov = false;
};

/// One step of SGD, which overwrites w and `buffer` (b above). w, gradient and buffer are flat [P], contiguous, of one dtype, fp32 or
/// fp64, and one device. `buffer` begins as zeros; torch.optim.SGD's first step is then the same. P = 0 does nothing. The rate is
/// lr.value, or lr.onDevice where that is defined and the project's CUDA kernels take the step.
void sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, const LearningRate& lr, const SgdOptions& options);

/// The state of Adam as in torch.optim.Adam (Kingma and Ba 2015, algorithm 1): beta 0.9 and 0.999, epsilon 1e-8.
struct AdamState {
    at::Tensor first, second; ///< [P], estimates of the gradient's moments; begin as zeros
    int64_t steps = 0;        ///< steps taken
    at::Tensor taken;         ///< [1], int64: `steps` on a CUDA device, which counts by itself so that a recorded step can be repeated
};

/// One step of Adam, which overwrites w and `state`; weight decay is added to the gradient (not AdamW). w and gradient are flat [P],
/// contiguous, of one dtype, fp32 or fp64, and one device, as the state's tensors are. P = 0 does nothing but count.
void adamStep(at::Tensor& w, const at::Tensor& gradient, AdamState& state, double lr, double weightDecay);

} // namespace reweigh
