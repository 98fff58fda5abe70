// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/kernels/DeviceKernels.h"

#include "core/engine/kernels/KernelChoice.h"

#include <ATen/ATen.h>

#include <atomic>

namespace reweigh {
namespace {

std::atomic<const DeviceKernels*> registered = nullptr;

/// Whether the kernels can read x as a matrix [rows, channels]. They count elements in an int, so the limit is 2^30, which leaves
/// room for the unused threads of the last block.
bool fits(const at::Tensor& x)
{
    const bool rows = x.dim() == 4 ? x.is_contiguous(at::MemoryFormat::ChannelsLast) : x.dim() == 2 && x.is_contiguous();
    const bool narrow = x.scalar_type() == at::kFloat || x.scalar_type() == at::kBFloat16;
    return rows && narrow && x.numel() > 0 && x.numel() <= (1 << 30);
}

} // namespace

const DeviceKernels* deviceKernels()
{
    return registered.load(std::memory_order_acquire);
}

void setDeviceKernels(const DeviceKernels* kernels)
{
    registered.store(kernels, std::memory_order_release);
}

const DeviceKernels* deviceKernelsFor(const at::Tensor& x)
{
    return x.is_cuda() && kernelChoice() == KernelChoice::Fast && fits(x) ? deviceKernels() : nullptr;
}

} // namespace reweigh
