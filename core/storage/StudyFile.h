// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/SqlStorage.h"

#include <filesystem>
#include <string>
#include <vector>

namespace reweigh {

/// The forms in which studies are stored.
enum class StudyFileKind {
    Sqlite,  ///< a database with Optuna's tables
    Journal, ///< Optuna's log of operations, one JSON object a line (JournalFileBackend)
};

/// The form of `file`, by its first bytes: SQLite itself opens an empty or other file without an error and fails later.
/// Errors: StudyMissing, StudyNotSqlite (neither form), FileUnreadable.
Result<StudyFileKind> kindOfStudyFile(const std::filesystem::path& file);

/// The error of a journal where only a database will do: StudyJournal, with the call of Optuna that copies its study into one.
Error journalError(const std::filesystem::path& file);

/// Opens the study `studyName` in `file`, of either form, for reading; an empty name means the only one.
/// Errors: those of SqlStorage::open and JournalStorage::open.
Result<std::shared_ptr<FileStudy>> openForReading(const std::filesystem::path& file, const std::string& studyName = {},
                                                  const SqlReading& reading = {});

/// The names of the studies in `file`, in the order they were made. Errors: those of openForReading.
Result<std::vector<std::string>> studyNames(const std::filesystem::path& file);

} // namespace reweigh
