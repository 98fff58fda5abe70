// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/Methods.h"
#include "core/config/TrainOptions.h"
#include "core/engine/face/Engine.h"
#include "core/engine/methods/SampleLoss.h"
#include "core/engine/methods/SampleWeighting.h"
#include "core/engine/training/Checkpoint.h"
#include "core/engine/training/Device.h"
#include "core/engine/training/meters/WeightMeter.h"

#include <memory>

namespace reweigh {

/// Learning rate after `epochsDone` epochs, a fraction within an epoch. Constant: lr. Step: lr lrDecay^j with j the
/// milestones passed. Cosine: lr (1 + cos(pi epochsDone / epochs)) / 2 (Loshchilov and Hutter 2017, eq. 5, no restart).
double learningRate(const TrainOptions& options, double epochsDone);


/// What a loss may know of a run's data: how often each label is observed and, where the recipe makes the noise, by what chances.
LossContext lossContext(const TrainJob& job, const c10::Device& device);

/// The training set at the beginning of epoch `epoch`, as the epoch that `state` has gathered leaves it.
EpochView epochView(const DataPlan& plan, const RunState& state, int epoch);

/// The weighting itself where the loss is all it sees; null elsewhere. `weighting` must outlive it.
LossCurve lossCurve(const SampleWeighting& weighting, const StepTypes& types, const c10::Device& device);

/// Whether the data has what a loss or weighting needs. Errors: ValueOutOfRange (too few meta images), RecipeNotApplicable (no
/// noise whose chances are known; a class without a training image).
Status checkNeeds(const MethodRow& row, const TrainJob& job);


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
