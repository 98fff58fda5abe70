// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace reweigh {

/// The values of a tensor of one dimension, wherever it lies, as fp32.
std::vector<float> hostFloats(const at::Tensor& tensor);

/// Those of an int64 tensor.
std::vector<std::int64_t> hostIndices(const at::Tensor& tensor);

} // namespace reweigh
