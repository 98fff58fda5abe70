// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlStorage.h"

#include "core/base/PathText.h"
#include "core/storage/SqlConnection.h"
#include "core/storage/SqlText.h"
#include "core/storage/SqlTrials.h"
#include "core/storage/StudyChoice.h"
#include "core/storage/StudyFile.h"
#include "core/storage/TrialRules.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <limits>

namespace reweigh {
namespace {

constexpr int busyTimeoutMs = 5000;

/// Creates the tables and the study's row in a temporary file and renames it only when it is complete.
Status buildFile(const std::filesystem::path& file, const std::string& studyName, Direction direction)
{
    const std::filesystem::path part = file.string() + ".part";
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    {
        const auto connection = SqlConnection::open(part, SqlMode::Build, busyTimeoutMs);
        if (!connection)
            return connection.error();
        SqlConnection& sql = **connection;
        const Status built = sql.transaction([&]() -> Status {
            if (const Status status = createTables(sql); !status)
                return status;
            if (const auto study =
                    sql.execute("INSERT INTO studies (study_id, study_name) VALUES (1, ?)", {QString::fromStdString(studyName)});
                !study)
                return study.error();
            const auto way =
                sql.execute("INSERT INTO study_directions (direction, study_id, objective) VALUES (?, 1, 0)", {nameOf(direction)});
            return way ? Status() : Status(way.error());
        });
        if (!built) {
            Error error = built.error();
            error.where = file.string();
            std::filesystem::remove(part, ignored);
            return error;
        }
    }
    std::error_code code;
    std::filesystem::rename(part, file, code);
    if (code)
        return Error{ErrorCode::FileUnwritable, file.string(), code.message(), {}};
    return {};
}

} // namespace

SqlStorage::SqlStorage(std::filesystem::path file, std::optional<WriterLock> lock, std::unique_ptr<SqlThread> thread, bool largeAsText)
    : m_file(std::move(file))
    , m_lock(std::move(lock))
    , m_thread(std::move(thread))
    , m_largeAsText(largeAsText)
{
}

Result<std::shared_ptr<SqlStorage>> SqlStorage::create(const std::filesystem::path& file, const std::string& studyName, Direction direction)
{
    {
        const Result<WriterLock> lock = WriterLock::acquire(file);
        if (!lock)
            return lock.error();
        if (isThere(file))
            return Error{ErrorCode::StudyExists, file.string(), {}, "--resume"};
        if (const Status built = buildFile(file, studyName, direction); !built)
            return built.error();
    }
    return open(file, StorageMode::Write, studyName);
}

Result<std::shared_ptr<SqlStorage>> SqlStorage::open(const std::filesystem::path& file, StorageMode mode, const std::string& studyName,
                                                     const SqlReading& reading)
{
    const Result<StudyFileKind> kind = kindOfStudyFile(file);
    if (!kind)
        return kind.error();
    if (*kind == StudyFileKind::Journal)
        return journalError(file);
    std::optional<WriterLock> lock;
    if (mode == StorageMode::Write) {
        Result<WriterLock> acquired = WriterLock::acquire(file);
        if (!acquired)
            return acquired.error();
        lock.emplace(std::move(acquired).value());
    }
    auto thread = SqlThread::open(file, mode == StorageMode::Write ? SqlMode::Write : SqlMode::Read, int(reading.patience.count()));
    if (!thread)
        return thread.error();
    std::shared_ptr<SqlStorage> storage(new SqlStorage(file, std::move(lock), std::move(thread).value(), reading.largeAsText));
    if (const Status identified = storage->identify(studyName); !identified)
        return identified.error();
    return storage;
}

Status SqlStorage::identify(const std::string& studyName)
{
    return m_thread->run([&](SqlConnection& sql) -> Status {
        m_still = sql.isStill();
        if (const Status tables = checkTables(sql, m_file); !tables)
            return tables;
        const Result<std::vector<StudyRow>> studies = readStudies(sql);
        if (!studies)
            return studies.error();
        std::vector<std::string> names;
        for (const StudyRow& study : *studies)
            names.push_back(study.name);
        const Result<std::size_t> chosen = chooseStudy(names, studyName, m_file);
        if (!chosen)
            return chosen.error();
        m_studyId = (*studies)[*chosen].id;
        m_studyName = names[*chosen];
        return readDirections(sql);
    });
}

Status SqlStorage::readDirections(SqlConnection& sql)
{
    const auto rows = sql.execute("SELECT direction FROM study_directions WHERE study_id = ? ORDER BY objective", {qlonglong(m_studyId)});
    if (!rows)
        return rows.error();
    m_directions.clear();
    while ((*rows)->next())
        m_directions.push_back((*rows)->value(0).toString() == QLatin1String("MAXIMIZE") ? Direction::Maximize : Direction::Minimize);
    if ((*rows)->lastError().isValid())
        return sql.errorOf(**rows);
    if (m_directions.empty())
        return Error{ErrorCode::StudyCorrupt, m_file.string(), "no objective", {}};
    if (m_lock && m_directions.size() > 1)
        return Error{ErrorCode::StudySeveralObjectives, m_file.string(), std::to_string(m_directions.size()), {}};
    return {};
}

Result<std::vector<FrozenTrial>> SqlStorage::trials(std::int64_t afterId, std::int64_t throughId) const
{
    return m_thread->run([&](SqlConnection& sql) -> Result<std::vector<FrozenTrial>> {
        Result<std::vector<FrozenTrial>> read = std::vector<FrozenTrial>();
        // One transaction, so that all tables are read in the same state.
        const Status done = sql.transaction([&]() -> Status {
            read = readTrials(sql, {m_studyId, afterId, throughId, m_largeAsText, m_directions.size() > 1}, m_file);
            return read ? Status() : Status(read.error());
        });
        if (!done)
            return done.error();
        return read;
    });
}

/// One more than the highest number seen so far. Counting rows, as Optuna does, would repeat a number after a trial was deleted.
Result<std::int64_t> SqlStorage::nextNumber(SqlConnection& sql)
{
    const auto added = sql.execute("SELECT MAX(number), MAX(trial_id) FROM trials WHERE study_id = ? AND trial_id > ?",
                                   {qlonglong(m_studyId), qlonglong(m_lastId)});
    if (!added)
        return added.error();
    if ((*added)->next() && !(*added)->value(1).isNull()) {
        m_lastNumber = std::max<std::int64_t>(m_lastNumber, (*added)->value(0).toLongLong());
        m_lastId = (*added)->value(1).toLongLong();
    }
    (*added)->finish();
    if (m_lastNumber == std::numeric_limits<std::int64_t>::max())
        return Error{ErrorCode::StudyCorrupt, m_file.string(), "a trial has the number " + std::to_string(m_lastNumber), {}};
    return m_lastNumber + 1;
}

Result<FrozenTrial> SqlStorage::readTrial(SqlConnection& sql, std::int64_t trialId) const
{
    Result<std::vector<FrozenTrial>> read = readTrials(sql, {m_studyId, trialId - 1, trialId}, m_file);
    if (!read)
        return read.error();
    if (read->empty())
        return Error{ErrorCode::StudyCorrupt, m_file.string(), "the trial with id " + std::to_string(trialId) + " is gone", {}};
    return std::move(read.value().front());
}

Result<FrozenTrial> SqlStorage::createTrial(const TrialUpdate& first)
{
    if (const Status rules = checkUpdate(TrialState::Running, first); !rules)
        return rules.error();
    return m_thread->run([&](SqlConnection& sql) -> Result<FrozenTrial> {
        std::int64_t id = 0;
        const Status done = sql.transaction([&]() -> Status {
            const Result<std::int64_t> number = nextNumber(sql);
            if (!number)
                return number.error();
            const Result<std::int64_t> inserted = insertTrial(sql, m_studyId, *number);
            if (!inserted)
                return inserted.error();
            id = *inserted;
            if (const Status status = writeUpdate(sql, id, first); !status)
                return status;
            return writeStudyAttributes(sql, m_studyId, first.study);
        });
        if (!done)
            return done.error();
        return readTrial(sql, id);
    });
}

Result<std::optional<FrozenTrial>> SqlStorage::startTrial(std::int64_t trialId, const TrialUpdate& first)
{
    if (const Status rules = checkUpdate(TrialState::Running, first); !rules)
        return rules.error();
    return m_thread->run([&](SqlConnection& sql) -> Result<std::optional<FrozenTrial>> {
        bool taken = false;
        const Status done = sql.transaction([&]() -> Status {
            const auto row = sql.execute("UPDATE trials SET state = 'RUNNING', datetime_start = ? WHERE trial_id = ? AND study_id = ? AND "
                                         "state = 'WAITING'",
                                         {toSql(currentTime()), qlonglong(trialId), qlonglong(m_studyId)});
            if (!row)
                return row.error();
            taken = (*row)->numRowsAffected() == 1;
            if (!taken)
                return {};
            if (const Status status = writeUpdate(sql, trialId, first); !status)
                return status;
            return writeStudyAttributes(sql, m_studyId, first.study);
        });
        if (!done)
            return done.error();
        if (!taken)
            return std::optional<FrozenTrial>();
        Result<FrozenTrial> trial = readTrial(sql, trialId);
        if (!trial)
            return trial.error();
        return std::optional(std::move(trial).value());
    });
}

Status SqlStorage::updateTrial(std::int64_t trialId, const TrialUpdate& update)
{
    return m_thread->run([&](SqlConnection& sql) -> Status {
        return sql.transaction([&]() -> Status {
            const auto row =
                sql.execute("SELECT state FROM trials WHERE trial_id = ? AND study_id = ?", {qlonglong(trialId), qlonglong(m_studyId)});
            if (!row)
                return row.error();
            const bool found = (*row)->next();
            const auto state = found ? trialStateFromSql((*row)->value(0).toString()) : std::nullopt;
            (*row)->finish();
            if (!state)
                return Error{ErrorCode::Internal, m_file.string(), "no trial with id " + std::to_string(trialId), {}};
            if (const Status rules = checkUpdate(*state, update); !rules)
                return rules;
            if (const Status status = writeUpdate(sql, trialId, update); !status)
                return status;
            return writeStudyAttributes(sql, m_studyId, update.study);
        });
    });
}

Result<StudyAttributes> SqlStorage::attributes() const
{
    return m_thread->run([&](SqlConnection& sql) -> Result<StudyAttributes> {
        Result<StudyAttributes> read = StudyAttributes();
        // One transaction, so that both tables are read in the same state.
        const Status done = sql.transaction([&]() -> Status {
            read = readStudyAttributes(sql, m_studyId);
            return read ? Status() : Status(read.error());
        });
        if (!done)
            return done.error();
        return read;
    });
}

Result<std::int64_t> SqlStorage::trialCount(std::int64_t throughId) const
{
    return m_thread->run([&](SqlConnection& sql) -> Result<std::int64_t> {
        const auto row =
            sql.execute("SELECT COUNT(*) FROM trials WHERE study_id = ? AND trial_id <= ?", {qlonglong(m_studyId), qlonglong(throughId)});
        if (!row)
            return row.error();
        const std::int64_t count = (*row)->next() ? (*row)->value(0).toLongLong() : 0;
        (*row)->finish();
        return count;
    });
}

Result<std::int64_t> SqlStorage::version() const
{
    return m_thread->run([&](SqlConnection& sql) -> Result<std::int64_t> {
        const auto row = sql.execute("PRAGMA data_version");
        if (!row)
            return row.error();
        const std::int64_t version = (*row)->next() ? (*row)->value(0).toLongLong() : 0;
        (*row)->finish();
        return version;
    });
}

Status SqlStorage::setAttributes(const StudyAttributes& changed)
{
    return m_thread->run(
        [&](SqlConnection& sql) -> Status { return sql.transaction([&] { return writeStudyAttributes(sql, m_studyId, changed); }); });
}

} // namespace reweigh
