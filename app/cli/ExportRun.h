// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/StudyPath.h"

namespace reweigh {

/// Writes the best `count` architectures of `study` to `file`, checked against the schema first.
/// Errors: StudyEmpty, StudyCorrupt, ArchitectureOtherSchema, FileUnwritable, DiskFull.
Result<nlohmann::json> exportArchitectures(const StudySnapshot& study, int count, const std::filesystem::path& file);

} // namespace reweigh
