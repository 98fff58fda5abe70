// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/StudyFile.h"

#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <sys/mount.h>
#include <unistd.h>

using namespace reweigh;

class tst_BadStudy : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

    static void execute(const std::filesystem::path& path, const QString& sql)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "raw");
            database.setDatabaseName(QString::fromStdString(path.string()));
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY2(query.exec(sql), qPrintable(sql));
        }
        QSqlDatabase::removeDatabase("raw");
    }

    static ErrorCode codeOf(const std::filesystem::path& path, StorageMode mode = StorageMode::Read)
    {
        const auto opened = SqlStorage::open(path, mode);
        return opened ? ErrorCode::Internal : opened.error().code;
    }

    /// Copies a database with rollback journal; `inside` a transaction that has changed more pages than the cache holds, so that the
    /// journal is needed to read the copy.
    static void copyWhileWritten(const std::filesystem::path& from, const std::filesystem::path& to, bool inside)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "cut");
            database.setDatabaseName(QString::fromStdString(from.string()));
            QVERIFY(database.open());
            QSqlQuery query(database);
            if (inside) {
                for (const char* sql : {"PRAGMA cache_size=2", "BEGIN IMMEDIATE", "DELETE FROM trial_values", "DELETE FROM trials",
                                        "INSERT INTO trial_user_attributes (trial_id, key, value_json) VALUES (1, 'x', "
                                        "hex(zeroblob(200000)))"})
                    QVERIFY2(query.exec(sql), sql);
                QVERIFY(std::filesystem::exists(from.string() + "-journal"));
            }
            for (const char* part : {"", "-journal"})
                if (std::filesystem::exists(from.string() + part))
                    std::filesystem::copy_file(from.string() + part, to.string() + part);
            if (inside)
                QVERIFY(query.exec("ROLLBACK"));
        }
        QSqlDatabase::removeDatabase("cut");
    }

