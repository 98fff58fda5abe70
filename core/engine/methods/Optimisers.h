// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/LearningRate.h"

namespace reweigh {

/// SGD with momentum as torch.optim.SGD: g <- grad + weightDecay w; b <- momentum b + g;
/// w <- w - lr (nesterov ? g + momentum b : b). On flat vectors; `buffer` begins as zeros, which gives the
/// library's first step too.
struct SgdOptions {
    double momentum = 0.9;
    double weightDecay = 0.0;
    bool nesterov = false;
};
void sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, const LearningRate& lr, const SgdOptions& options);

/// Adam as torch.optim.Adam (Kingma and Ba 2015), beta 0.9 and 0.999, epsilon 1e-8, weight decay added to the
/// gradient.
struct AdamState {
    at::Tensor first, second; ///< flat, begin as zeros
    int64_t steps = 0;
    at::Tensor taken;         ///< `steps` where a CUDA device counts them itself, so that a recorded step can be repeated
};
void adamStep(at::Tensor& w, const at::Tensor& gradient, AdamState& state, double lr, double weightDecay);

} // namespace reweigh
