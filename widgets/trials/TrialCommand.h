// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/live/follow/StudyReader.h"

#include <string>

/// Functions that convert a trial for use elsewhere: to a configuration, a command line or a JSON file.
namespace reweigh {

/// The configuration that trains this trial again: the study's data recipe, and the options with which the trial was trained, or
/// would have been if it has not been trained. Errors: StudyNotOurs (another program made the study), StudyCorrupt, those of applyJson.
Result<ExperimentConfig> configOf(const StudyTrial& trial, const StudySnapshot& study);

/// "reweigh train --noise-rate 0.4 ...": all settings of data and training that differ from the program's defaults, quoted for a
/// POSIX shell.
std::string trainCommand(const ExperimentConfig& config);

/// A trial as JSON text. For a complete trial of a study that this program made, it is the file that `reweigh train --architecture`
/// reads. For any other it holds number, state, value, parameters and reports.
Result<std::string> trialJson(const StudyTrial& trial, const StudySnapshot& study);

} // namespace reweigh
