// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/DeviceKernels.h"
#include "core/reweighting/MetaStep.h"

#include <array>
#include <memory>

namespace reweigh {

enum class StepKind { Plain, Weighted, Reweighted };

/// Takes steps: one operation after the other, or, on a CUDA device, as a graph that is started as one. A graph holds one
/// kind of step and one size of batch, and reads the learning rate from the device, so that any schedule is a graph's; it is
/// recorded once a few batches in turn had that size, and other batches are taken operation by operation. Graphs are of our
/// own kernels only: under KernelChoice::Library there are none.
/// Thread: one.
class StepRunner {
public:
    /// `stepper` must outlive the runner, and so must the states that its steps are given. `precision`: the stepper's.
    StepRunner(MetaStep& stepper, Precision precision, const c10::Device& device);

    /// A step's figures, fp64, on the device: per sample its loss, then its predicted class, then, unless the step is plain,
    /// its weight; at the end, of a meta step, the norm of the meta gradient. `metaBatch` is read by meta steps only.
    at::Tensor run(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, double lr);

private:
    struct Recording {
        std::unique_ptr<StepGraph> graph;
        Batch batch, metaBatch; ///< what the graph reads, or the last step's
        at::Tensor figures;     ///< what it leaves
        int alike = 0;          ///< steps in turn with these sizes
        int64_t adamSteps = 0;  ///< that the graph takes
    };

    at::Tensor figures(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, const LearningRate& lr);
    at::Tensor taken(StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch, const LearningRate& lr);
    void setRate(double lr, const at::Tensor& like);
    bool record(Recording& recording, StepKind kind, ClassifierState& classifier, MetaState& meta, const Batch& batch, const Batch& metaBatch);

    MetaStep& m_stepper;
    const Precision m_precision;
    const c10::Device m_device;
    bool m_graphs; ///< whether steps may be recorded
    LearningRate m_rate = 0.0; ///< what graphs read
    std::array<Recording, 3> m_recordings;
};

} // namespace reweigh
