// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/SqlConnection.h"
#include "core/storage/WriterLock.h"
#include "core/study/StudyStorage.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

namespace reweigh {

enum class StorageMode {
    Read,  ///< never writes and never stands in a writer's way
    Write, ///< the one writer: holds the study's WriterLock
};

/// How a study is read.
struct SqlReading {
    std::chrono::milliseconds patience = std::chrono::seconds(5); ///< how long a call waits for another process's lock
    /// Leaves the largest of our attributes (isLarge()), nine tenths of a trial, as strings of their JSON text. trialFacts()
    /// understands both; many trials are read in a third of the time and take a third of the memory.
    bool largeAsText = false;
};

/// A study in a SQLite file with Optuna's tables: Optuna and its dashboard open it, we open theirs.
/// Thread: any.
class SqlStorage : public StudyStorage {
public:
    /// A new study in a new file. Errors: StudyExists, StudyLocked, FileUnwritable, DiskFull.
    static Result<std::shared_ptr<SqlStorage>> create(const std::filesystem::path& file, const std::string& studyName,
                                                      Direction direction);

    /// Study `studyName` of `file`; an empty name means the only one, or the first.
    /// Errors: StudyMissing, StudyNotSqlite, StudyLocked, StudyOtherVersion, StudyCorrupt (several
    /// objectives too), FileUnwritable.
    static Result<std::shared_ptr<SqlStorage>> open(const std::filesystem::path& file, StorageMode mode,
                                                    const std::string& studyName = {}, const SqlReading& reading = {});

    const std::string& studyName() const override { return m_studyName; }
    Direction direction() const override { return m_direction; }
    Result<std::vector<FrozenTrial>> trials(std::int64_t afterId = 0, std::int64_t throughId = lastTrialId) const override;
    Result<FrozenTrial> createTrial(const TrialUpdate& first) override;
    Result<std::optional<FrozenTrial>> startTrial(std::int64_t trialId, const TrialUpdate& first) override;
    Status updateTrial(std::int64_t trialId, const TrialUpdate& update) override;
    Result<StudyAttributes> attributes() const override;
    Status setAttributes(const StudyAttributes& changed) override;

    /// Trials of the study.
    Result<std::int64_t> trialCount() const;

    /// A number that is another one once somebody else has written to the file.
    Result<std::int64_t> version() const;

private:
    SqlStorage(std::filesystem::path file, std::optional<WriterLock> lock, std::unique_ptr<SqlThread> thread, bool largeAsText);
    Status identify(const std::string& studyName);
    Result<std::int64_t> nextNumber(SqlConnection& sql);
    Result<FrozenTrial> readTrial(SqlConnection& sql, std::int64_t trialId) const;

    const std::filesystem::path m_file;
    std::optional<WriterLock> m_lock; ///< given back after the connection is closed
    std::unique_ptr<SqlThread> m_thread;
    const bool m_largeAsText;
    std::string m_studyName;
    std::int64_t m_studyId = 0;
    Direction m_direction = Direction::Minimize;
    std::int64_t m_lastNumber = -1, m_lastId = 0; ///< the highest number, and the id up to which it was looked for; the thread's
};

} // namespace reweigh
