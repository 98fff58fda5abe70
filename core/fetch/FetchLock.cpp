// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/FetchLock.h"

#include "core/base/FileIo.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace reweigh {

Result<FetchLock> FetchLock::take(const std::filesystem::path& file)
{
    const std::filesystem::path name = file.native() + ".lock";
    for (;;) {
        const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0)
            return Error{errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileUnwritable,
                         file.parent_path().string(),
                         std::strerror(errno),
                         {}};
        FetchLock lock(name, descriptor);
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            lock.m_file.clear(); // it is the other's to remove
            return Error{ErrorCode::DownloadFailed, file.string(), "another process is downloading it", {}};
        }
        if (isStillAt(descriptor, name))
            return lock;
        lock.m_file.clear(); // its last holder removed it after it was opened here
    }
}

FetchLock::FetchLock(std::filesystem::path file, int descriptor)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

FetchLock::FetchLock(FetchLock&& other) noexcept
    : m_file(std::move(other.m_file))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FetchLock::~FetchLock()
{
    if (m_descriptor < 0)
        return;
    if (!m_file.empty())
        ::unlink(m_file.c_str());
    ::close(m_descriptor);
}

} // namespace reweigh
