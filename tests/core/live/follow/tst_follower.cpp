// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/follow/StudyFollower.h"
#include "core/runfiles/RunFolder.h"
#include "core/storage/SqlStorage.h"
#include "core/storage/StudyFolder.h"
#include "tests/support/SharedFiles.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fstream>
#include <new>

using namespace reweigh;
using Snapshot = std::shared_ptr<const StudySnapshot>;

/// Following a study file that others write, cut off, take away and bring back.
class tst_Follower : public QObject {
    Q_OBJECT

public:
    /// What the process that is killed does: every other trial of its study ends.
    static int write(const std::string& path)
    {
        const auto storage = SqlStorage::create(path, "killed", Direction::Maximize);
        for (int i = 0; storage && (*storage)->createTrial(i % 2 ? complete(i) : TrialUpdate{}); ++i) { }
        return 1;
    }

private:
    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

    static TrialUpdate complete(double value)
    {
        return {.parameters = {{"x", FloatDistribution{.low = 0, .high = 1}, 0.5}}, .end = TrialEnd{TrialState::Complete, value}};
    }

    /// A follower and what it has told.
    struct Following {
        explicit Following(const std::filesystem::path& path)
            : follower(path, {})
        {
            QObject::connect(&follower, &StudyFollower::changed, [this](const Snapshot& snapshot) { last = snapshot; });
        }
        std::size_t trials() const { return last ? last->trials.size() : 0; }

