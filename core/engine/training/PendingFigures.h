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

/// What a step computed of its n samples, on the CPU.
struct SampleFigures {
    std::vector<float> losses;              ///< [n]
    std::vector<std::int64_t> predicted;    ///< [n], the class of the largest probability
    std::vector<float> weights;             ///< [n]; empty: every weight is 1
    std::optional<double> metaGradientNorm; ///< only if the step took a meta batch
};

/// The same figures on the step's device, in one tensor, so that those of several steps can be copied to the CPU in one transfer. The
/// order of the values in the tensor is private.
class PackedFigures {
public:
    PackedFigures() = default;
    explicit PackedFigures(const StepOutcome& outcome);

    const at::Tensor& values() const { return m_values; } ///< [size], fp64, on the step's device; undefined if default-constructed
    PackedFigures copied() const;                         ///< a copy with memory of its own

    /// The figures, read from `values`: the contents of values(), copied to the CPU.
    SampleFigures unpacked(const double* values) const;

private:
    at::Tensor m_values;
    std::size_t m_samples = 0;
    bool m_weighted = false, m_meta = false;
};

/// Collects the figures of steps and adds them to the sums of an epoch. On CUDA, figures stay on the device until those of 32 steps are
/// copied to the CPU at once, since copying waits for the device. On a CPU they are added after every step.
class PendingFigures {
public:
    /// `plan` must outlive the object. `classes`: K.
    PendingFigures(const DataPlan& plan, int classes, const c10::Device& device);

    /// Adds the figures of a step; `positions` [n] are its samples' positions within plan.train.
    void add(std::span<const std::uint32_t> positions, PackedFigures figures);

    /// Whether so many steps are waiting that settle() should be called.
    bool due() const { return m_waiting.size() >= m_interval; }

    /// Adds all waiting steps to the epoch's sums in `state`. Returns false if a loss, a weight or a gradient norm is not finite; the
    /// steps after that one are then dropped.
    bool settle(RunState& state);

    /// The mean loss over the batch of the last step that settle() added.
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
