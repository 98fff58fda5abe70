// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

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
#include <thread>
#include <unordered_map>

namespace reweigh {

enum class SqlMode {
    Read,  ///< never writes, so never stands in a writer's way
    Write, ///< write-ahead log, so that readers go on while it writes
    Build, ///< a new file, with a rollback journal: closed, it is one file
};

/// One connection to a SQLite file. Thread: the one that made it (Qt's rule).
class SqlConnection {
public:
    /// Errors: StudyNotSqlite, StudyLocked, StudyCorrupt, FileUnwritable, DiskFull.
    static Result<std::unique_ptr<SqlConnection>> open(const std::filesystem::path& file, SqlMode mode,
                                                       int busyTimeoutMs);
    ~SqlConnection();
    SqlConnection(const SqlConnection&) = delete;
    SqlConnection& operator=(const SqlConnection&) = delete;

    /// Runs `sql` (prepared once, found again by its address: a literal) with these values. The query
    /// stays good until the same text is run again. A read that stops early calls finish() on it.
    Result<QSqlQuery*> execute(const char* sql, std::initializer_list<QVariant> values = {});

    /// `steps` between BEGIN and COMMIT: all of it, or nothing. A writer takes the write lock at once.
    Status transaction(const std::function<Status()>& steps);

    /// Our code for what `failed` reports: also of errors met while stepping through rows.
    Error errorOf(const QSqlQuery& failed) const;

private:
    SqlConnection(std::filesystem::path file, SqlMode mode);
    Status connect(int busyTimeoutMs);
    Error translate(const QSqlError& error) const;
    bool vanished() const;

    std::filesystem::path m_file;
    SqlMode m_mode;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<const char*, QSqlQuery> m_statements;
    std::pair<std::uint64_t, std::uint64_t> m_identity; ///< device and inode when opened
};


/// The thread a connection lives on: Qt lets only the thread that opened one use it, while a study is
/// written by whichever worker finishes. Calls are run there in turn, and waited for.
class SqlThread {
public:
    static Result<std::unique_ptr<SqlThread>> open(const std::filesystem::path& file, SqlMode mode, int busyTimeoutMs);
    ~SqlThread();
    SqlThread(const SqlThread&) = delete;
    SqlThread& operator=(const SqlThread&) = delete;

    /// work(SqlConnection&), run on the connection's thread; what it returns. Thread: any but that one.
    template <typename Work>
    auto run(Work work)
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


/// Optuna's tables as Optuna 5.0.0 makes them.
inline constexpr int optunaSchema = 12;
inline constexpr const char* optunaRevision = "v3.2.0.a";

/// Makes the tables in an empty database. Errors: those of SqlConnection.
Status createTables(SqlConnection& connection);

/// Errors: StudyOtherVersion (detail = what was found, hint = what is known), those of SqlConnection.
Status checkTables(SqlConnection& connection, const std::filesystem::path& file);

} // namespace reweigh
