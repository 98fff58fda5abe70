// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/kernels/DeviceKernels.h"
#include "core/engine/reweighting/MetaStep.h"
#include "core/engine/training/PendingFigures.h"

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace reweigh {

/// Takes training steps. On a CPU it carries out one operation after the other; on a CUDA device it records a step as a graph and then
/// starts the whole graph for each step. A graph serves one kind of step (MetaStep::recording()) and one size of training batch: sizes
/// take turns where batches do not divide the training set (EpochBatches), so each has a graph of its own. It reads the
/// learning rate from the device's memory, so that the rate may change between steps. A step is recorded after three steps of the same
/// kind and size. Without the project's kernels, under KernelChoice::Library, and after a recording has failed, there are no graphs.
/// Thread: one.
class StepRunner {
public:
    /// `stepper`, and the state that its steps change, must outlive the runner. `precision` is that of the stepper.
    StepRunner(MetaStep& stepper, Precision precision, const c10::Device& device);

    /// Takes a step as MetaStep::take() does and returns its figures, on the device. `metaBatch` is read if the stepper wants it, and
    /// must be empty otherwise. Throws c10::Error, as LibTorch does.
    PackedFigures run(ClassifierState& classifier, const Batch& batch, const Batch& metaBatch, double lr, const StepTime& time = {});

private:
    struct Recording {
        std::unique_ptr<StepGraph> graph;
        Batch batch, metaBatch;            ///< the tensors that the graph reads; before the recording, batches of the same sizes
        PackedFigures figures;             ///< the tensor that the graph writes
        int alike = 0;                     ///< number of steps with these sizes so far
        std::vector<std::int64_t> counted; ///< by how much a step increases each of the stepper's counters
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

    /// MetaStep::recording, and the number of samples of the training batch.
    using Kind = std::pair<std::pair<long, long>, std::int64_t>;

    MetaStep& m_stepper;
    const Precision m_precision;
    const c10::Device m_device;
    bool m_graphs;             ///< whether steps may be recorded
    LearningRate m_rate = 0.0; ///< the learning rate that graphs read
    std::map<Kind, Recording> m_recordings;
};

} // namespace reweigh
