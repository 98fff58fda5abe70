// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/SampleWeighting.h"
#include "core/reweighting/StepState.h"
#include "core/training/meters/ClassMeter.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace reweigh {

/// All that a run needs to go on from where it is, bit for bit: nothing else in training has a memory.
struct RunState {
    ClassifierState classifier;
    WeightingState weighting; ///< the weighting's own tensors and counters
    int epoch = 1;  ///< at work, from 1
    int step = 0;   ///< steps done in it
    double seconds = 0.0; ///< spent so far

    // What the epoch at work has gathered.
    std::vector<double> trainSums; ///< ClassMeter::sums
    std::vector<float> losses;     ///< by position in plan.train
    std::vector<float> weights;
    double metaGradientSum = 0.0;
};

} // namespace reweigh
