// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace reweigh {

/// What a user notes on a trial. Marks are kept beside the study's file, as STUDY.marks.json, because a study can be read and
/// marked while another process writes its file.
struct TrialMarks {
    bool star = false;
    QString note;
    QStringList tags;

    bool empty() const { return !star && note.isEmpty() && tags.isEmpty(); }
    friend bool operator==(const TrialMarks&, const TrialMarks&) = default;
};

/// Reads the marks of a study by trial number; empty if there is no marks file. `name`: which study of the file, empty unless it holds
/// several. Errors: FileCorrupt.
Result<std::map<std::int64_t, TrialMarks>> readMarks(const std::filesystem::path& study, const std::string& name = {});
/// Errors: FileUnwritable, DiskFull.
Status writeMarks(const std::filesystem::path& study, const std::map<std::int64_t, TrialMarks>& marks, const std::string& name = {});

} // namespace reweigh
