// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/MemoryStorage.h"
#include "core/storage/SqlConnection.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/SqlText.h"
#include "core/storage/TrialAttributes.h"
#include "tests/contract/StorageContract.h"
#include "tests/support/StudySql.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <ctime>
#include <fstream>
#include <new>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace reweigh;

class tst_Storage : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

private Q_SLOTS:
    void memory()
    {
        test::checkStorage([] { return std::make_shared<MemoryStorage>("m", Direction::Maximize); }, [](auto same) { return same; });
    }

    void sql()
    {
        test::checkStorage([&]() -> std::shared_ptr<StudyStorage> { return *SqlStorage::create(file("a.db"), "a", Direction::Maximize); },
                           [&](std::shared_ptr<StudyStorage> old) -> std::shared_ptr<StudyStorage> {
                               old.reset();
                               return *SqlStorage::open(file("a.db"), StorageMode::Write);
                           });
    }

    /// Lack of memory in the middle of a change left the connection in its transaction: half of it was seen, and no later one could begin.
    void whatThrowsIsRolledBack()
    {
        (void)*SqlStorage::create(file("thrown.db"), "kept", Direction::Maximize);
        const auto thread = SqlThread::open(file("thrown.db"), SqlMode::Write, 1000);
        QVERIFY(thread.ok());
        const auto changeAndThrow = [&] {
            (void)(*thread)->run([](SqlConnection& sql) {
                return sql.transaction([&]() -> Status {
                    (void)sql.execute("UPDATE studies SET study_name = 'half'");
                    throw std::bad_alloc();
                });
            });
        };
        QVERIFY_EXCEPTION_THROWN(changeAndThrow(), std::bad_alloc);
        const QString name = (*thread)->run([](SqlConnection& sql) {
            QString read;
            const Status done = sql.transaction([&]() -> Status {
                const auto row = sql.execute("SELECT study_name FROM studies");
                read = row && (*row)->next() ? (*row)->value(0).toString() : QString();
                if (row)
                    (*row)->finish();
                return {};
            });
            return done ? read : QString();
        });
        QCOMPARE(name, QStringLiteral("kept"));
    }

    void readersSeeAWriterAtWork()
    {
        const auto writer = *SqlStorage::create(file("live.db"), "live", Direction::Maximize);
        const auto reader = *SqlStorage::open(file("live.db"), StorageMode::Read);
        for (int i = 1; i <= 20; ++i) {
            QVERIFY(writer->createTrial({.end = TrialEnd{TrialState::Complete, double(i)}}).ok());
            QCOMPARE(reader->trials()->size(), std::size_t(i));
        }
        QVERIFY(!reader->createTrial({}).ok());
    }

    /// User and system attributes lie in two tables; what is read of both is what one transaction left, while others follow.
    void attributesAreReadInOneState()
    {
        const auto writer = *SqlStorage::create(file("both.db"), "both", Direction::Maximize);
        const auto reader = *SqlStorage::open(file("both.db"), StorageMode::Read);
        const auto write = [&](int n) { return writer->setAttributes({.user = {{"n", n}}, .system = {{"n", n}}}).ok(); };
        QVERIFY(write(0));
        const std::jthread writing([&](const std::stop_token& stop) {
            for (int n = 1; !stop.stop_requested(); ++n)
                (void)write(n);
        });
        int last = 0, seen = 0;
        for (int i = 0; i < 100'000 && seen < 50; ++i) {
            const auto both = reader->attributes();
            QVERIFY(both.ok());
            QCOMPARE(both->user.at("n"), both->system.at("n"));
            const int n = both->user.at("n");
            seen += n != last;
            last = n;
        }
        QVERIFY(seen >= 50); // states of the file
    }

    /// A study where nothing can be written, on a read-only medium say, has no write-ahead log, and none can be made.
    void readWhereNothingCanBeWritten()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("ThreadSanitizer lets no fork of a program with threads start another");
