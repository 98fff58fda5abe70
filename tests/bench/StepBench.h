// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/training/FlushDenormals.h"
#include "core/engine/training/StepRunner.h"
#include "tests/bench/StepCase.h"

namespace reweigh::bench {

/// Our side: the engine's own step on fixed random images; on CUDA as trials take it, recorded, on a stream of its own.
class StepBench {
public:
    /// The device must be there.
    explicit StepBench(const StepCase& which);

    /// Mean of `steps` steps, in milliseconds; what they queue on a device is waited for.
    double milliseconds(int steps);

    /// The most bytes that live tensors take within a step, those of the model, its optimisers and the batches
    /// included. On a CPU; the library's scratch memory that is no tensor isn't seen.
    std::size_t peakBytes();

private:
    Batch randomBatch(Rng& rng) const;
    /// A tensor that is there once the step is done.
    at::Tensor step();

    const std::size_t m_before;   ///< live bytes that are not this step's
    const FlushDenormals m_flush; ///< as a training has it
    StepCase m_case;
    TrainOptions m_options;
    c10::Device m_device;
    Network m_network;
    std::unique_ptr<SampleLoss> m_loss;
    std::unique_ptr<SampleWeighting> m_weighting;
    MetaStep m_step;
    StepRunner m_runner;
    ClassifierState m_classifier;
    Batch m_batch, m_metaBatch;
    long m_steps = 0;
};

} // namespace reweigh::bench
