// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/Methods.h"
#include "core/engine/Engine.h"
#include "core/methods/SampleLoss.h"
#include "core/methods/SampleWeighting.h"
#include "core/training/RunState.h"
#include "core/training/meters/WeightMeter.h"

namespace reweigh {

/// What a loss may know of a run's data: how often each label is observed and, where the recipe makes the noise, by what chances.
LossContext lossContext(const TrainJob& job, const c10::Device& device);

/// The training set at the beginning of epoch `epoch`, as the epoch that `state` has gathered leaves it.
EpochView epochView(const DataPlan& plan, const RunState& state, int epoch);

/// The weighting itself where the loss is all it sees; null elsewhere. `weighting` must outlive it.
LossCurve lossCurve(const SampleWeighting& weighting, const StepTypes& types, const c10::Device& device);

/// Whether the data has what a loss or weighting needs. Errors: ValueOutOfRange (too few meta images), RecipeNotApplicable (no
/// noise whose chances are known; a class without a training image).
Status checkNeeds(const MethodRow& row, const TrainJob& job);

} // namespace reweigh
