// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/DataPlan.h"
#include "core/training/RunState.h"
#include "core/training/SampleFigures.h"

#include <span>
#include <vector>

namespace reweigh {

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
