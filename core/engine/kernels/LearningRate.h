// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace reweigh {

/// A learning rate: a number and, optionally, the same number in a device's memory. A recorded step (StepGraph) reads the latter,
/// so that the rate can be changed between two replays.
struct LearningRate {
    LearningRate(double rate)
        : value(rate)
    {
    } // not explicit: callers may pass a plain number

    double value;
    at::Tensor onDevice; ///< [], fp64; where it is defined, work on the device reads it and not `value`
};

} // namespace reweigh
