// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/CrossEntropy.h"

#include "core/engine/kernels/DeviceKernels.h"
#include "core/engine/kernels/ProfilerScope.h"

#include <ATen/ATen.h>
#include <ATen/Dispatch.h>

#include <algorithm>
#include <cmath>

namespace reweigh {
namespace {

/// Computes everything in one pass over the logits. Each of the several LibTorch operations that it replaces would take longer.
template <typename T> void onCpu(const at::Tensor& logits, const at::Tensor& labels, CrossEntropy& result)
{
    const std::int64_t classes = logits.size(1);
    const T* z = logits.const_data_ptr<T>();
    const std::int64_t* label = labels.const_data_ptr<std::int64_t>();
    T* loss = result.losses.mutable_data_ptr<T>();
    T* probability = result.probabilities.mutable_data_ptr<T>();
    T* derivative = result.derivative.mutable_data_ptr<T>();
    for (std::int64_t i = 0; i < logits.size(0); ++i, z += classes, probability += classes, derivative += classes) {
        const T highest = *std::max_element(z, z + classes);
        T sum = 0;
        for (std::int64_t k = 0; k < classes; ++k)
            sum += probability[k] = std::exp(z[k] - highest);
        for (std::int64_t k = 0; k < classes; ++k)
            derivative[k] = probability[k] /= sum;
        derivative[label[i]] -= 1;
        loss[i] = std::log(sum) + highest - z[label[i]];
    }
}

} // namespace

CrossEntropy crossEntropy(const at::Tensor& logits, const at::Tensor& labels)
{
    const ProfilerScope scope("crossEntropy");
    TORCH_CHECK(logits.dim() == 2 && labels.dim() == 1 && logits.size(0) == labels.size(0), "crossEntropy: shapes");
    if (const DeviceKernels* device = logits.scalar_type() == at::kFloat ? deviceKernelsFor(logits) : nullptr)
        return device->crossEntropy(logits, labels);
    if (!logits.device().is_cpu()) {
        const at::Tensor logProbabilities = at::log_softmax(logits, 1), column = labels.unsqueeze(1);
        const at::Tensor probabilities = logProbabilities.exp();
        const at::Tensor minusOne = at::full({logits.size(0), 1}, -1, logits.options());
        return {logProbabilities.gather(1, column).squeeze(1).neg(), probabilities, probabilities.scatter_add(1, column, minusOne)};
    }
    CrossEntropy result{at::empty({logits.size(0)}, logits.options()), at::empty(logits.sizes(), logits.options()),
                        at::empty(logits.sizes(), logits.options())};
    AT_DISPATCH_FLOATING_TYPES(logits.scalar_type(), "crossEntropy",
                               [&] { onCpu<scalar_t>(logits.contiguous(), labels.contiguous(), result); });
    return result;
}

} // namespace reweigh
