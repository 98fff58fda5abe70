// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/FileStudy.h"
#include "core/storage/SqlConnection.h"
#include "core/storage/WriterLock.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace reweigh {

enum class StorageMode {
    Read,  ///< never writes and never blocks a writer
    Write, ///< the only writer of the study: holds its WriterLock
};

/// How a study is read.
struct SqlReading {
    std::chrono::milliseconds patience = std::chrono::seconds(5); ///< how long a call waits for another process's lock
    /// Leaves the attributes of isLarge(), nine tenths of a trial's size, as strings of JSON text. Reading many trials then takes a
    /// third of the time and of the memory. trialFacts() accepts both forms.
    bool largeAsText = false;
};

/// Stores a study in a SQLite file with Optuna's tables. Optuna and its dashboard can open it, and this class opens Optuna's studies.
/// Thread: any.
class SqlStorage : public FileStudy {
public:
    /// Creates a file with a new study and opens it for writing. Errors: StudyExists, StudyLocked, FileUnwritable, DiskFull.
    static Result<std::shared_ptr<SqlStorage>> create(const std::filesystem::path& file, const std::string& studyName, Direction direction);

    /// Opens the study `studyName` in `file`; an empty name means the only one. A study of several objectives can only be read.
    /// Errors: StudyJournal, StudyMissing, StudySeveral, StudySeveralObjectives, StudyNotSqlite, StudyLocked, StudyOtherVersion, StudyCorrupt,
    /// FileUnreadable, FileUnwritable, those of WriterLock::acquire.
    static Result<std::shared_ptr<SqlStorage>> open(const std::filesystem::path& file, StorageMode mode, const std::string& studyName = {},
                                                    const SqlReading& reading = {});

    const std::string& studyName() const override { return m_studyName; }
    Direction direction() const override { return m_directions.front(); }
    std::vector<Direction> directions() const override { return m_directions; }
    Result<std::vector<FrozenTrial>> trials(std::int64_t afterId = 0, std::int64_t throughId = lastTrialId) const override;
    Result<FrozenTrial> createTrial(const TrialUpdate& first) override;
    Result<std::optional<FrozenTrial>> startTrial(std::int64_t trialId, const TrialUpdate& first) override;
    Status updateTrial(std::int64_t trialId, const TrialUpdate& update) override;
    Result<StudyAttributes> attributes() const override;
    Status setAttributes(const StudyAttributes& changed) override;

    Result<std::int64_t> trialCount(std::int64_t throughId = lastTrialId) const override;
    Result<std::int64_t> version() const override;
    bool isStill() const override { return m_still; }

private:
    SqlStorage(std::filesystem::path file, std::optional<WriterLock> lock, std::unique_ptr<SqlThread> thread, bool largeAsText);
    Status identify(const std::string& studyName);
    Status readDirections(SqlConnection& sql);
    Result<std::int64_t> nextNumber(SqlConnection& sql);
    Result<FrozenTrial> readTrial(SqlConnection& sql, std::int64_t trialId) const;

    const std::filesystem::path m_file;
    std::optional<WriterLock> m_lock; ///< released after the connection is closed
    std::unique_ptr<SqlThread> m_thread;
    const bool m_largeAsText;
    bool m_still = false;
    std::string m_studyName;
    std::int64_t m_studyId = 0;
    std::vector<Direction> m_directions = {Direction::Minimize}; ///< one for each objective
    std::int64_t m_lastNumber = -1, m_lastId = 0;                ///< highest number among ids up to m_lastId; used on m_thread only
};

} // namespace reweigh
