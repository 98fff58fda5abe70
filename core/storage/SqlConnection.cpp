// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlConnection.h"

#include "core/base/PathText.h"

#include <QSqlError>
#include <QVariant>

#include <atomic>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace reweigh {
namespace {

/// Names, types and constraints are Optuna's, so that Optuna's own migrations find what they expect.
const char* const tables[] = {
    "CREATE TABLE studies (study_id INTEGER NOT NULL, study_name VARCHAR(512) NOT NULL, PRIMARY KEY (study_id))",
    "CREATE UNIQUE INDEX ix_studies_study_name ON studies (study_name)",
    "CREATE TABLE version_info (version_info_id INTEGER NOT NULL, schema_version INTEGER, library_version VARCHAR(256), "
    "PRIMARY KEY (version_info_id), CHECK (version_info_id=1))",
    "CREATE TABLE study_directions (study_direction_id INTEGER NOT NULL, direction VARCHAR(8) NOT NULL, "
    "study_id INTEGER NOT NULL, objective INTEGER NOT NULL, PRIMARY KEY (study_direction_id), "
    "UNIQUE (study_id, objective), FOREIGN KEY(study_id) REFERENCES studies (study_id))",
    "CREATE TABLE study_user_attributes (study_user_attribute_id INTEGER NOT NULL, study_id INTEGER, \"key\" VARCHAR(512), "
    "value_json TEXT, PRIMARY KEY (study_user_attribute_id), UNIQUE (study_id, \"key\"), "
    "FOREIGN KEY(study_id) REFERENCES studies (study_id))",
    "CREATE TABLE study_system_attributes (study_system_attribute_id INTEGER NOT NULL, study_id INTEGER, \"key\" VARCHAR(512), "
    "value_json TEXT, PRIMARY KEY (study_system_attribute_id), UNIQUE (study_id, \"key\"), "
    "FOREIGN KEY(study_id) REFERENCES studies (study_id))",
    "CREATE TABLE trials (trial_id INTEGER NOT NULL, number INTEGER, study_id INTEGER, state VARCHAR(8) NOT NULL, "
    "datetime_start DATETIME, datetime_complete DATETIME, PRIMARY KEY (trial_id), "
    "FOREIGN KEY(study_id) REFERENCES studies (study_id))",
    "CREATE INDEX ix_trials_study_id ON trials (study_id)",
    "CREATE TABLE trial_user_attributes (trial_user_attribute_id INTEGER NOT NULL, trial_id INTEGER, \"key\" VARCHAR(512), "
    "value_json TEXT, PRIMARY KEY (trial_user_attribute_id), UNIQUE (trial_id, \"key\"), "
    "FOREIGN KEY(trial_id) REFERENCES trials (trial_id))",
    "CREATE TABLE trial_system_attributes (trial_system_attribute_id INTEGER NOT NULL, trial_id INTEGER, \"key\" VARCHAR(512), "
    "value_json TEXT, PRIMARY KEY (trial_system_attribute_id), UNIQUE (trial_id, \"key\"), "
    "FOREIGN KEY(trial_id) REFERENCES trials (trial_id))",
    "CREATE TABLE trial_params (param_id INTEGER NOT NULL, trial_id INTEGER, param_name VARCHAR(512), param_value FLOAT, "
    "distribution_json TEXT, PRIMARY KEY (param_id), UNIQUE (trial_id, param_name), "
    "FOREIGN KEY(trial_id) REFERENCES trials (trial_id))",
    "CREATE TABLE trial_values (trial_value_id INTEGER NOT NULL, trial_id INTEGER NOT NULL, objective INTEGER NOT NULL, "
    "value FLOAT, value_type VARCHAR(7) NOT NULL, PRIMARY KEY (trial_value_id), UNIQUE (trial_id, objective), "
    "FOREIGN KEY(trial_id) REFERENCES trials (trial_id))",
    "CREATE TABLE trial_intermediate_values (trial_intermediate_value_id INTEGER NOT NULL, trial_id INTEGER NOT NULL, "
    "step INTEGER NOT NULL, intermediate_value FLOAT, intermediate_value_type VARCHAR(7) NOT NULL, "
    "PRIMARY KEY (trial_intermediate_value_id), UNIQUE (trial_id, step), FOREIGN KEY(trial_id) REFERENCES trials (trial_id))",
    "CREATE TABLE trial_heartbeats (trial_heartbeat_id INTEGER NOT NULL, trial_id INTEGER NOT NULL, heartbeat DATETIME NOT NULL, "
    "PRIMARY KEY (trial_heartbeat_id), UNIQUE (trial_id), FOREIGN KEY(trial_id) REFERENCES trials (trial_id))",
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
    "INSERT INTO version_info (version_info_id, schema_version, library_version) VALUES (1, 12, '5.0.0')",
    "INSERT INTO alembic_version (version_num) VALUES ('v3.2.0.a')",
};

} // namespace

Status createTables(SqlConnection& connection)
{
    for (const char* sql : tables)
        if (const auto made = connection.execute(sql); !made)
            return made.error();
    return {};
}

