// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/methods/Optimisers.h"

#include "core/engine/kernels/DeviceKernels.h"
#include "core/engine/kernels/KernelChoice.h"
#include "core/engine/kernels/ProfilerScope.h"
#include "core/engine/simd/ParameterUpdate.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>

#include <cmath>

namespace reweigh {
namespace {

constexpr double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8; // Adam's

constexpr std::int64_t grain = 65536; // the fewest elements for which a further thread pays off

/// The CUDA kernels for a flat vector; null where there are none, on a CPU and under KernelChoice::Library.
const DeviceKernels* kernelsFor(const at::Tensor& flat)
{
    return flat.is_cuda() && kernelChoice() == KernelChoice::Fast ? deviceKernels() : nullptr;
}

/// Calls update(T{}) if all vectors are contiguous, of one size and of dtype T = float or double, and on the CPU. Returns whether it
/// called it.
template <typename Update> bool inOnePass(std::initializer_list<const at::Tensor*> vectors, const Update& update)
{
    const at::Tensor& w = **vectors.begin();
    for (const at::Tensor* vector : vectors)
        if (!vector->device().is_cpu() || !vector->is_contiguous() || vector->scalar_type() != w.scalar_type()
            || vector->numel() != w.numel())
            return false;
    if (kernelChoice() == KernelChoice::Library)
        return false;
    if (w.scalar_type() == at::kFloat)
        update(float{});
    else if (w.scalar_type() == at::kDouble)
        update(double{});
    else
        return false;
    return true;
}

} // namespace

void sgdStep(at::Tensor& w, const at::Tensor& gradient, at::Tensor& buffer, const LearningRate& lr, const SgdOptions& options)
{
    const c10::NoGradGuard guard;
    const ProfilerScope scope("sgdStep");
    if (const DeviceKernels* device = kernelsFor(w)) {
        device->sgdStep(w, gradient, buffer, lr, options.momentum, options.weightDecay, options.nesterov);
        return;
    }
    const double rate = lr.value;
    const double ofGradient = options.nesterov ? -rate : 0.0, ofBuffer = options.nesterov ? -rate * options.momentum : -rate;
    const bool done = inOnePass({&w, &gradient, &buffer}, [&](auto element) {
        using T = decltype(element);
        const updates::Sgd<T> k{T(options.momentum), T(options.weightDecay), T(ofBuffer), T(ofGradient)};
        T *const to = w.mutable_data_ptr<T>(), *const momentum = buffer.mutable_data_ptr<T>();
        const T* const from = gradient.const_data_ptr<T>();
        at::parallel_for(0, w.numel(), grain,
                         [&](std::int64_t begin, std::int64_t end) { updates::sgd(k, to, from, momentum, begin, end); });
    });
    if (done)
        return;
    const at::Tensor g = options.weightDecay != 0.0 ? at::add(gradient, w, options.weightDecay) : gradient;
    buffer.mul_(options.momentum).add_(g);
    if (options.nesterov)
        w.add_(g, ofGradient);
    w.add_(buffer, ofBuffer);
}

void adamStep(at::Tensor& w, const at::Tensor& gradient, AdamState& state, double lr, double weightDecay)
{
    const c10::NoGradGuard guard;
    const ProfilerScope scope("adamStep");
    if (const DeviceKernels* device = kernelsFor(w)) {
        if (!state.taken.defined())
            state.taken = at::full({1}, state.steps, w.options().dtype(at::kLong));
        device->adamStep(w, gradient, state.first, state.second, state.taken, lr, weightDecay);
        state.taken.add_(1);
        ++state.steps;
        return;
    }
    state.taken.reset();
    ++state.steps;
    const double correction1 = 1.0 - std::pow(beta1, double(state.steps));
    const double rootCorrection = std::sqrt(1.0 - std::pow(beta2, double(state.steps)));
    const double rate = -lr / correction1;
    const bool done = inOnePass({&w, &gradient, &state.first, &state.second}, [&](auto element) {
        using T = decltype(element);
        const updates::Adam<T> k{.decay = T(weightDecay),
                                 .beta1 = T(beta1),
                                 .beta2 = T(beta2),
                                 .ofGradient = T(1.0 - beta1),
                                 .ofSquare = T(1.0 - beta2),
                                 .rootCorrection = T(rootCorrection),
                                 .epsilon = T(epsilon),
                                 .rate = T(rate)};
        T *const to = w.mutable_data_ptr<T>(), *const first = state.first.mutable_data_ptr<T>(),
                 *const second = state.second.mutable_data_ptr<T>();
        const T* const from = gradient.const_data_ptr<T>();
        at::parallel_for(0, w.numel(), grain,
                         [&](std::int64_t begin, std::int64_t end) { updates::adam(k, to, from, first, second, begin, end); });
    });
    if (done)
        return;
    const at::Tensor g = weightDecay != 0.0 ? at::add(gradient, w, weightDecay) : gradient;
    state.first.mul_(beta1).add_(g, 1.0 - beta1);
    state.second.mul_(beta2).addcmul_(g, g, 1.0 - beta2);
    const at::Tensor denominator = state.second.sqrt().div_(rootCorrection).add_(epsilon);
    w.addcdiv_(state.first, denominator, rate);
}

} // namespace reweigh