        StudyFollower follower;
        Snapshot last;
        QSignalSpy failed{&follower, &StudyFollower::failed}, recovered{&follower, &StudyFollower::recovered},
            changed{&follower, &StudyFollower::changed};
        ErrorCode code() const { return failed.last()[0].value<Error>().code; }
    };

private Q_SLOTS:
    void tellsOnlyWhatIsNew()
    {
        const auto storage = *SqlStorage::create(file("grows.db"), "grows", Direction::Maximize);
        QVERIFY(storage->createTrial(complete(0.25)).ok());
        Following f(file("grows.db"));
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), std::size_t(1), 20000);
        QVERIFY(f.last->beingWritten);
        QVERIFY(!f.last->facts && f.last->variants.empty());
        QCOMPARE(f.last->name, std::string("grows"));
        const auto first = f.last->trials[0];

        const auto running = storage->createTrial({});
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), std::size_t(2), 20000);
        QVERIFY(f.last->trials[0] == first); // the very same object
        QVERIFY(storage->createTrial(complete(0.75)).ok());
        QVERIFY(storage->updateTrial(running->trialId, {.intermediate = {{1, 0.5}}}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(f.trials() == 3 && f.last->trials[1]->intermediate.size() == 1, 20000);
        QVERIFY(storage->updateTrial(running->trialId, {.end = TrialEnd{TrialState::Complete, 0.5}}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(f.last->trials[1]->state == TrialState::Complete, 20000);
        QCOMPARE(f.last->best()->number, std::int64_t(2));
        QVERIFY(f.last->trial(3) == nullptr);
        const int told = f.changed.size();
        for (int i = 0; i < 3; ++i)
            f.follower.refresh();
        QVERIFY(storage->setAttributes({.user = {{"note", "new"}}}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(f.changed.size(), told + 1, 20000); // and none for the looks that saw nothing
        QVERIFY(f.failed.isEmpty());
    }

    void theWritersLockIsSeen()
    {
        auto storage = *SqlStorage::create(file("lock.db"), "lock", Direction::Maximize);
        Following f(file("lock.db"));
        QTRY_VERIFY_WITH_TIMEOUT(f.last && f.last->beingWritten, 20000);
        storage.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!f.last->beingWritten, 20000);
        QVERIFY(SqlStorage::open(file("lock.db"), StorageMode::Write).ok());
    }

    void comesBeforeTheFile()
    {
        Following f(file("later.db"));
        QTRY_COMPARE_WITH_TIMEOUT(f.failed.size(), 1, 20000);
        QVERIFY(f.code() == ErrorCode::StudyMissing);
        const auto storage = *SqlStorage::create(file("later.db"), "later", Direction::Minimize);
        QTRY_COMPARE_WITH_TIMEOUT(f.recovered.size(), 1, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(f.last && f.last->direction == Direction::Minimize, 20000);
        QCOMPARE(f.failed.size(), 1); // once, however often it looked
    }

    void removedAndReplaced()
    {
        auto storage = *SqlStorage::create(file("gone.db"), "first", Direction::Maximize);
        for (int i = 0; i < 3; ++i)
            QVERIFY(storage->createTrial(complete(i)).ok());
        Following f(file("gone.db"));
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), std::size_t(3), 20000);
        storage.reset();
        for (const char* part : {"gone.db", "gone.db-wal", "gone.db-shm"})
            std::filesystem::remove(file(part));
        QTRY_COMPARE_WITH_TIMEOUT(f.failed.size(), 1, 20000);
        QVERIFY(f.code() == ErrorCode::StudyMissing);
        QCOMPARE(f.trials(), std::size_t(3)); // what was read stays
        storage = *SqlStorage::create(file("gone.db"), "second", Direction::Maximize);
        QVERIFY(storage->createTrial(complete(9)).ok());
        QTRY_COMPARE_WITH_TIMEOUT(f.recovered.size(), 1, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(f.last->name, std::string("second"), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), std::size_t(1), 20000);
    }

    void cutOffAndMended()
    {
        {
            const auto storage = *SqlStorage::create(file("cut.db"), "cut", Direction::Maximize);
            for (int i = 0; i < 500; ++i)
                QVERIFY(storage->createTrial(complete(i)).ok());
        }
        std::filesystem::copy_file(file("cut.db"), file("whole.db"));
        Following f(file("cut.db"));
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), std::size_t(500), 20000);
        std::filesystem::resize_file(file("cut.db"), std::filesystem::file_size(file("cut.db")) / 2);
        QTRY_COMPARE_WITH_TIMEOUT(f.failed.size(), 1, 20000);
        QVERIFY(f.code() == ErrorCode::StudyCorrupt);
        QCOMPARE(f.trials(), std::size_t(500));
        std::filesystem::rename(file("whole.db"), file("cut.db"));
        QTRY_COMPARE_WITH_TIMEOUT(f.recovered.size(), 1, 20000);
        std::filesystem::resize_file(file("cut.db"), 0);
        QTRY_COMPARE_WITH_TIMEOUT(f.failed.size(), 2, 20000);
        QVERIFY(f.code() == ErrorCode::StudyNotSqlite);
    }

    void lockedBySomebodyElse()
    {
        QVERIFY(SqlStorage::create(file("busy.db"), "busy", Direction::Maximize).ok());
        {
            QSqlDatabase other = QSqlDatabase::addDatabase("QSQLITE", "other");
            other.setDatabaseName(m_dir.filePath("busy.db"));
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec("PRAGMA journal_mode=DELETE")); // as Optuna writes: readers are shut out
            QVERIFY(query.exec("BEGIN EXCLUSIVE"));
            Following f(file("busy.db"));
            QTRY_COMPARE_WITH_TIMEOUT(f.failed.size(), 1, 20000);
            QVERIFY(f.code() == ErrorCode::StudyLocked);
            QVERIFY(query.exec("ROLLBACK"));
            QTRY_COMPARE_WITH_TIMEOUT(f.recovered.size(), 1, 20000);
            QTRY_VERIFY_WITH_TIMEOUT(f.last, 20000);
        }
        QSqlDatabase::removeDatabase("other");
    }

    void aWriterIsKilled()
    {
        const std::filesystem::path path = file("killed.db");
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {"--write", QString::fromStdString(path.string())});
        Following f(path);
        QTRY_VERIFY_WITH_TIMEOUT(f.trials() > 20, 20000);
        QVERIFY(f.last->beingWritten);
        ::kill(pid_t(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!f.last->beingWritten, 20000);
        const auto kept = (*SqlStorage::open(path, StorageMode::Read))->trials();
        QVERIFY(kept.ok());
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), kept->size(), 20000);
        QVERIFY(*f.last->trials.back() == kept->back());
        QVERIFY(f.failed.size() == f.recovered.size()); // it may have come before the file
    }

    void optunasStudies()
    {
        const QString python = test::pythonWith("optuna");
        if (python.isEmpty())
            QSKIP("no Python with optuna: set REWEIGH_PYTHON");
        const QString script = R"(
import optuna, sys, time
optuna.logging.set_verbosity(optuna.logging.ERROR)
s = optuna.create_study(storage='sqlite:///' + sys.argv[1], study_name='theirs', direction='minimize')
s.optimize(lambda t: t.suggest_float('x', -3, 7) ** 2, n_trials=10)
print('ten', flush=True)
sys.stdin.readline()
s.optimize(lambda t: t.suggest_float('x', -3, 7) ** 2, n_trials=5)
sys.stdin.readline()
)";
        QProcess writer;
        writer.start(python, {"-c", script, m_dir.filePath("theirs.db")});
        QTRY_VERIFY_WITH_TIMEOUT(writer.canReadLine(), 120000);
        Following f(file("theirs.db"));
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), std::size_t(10), 20000);
        QVERIFY(!f.last->facts && !f.last->beingWritten && f.last->direction == Direction::Minimize);
        QVERIFY(runFolder(*f.last, RunKey::ofTrial(3)).empty());
        writer.write("\n");
        QTRY_COMPARE_WITH_TIMEOUT(f.trials(), std::size_t(15), 60000);
        QTRY_VERIFY_WITH_TIMEOUT(f.last->trials.back()->state == TrialState::Complete, 20000);
        writer.write("\n");
        QVERIFY(writer.waitForFinished(30000));
    }

    void runsAreReadWheneverTheyChange()
    {
        const auto storage = *SqlStorage::create(file("runs/study.db"), "runs", Direction::Maximize);
        QVERIFY(storage->createTrial({}).ok());
        const auto write = [&](const char* folder, int epochs) {
            std::filesystem::create_directories(file(folder));
            EpochList list;
            for (int epoch = 1; epoch <= epochs; ++epoch)
                list.push_back({.epoch = epoch});
            QVERIFY(RunFolder(file(folder)).writeEpochs(list).ok());
        };
        write("runs/artifacts/trial-0000", 1);
        write("runs/variants/ce-0123abcd/seed-2", 4);
        Following f(file("runs/study.db"));
        QSignalSpy read(&f.follower, &StudyFollower::runRead);
        const auto epochs = [&](const RunKey& key) -> std::size_t {
            for (int i = read.size() - 1; i >= 0; --i)
                if (read[i][0].value<RunKey>() == key)
                    return read[i][1].value<std::shared_ptr<const RunEpochs>>()->epochs.size();
            return 0;
        };
        // A variant's folder is found by what it is, whatever it was called then.
        const RunKey trial = RunKey::ofTrial(0), variant = RunKey::ofVariant("plain", "0123abcd", 2);
        f.follower.watchRun(trial);
        f.follower.watchRun(variant);
        f.follower.watchRun(RunKey::ofTrial(7)); // there is none
        QTRY_COMPARE_WITH_TIMEOUT(epochs(trial), std::size_t(1), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(epochs(variant), std::size_t(4), 20000);
        write("runs/artifacts/trial-0000", 2);
        QTRY_COMPARE_WITH_TIMEOUT(epochs(trial), std::size_t(2), 20000);
        write("runs/artifacts/trial-0000-attempt-2", 3); // out of memory: it began again
        QTRY_COMPARE_WITH_TIMEOUT(epochs(trial), std::size_t(3), 20000);
        std::ofstream(file("runs/artifacts/trial-0000-attempt-2/epochs.jsonl")) << "{\"epoch\": 1\n";
        f.follower.unwatchRun(variant);
        write("runs/variants/ce-0123abcd/seed-2", 5);
        write("runs/artifacts/trial-0000-attempt-2", 4);
        QTRY_COMPARE_WITH_TIMEOUT(epochs(trial), std::size_t(4), 20000);
        QCOMPARE(epochs(variant), std::size_t(4));
    }

    /// What one run's epochs throw keeps no other's from being read, and leaves no thread.
    void anExceptionIsOfOneRun()
    {
        const auto study = std::make_shared<StudySnapshot>();
        study->file = file("thrown/study.db");
        RunWatch watch;
        EpochList epochs;
        epochs.push_back({.epoch = 1});
        for (const int number : {0, 1}) {
            const std::filesystem::path folder = StudyFolder::ofFile(study->file).trialRun(number, 1);
            std::filesystem::create_directories(folder);
            QVERIFY(RunFolder(folder).writeEpochs(epochs).ok());
            watch.add(RunKey::ofTrial(number));
        }
        std::vector<RunKey> told;
        watch.look(*study, [&](const RunKey& key, const std::shared_ptr<const RunEpochs>&) {
            if (told.emplace_back(key) == RunKey::ofTrial(0))
                throw std::bad_alloc();
        });
        QCOMPARE(told.size(), std::size_t(2));
    }

    void initTestCase() { std::filesystem::create_directories(file("runs")); }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && std::string_view(argv[1]) == "--write")
        return tst_Follower::write(argv[2]);
    tst_Follower test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_follower.moc"
