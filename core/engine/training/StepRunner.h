// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/DeviceKernels.h"
#include "core/engine/reweighting/MetaStep.h"
#include "core/engine/training/PendingFigures.h"

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace reweigh {

/// Takes steps: one operation after the other, or, on a CUDA device, as a graph that is started as one. A graph holds one
/// kind of step (MetaStep::recording) and one size of batch, and reads the learning rate from the device, so that any schedule is a graph's; it is
/// recorded once a few batches in turn had that size, and other batches are taken operation by operation. Graphs are of our
/// own kernels only: under KernelChoice::Library there are none.
/// Thread: one.
class StepRunner {
public:
    /// `stepper` must outlive the runner, and so must the state that its steps are given. `precision`: the stepper's.
    StepRunner(MetaStep& stepper, Precision precision, const c10::Device& device);

    /// Takes a step and gives its figures, on the device. `metaBatch` is read where the stepper wants it, and empty elsewhere.
    PackedFigures run(ClassifierState& classifier, const Batch& batch, const Batch& metaBatch, double lr, const StepTime& time = {});

private:
    struct Recording {
        std::unique_ptr<StepGraph> graph;
        Batch batch, metaBatch; ///< what the graph reads, or the last step's
        PackedFigures figures;  ///< what it leaves
        int alike = 0;          ///< steps in turn with these sizes
        std::vector<std::int64_t> counted; ///< by how much a step moves each of the stepper's counters
    };

    /// What one step works on.
    struct Work {
        ClassifierState& classifier;
        const Batch &batch, &metaBatch;
        StepTime time;
    };

    PackedFigures taken(const Work& work, const LearningRate& lr);
    void setRate(double lr, const at::Tensor& like);
    bool record(Recording& recording, const Work& work);

    MetaStep& m_stepper;
    const Precision m_precision;
    const c10::Device m_device;
    bool m_graphs; ///< whether steps may be recorded
    LearningRate m_rate = 0.0; ///< what graphs read
    std::map<std::pair<long, long>, Recording> m_recordings; ///< by MetaStep::recording
};

} // namespace reweigh
