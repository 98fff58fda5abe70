// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/engine/methods/StepTypes.h"
#include "core/engine/models/Network.h"

#include <c10/core/Device.h>

namespace reweigh {

/// All that training changes in a classifier: flat vectors, so that a checkpoint is a handful of tensors.
struct ClassifierState {
    ParamSet w;
    ParamSet running;    ///< batch-norm statistics
    at::Tensor momentum; ///< SGD's buffer
};

/// A batch as the classifier takes it.
struct Batch {
    at::Tensor images;    ///< [n, C, H, W], channels-last, in the compute type
    at::Tensor labels;    ///< [n], int64
    at::Tensor positions; ///< [n], int64, within the training set; only where the weighting wants them
};

/// A fresh state, drawn from `rng`.
ClassifierState initialClassifier(const Network& network, Rng& rng, const StepTypes& types, const c10::Device& device);

} // namespace reweigh
