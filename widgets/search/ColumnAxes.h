// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ParameterAxis.h"
#include "core/live/follow/StudyReader.h"

#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// What an axis of a view can show of a study: its parameters (parameterAxes()), and behind them those columns of the trials table that
/// hold numbers, but for seeds, of which none is more than another. Columns have no range yet, because it takes long to read the facts of
/// many trials: see withRange().
std::vector<ParameterAxis> plotAxes(const StudySnapshot& study);

/// When a trial began, in seconds since the first one of the study did; without a range, as columns.
ParameterAxis beginAxis(const StudySnapshot& study);

/// The direction of the objective that the axis `name` shows; none if it shows no objective.
std::optional<Direction> directionOf(const StudySnapshot& study, const std::string& name);

/// Whether a complete trial has a value, or those of several objectives.
bool isEvaluated(const FrozenTrial& trial);

/// The axis with the range of the finite values that evaluated trials among `trials` have; `axis` itself if it is a parameter, or no trial
/// has a value. Equal values get some room on both sides.
ParameterAxis withRange(ParameterAxis axis, const TrialRefs& trials);

} // namespace reweigh
