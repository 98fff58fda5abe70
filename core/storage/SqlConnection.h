// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/storage/FileCopy.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>

namespace reweigh {

enum class SqlMode {
    Read,  ///< never writes, so that it never blocks a writer
    Write, ///< write-ahead log, so that others can read while it writes
    Build, ///< creates a file; a rollback journal leaves a single file when it is closed
};

/// One connection to a SQLite file. Thread: only the one that created it (Qt's rule).
class SqlConnection {
public:
    /// Opens `file`. A call waits up to `busyTimeoutMs` milliseconds for another process's lock. For reading, a file that SQLite cannot
    /// open where it lies is read as one that never changes, or from a private copy: SQLite would have to write beside it, on read-only
    /// media or in another user's folder, or its file system has no locks.
    /// Errors of all functions: StudyNotSqlite, StudyLocked, StudyNoLocks, StudyMissing, StudyCorrupt, FileUnreadable, FileUnwritable,
    /// DiskFull.
    static Result<std::unique_ptr<SqlConnection>> open(const std::filesystem::path& file, SqlMode mode, int busyTimeoutMs);
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Runs `sql` with these values for its placeholders. `sql` must be a literal, because prepared statements are looked up by
    /// its address. The query is valid until the same literal is run again. Call finish() on it if not all rows are read.
    Result<QSqlQuery*> execute(const char* sql, std::initializer_list<QVariant> values = {});

    /// Runs `steps` in a transaction and commits it, or rolls everything back if `steps` returns an error or throws. Outside SqlMode::Read it
    /// takes the write lock at the beginning.
    Status transaction(const std::function<Status()>& steps);

    /// Whether what is read is what the file held at the opening.
    bool isStill() const { return m_still; }

    /// Converts the last error of `failed`, also one that occurred while reading rows.
    Error errorOf(const QSqlQuery& failed) const;

private:
    SqlConnection(std::filesystem::path file, SqlMode mode);
    Status connect(int busyTimeoutMs);
    Status openAt(const std::filesystem::path& file, const QString& parameters, bool readOnly);
    Status probe();
    Status openCopy(const Error& reason);
    Error translate(const QSqlError& error) const;
    bool vanished() const;
    void rollBack();

    std::filesystem::path m_file;
    SqlMode m_mode;
    QString m_name;
    int m_busyTimeoutMs = 0;
    std::optional<FileCopy> m_copy; ///< what is open instead of m_file
    bool m_still = false;
    QSqlDatabase m_database;
    std::unordered_map<const char*, QSqlQuery> m_statements;
    std::pair<std::uint64_t, std::uint64_t> m_identity; ///< device and inode when opened
};

/// A thread with a connection, for callers on any thread: Qt lets only the thread that opened a connection use it, but
/// several workers write to a study. The thread runs the callers' functions one after another, and each caller waits.
class SqlThread {
public:
    /// Starts the thread and opens the connection on it. Errors: those of SqlConnection::open().
    static Result<std::unique_ptr<SqlThread>> open(const std::filesystem::path& file, SqlMode mode, int busyTimeoutMs);
    ~SqlThread();
    SqlThread(const SqlThread&) = delete;
    SqlThread& operator=(const SqlThread&) = delete;

    /// Runs work(SqlConnection&) on the connection's thread and returns its result. Thread: any but the connection's.
    template <typename Work> auto run(Work work)
    {
        using Value = std::invoke_result_t<Work, SqlConnection&>;
        std::packaged_task<Value()> task([&] { return work(*m_connection); });
        std::future<Value> value = task.get_future();
        post([&] { task(); });
        return value.get();
    }

private:
    SqlThread();
    void post(std::function<void()> job);
    void loop(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_posted;
    std::deque<std::function<void()>> m_jobs;
    std::unique_ptr<SqlConnection> m_connection; ///< made, used and destroyed on m_thread
    std::jthread m_thread;
};

/// The versions of the tables that Optuna 5.0.0 creates. Those of Optuna 3.0 and 3.1, the revision before, lack only an index.
inline constexpr int optunaSchema = 12;
inline constexpr const char* optunaRevision = "v3.2.0.a";
inline constexpr const char* optunaRevisionBefore = "v3.0.0.d";

/// Creates Optuna's tables in an empty database. Errors: those of SqlConnection.
Status createTables(SqlConnection& connection);

/// Checks that the database has Optuna's tables in one of these versions; `file` is for the error only.
/// Errors: StudyNotSqlite (no tables of studies), StudyOtherVersion, those of SqlConnection.
Status checkTables(SqlConnection& connection, const std::filesystem::path& file);

} // namespace reweigh
