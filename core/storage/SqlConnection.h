// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <filesystem>
#include <functional>
#include <initializer_list>
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

} // namespace reweigh
