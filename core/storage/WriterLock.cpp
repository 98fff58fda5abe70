// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/WriterLock.h"

#include "core/base/FileIo.h"
#include "core/base/PathText.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace reweigh {
namespace {

std::string ownName()
{
    char host[256] = {};
    ::gethostname(host, sizeof host - 1);
    return "process " + std::to_string(::getpid()) + " on " + host;
}

std::string holderName(int descriptor)
{
    char text[320];
    const ssize_t size = ::pread(descriptor, text, sizeof text, 0);
    return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

/// Whether `holder`, a text of ownName(), names a process of this computer that has ended.
bool hasEnded(const std::string& holder)
{
    int process = 0;
    char host[256] = {};
    if (std::sscanf(holder.c_str(), "process %d on %255s", &process, host) != 2 || process <= 0)
        return false;
    const std::string own = ownName();
    return own.substr(own.find(" on ") + 4) == host && ::kill(process, 0) != 0 && errno == ESRCH;
}

enum class Taken { Yes, ByAnother, NoLocks };

/// Tries to lock the file. held() in another process may lock it for a moment, so it tries several times before it gives up.
Taken take(int descriptor)
{
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            return Taken::Yes;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return Taken::NoLocks;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return Taken::ByAnother;
}

/// The lock file, which may exist already, and whether this call made it.
struct LockFile {
    int descriptor = -1; ///< -1: `errno` says why
    bool made = false;
};

LockFile openLockFile(const std::filesystem::path& file)
{
    const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (made >= 0 || errno != EEXIST)
        return {made, made >= 0};
    const int known = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    // Another user's file can be locked all the same; only the name in it is not ours then.
    return {known >= 0 || errno != EACCES ? known : ::open(file.c_str(), O_RDONLY | O_CLOEXEC), false};
}

} // namespace

Result<WriterLock> WriterLock::acquire(const std::filesystem::path& study)
{
    const std::filesystem::path file = study.string() + ".lock";
    for (int attempt = 0;; ++attempt) {
        const auto [descriptor, made] = openLockFile(file);
        if (descriptor < 0 && errno == ENOENT && isFolder(file.parent_path().empty() ? "." : file.parent_path()) && attempt < 5)
            continue; // its holder has just removed it
        if (descriptor < 0)
            return Error{errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                         file.string(),
                         std::strerror(errno),
                         {}};
        const Taken taken = take(descriptor);
        if (taken == Taken::ByAnother) {
            Error locked{ErrorCode::StudyLocked, study.string(), holderName(descriptor), {}};
            ::close(descriptor);
            return locked;
        }
        if (taken == Taken::NoLocks && !made) {
            const std::string holder = holderName(descriptor);
            ::close(descriptor);
            if (!hasEnded(holder) || attempt >= 5)
                return Error{ErrorCode::StudyLockLeft, file.string(), holder.empty() ? "another process" : holder, {}};
            ::unlink(file.c_str());
            continue;
        }
        if (!isStillAt(descriptor, file)) {
            ::close(descriptor);
            continue;
        }
        const std::string name = ownName(); // only informs other processes, where the file system has locks
        if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
            const ssize_t written = ::pwrite(descriptor, name.data(), name.size(), 0);
        return WriterLock(file, descriptor);
    }
}

bool WriterLock::held(const std::filesystem::path& study)
{
    const int descriptor = ::open((study.string() + ".lock").c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool free = ::flock(descriptor, LOCK_SH | LOCK_NB) == 0;
    const bool taken = !free && (errno == EWOULDBLOCK || !hasEnded(holderName(descriptor)));
    ::close(descriptor); // this also releases the shared lock
    return taken;
}

WriterLock::WriterLock(std::filesystem::path file, int descriptor)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : m_file(std::move(other.m_file))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

WriterLock::~WriterLock()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

} // namespace reweigh
