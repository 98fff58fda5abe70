// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/SqlStorage.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <fstream>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

bool noLocks = false;
std::atomic<int> locksRefused{0};
constexpr int fromGetLock = 5, toSetLockWaiting = 7; ///< F_GETLK to F_SETLKW of fcntl.h, whose struct flock hides the function
constexpr const char* lockless = "/lockless/";       ///< a folder in whose files SQLite's locks fail

/// The path of an open file; empty if it has none.
std::string pathOf(int descriptor)
{
    char path[4096];
    const ssize_t size = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path);
    return {path, std::size_t(std::max<ssize_t>(size, 0))};
}

} // namespace

/// Stands before the C library's function: as on a file system without it, such as Lustre mounted without flock.
extern "C" int flock(int descriptor, int operation) noexcept
{
    if (!noLocks)
        return int(::syscall(SYS_flock, descriptor, operation));
    errno = ENOSYS;
    return -1;
}

/// The same of the function by which SQLite locks a database: as on a network file system without such locks.
extern "C" __attribute__((visibility("default"))) int fcntl64(int descriptor, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    void* const argument = va_arg(rest, void*);
    va_end(rest);
    if (command >= fromGetLock && command <= toSetLockWaiting && pathOf(descriptor).find(lockless) != std::string::npos) {
        ++locksRefused;
        errno = ENOSYS;
        return -1;
    }
    return int(::syscall(SYS_fcntl, descriptor, command, argument));
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

    /// In a folder that several share, the lock file that another user has left may not be written; it is locked all the same.
    void lockFileOfAnotherUser()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("ThreadSanitizer lets no fork of a program with threads start another");
#endif
        noLocks = false;
        using std::filesystem::perms;
        constexpr perms read = perms::owner_read | perms::group_read | perms::others_read;
        const std::filesystem::path folder = file("shared"), study = folder / "d.db";
        std::filesystem::create_directory(folder);
        QVERIFY(SqlStorage::create(study, "d", Direction::Maximize).ok());
        leaveLock(study, "process 1 on another-" + host());
        std::filesystem::permissions(m_dir.path().toStdString(), perms::group_exec | perms::others_exec,
                                     std::filesystem::perm_options::add);
        std::filesystem::permissions(folder, perms::all);
        std::filesystem::permissions(study, read | perms::owner_write | perms::group_write | perms::others_write);
        std::filesystem::permissions(study.string() + ".lock", read);
        const pid_t child = ::fork(); // as another user, for the administrator may write everywhere
        if (child == 0) {
            if (::getuid() == 0 && ::setuid(65534) != 0)
                ::_exit(2);
            const bool closed = ::access((study.string() + ".lock").c_str(), W_OK) != 0;
            const auto writer = SqlStorage::open(study, StorageMode::Write);
            ::_exit(closed && writer && (*writer)->createTrial({}).ok() && WriterLock::held(study) ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }

    /// A database that SQLite cannot lock is read from a copy, and is not written.
    void locksOfSqlite()
    {
        noLocks = false;
        const std::filesystem::path whole = file("f.db"), study = m_dir.path().toStdString() + lockless + "f.db";
        const auto update = TrialUpdate{.end = TrialEnd{TrialState::Complete, 0.5}};
        QVERIFY((*SqlStorage::create(whole, "f", Direction::Maximize))->createTrial(update).ok());
        std::filesystem::create_directory(study.parent_path());
        std::filesystem::copy_file(whole, study);
        const auto read = SqlStorage::open(study, StorageMode::Read);
        QVERIFY(locksRefused > 0);
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().detail.c_str());
        const auto trials = (*read)->trials();
        QVERIFY(trials.ok() && trials->size() == 1 && trials->front().value == 0.5);
        const auto written = SqlStorage::open(study, StorageMode::Write);
        QVERIFY(!written.ok());
        QCOMPARE(errorName(written.error().code), errorName(ErrorCode::StudyNoLocks));
        QCOMPARE(written.error().where, study.string());
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
