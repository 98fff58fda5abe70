// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/Engine.h"
#include "core/methods/SampleLoss.h"
#include "core/methods/SampleWeighting.h"
#include "core/training/Device.h"

#include <memory>

namespace reweigh {

/// What a job names, made: the device, the classifier, the loss and the weighting.
struct TrainParts {
    DeviceChoice choice;
    Network network;
    std::unique_ptr<SampleLoss> loss;
    std::unique_ptr<SampleWeighting> weighting;
};

/// Errors: NoSuchDevice, PrecisionUnsupported, UnknownValue, RecipeNotApplicable, ValueOutOfRange (too few images).
Result<TrainParts> makeTrainParts(const TrainJob& job);

} // namespace reweigh
