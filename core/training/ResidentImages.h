// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/BatchMaker.h"
#include "core/data/DataSource.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <memory>
#include <span>

namespace reweigh {

/// `host`, which lies in the processor's memory, on `device`; on CUDA without waiting for what the device is at.
at::Tensor sent(const at::Tensor& host, const c10::Device& device);
/// A tensor [sizes] to fill and send: in memory that a CUDA device can read by itself where it is for one.
at::Tensor sendable(at::IntArrayRef sizes, at::ScalarType type, const c10::Device& device);

/// An image set that lies on a CUDA device as bytes, so that a step sends it indices only. Batches are those of
/// BatchMaker, value for value. Immutable; may be used on any thread.
class ResidentImages {
public:
    ResidentImages(const ImageSet& images, const c10::Device& device);

    /// As BatchMaker::make, `maker` being one of this set: [n, C, H, W], channels-last, fp32 or bf16.
    at::Tensor gather(const BatchMaker& maker, std::span<const std::uint32_t> indices, std::uint64_t seed, bool augment, at::ScalarType type) const;

private:
    at::Tensor m_pixels; ///< [N, H, W, C]
};

/// Both sets of a source.
struct ResidentSource {
    ResidentImages train, test;
};

/// The sets of `source` on `device`, one copy for all trials of the process that are at them at once. Null where batches
/// are made by the processor: there are no kernels for it, or not for `type`. `source` must stay while they are used.
std::shared_ptr<const ResidentSource> residentSource(const DataSource& source, const c10::Device& device, at::ScalarType type);

} // namespace reweigh
