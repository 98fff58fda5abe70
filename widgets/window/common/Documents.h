// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/Workbench.h"

#include <QStringList>

#include <string>

namespace reweigh {

/// Opens the study at path `given`: the file itself, or study.db if it is a folder. Of a file with several studies it opens the one named
/// `studyName`, or else each of them, at most twelve, and says so in the log; the first comes into view. If the path does not exist or
/// is that of no study, writes an error into the log and returns null; one that is locked, or is open already, is opened all the same.
OpenStudy* openDocument(Workbench& bench, const std::filesystem::path& given, const std::string& studyName = {});

/// Opens the plan in `given` in place of the one that is open. False, with a line in the log, if there is no such file or the open plan
/// runs. What is wrong with the plan itself is said once it has been read. `folder`: where its studies lie; empty: beside the file.
bool openPlanFile(Workbench& bench, const std::filesystem::path& given, const std::filesystem::path& folder = {});

/// Files of the studies and plans opened last, newest first, at most ten; missing files are left out.
QStringList recentStudies();
/// Puts the file of a study or plan at the front of recentStudies().
void rememberStudy(const std::filesystem::path& file);

/// The folder of the demo that the window began last without being given one; empty if there is none or its study is gone.
std::filesystem::path rememberedDemo();
/// Keeps `folder` for rememberedDemo(), also after the program has ended.
void rememberDemo(const std::filesystem::path& folder);

/// Writes the settings as JSON, which `--config` reads, or as a shell script if the file ends in .sh. Errors: FileUnwritable,
/// DiskFull.
Status writeConfig(const ExperimentConfig& config, const std::filesystem::path& file);

/// Writes the best `count` architectures like `reweigh export`, after a check against the schema. Errors: StudyEmpty,
/// StudyCorrupt, ArchitectureOtherSchema, FileUnwritable, DiskFull. Thread: any.
Status writeArchitectures(const StudySnapshot& study, int count, const std::filesystem::path& file);

} // namespace reweigh
