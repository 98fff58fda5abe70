// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/DeviceKernels.h"
#include "core/reweighting/MetaStep.h"

#include <array>
#include <memory>

namespace reweigh {

enum class StepKind { Plain, Weighted, Reweighted };

/// Takes steps: one operation after the other, or, on a CUDA device, as a graph that is started as one. A graph holds one
/// kind of step, one size of batch and one learning rate: it is recorded once the rate has stayed for a step, so that a
/// rate that changes at every step never waits for a recording, and other batches are taken operation by operation.
/// Thread: one.
class StepRunner {
public:
    /// `stepper` must outlive the runner, and so must the states that its steps are given.
    StepRunner(MetaStep& stepper, const c10::Device& device);

    /// A step's figures, fp64, on the device: per sample its loss, then its predicted class, then, unless the step is plain,
    /// its weight; at the end, of a meta step, the norm of the meta gradient. `metaBatch` is read by meta steps only.
    at::Tensor run(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, double lr);

private:
    struct Recording {
        std::unique_ptr<StepGraph> graph;
        Batch batch, metaBatch; ///< what the graph reads, or the last step's
        at::Tensor figures;     ///< what it leaves
        double lr = 0.0;        ///< of the last step, and of the graph if there is one
        int alike = 0;          ///< steps in turn with this rate and these sizes
        int64_t adamSteps = 0;  ///< that the graph takes
    };

    at::Tensor taken(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, double lr);
    bool record(Recording& recording, StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch);

    MetaStep& m_stepper;
    bool m_graphs; ///< whether steps may be recorded
    std::array<Recording, 3> m_recordings;
};

} // namespace reweigh
