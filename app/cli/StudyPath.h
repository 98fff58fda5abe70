// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/live/StudySnapshot.h"

namespace reweigh {

/// Reads the study that a user's path means, once, without disturbing its writer.
/// `given`: the study's file, or the folder that holds study.db. Errors: those of StudyReader.
Result<std::shared_ptr<const StudySnapshot>> readStudy(const std::string& given, const std::string& studyName = {});

/// The trials' table, then the compared variants' if there are any.
std::string reportText(const StudySnapshot& study);

/// The same for programs, as `--json` prints it: studyReport(), and under "data" what the recipe changed.
nlohmann::json reportJson(const StudySnapshot& study);

} // namespace reweigh
