// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/engine/methods/StepTypes.h"
#include "core/engine/models/Network.h"

#include <c10/core/Device.h>

namespace reweigh {

/// All that training changes in a classifier, as flat vectors in the master type, so that a checkpoint needs only a few tensors.
struct ClassifierState {
    ParamSet w;          ///< parameters, flat [P]
    ParamSet running;    ///< batch norm's running statistics, flat
    at::Tensor momentum; ///< [P], SGD's buffer
};

/// A batch of n samples on the step's device.
struct Batch {
    at::Tensor images;    ///< [n, C, H, W], channels-last, in the compute type
    at::Tensor labels;    ///< [n], int64
    at::Tensor positions; ///< [n], int64, positions within the training set; undefined unless the weighting wants them
};

/// Makes an initial state on `device` in types.master: parameters drawn from `rng` (see initialParameters()), running means 0 and
/// variances 1, momentum 0.
ClassifierState initialClassifier(const Network& network, Rng& rng, const StepTypes& types, const c10::Device& device);

} // namespace reweigh
