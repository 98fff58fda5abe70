// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/follow/StudyReader.h"
#include "core/study/StudyStorage.h"

#include <string>

namespace reweigh {

/// A study's trials as a Markdown table, best first, then those without a value in order of number.
std::string trialTable(TrialRefs trials, Direction direction);

/// One trial in a line: "trial 3 complete 0.8123  loss 64-16 relu, meta-lr 0.0012".
std::string trialLine(const FrozenTrial& trial);


/// Reads the study that a user's path means, once, without disturbing its writer.
/// `given`: the study's file, or the folder that holds study.db. Errors: those of StudyReader.
Result<std::shared_ptr<const StudySnapshot>> readStudy(const std::string& given, const std::string& studyName = {});

/// The trials' table, then the compared variants' if there are any.
std::string reportText(const StudySnapshot& study);

/// The same for programs, as `--json` prints it: studyReport(), and under "data" what the recipe changed.
nlohmann::json reportJson(const StudySnapshot& study);

} // namespace reweigh
