// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlStorage.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <fstream>
#include <sys/syscall.h>
#include <unistd.h>

namespace {
bool noLocks = false;
}

/// Stands before the C library's function: as on a file system without it, such as Lustre mounted without flock.
extern "C" int flock(int descriptor, int operation) noexcept
{
    if (!noLocks)
        return int(::syscall(SYS_flock, descriptor, operation));
    errno = ENOSYS;
    return -1;
}

using namespace reweigh;

/// Studies where files cannot be locked, and lock files that others have left.
class tst_NoLocks : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const { return m_dir.filePath(name).toStdString(); }

    static void leaveLock(const std::filesystem::path& study, const std::string& holder)
    {
        std::ofstream(study.string() + ".lock") << holder;
    }

    static std::string host()
    {
        char name[256] = {};
        ::gethostname(name, sizeof name - 1);
        return name;
    }

private Q_SLOTS:
    void init() { noLocks = true; }
    void cleanup() { noLocks = false; }

    /// A search works, keeps a second writer out, and says what it is; readers see that it is written.
    void theFileIsTheLock()
    {
        {
            const auto first = SqlStorage::create(file("a.db"), "a", Direction::Maximize);
            QVERIFY(first.ok() && (*first)->createTrial({}).ok());
            QVERIFY(WriterLock::held(file("a.db")));
            const auto second = SqlStorage::open(file("a.db"), StorageMode::Write);
            QVERIFY(!second.ok() && second.error().code == ErrorCode::StudyLockLeft);
            QCOMPARE(second.error().where, file("a.db.lock").string());
            QVERIFY(second.error().detail.find(std::to_string(::getpid())) != std::string::npos);
            QVERIFY(SqlStorage::open(file("a.db"), StorageMode::Read).ok());
        }
        QVERIFY(!std::filesystem::exists(file("a.db.lock")));
        QVERIFY(!WriterLock::held(file("a.db")));
        QVERIFY(SqlStorage::open(file("a.db"), StorageMode::Write).ok());
    }

    void leftByAKilledProcess()
    {
        QVERIFY(SqlStorage::create(file("b.db"), "b", Direction::Maximize).ok());
        const int ended = 2147483646; // above the largest process number of Linux
        leaveLock(file("b.db"), "process " + std::to_string(ended) + " on " + host());
        QVERIFY(!WriterLock::held(file("b.db")));
        QVERIFY(SqlStorage::open(file("b.db"), StorageMode::Write).ok());
        leaveLock(file("b.db"), "process " + std::to_string(ended) + " on another-" + host());
        QVERIFY(WriterLock::held(file("b.db")));
        QVERIFY(SqlStorage::open(file("b.db"), StorageMode::Write).error().code == ErrorCode::StudyLockLeft);
        leaveLock(file("b.db"), "");
        QVERIFY(SqlStorage::open(file("b.db"), StorageMode::Write).error().code == ErrorCode::StudyLockLeft);
        std::filesystem::remove(file("b.db.lock"));
        QVERIFY(SqlStorage::open(file("b.db"), StorageMode::Write).ok());
    }

    /// With locks, a file that was left means nothing, whatever it says; a link to nowhere does not keep the program busy.
    void locksThatWork()
    {
        noLocks = false;
        QVERIFY(SqlStorage::create(file("c.db"), "c", Direction::Maximize).ok());
        leaveLock(file("c.db"), "process 1 on another-" + host());
        QVERIFY(SqlStorage::open(file("c.db"), StorageMode::Write).ok());
        std::filesystem::create_symlink(file("nowhere"), file("c.db.lock"));
        QVERIFY(SqlStorage::open(file("c.db"), StorageMode::Write).error().code == ErrorCode::FileUnwritable);
    }
};

QTEST_GUILESS_MAIN(tst_NoLocks)
#include "tst_nolocks.moc"
