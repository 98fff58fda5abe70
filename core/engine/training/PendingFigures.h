// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/recipe/DataPlan.h"
#include "core/engine/reweighting/MetaStep.h"
#include "core/engine/training/Checkpoint.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace reweigh {

/// What a step saw of its samples, in the processor's memory.
struct SampleFigures {
    std::vector<float> losses;
    std::vector<std::int64_t> predicted;    ///< class of the largest probability
    std::vector<float> weights;             ///< empty: every weight is 1
    std::optional<double> metaGradientNorm; ///< where the step took a meta batch
};

/// The same where the step left it, in one tensor, so that any number of steps is read from a device in one transfer. The order
/// in the tensor is nobody else's business.
class PackedFigures {
public:
    PackedFigures() = default;
    explicit PackedFigures(const StepOutcome& outcome);

    const at::Tensor& values() const { return m_values; } ///< [size], fp64
    PackedFigures copied() const;

    /// `values`: those of values(), in the processor's memory.
    SampleFigures unpacked(const double* values) const;

private:
    at::Tensor m_values;
    std::size_t m_samples = 0;
    bool m_weighted = false, m_meta = false;
};


/// Gathers what steps see of their samples. Figures stay on the device until a few steps of them are read back at once:
/// reading waits for the device, so on a CPU it costs nothing and on CUDA it is done seldom.
class PendingFigures {
public:
    /// `plan` must outlive it.
    PendingFigures(const DataPlan& plan, int classes, const c10::Device& device);

    /// `figures`: those of the samples at `positions` of plan.train.
    void add(std::span<const std::uint32_t> positions, PackedFigures figures);

    /// Whether enough steps are waiting to be read.
    bool due() const { return m_waiting.size() >= m_interval; }

    /// Adds all steps that are waiting to the epoch's sums in `state`; false: something is not finite.
    bool settle(RunState& state);

    /// Mean over the batch of the last step that was read.
    double batchLoss() const { return m_batchLoss; }

private:
    struct Step {
        std::vector<std::uint32_t> positions;
        PackedFigures figures;
    };
    bool settle(const Step& step, const SampleFigures& figures, RunState& state);

    const DataPlan& m_plan;
    int m_classes;
    std::size_t m_interval;
    std::vector<Step> m_waiting;
    double m_batchLoss = 0.0;
};

} // namespace reweigh
