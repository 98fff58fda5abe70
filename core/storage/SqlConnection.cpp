// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlConnection.h"

#include "core/base/PathText.h"

#include <QSqlError>
#include <QVariant>

#include <atomic>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace reweigh {
namespace {

using Identity = std::pair<std::uint64_t, std::uint64_t>;

Identity identityOf(const std::filesystem::path& file)
{
    struct stat info {};
    return ::stat(file.c_str(), &info) == 0 ? Identity(info.st_dev, info.st_ino) : Identity();
}

/// SQLite's primary result codes (sqlite.org/rescode.html), which the driver hands on as numbers.
enum SqliteCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
};

bool diskIsFull(const std::filesystem::path& file)
{
    struct statvfs info {};
    return ::statvfs(file.parent_path().empty() ? "." : file.parent_path().c_str(), &info) == 0 && info.f_bavail == 0;
}

} // namespace

SqlConnection::SqlConnection(std::filesystem::path file, SqlMode mode)
    : m_file(std::move(file))
    , m_mode(mode)
{
    static std::atomic<int> made{0};
    m_name = QStringLiteral("reweigh-study-%1").arg(made++);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const std::filesystem::path& file, SqlMode mode,
                                                           int busyTimeoutMs)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(file, mode));
    if (const Status connected = connection->connect(busyTimeoutMs); !connected)
        return connected.error();
    return connection;
}

Status SqlConnection::connect(int busyTimeoutMs)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    // As an address: a QString cannot hold the bytes of a name that is no UTF-8.
    m_database.setDatabaseName(QString::fromLatin1(fileAddress(m_file)));
    QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (m_mode == SqlMode::Read)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return translate(m_database.lastError());
    m_identity = identityOf(m_file);
    if (m_mode == SqlMode::Write)
        // NORMAL in a write-ahead log survives the process; a power cut may lose the newest trials, never the file.
        for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL"}) {
            const auto set = execute(pragma);
            if (!set)
                return set.error();
            (*set)->finish();
        }
    return {};
}

SqlConnection::~SqlConnection()
{
    m_statements.clear();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<QSqlQuery*> SqlConnection::execute(const char* sql, std::initializer_list<QVariant> values)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromUtf8(sql)))
            return errorOf(query);
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    int position = 0;
    for (const QVariant& value : values)
        query.bindValue(position++, value);
    if (!query.exec())
        return errorOf(query);
    return &query;
}

Status SqlConnection::transaction(const std::function<Status()>& steps)
{
    // A file that was removed under us would go on taking writes that nobody can ever read.
    if (m_mode != SqlMode::Build && vanished())
        return Error{ErrorCode::StudyMissing, m_file.string(), {}, {}};
    if (const auto begun = execute(m_mode == SqlMode::Read ? "BEGIN" : "BEGIN IMMEDIATE"); !begun)
        return begun.error();
    Status done = steps();
    if (done) {
        const auto committed = execute("COMMIT");
        if (committed)
            return {};
        done = committed.error();
    }
    for (auto& [text, query] : m_statements)
        query.finish();
    (void)execute("ROLLBACK"); // SQLite may have rolled back already
    return done;
}

bool SqlConnection::vanished() const
{
    return identityOf(m_file) != m_identity;
}

Error SqlConnection::errorOf(const QSqlQuery& failed) const
{
    return translate(failed.lastError());
}

Error SqlConnection::translate(const QSqlError& error) const
{
    const auto made = [&](ErrorCode code) { return Error{code, m_file.string(), error.text().toStdString(), {}}; };
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return made(ErrorCode::StudyLocked);
    case Full:
        return made(ErrorCode::DiskFull);
    case NotADatabase:
        return made(ErrorCode::StudyNotSqlite);
    case ReadOnly:
    case Permission:
        return made(ErrorCode::FileUnwritable);
    case CannotOpen:
    case IoError:
        if (diskIsFull(m_file))
            return made(ErrorCode::DiskFull);
        if (!isThere(m_file) && m_mode != SqlMode::Build)
            return made(ErrorCode::StudyMissing);
        return made(m_mode == SqlMode::Read ? ErrorCode::StudyCorrupt : ErrorCode::FileUnwritable);
    default:
        return made(ErrorCode::StudyCorrupt);
    }
}

} // namespace reweigh
