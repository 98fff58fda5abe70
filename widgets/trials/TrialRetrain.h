// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/Variant.h"
#include "core/live/follow/StudyReader.h"

#include <optional>

namespace reweigh {

/// The training of `trial` as a variant to compare, called "trial-6", that fresh seeds train again: the study's settings but for those
/// that the search drew. `study`: the configuration of the study that the trial is of.
/// Errors: those of configOf() and resolveVariant().
Result<Variant> trialVariant(const StudyTrial& trial, const StudySnapshot& snapshot, const ExperimentConfig& study);

/// Seconds that `seeds` trainings like this trial's take, `atOnce` at once, by how long it ran; none unless it is complete and that is known.
std::optional<double> retrainSeconds(const StudyTrial& trial, int seeds, int atOnce);

} // namespace reweigh
