// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace reweigh {

/// A learning rate: a number, and, for steps that a device repeats by itself, the same in the device's memory, where it
/// can be changed between two repetitions.
struct LearningRate {
    LearningRate(double rate) : value(rate) {} // a number is a rate

    double value;
    at::Tensor onDevice; ///< [], fp64; where it is defined, work on the device reads it and never `value`
};

} // namespace reweigh
