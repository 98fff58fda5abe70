// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/live/follow/StudyReader.h"

#include <string>

/// A trial as others can use it: as a configuration, a command line, a JSON file.
namespace reweigh {

/// What trains this trial again: the study's recipe, and the options the trial was trained with (of one that has not got
/// so far, those it would have been). Errors: StudyCorrupt (a study that is not ours; facts that cannot be read), those of applyJson.
Result<ExperimentConfig> configOf(const StudyTrial& trial, const StudySnapshot& study);

/// "reweigh train --noise-rate 0.4 ...": every setting of the data and the training that is not the program's default,
/// quoted for a POSIX shell.
std::string trainCommand(const ExperimentConfig& config);

/// A complete trial of ours: the file that `reweigh train --architecture` reads. Any other: number, state, value, parameters
/// and reports.
Result<std::string> trialJson(const StudyTrial& trial, const StudySnapshot& study);

} // namespace reweigh
