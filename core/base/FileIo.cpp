// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <unistd.h>

namespace reweigh {
namespace {

Error writeError(const std::filesystem::path& path, int code)
{
    const bool full = code == ENOSPC || code == EDQUOT;
    return {full ? ErrorCode::DiskFull : ErrorCode::FileUnwritable, path.string(), std::strerror(code), {}};
}

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }
    int close()
    {
        const int result = m_fd >= 0 ? ::close(m_fd) : 0;
        m_fd = -1;
        return result;
    }

private:
    int m_fd;
};

/// Returns 0, or the system's error number.
int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return 0;
}

Result<std::string> readPart(const std::filesystem::path& path, std::size_t offset, std::size_t limit)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return Error{ErrorCode::FileMissing, path.string(), {}, {}};
        return Error{ErrorCode::FileUnreadable, path.string(), std::strerror(errno), {}};
    }
    struct stat info { };
    if (::fstat(file.get(), &info) != 0 || S_ISDIR(info.st_mode))
        return Error{ErrorCode::FileCorrupt, path.string(), "is a folder", "file"};
    if (static_cast<std::size_t>(info.st_size) > limit)
        return Error{ErrorCode::FileOversize, path.string(), std::to_string(info.st_size) + " bytes", std::to_string(limit) + " bytes"};
    const auto size = static_cast<std::size_t>(info.st_size);
    std::string bytes(size - std::min(size, offset), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::pread(file.get(), bytes.data() + done, bytes.size() - done, off_t(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Error{ErrorCode::FileUnreadable, path.string(), std::strerror(errno), {}};
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

} // namespace

Result<std::string> readFile(const std::filesystem::path& path, std::size_t limit)
{
    return readPart(path, 0, limit);
}

Result<std::string> readFileFrom(const std::filesystem::path& path, std::size_t offset)
{
    return readPart(path, offset, std::numeric_limits<std::size_t>::max());
}

FileState stateOf(const std::filesystem::path& path)
{
    struct stat info { };
    if (::stat(path.c_str(), &info) != 0)
        return {};
    return {info.st_ino, std::uint64_t(info.st_size), std::int64_t(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec};
}

Status appendToFile(const std::filesystem::path& path, std::string_view bytes)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666));
    if (file.get() < 0)
        return writeError(path, errno);
    const off_t before = ::lseek(file.get(), 0, SEEK_END);
    int failure = writeAll(file.get(), bytes);
    if (failure == 0 && ::fsync(file.get()) != 0 && errno != EINVAL) // EINVAL: a file that cannot be synced, such as a pipe
        failure = errno;
    if (failure == 0)
        return {};
    if (before >= 0) [[maybe_unused]]
        const int cut = ::ftruncate(file.get(), before); // the write error is returned whether or not this works
    return writeError(path, failure);
}

Status overwriteInFile(const std::filesystem::path& path, std::size_t offset, std::string_view bytes)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0 || ::lseek(file.get(), off_t(offset), SEEK_SET) < 0)
        return writeError(path, errno);
    if (const int failure = writeAll(file.get(), bytes); failure != 0)
        return writeError(path, failure);
    return ::fsync(file.get()) == 0 ? Status() : writeError(path, errno);
}

Status writeFileAtomic(const std::filesystem::path& path, std::string_view bytes)
{
    std::string temporary = path.string() + ".XXXXXX";
    Descriptor file(::mkstemp(temporary.data()));
    if (file.get() < 0)
        return writeError(path, errno);
    const auto fail = [&](int code) {
        ::unlink(temporary.c_str());
        return writeError(path, code);
    };
    if (const int failure = writeAll(file.get(), bytes); failure != 0)
        return fail(failure);
    // mkstemp makes the file private; give it the mode an ordinary file would have got.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(file.get(), 0666 & ~mask) != 0 || ::fsync(file.get()) != 0)
        return fail(errno);
    if (file.close() != 0)
        return fail(errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return fail(errno);
    return {};
}

Status makeFolder(const std::filesystem::path& folder)
{
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code)
        return writeError(folder, code.value());
    return {};
}

} // namespace reweigh