private Q_SLOTS:
    void missing()
    {
        QVERIFY(codeOf(file("none.db")) == ErrorCode::StudyMissing);
        QVERIFY(!std::filesystem::exists(file("none.db")));
    }

    void notSqlite()
    {
        std::ofstream(file("text.db")) << "number,value\n1,0.5\n" << std::string(5000, 'x');
        QVERIFY(codeOf(file("text.db")) == ErrorCode::StudyNotSqlite);
        std::ofstream(file("empty.db")).flush();
        QVERIFY(codeOf(file("empty.db")) == ErrorCode::StudyNotSqlite);
        QVERIFY(codeOf(m_dir.path().toStdString()) == ErrorCode::StudyNotSqlite);
    }

    /// There is no number after the largest.
    void largestNumber()
    {
        QVERIFY(SqlStorage::create(file("largest.db"), "a", Direction::Maximize).ok());
        execute(file("largest.db"),
                "INSERT INTO trials (trial_id, number, study_id, state) VALUES (1, 9223372036854775807, 1, 'COMPLETE')");
        const auto study = SqlStorage::open(file("largest.db"), StorageMode::Write);
        QVERIFY(study.ok());
        const auto next = (*study)->createTrial({});
        QVERIFY(!next.ok() && next.error().code == ErrorCode::StudyCorrupt);
    }

    /// The command is one for a shell, whatever the file is called.
    void commandForAnyName()
    {
        QVERIFY(SqlStorage::create(file("it's old.db"), "a", Direction::Maximize).ok());
        execute(file("it's old.db"), "UPDATE alembic_version SET version_num = 'v2.6.0.a'");
        QCOMPARE(SqlStorage::open(file("it's old.db"), StorageMode::Read).error().hint,
                 "optuna storage upgrade --storage 'sqlite:///" + file("it").string() + "'\\''s old.db'");
    }

    void existing()
    {
        QVERIFY(SqlStorage::create(file("twice.db"), "a", Direction::Maximize).ok());
        const auto again = SqlStorage::create(file("twice.db"), "a", Direction::Maximize);
        QVERIFY(!again.ok() && again.error().code == ErrorCode::StudyExists);
    }

    void otherVersions()
    {
        QVERIFY(SqlStorage::create(file("old.db"), "a", Direction::Maximize).ok());
        execute(file("old.db"), "UPDATE alembic_version SET version_num = 'v2.6.0.a'"); // Optuna 2.10
        const auto old = SqlStorage::open(file("old.db"), StorageMode::Write);
        QVERIFY(!old.ok() && old.error().code == ErrorCode::StudyOtherVersion);
        QVERIFY(old.error().detail.find("v2.6.0.a") != std::string::npos);
        QCOMPARE(old.error().hint, "optuna storage upgrade --storage sqlite:///" + file("old.db").string());
        for (const char* known : {"v3.0.0.d", "v3.2.0.a"}) { // Optuna 3.0 and 3.1, later ones
            execute(file("old.db"), QStringLiteral("UPDATE alembic_version SET version_num = '%1'").arg(QLatin1String(known)));
            QVERIFY(SqlStorage::open(file("old.db"), StorageMode::Write).ok());
        }
        execute(file("old.db"), "UPDATE version_info SET schema_version = 13");
        const auto later = SqlStorage::open(file("old.db"), StorageMode::Read);
        QVERIFY(!later.ok() && later.error().code == ErrorCode::StudyOtherVersion && later.error().hint.empty());
        execute(file("old.db"), "UPDATE version_info SET schema_version = 11");
        QVERIFY(!SqlStorage::open(file("old.db"), StorageMode::Read).error().hint.empty());
        execute(file("old.db"), "DROP TABLE alembic_version");
        QVERIFY(codeOf(file("old.db")) == ErrorCode::StudyOtherVersion);
        execute(file("old.db"), "DROP TABLE studies");
        const auto other = SqlStorage::open(file("old.db"), StorageMode::Read);
        QVERIFY(!other.ok() && other.error().code == ErrorCode::StudyNotSqlite && !other.error().detail.empty());
    }

    void severalObjectives()
    {
        QVERIFY(SqlStorage::create(file("two.db"), "a", Direction::Maximize).ok());
        execute(file("two.db"), "INSERT INTO study_directions (direction, study_id, objective) VALUES ('MINIMIZE', 1, 1)");
        QVERIFY(codeOf(file("two.db"), StorageMode::Write) == ErrorCode::StudySeveralObjectives);
        const auto shown = SqlStorage::open(file("two.db"), StorageMode::Read);
        QVERIFY(shown.ok() && (*shown)->directions() == (std::vector{Direction::Maximize, Direction::Minimize}));
        execute(file("two.db"), "DELETE FROM study_directions");
        QVERIFY(codeOf(file("two.db")) == ErrorCode::StudyCorrupt);
    }

    void severalStudies()
    {
        QVERIFY(SqlStorage::create(file("several.db"), "a", Direction::Maximize).ok());
        execute(file("several.db"), "INSERT INTO studies (study_id, study_name) VALUES (2, 'b')");
        execute(file("several.db"), "INSERT INTO study_directions (direction, study_id, objective) VALUES ('MINIMIZE', 2, 0)");
        for (const StorageMode mode : {StorageMode::Read, StorageMode::Write}) {
            const auto unnamed = SqlStorage::open(file("several.db"), mode);
            QVERIFY(!unnamed.ok() && unnamed.error() == (Error{ErrorCode::StudySeveral, file("several.db").string(), "a, b", {}}));
            const auto named = SqlStorage::open(file("several.db"), mode, "b");
            QVERIFY(named.ok() && (*named)->studyName() == "b" && (*named)->direction() == Direction::Minimize);
        }
        const auto other = SqlStorage::open(file("several.db"), StorageMode::Read, "c");
        QVERIFY(!other.ok() && other.error() == (Error{ErrorCode::StudyMissing, file("several.db").string(), "c", "a, b"}));
        QCOMPARE(*studyNames(file("several.db")), (std::vector<std::string>{"a", "b"}));
    }

    void noSuchName()
    {
        QVERIFY(SqlStorage::create(file("named.db"), "a", Direction::Maximize).ok());
        const auto other = SqlStorage::open(file("named.db"), StorageMode::Read, "b");
        QVERIFY(!other.ok() && other.error().code == ErrorCode::StudyMissing);
    }

    void truncated()
    {
        {
            const auto storage = *SqlStorage::create(file("cut.db"), "a", Direction::Maximize);
            for (int i = 0; i < 2000; ++i)
                QVERIFY(storage->createTrial({.end = TrialEnd{TrialState::Complete, 1.0}}).ok());
        }
        std::filesystem::resize_file(file("cut.db"), std::filesystem::file_size(file("cut.db")) / 2);
        const auto opened = SqlStorage::open(file("cut.db"), StorageMode::Read);
        const auto code = opened ? (*opened)->trials().error().code : opened.error().code;
        QVERIFY(code == ErrorCode::StudyCorrupt);
    }

    /// A process that writes with a rollback journal, as Optuna does, was killed in the middle of a change: a reader undoes it too.
    void halfAChangeIsUndone()
    {
        const std::filesystem::path source = file("writer.db"), killed = file("killed.db");
        const auto journalOf = [](const std::filesystem::path& study) { return std::filesystem::path(study.native() + "-journal"); };
        {
            const auto storage = *SqlStorage::create(source, "a", Direction::Maximize);
            QVERIFY(storage->createTrial({.end = TrialEnd{TrialState::Complete, 1.0}}).ok());
        }
        {
            QSqlDatabase writer = QSqlDatabase::addDatabase("QSQLITE", "writer");
            writer.setDatabaseName(QString::fromStdString(source.string()));
            QVERIFY(writer.open());
            QSqlQuery query(writer);
            for (const char* sql :
                 {"PRAGMA journal_mode=DELETE", "PRAGMA cache_size=1", "BEGIN IMMEDIATE", "UPDATE trials SET state = 'FAIL'",
                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                  "INSERT INTO trials (number, study_id, state) SELECT i, 1, 'RUNNING' FROM n"})
                QVERIFY2(query.exec(sql), sql);
            std::filesystem::copy_file(source, killed); // what a kill leaves at this moment
            std::filesystem::copy_file(journalOf(source), journalOf(killed));
        }
        QSqlDatabase::removeDatabase("writer");
        const auto opened = SqlStorage::open(killed, StorageMode::Read);
        QVERIFY2(opened.ok(), opened ? "" : opened.error().detail.c_str());
        const auto trials = (*opened)->trials();
        QVERIFY(trials.ok());
        QCOMPARE(trials->size(), std::size_t(1));
        QVERIFY(trials->front().state == TrialState::Complete);
        QVERIFY(!std::filesystem::exists(journalOf(killed)));
    }

    void badRows()
    {
        {
            const auto storage = *SqlStorage::create(file("rows.db"), "a", Direction::Maximize);
            QVERIFY(storage->createTrial({.parameters = {{"x", FloatDistribution{}, 0.5}}}).ok());
        }
        execute(file("rows.db"), "UPDATE trial_params SET distribution_json = '{\"name\": \"OddDistribution\"}'");
        QVERIFY((*SqlStorage::open(file("rows.db"), StorageMode::Read))->trials().error().code == ErrorCode::StudyCorrupt);
        execute(file("rows.db"), "UPDATE trial_params SET param_value = 2, distribution_json = '{\"name\": \"CategoricalDistribution\", "
                                 "\"attributes\": {\"choices\": [1, 2]}}'");
        QVERIFY((*SqlStorage::open(file("rows.db"), StorageMode::Read))->trials().error().code == ErrorCode::StudyCorrupt);
        execute(file("rows.db"), "UPDATE trials SET state = 'DREAMING'");
        QVERIFY((*SqlStorage::open(file("rows.db"), StorageMode::Read))->trials().error().code == ErrorCode::StudyCorrupt);
    }

    void secondWriterIsToldWhoTheFirstIs()
    {
        const auto first = *SqlStorage::create(file("held.db"), "a", Direction::Maximize);
        const auto second = SqlStorage::open(file("held.db"), StorageMode::Write);
        QVERIFY(!second.ok() && second.error().code == ErrorCode::StudyLocked);
        QVERIFY(second.error().detail.find(std::to_string(::getpid())) != std::string::npos);
        QVERIFY(SqlStorage::open(file("held.db"), StorageMode::Read).ok());
    }

    void lockedBySomebodyElse()
    {
        const auto storage = *SqlStorage::create(file("busy.db"), "a", Direction::Maximize);
        {
            QSqlDatabase other = QSqlDatabase::addDatabase("QSQLITE", "other");
            other.setDatabaseName(QString::fromStdString(file("busy.db").string()));
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec("BEGIN IMMEDIATE"));
            const auto refused = storage->createTrial({});
            QVERIFY(!refused.ok() && refused.error().code == ErrorCode::StudyLocked);
            QVERIFY(query.exec("ROLLBACK"));
            QVERIFY(storage->createTrial({}).ok());
            QCOMPARE(storage->trials()->size(), std::size_t(1));
        }
        QSqlDatabase::removeDatabase("other");
    }

    void vanished()
    {
        const auto storage = *SqlStorage::create(file("gone.db"), "a", Direction::Maximize);
        std::filesystem::remove(file("gone.db"));
        QVERIFY(storage->createTrial({}).error().code == ErrorCode::StudyMissing);
        QVERIFY(storage->trials().error().code == ErrorCode::StudyMissing);
    }

    /// On media that nothing can be written to: after the writer's end, after it was killed, and with a transaction that Optuna was
    /// killed in, whose journal has to be played back.
    void readOnlyMedia_data()
    {
        QTest::addColumn<bool>("killed");
        QTest::addColumn<bool>("optunas");
        QTest::newRow("ended") << false << false;
        QTest::newRow("killed") << true << false;
        QTest::newRow("Optuna's, ended") << false << true;
        QTest::newRow("Optuna's, killed") << true << true;
    }
    void readOnlyMedia()
    {
        QFETCH(bool, killed);
        QFETCH(bool, optunas);
        const std::string mount = m_dir.filePath(QStringLiteral("media-%1-%2").arg(int(killed)).arg(int(optunas))).toStdString();
        std::filesystem::create_directory(mount);
        if (::mount("tmpfs", mount.c_str(), "tmpfs", 0, "size=8m") != 0)
            QSKIP("needs the right to mount a small tmpfs");
        const std::filesystem::path work = file("work.db"), medium = mount + "/study.db";
        std::filesystem::remove(work);
        {
            auto storage = *SqlStorage::create(work, "a", Direction::Maximize);
            for (int i = 0; i < 3; ++i)
                QVERIFY(storage->createTrial({.end = TrialEnd{TrialState::Complete, 1.0 * i}}).ok());
            if (optunas) {
                storage.reset();
                execute(work, "PRAGMA journal_mode=DELETE");
                copyWhileWritten(work, medium, killed);
            } else {
                if (!killed)
                    storage.reset();
                for (const char* part : {"", "-wal"})
                    if (std::filesystem::exists(work.string() + part))
                        std::filesystem::copy_file(work.string() + part, medium.string() + part);
            }
        }
        QVERIFY(::mount(nullptr, mount.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0);
        auto opened = SqlStorage::open(medium, StorageMode::Read);
        const auto code = opened ? ErrorCode::Internal : opened.error().code;
        const std::size_t trials = opened && (*opened)->trials().ok() ? (*opened)->trials()->size() : 0;
        const auto writing = SqlStorage::open(medium, StorageMode::Write);
        if (opened)
            opened.value().reset();
        ::umount2(mount.c_str(), MNT_DETACH);
        QVERIFY2(code == ErrorCode::Internal, errorName(code));
        QCOMPARE(trials, std::size_t(3));
        QVERIFY(!writing.ok() && writing.error().code == ErrorCode::FileUnwritable);
    }

    void diskFull()
    {
        const std::string mount = m_dir.filePath("small").toStdString();
        std::filesystem::create_directory(mount);
        if (::mount("tmpfs", mount.c_str(), "tmpfs", 0, "size=600k") != 0)
            QSKIP("needs the right to mount a small tmpfs");
        ErrorCode code = ErrorCode::Internal;
        std::size_t stored = 0;
        {
            const auto storage = SqlStorage::create(mount + "/s.db", "a", Direction::Maximize);
            if (storage) {
                for (int i = 0; i < 20000 && code == ErrorCode::Internal; ++i) {
                    const auto made = (*storage)->createTrial(
                        {.userAttributes = {{"filler", std::string(2000, 'x')}}, .end = TrialEnd{TrialState::Complete, 1.0}});
                    if (!made)
                        code = made.error().code;
                    else
                        ++stored;
                }
            } else {
                code = storage.error().code;
            }
        }
        // What was told to be stored is there.
        const auto reopened = SqlStorage::open(mount + "/s.db", StorageMode::Read);
        const std::size_t kept = reopened && (*reopened)->trials().ok() ? (*reopened)->trials()->size() : 0;
        const bool half = std::filesystem::exists(mount + "/s.db.part");
        if (reopened)
            const_cast<std::shared_ptr<SqlStorage>&>(*reopened).reset();
        ::umount2(mount.c_str(), MNT_DETACH);
        QVERIFY(code == ErrorCode::DiskFull);
        QVERIFY(stored > 0);
        QCOMPARE(kept, stored);
        QVERIFY(!half);
    }
};

QTEST_GUILESS_MAIN(tst_BadStudy)
#include "tst_badstudy.moc"
