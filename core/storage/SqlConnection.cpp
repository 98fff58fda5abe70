// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlConnection.h"

#include "core/base/PathText.h"
#include "core/base/ShellText.h"

#include <QSqlError>
#include <QVariant>

#include <algorithm>
#include <atomic>
#include <fstream>
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

namespace {

/// The command by which Optuna brings the tables of `file` to its own version.
std::string upgradeCommand(const std::filesystem::path& file)
{
    std::error_code ignored;
    const std::filesystem::path whole = std::filesystem::absolute(file, ignored);
    return "optuna storage upgrade --storage " + shellWord("sqlite:///" + (whole.empty() ? file : whole).string());
}

} // namespace

Status checkTables(SqlConnection& connection, const std::filesystem::path& file)
{
    const auto present = connection.execute(
        "SELECT COUNT(*), COUNT(CASE name WHEN 'alembic_version' THEN 1 END) FROM sqlite_master WHERE type = 'table' AND "
        "name IN ('version_info', 'alembic_version', 'studies', 'trials')");
    if (!present)
        return present.error();
    const bool row = (*present)->next();
    const int tables = row ? (*present)->value(0).toInt() : 0;
    const bool revised = row && (*present)->value(1).toInt() == 1; // Optuna's first releases had no table of revisions
    (*present)->finish();
    if (tables - int(revised) != 3)
        return Error{ErrorCode::StudyNotSqlite, file.string(), "no tables of Optuna's", {}};
    if (!revised)
        return Error{ErrorCode::StudyOtherVersion, file.string(), "no revision", upgradeCommand(file)};
    const auto version =
        connection.execute("SELECT schema_version, (SELECT group_concat(version_num) FROM alembic_version) FROM version_info");
    if (!version)
        return version.error();
    const bool stated = (*version)->next();
    const int schema = stated ? (*version)->value(0).toInt() : 0;
    const std::string revision = stated ? (*version)->value(1).toString().toStdString() : std::string();
    (*version)->finish();
    if (schema == optunaSchema && (revision == optunaRevision || revision == optunaRevisionBefore))
        return {};
    const bool earlier = schema < optunaSchema || (schema == optunaSchema && revision < optunaRevision);
    return Error{ErrorCode::StudyOtherVersion, file.string(), "schema " + std::to_string(schema) + ", " + revision,
                 earlier ? upgradeCommand(file) : std::string()};
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

/// The whole result codes of file locks that failed for another reason than another lock: that of the file, its shared memory, reading
/// it or checking for a writer's.
bool isLockFault(int code)
{
    constexpr int details[] = {9, 14, 15, 20}; // RDLOCK, CHECKRESERVEDLOCK, LOCK, SHMLOCK
    return (code & 0xff) == IoError && std::ranges::find(details, code >> 8) != std::end(details);
}

bool diskIsFull(const std::filesystem::path& file)
{
    struct statvfs info { };
    return ::statvfs(file.parent_path().empty() ? "." : file.parent_path().c_str(), &info) == 0 && info.f_bavail == 0;
}

bool holdsBytes(const std::filesystem::path& file)
{
    struct stat info { };
    return ::stat(file.c_str(), &info) == 0 && info.st_size > 0;
}

/// Whether a rollback journal lies beside `file`: of a change that is being made, or of one that a killed process left half made.
bool hasJournal(const std::filesystem::path& file)
{
    return holdsBytes(file.native() + "-journal");
}

bool folderIsClosed(const std::filesystem::path& file)
{
    const std::filesystem::path folder = file.parent_path().empty() ? "." : file.parent_path();
    return ::access(folder.c_str(), W_OK) != 0;
}

/// Whether the file's header asks for a write-ahead log (sqlite.org/fileformat.html, offset 18).
bool wantsLog(const std::filesystem::path& file)
{
    char header[20] = {};
    std::ifstream stream(file, std::ios::binary);
    return stream.read(header, sizeof header) && header[18] == 2;
}

/// Whether nothing can be written beside `file`, which wants a write-ahead log and has none. SQLite cannot open it for reading then,
/// because it would have to create the log and its index. No process writes the file, so it may be read as one that never changes.
bool liesStill(const std::filesystem::path& file)
{
    return folderIsClosed(file) && wantsLog(file) && !holdsBytes(file.native() + "-wal");
}

/// Whether a file that SQLite could not read may be read from a copy, by SQLite's whole result code.
bool helpedByCopy(int code)
{
    const int primary = code & 0xff;
    return primary == ReadOnly || primary == CannotOpen || isLockFault(code);
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
    m_busyTimeoutMs = busyTimeoutMs;
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_identity = identityOf(m_file);
    m_still = m_mode == SqlMode::Read && liesStill(m_file);
    // Before it reads, SQLite undoes what a killed process left half made, for which it has to write.
    const bool undoes = m_mode == SqlMode::Read && hasJournal(m_file) && !folderIsClosed(m_file) && ::access(m_file.c_str(), W_OK) == 0;
    const QString parameters = m_still ? QStringLiteral("?immutable=1") : undoes ? QStringLiteral("?mode=rw") : QString();
    if (const Status opened = openAt(m_file, parameters, m_mode == SqlMode::Read && !undoes); !opened)
        return opened;
    m_identity = identityOf(m_file); // SqlMode::Build has just made it
    if (m_mode == SqlMode::Read)
        return probe();
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

/// Opens the database at `file`, which is m_file or its copy.
Status SqlConnection::openAt(const std::filesystem::path& file, const QString& parameters, bool readOnly)
{
    // Passed as a "file:" address, because a QString cannot hold a name whose bytes are not UTF-8.
    m_database.setDatabaseName(QString::fromLatin1(fileAddress(file)) + parameters);
    QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(m_busyTimeoutMs);
    if (readOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    m_database.setConnectOptions(options);
    return m_database.open() ? Status() : Status(translate(m_database.lastError()));
}

/// SQLite opens a file only when it first reads it: reads it, and opens a copy instead if that is what helps.
Status SqlConnection::probe()
{
    QSqlQuery query(m_database);
    if (query.exec(QStringLiteral("SELECT COUNT(*) FROM sqlite_master")))
        return {};
    const Error error = errorOf(query);
    return helpedByCopy(query.lastError().nativeErrorCode().toInt()) && ::access(m_file.c_str(), R_OK) == 0 ? openCopy(error)
                                                                                                            : Status(error);
}

/// `reason`: why the file cannot be read where it lies.
Status SqlConnection::openCopy(const Error& reason)
{
    m_database.close();
    Result<FileCopy> copy = FileCopy::make(m_file, {"-wal", "-journal"});
    if (!copy) {
        Error error = reason;
        error.detail += "; " + copy.error().detail;
        return error;
    }
    m_copy.emplace(std::move(copy).value());
    m_still = true;
    // For writing, so that SQLite can complete in it what a killed writer has left.
    return openAt(m_copy->file(), {}, false);
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
    try {
        Status done = steps();
        if (done) {
            const auto committed = execute("COMMIT");
            if (committed)
                return {};
            done = committed.error();
        }
        rollBack();
        return done;
    } catch (...) { // lack of memory: the connection lives on, and must not stay in the transaction
        rollBack();
        throw;
    }
}

void SqlConnection::rollBack()
{
    for (auto& [text, query] : m_statements)
        query.finish();
    (void)execute("ROLLBACK"); // SQLite may have rolled back already
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
    const int code = error.nativeErrorCode().toInt();
    constexpr int shortRead = 2; // SQLITE_IOERR_SHORT_READ
    switch (code & 0xff) {
    case Busy:
    case Locked: return made(ErrorCode::StudyLocked);
    case Full: return made(ErrorCode::DiskFull);
    case NotADatabase: return made(ErrorCode::StudyNotSqlite);
    case ReadOnly:
    case Permission: return made(m_mode == SqlMode::Read ? ErrorCode::FileUnreadable : ErrorCode::FileUnwritable);
    case CannotOpen:
    case IoError:
        if (diskIsFull(m_file))
            return made(ErrorCode::DiskFull);
        if (!isThere(m_file) && m_mode != SqlMode::Build)
            return made(ErrorCode::StudyMissing);
        if (isLockFault(code))
            return made(ErrorCode::StudyNoLocks);
        if (code >> 8 == shortRead)
            return made(ErrorCode::StudyCorrupt);
        return made(m_mode == SqlMode::Read ? ErrorCode::FileUnreadable : ErrorCode::FileUnwritable);
    default: return made(ErrorCode::StudyCorrupt);
    }
}

} // namespace reweigh
