// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace reweigh {

/// Copies the values of a tensor [n], of any dtype and device, to the CPU as fp32. Waits for the device.
std::vector<float> hostFloats(const at::Tensor& tensor);

/// Copies the values of an integer tensor [n] of any device to the CPU as int64. Waits for the device.
std::vector<std::int64_t> hostIndices(const at::Tensor& tensor);

} // namespace reweigh