#endif
        const std::filesystem::path folder = file("still"), still = folder / "still.db";
        std::filesystem::create_directory(folder);
        QVERIFY((*SqlStorage::create(still, "still", Direction::Maximize))->createTrial({.end = TrialEnd{TrialState::Complete, 0.5}}).ok());
        using std::filesystem::perms;
        constexpr perms read = perms::owner_read | perms::group_read | perms::others_read;
        constexpr perms look = read | perms::owner_exec | perms::group_exec | perms::others_exec;
        std::filesystem::permissions(m_dir.path().toStdString(), look, std::filesystem::perm_options::add);
        std::filesystem::permissions(still, read);
        std::filesystem::permissions(folder, look);
        const pid_t child = ::fork(); // as another user, for the administrator may write everywhere
        if (child == 0) {
            if (::getuid() == 0 && ::setuid(65534) != 0)
                ::_exit(2);
            const auto reader = SqlStorage::open(still, StorageMode::Read);
            const auto trials = reader ? (*reader)->trials() : Result<std::vector<FrozenTrial>>(reader.error());
            ::_exit(trials && trials->size() == 1 && ::access(folder.c_str(), W_OK) != 0 ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        std::filesystem::permissions(folder, perms::owner_all);
        QCOMPARE(status, 0);
    }

    void largeAttributesMayStayText()
    {
        const auto writer = *SqlStorage::create(file("large.db"), "large", Direction::Maximize);
        const std::vector<double> values = {0.25, 0.75};
        TrialFacts facts;
        facts.metaLr = 0.01;
        facts.metrics = {{"test.accuracy", summariseMetric(values, 1, true)}};
        facts.training = {{"epochs", 2}};
        QVERIFY(writer->createTrial({.userAttributes = toAttributes(facts), .end = TrialEnd{TrialState::Complete, 0.5}}).ok());
        const auto whole = writer->trials()->front();
        const auto spare = (*SqlStorage::open(file("large.db"), StorageMode::Read, {}, {.largeAsText = true}))->trials()->front();
        QVERIFY(whole.userAttributes.at(attribute::metrics).is_object() && spare.userAttributes.at(attribute::metrics).is_string());
        QVERIFY(*trialFacts(whole) == facts && *trialFacts(spare) == facts);
        FrozenTrial broken = spare;
        broken.userAttributes[attribute::metrics] = "{\"test";
        QVERIFY(trialFacts(broken).error().code == ErrorCode::StudyCorrupt);
    }

    void partOfTheTrials()
    {
        const std::shared_ptr<StudyStorage> storages[] = {std::make_shared<MemoryStorage>("m", Direction::Maximize),
                                                          *SqlStorage::create(file("part.db"), "p", Direction::Maximize)};
        for (const auto& storage : storages) {
            for (int i = 0; i < 5; ++i)
                QVERIFY(storage->createTrial({.parameters = {{"x", FloatDistribution{}, 0.5}}}).ok());
            const auto some = *storage->trials(1, 3);
            QCOMPARE(some.size(), std::size_t(2));
            QVERIFY(some[0].trialId == 2 && some[1].trialId == 3 && some[1].parameters.size() == 1);
            QVERIFY(storage->trials(3, 2)->empty());
            QCOMPARE(storage->trials(4)->size(), std::size_t(1));
        }
    }

    void theLockIsSeenWithoutBeingTaken()
    {
        QVERIFY(!WriterLock::held(file("look.db")));
        auto writer = *SqlStorage::create(file("look.db"), "look", Direction::Maximize);
        QVERIFY(WriterLock::held(file("look.db")));
        writer.reset();
        QVERIFY(!WriterLock::held(file("look.db")));
        std::ofstream(file("look.db").string() + ".lock") << "left by a killed process";
        QVERIFY(!WriterLock::held(file("look.db")));
        std::atomic<bool> done{false};
        std::jthread looker([&] {
            while (!done)
                (void)WriterLock::held(file("look.db"));
        });
        for (int i = 0; i < 50; ++i)
            QVERIFY(WriterLock::acquire(file("look.db")).ok());
        done = true;
    }

    void timesAreUtcAndExact()
    {
        const Timestamp time = currentTime();
        QCOMPARE(toSql(Timestamp(std::chrono::microseconds(1'700'000'000'000'042))), QString("2023-11-14 22:13:20.000042"));
        QVERIFY(timestampFromSql(toSql(time)) == time);
        QVERIFY(timestampFromSql("2026-02-03 04:05:06") == timestampFromSql("2026-02-03 04:05:06.000000"));
        QVERIFY(!timestampFromSql("yesterday"));
        // No dates, and years whose microseconds have no 64-bit form.
        for (const char* text : {"2026-13-01 00:00:00", "2026-01-32 00:00:00", "2026-01-01 24:00:00", "0-01-01 00:00:00",
                                 "-2147483648-01-01 00:00:00", "2147483647-01-01 00:00:00", "300000-01-01 00:00:00"})
            QVERIFY2(!timestampFromSql(text), text);
        QVERIFY(timestampFromSql("9999-12-31 23:59:59").has_value());
    }

    /// Optuna 3 and 4 wrote the times of their computer's clock, 5 writes UTC; this program does so in a file of any of them.
    void localTimesOfEarlierOptunas()
    {
        const QByteArray zone = qgetenv("TZ");
        const auto restore = qScopeGuard([&] {
            zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
            ::tzset();
        });
        qputenv("TZ", "JST-9");
        ::tzset();
        const std::filesystem::path study = file("zones.db");
        QVERIFY((*SqlStorage::create(study, "a", Direction::Maximize))->createTrial({.end = TrialEnd{TrialState::Complete, 0.5}}).ok());
        test::studySql(study, "UPDATE trials SET datetime_start = '2024-05-06 12:00:00.000007', datetime_complete = '2024-05-06 13:30:00'");
        const auto timesIn = [&](const char* version) {
            test::studySql(study, QStringLiteral("UPDATE version_info SET library_version = %1").arg(QLatin1String(version)));
            const auto trials = (*SqlStorage::open(study, StorageMode::Read))->trials();
            return trials && trials->front().started && trials->front().finished
                       ? toSql(*trials->front().started) + QStringLiteral(" to ") + toSql(*trials->front().finished)
                       : QString();
        };
        const QString local = "2024-05-06 03:00:00.000007 to 2024-05-06 04:30:00.000000";
        const QString utc = "2024-05-06 12:00:00.000007 to 2024-05-06 13:30:00.000000";
        for (const char* version : {"'3.6.1'", "'4.5.0'", "'4.0.0b0'"})
            QCOMPARE(timesIn(version), local);
        for (const char* version : {"'5.0.0'", "'5.1.0.dev'", "'10.0'", "NULL", "'?'"})
            QCOMPARE(timesIn(version), utc);
        test::studySql(study, "INSERT INTO trial_system_attributes (trial_id, \"key\", value_json) VALUES (1, 'reweigh:own', 'true')");
        QCOMPARE(timesIn("'4.5.0'"), utc); // begun by this program in a study of Optuna's
        test::studySql(study, "DELETE FROM trial_system_attributes");
        QCOMPARE(timesIn("'4.5.0'"), local);
        test::studySql(study, "INSERT INTO study_user_attributes (study_id, \"key\", value_json) VALUES (1, 'reweigh:config', '{}')");
        QCOMPARE(timesIn("'4.5.0'"), utc);
    }

    /// Functional at the size the program promises; the times are printed, not judged.
    void tenThousandTrials()
    {
        constexpr int count = 10000;
        QElapsedTimer clock;
        clock.start();
        {
            const auto storage = *SqlStorage::create(file("big.db"), "big", Direction::Maximize);
            for (int i = 0; i < count; ++i) {
                TrialUpdate update{.end = TrialEnd{TrialState::Complete, double(i * 7919 % count)}};
                for (int p = 0; p < 6; ++p)
                    update.parameters.push_back({QString("p%1").arg(p).toStdString(), FloatDistribution{}, (i + p) % 100 / 100.0});
                QVERIFY(storage->createTrial(update).ok());
            }
        }
        qInfo("wrote %d finished trials in %.2f s", count, clock.elapsed() / 1e3);
        clock.start();
        const auto storage = *SqlStorage::open(file("big.db"), StorageMode::Read);
        const auto trials = *storage->trials();
        const FrozenTrial* best = bestTrial(trialRefs(trials), storage->direction());
        qInfo("opened and found the best in %.2f s", clock.elapsed() / 1e3);
        QCOMPARE(trials.size(), std::size_t(count));
        QCOMPARE(*best->value, double(count - 1));
        QCOMPARE(best->parameters.size(), std::size_t(6));
    }
};

QTEST_GUILESS_MAIN(tst_Storage)
#include "tst_storage.moc"
