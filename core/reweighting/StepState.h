// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/TrainOptions.h"
#include "core/models/Network.h"
#include "core/reweighting/MetaWeightNet.h"
#include "core/reweighting/Optimisers.h"

#include <c10/core/ScalarType.h>

namespace reweigh {

/// All that training changes in a classifier: flat vectors, so that a checkpoint is a handful of tensors.
struct ClassifierState {
    ParamSet w;
    ParamSet running;    ///< batch-norm statistics
    at::Tensor momentum; ///< SGD's buffer
};

/// All that training changes in MW-Net.
struct MetaState {
    ParamSet theta;
    AdamState adam;      ///< `first` is SGD's buffer when the meta optimiser is SGD
};

/// A batch as the classifier takes it.
struct Batch {
    at::Tensor images; ///< [n, C, H, W], channels-last, in the compute type
    at::Tensor labels; ///< [n], int64
};

/// Master type of weights and statistics, and type of activations, for a precision.
struct StepTypes {
    c10::ScalarType master = c10::ScalarType::Float;
    c10::ScalarType compute = c10::ScalarType::Float;
};
StepTypes stepTypes(Precision precision);

/// Fresh states, drawn from `rng`: first the classifier's weights, then MW-Net's.
ClassifierState initialClassifier(const Network& network, Rng& rng, const StepTypes& types, const c10::Device& device);
MetaState initialMeta(const MetaWeightNet& metaNet, Rng& rng, const StepTypes& types, const c10::Device& device);

} // namespace reweigh
