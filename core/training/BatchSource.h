// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/BatchMaker.h"
#include "core/data/DataPlan.h"
#include "core/data/DataSource.h"
#include "core/reweighting/StepState.h"
#include "core/training/ResidentImages.h"

#include <c10/core/Device.h>

#include <memory>
#include <span>
#include <vector>

namespace reweigh {

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
