// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <map>

namespace reweigh {

/// What a reader writes on a trial. Kept beside the study, as STUDY.marks.json: a study may be looked at, and marked, while
/// another process writes it.
struct TrialMarks {
    bool star = false;
    QString note;
    QStringList tags;

    bool empty() const { return !star && note.isEmpty() && tags.isEmpty(); }
    friend bool operator==(const TrialMarks&, const TrialMarks&) = default;
};

/// No file, no marks. Errors: FileCorrupt.
Result<std::map<std::int64_t, TrialMarks>> readMarks(const std::filesystem::path& study);
/// Errors: FileUnwritable, DiskFull.
Status writeMarks(const std::filesystem::path& study, const std::map<std::int64_t, TrialMarks>& marks);

} // namespace reweigh
