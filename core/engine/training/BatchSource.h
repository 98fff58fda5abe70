// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batches/BatchMaker.h"
#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"
#include "core/engine/reweighting/StepState.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <memory>
#include <span>
#include <vector>

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


/// Batches of one plan, ready for the device; on CUDA made there, from images that stay there. Everything drawn depends on seeds and positions alone, so a run can be
/// gone on with at any step.
class BatchSource {
public:
    BatchSource(std::shared_ptr<const DataSource> source, std::shared_ptr<const DataPlan> plan, const TrainOptions& options,
             const StepTypes& types, const c10::Device& device);

    int stepsPerEpoch() const { return m_steps; }

    /// Positions within plan.train of an epoch's step (from 0); the last step takes a single left-over sample too.
    std::span<const std::uint32_t> positions(int epoch, int step);

    /// The same positions as a tensor on the device, [n], int64.
    at::Tensor indices(std::span<const std::uint32_t> positions) const;

    Batch train(std::span<const std::uint32_t> positions, int epoch, int step) const;
    /// Training samples as they are: not augmented.
    Batch unaltered(std::span<const std::uint32_t> positions) const;
    /// A fresh draw from the meta set for every step of the run.
    Batch meta(int epoch, int step) const;

    /// A split that is only looked at: `begin` .. `begin + count` of its images, not augmented.
    enum class Split { Meta, Validation, Test };
    std::size_t size(Split split) const;
    Batch evaluation(Split split, std::size_t begin, std::size_t count) const;

private:
    enum class Images { Train, Test };
    Batch batch(Images images, std::span<const std::uint32_t> indices, std::span<const std::uint16_t> labels, std::uint64_t seed, bool augment) const;
    Batch trainBatch(std::span<const std::uint32_t> positions, std::uint64_t seed, bool augment) const;
    std::uint64_t stepSeed(const char* stream, int epoch, int step) const;

    std::shared_ptr<const DataSource> m_source;
    std::shared_ptr<const DataPlan> m_plan;
    const TrainOptions m_options;
    const StepTypes m_types;
    const c10::Device m_device;
    const BatchMaker m_trainMaker, m_testMaker;
    const std::shared_ptr<const ResidentSource> m_resident; ///< null where the processor makes the batches
    int m_steps = 0;
    int m_orderEpoch = 0; ///< of m_order
    std::vector<std::uint32_t> m_order;
};

} // namespace reweigh
