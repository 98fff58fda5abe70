// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reweighting/Optimisers.h"

#include <ATen/ATen.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace reweigh {

void sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, double lr, const SgdOptions& options)
{
    const c10::NoGradGuard guard;
    const at::Tensor g = options.weightDecay != 0.0 ? at::add(gradient, w, options.weightDecay) : gradient;
    buffer.mul_(options.momentum).add_(g);
    if (options.nesterov)
        w.add_(g, -lr).add_(buffer, -lr * options.momentum);
    else
        w.add_(buffer, -lr);
}

void adamStep(at::Tensor& w, const at::Tensor& gradient, AdamState& state, double lr, double weightDecay)
{
    constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    const c10::NoGradGuard guard;
    const at::Tensor g = weightDecay != 0.0 ? at::add(gradient, w, weightDecay) : gradient;
    ++state.steps;
    state.first.mul_(beta1).add_(g, 1.0 - beta1);
    state.second.mul_(beta2).addcmul_(g, g, 1.0 - beta2);
    const double correction1 = 1.0 - std::pow(beta1, double(state.steps));
    const double correction2 = 1.0 - std::pow(beta2, double(state.steps));
    const at::Tensor denominator = state.second.sqrt().div_(std::sqrt(correction2)).add_(epsilon);
    w.addcdiv_(state.first, denominator, -lr / correction1);
}

} // namespace reweigh