Status checkTables(SqlConnection& connection, const std::filesystem::path& file)
{
    const std::string known = "schema " + std::to_string(optunaSchema) + ", " + optunaRevision + " (Optuna 5.0.0)";
    const auto other = [&](const std::string& found) { return Error{ErrorCode::StudyOtherVersion, file.string(), found, known}; };
    const auto present = connection.execute(
        "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN ('version_info', 'alembic_version', 'studies', 'trials')");
    if (!present)
        return present.error();
    const bool complete = (*present)->next() && (*present)->value(0).toInt() == 4;
    (*present)->finish();
    if (!complete)
        return other("no tables of a study");
    const auto version =
        connection.execute("SELECT schema_version, (SELECT group_concat(version_num) FROM alembic_version) FROM version_info");
    if (!version)
        return version.error();
    const bool stated = (*version)->next();
    const int schema = stated ? (*version)->value(0).toInt() : 0;
    const std::string revision = stated ? (*version)->value(1).toString().toStdString() : std::string();
    (*version)->finish();
    if (schema != optunaSchema || revision != optunaRevision)
        return other("schema " + std::to_string(schema) + ", " + revision);
    return {};
}

SqlThread::SqlThread()
    : m_thread([this](std::stop_token stop) { loop(stop); })
{
}

Result<std::unique_ptr<SqlThread>> SqlThread::open(const std::filesystem::path& file, SqlMode mode, int busyTimeoutMs)
{
    std::unique_ptr<SqlThread> made(new SqlThread);
    std::packaged_task<Status()> connect([&]() -> Status {
        auto connection = SqlConnection::open(file, mode, busyTimeoutMs);
        if (!connection)
            return connection.error();
        made->m_connection = std::move(connection.value());
        return {};
    });
    std::future<Status> connected = connect.get_future();
    made->post([&] { connect(); });
    if (const Status status = connected.get(); !status)
        return status.error();
    return made;
}

SqlThread::~SqlThread()
{
    post([this] { m_connection.reset(); });
    m_thread.request_stop();
    m_thread.join();
}

void SqlThread::post(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_posted.notify_one();
}

void SqlThread::loop(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    while (m_posted.wait(lock, stop, [this] { return !m_jobs.empty(); })) {
        const std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        lock.lock();
    }
}

namespace {

using Identity = std::pair<std::uint64_t, std::uint64_t>;

Identity identityOf(const std::filesystem::path& file)
{
    struct stat info { };
    return ::stat(file.c_str(), &info) == 0 ? Identity(info.st_dev, info.st_ino) : Identity();
}

/// SQLite's primary result codes (sqlite.org/rescode.html), which Qt's driver returns as numbers.
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
    struct statvfs info { };
    return ::statvfs(file.parent_path().empty() ? "." : file.parent_path().c_str(), &info) == 0 && info.f_bavail == 0;
}

/// Whether a rollback journal lies beside `file`: of a change that is being made, or of one that a killed process left half made.
bool hasJournal(const std::filesystem::path& file)
{
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(file.native() + "-journal", missing);
    return !missing && bytes > 0;
}

/// Whether nothing can be written beside `file`, and neither a write-ahead log nor a journal lies there. SQLite cannot open a file with such a log for reading
/// then, because it would have to create the log's index. No process writes the file, so it may be read as one that never changes.
bool liesStill(const std::filesystem::path& file)
{
    const std::filesystem::path folder = file.parent_path().empty() ? "." : file.parent_path();
    return ::access(folder.c_str(), W_OK) != 0 && !isThere(file.native() + "-wal") && !hasJournal(file);
}

} // namespace

SqlConnection::SqlConnection(std::filesystem::path file, SqlMode mode)
    : m_file(std::move(file))
    , m_mode(mode)
{
    static std::atomic<int> made{0};
    m_name = QStringLiteral("reweigh-study-%1").arg(made++);
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const std::filesystem::path& file, SqlMode mode, int busyTimeoutMs)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(file, mode));
    if (const Status connected = connection->connect(busyTimeoutMs); !connected)
        return connected.error();
    return connection;
}

Status SqlConnection::connect(int busyTimeoutMs)
{
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    // Passed as a "file:" address, because a QString cannot hold a name whose bytes are not UTF-8.
    QString address = QString::fromLatin1(fileAddress(m_file));
    // Before it reads, SQLite undoes what a killed process left half made, for which it has to write.
    const bool undoes = m_mode == SqlMode::Read && hasJournal(m_file);
    if (undoes)
        address += QStringLiteral("?mode=rw");
    else if (m_mode == SqlMode::Read && liesStill(m_file))
        address += QStringLiteral("?immutable=1");
    m_database.setDatabaseName(address);
    QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
    if (m_mode == SqlMode::Read && !undoes)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    m_database.setConnectOptions(options);
    if (!m_database.open())
        return translate(m_database.lastError());
    m_identity = identityOf(m_file);
    if (m_mode == SqlMode::Write)
        // With a write-ahead log, NORMAL loses nothing if the process dies; a power failure may lose the newest trials, never the file.
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
    // If another process has removed the file, writes to it would still succeed, but nobody could ever read them.
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
    case Locked: return made(ErrorCode::StudyLocked);
    case Full: return made(ErrorCode::DiskFull);
    case NotADatabase: return made(ErrorCode::StudyNotSqlite);
    case ReadOnly:
    case Permission: return made(ErrorCode::FileUnwritable);
    case CannotOpen:
    case IoError:
        if (diskIsFull(m_file))
            return made(ErrorCode::DiskFull);
        if (!isThere(m_file) && m_mode != SqlMode::Build)
            return made(ErrorCode::StudyMissing);
        return made(m_mode == SqlMode::Read ? ErrorCode::StudyCorrupt : ErrorCode::FileUnwritable);
    default: return made(ErrorCode::StudyCorrupt);
    }
}

} // namespace reweigh
