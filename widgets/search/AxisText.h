// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/LandscapeInfo.h"
#include "core/analysis/ParameterAxis.h"
#include "core/live/follow/StudyReader.h"

#include <QString>
#include <QVariant>

#include <utility>

/// What the views say of an axis and of the trials along it.
namespace reweigh {

/// A value of the axis as text: "ReLU", "32", "0.00316". On a categorical axis `value` is the category's index; empty if there is
/// no such category.
QString axisValueText(const ParameterAxis& axis, double value);

/// The same in an exported table, which no language changes: the category's name in the study, or the number.
QVariant axisTableValue(const ParameterAxis& axis, double value);

/// The values that a cell of one side of the landscape covers: "ReLU", "3", "8–17".
QString cellText(const LandscapeInfo::Side& side, int cell);

/// The first and last value of a cell; equal if the cell has one value.
std::pair<double, double> cellRange(const LandscapeInfo::Side& side, int cell);

/// The name of the study's objective: "validation accuracy", or "value" for a study that another program made.
QString objectiveText(const StudySnapshot& study);

/// A trial's value with enough digits to distinguish trials: "0.8714".
QString objectiveValueText(double value);

/// "hidden layers ▾": the label of an axis that opens a menu.
QString choiceLabel(const ParameterAxis& axis);

/// What a view shows of a study with several objectives if it needs the one value of each trial.
QString severalObjectivesText();
/// The summary of a view in which no trial is complete.
QString noCompleteTrialText();
/// What a view shows if there are complete trials, but none has the quantity that it shows, or both of two.
QString noneHasText(const QString& quantity);
QString noneHasBothText(const QString& x, const QString& y);

} // namespace reweigh
