// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ClassifierFactory.h"
#include "core/reweighting/MetaStep.h"

#include <string>
#include <utility>
#include <vector>

namespace reweigh::bench {

struct StepCase {
    std::string method;   ///< exact, plain
    std::string model;
    Precision precision = Precision::Fp32;
    ImageShape shape;
    int batch = 100;

    std::string name() const; ///< "exact resnet32 cpu fp32"
};

/// Our side: the engine's own step on fixed random images, MW-Net 1-100-1 fed by the loss.
class StepBench {
public:
    explicit StepBench(const StepCase& which);

    void step();

    /// Median milliseconds of the three passes, by name: an exact step is 2 forward, 3 backward, 1 tangent.
    std::vector<std::pair<std::string, double>> passes(int rounds);

private:
    Batch randomBatch(Rng& rng) const;

    StepCase m_case;
    TrainOptions m_options;
    Network m_network;
    MetaWeightNet m_metaNet;
    MetaStep m_step;
    ClassifierState m_classifier;
    MetaState m_meta;
    Batch m_batch, m_metaBatch;
};

} // namespace reweigh::bench
