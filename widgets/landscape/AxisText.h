// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LandscapeInfo.h"
#include "core/live/StudySnapshot.h"

#include <QString>

namespace reweigh {

/// A value of the axis as a reader names it: "ReLU", "32", "0.00316".
QString axisValueText(const ParameterAxis& axis, double value);

/// What a cell of a side covers: "ReLU", "3", "8–17".
QString cellText(const LandscapeInfo::Side& side, int cell);

/// The first and last value of a cell; the same where it holds one.
std::pair<double, double> cellRange(const LandscapeInfo::Side& side, int cell);

/// What the study's trials are measured by: "validation accuracy", or "value" for a study we know nothing of.
QString objectiveText(const StudySnapshot& study);

/// A trial's value, with the digits that tell trials apart: "0.8714".
QString objectiveValueText(double value);

} // namespace reweigh
