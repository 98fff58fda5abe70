// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <filesystem>
#include <string>

namespace reweigh {

/// The name that a user gave the study in the file `study`; empty if it has none. It is kept beside the study's file, as
/// STUDY.title.txt, because a study can be named while another process writes its file. `name`: which study of the file, empty unless it
/// holds several.
QString readStudyTitle(const std::filesystem::path& study, const std::string& name = {});

/// Names a study; an empty title removes the file. Errors: FileUnwritable, DiskFull.
Status writeStudyTitle(const std::filesystem::path& study, const QString& title, const std::string& name = {});

/// The title as the name of a folder: letters, digits, dots, dashes and underscores, at most 60 characters; empty if none is left.
std::string folderNameOf(const QString& title);

} // namespace reweigh
