// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training/HostValues.h"

#include <ATen/ATen.h>

namespace reweigh {
namespace {

template <typename T> std::vector<T> hostValues(const at::Tensor& tensor, at::ScalarType type)
{
    const at::Tensor here = tensor.detach().to(at::kCPU, type).contiguous();
    const T* values = here.const_data_ptr<T>();
    return std::vector<T>(values, values + here.numel());
}

} // namespace

std::vector<float> hostFloats(const at::Tensor& tensor)
{
    return hostValues<float>(tensor, at::kFloat);
}

std::vector<std::int64_t> hostIndices(const at::Tensor& tensor)
{
    return hostValues<std::int64_t>(tensor, at::kLong);
}

} // namespace reweigh
