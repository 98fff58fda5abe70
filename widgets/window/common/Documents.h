// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QStringList>

namespace reweigh {

/// Opens the study a user means: the file, or study.db in the folder. A path that is not there is told in the log.
/// Null then.
OpenStudy* openDocument(Workbench& bench, const std::filesystem::path& given);

/// Studies opened lately, newest first, at most ten; those that vanished are left out.
QStringList recentStudies();
void rememberStudy(const std::filesystem::path& file);

/// Writes the settings: as JSON that `--config` reads, or, where the file ends in .sh, as a command. Errors: FileUnwritable, DiskFull.
Status writeConfig(const ExperimentConfig& config, const std::filesystem::path& file);

/// Writes the best `count` architectures as `reweigh export` does, checked against the schema. Errors: StudyEmpty,
/// StudyCorrupt, ArchitectureOtherSchema, FileUnwritable, DiskFull. Thread: any.
Status writeArchitectures(const StudySnapshot& study, int count, const std::filesystem::path& file);

} // namespace reweigh
