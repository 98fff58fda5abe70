// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/batches/BatchMaker.h"
#include "core/data/batches/EpochBatches.h"
#include "core/data/readers/DataSource.h"
#include "core/data/recipe/DataPlan.h"
#include "core/engine/reweighting/StepState.h"

#include <ATen/core/Tensor.h>
#include <c10/core/Device.h>

#include <memory>
#include <span>
#include <vector>

namespace reweigh {

/// Copies `host`, a tensor from sendable(), to `device`, with the same shape and dtype. On CUDA it does not wait for the device. On the
/// CPU it returns the same tensor.
at::Tensor sent(const at::Tensor& host, const c10::Device& device);
/// An uninitialised tensor on the CPU of shape `sizes` and dtype `type`, to be filled and passed to sent(). If `device` is a CUDA
/// device, the memory is pinned, so that the device can read it directly.
at::Tensor sendable(at::IntArrayRef sizes, at::ScalarType type, const c10::Device& device);

/// An image set in the memory of a CUDA device, as bytes, so that a step sends only indices to the device. Batches have exactly the
/// values of BatchMaker's. Immutable; may be used on any thread.
class ResidentImages {
public:
    /// Copies the set to `device`. Throws c10::Error if the device has too little memory.
    ResidentImages(const ImageSet& images, const c10::Device& device);

    /// Makes the batch of the images `indices` as BatchMaker::make() does: [n, C, H, W], channels-last, on the device, of dtype `type`,
    /// fp32 or bf16. `maker` must be one for this set. n >= 1.
    at::Tensor gather(const BatchMaker& maker, std::span<const std::uint32_t> indices, std::uint64_t seed, bool augment,
                      at::ScalarType type) const;

private:
    at::Tensor m_pixels; ///< [N, H, W, C]
};

/// Training and test set of a source on a CUDA device.
struct ResidentSource {
    ResidentImages train, test;
};

/// The sets of `source` on `device`; all trials of the process that use them at the same time share one copy. Null means that the CPU
/// has to make the batches: `device` is a CPU, there are no kernels, or `type` is neither fp32 nor bf16. `source` must outlive the
/// result. Thread: any.
std::shared_ptr<const ResidentSource> residentSource(const DataSource& source, const c10::Device& device, at::ScalarType type);

/// Makes the batches of one data plan on a device. On CUDA the device makes them from images in its memory. All random choices depend
/// on the seeds, the epoch and the step alone, so that a run can be resumed at any step. Images of a batch are [n, C, H, W],
/// channels-last, in types.compute; labels are [n], int64; epochs count from 1 and steps of an epoch from 0.
class BatchSource {
public:
    BatchSource(std::shared_ptr<const DataSource> source, std::shared_ptr<const DataPlan> plan, const TrainOptions& options,
                const StepTypes& types, const c10::Device& device);

    int stepsPerEpoch() const { return int(m_steps.count()); }

    /// The positions within plan.train of the samples of a step: options.batchSize of them, or as options.lastBatch divides the epoch
    /// (EpochBatches). The span is valid until the next call for another epoch.
    std::span<const std::uint32_t> positions(int epoch, int step);

    /// Positions as a tensor on the device, [n], int64.
    at::Tensor indices(std::span<const std::uint32_t> positions) const;

    /// The training batch of a step, with observed labels; augmented if options.augment. `positions` are those of the step.
    Batch train(std::span<const std::uint32_t> positions, int epoch, int step) const;
    /// Training samples without augmentation, with observed labels.
    Batch unaltered(std::span<const std::uint32_t> positions) const;
    /// The meta batch of a step: options.metaBatchSize samples of the meta set (all, if there are fewer), drawn anew for every step
    /// without replacement, with true labels, unless setMeta() has chosen others; augmented if options.augment.
    Batch meta(int epoch, int step) const;

    /// Makes the training samples at `positions` the meta set, with their observed labels, in place of the plan's.
    void setMeta(std::span<const std::uint32_t> positions);

    /// A split that is only evaluated.
    enum class Split { Meta, Validation, Test };
    std::size_t size(Split split) const; ///< number of images
    /// The images [begin, begin + count) of a split, with the labels that count as true (those of setMeta()), not augmented.
    Batch evaluation(Split split, std::size_t begin, std::size_t count) const;

private:
    enum class Images { Train, Test };
    Batch batch(Images images, std::span<const std::uint32_t> indices, std::span<const std::uint16_t> labels, std::uint64_t seed,
                bool augment) const;
    Batch trainBatch(std::span<const std::uint32_t> positions, std::uint64_t seed, bool augment) const;
    std::uint64_t stepSeed(const char* stream, int epoch, int step) const;

    std::shared_ptr<const DataSource> m_source;
    std::shared_ptr<const DataPlan> m_plan;
    const TrainOptions m_options;
    const StepTypes m_types;
    const c10::Device m_device;
    const BatchMaker m_trainMaker, m_testMaker;
    const std::shared_ptr<const ResidentSource> m_resident; ///< null where the CPU makes the batches
    std::vector<std::uint32_t> m_meta;                      ///< images of the meta set
    std::vector<std::uint16_t> m_metaLabels;                ///< a label for each
    const EpochBatches m_steps;
    int m_orderEpoch = 0; ///< the epoch of m_order
    std::vector<std::uint32_t> m_order;
};

} // namespace reweigh
