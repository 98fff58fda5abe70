// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/WriterLock.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
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

/// The locked file may have been removed by its last holder between our open and our lock.
bool stillInPlace(int descriptor, const std::filesystem::path& file)
{
    struct stat held {}, present {};
    return ::fstat(descriptor, &held) == 0 && ::stat(file.c_str(), &present) == 0 && held.st_ino == present.st_ino
        && held.st_dev == present.st_dev;
}

} // namespace

Result<WriterLock> WriterLock::acquire(const std::filesystem::path& study)
{
    const std::filesystem::path file = study.string() + ".lock";
    for (;;) {
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (descriptor < 0)
            return Error{errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                         file.string(), std::strerror(errno), {}};
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            Error locked{ErrorCode::StudyLocked, study.string(), holderName(descriptor), {}};
            ::close(descriptor);
            return locked;
        }
        if (!stillInPlace(descriptor, file)) {
            ::close(descriptor);
            continue;
        }
        const std::string name = ownName(); // only a help to others: a full disk does not undo the lock
        if (::ftruncate(descriptor, 0) == 0)
            [[maybe_unused]] const ssize_t written = ::pwrite(descriptor, name.data(), name.size(), 0);
        return WriterLock(file, descriptor);
    }
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
