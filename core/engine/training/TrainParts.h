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

/// The learning rate after `epochsDone` epochs, in [0, options.epochs], with a fraction within an epoch. Constant: lr. Step: lr lrDecay^j,
/// where j is the number of milestones passed. Cosine: lr (1 + cos(pi epochsDone / epochs)) / 2 (Loshchilov and Hutter 2017, SGDR, eq. 5,
/// without restarts).
double learningRate(const TrainOptions& options, double epochsDone);

/// What a loss may use of a run's data, on `device`: how many samples each class has and, if the recipe makes the label noise, its
/// transition probabilities. For a loss that estimates these the matrix is the identity, to be overwritten. The loss must have a row.
LossContext lossContext(const TrainJob& job, const c10::Device& device);

/// The view of the training set at the beginning of epoch `epoch`; `state` holds what the epoch before has collected.
EpochView epochView(const TrainJob& job, const RunState& state, int epoch);

/// A function from losses [m] to the weights [m] that `weighting` gives them, if the loss is all that the weighting reads; else null.
/// `weighting` must outlive it.
LossCurve lossCurve(const SampleWeighting& weighting, const StepTypes& types, const c10::Device& device);

/// Checks that the data has what a loss or weighting needs. Errors: MetaSetUnchecked, ValueOutOfRange (fewer than 2 meta images, or than 2
/// epochs where the training chooses them), RecipeNotApplicable
/// (label noise of unknown probabilities; true class counts where labels may be wrong; a class that no training image is labelled
/// with).
Status checkNeeds(const MethodRow& row, const TrainJob& job);

/// The parts of a training that a job names: the device, the classifier, the loss and the weighting.
struct TrainParts {
    DeviceChoice choice;
    Network network;
    std::unique_ptr<SampleLoss> loss;
    std::unique_ptr<SampleWeighting> weighting;
};

/// Makes the parts. Errors: NoSuchDevice, PrecisionUnsupported, UnknownValue, RecipeNotApplicable, ValueOutOfRange (too few images).
Result<TrainParts> makeTrainParts(const TrainJob& job);

} // namespace reweigh
