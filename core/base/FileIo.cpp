// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileIo.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <map>
#include <mutex>
#include <poll.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

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
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    int get() const { return m_fd; }
    int release() { return std::exchange(m_fd, -1); }
    int close() { return m_fd >= 0 ? ::close(release()) : 0; }

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

/// Waits until something can be read from `descriptor`, or nobody can write into it any more. False after `milliseconds`; -1: no limit.
bool waitForBytes(int descriptor, int milliseconds)
{
    pollfd waiting{.fd = descriptor, .events = POLLIN, .revents = 0};
    int ready = 0;
    do
        ready = ::poll(&waiting, 1, milliseconds);
    while (ready < 0 && errno == EINTR);
    return ready != 0;
}

/// Reads from `descriptor`, which was opened with O_NONBLOCK, to the end, at most one byte more than `limit`. For the first who writes
/// into a pipe it waits so many milliseconds. Returns 0, or the system's error number; ETIMEDOUT: nobody came.
int readAll(int descriptor, std::size_t limit, int patience, std::string& bytes)
{
    constexpr std::size_t step = 1 << 16;
    bool nobody = false; // had opened the pipe for writing when the waiting ended
    while (bytes.size() <= limit) {
        const std::size_t before = bytes.size();
        bytes.resize(before + step);
        const ssize_t got = ::read(descriptor, bytes.data() + before, step);
        bytes.resize(before + std::size_t(std::max<ssize_t>(got, 0)));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno == EAGAIN) { // who writes has nothing to say yet
            waitForBytes(descriptor, -1);
            continue;
        }
        if (got < 0)
            return errno;
        if (got == 0 && nobody)
            return ETIMEDOUT;
        if (got == 0 && patience > 0 && bytes.empty()) {
            nobody = !waitForBytes(descriptor, std::exchange(patience, 0));
            continue;
        }
        if (got == 0)
            break;
    }
    return 0;
}

/// The bytes of what has no size, such as the pipe of a shell's <(...). A pipe gives them once, but a settings or label file is read several
/// times: what came out of one is kept while the program runs.
Result<std::string> readStream(const std::filesystem::path& path, const Descriptor& file, const struct stat& info, std::size_t limit)
{
    static std::mutex mutex;
    static std::map<std::pair<dev_t, ino_t>, std::string> read;
    const std::lock_guard lock(mutex);
    const std::pair pipe(info.st_dev, info.st_ino);
    if (const auto found = read.find(pipe); S_ISFIFO(info.st_mode) && found != read.end())
        return found->second;
    constexpr int patience = 3000; // without a limit a pipe that was left behind would stop the program until it is ended by force
    std::string bytes;
    if (const int failure = readAll(file.get(), limit, S_ISFIFO(info.st_mode) ? patience : 0, bytes); failure == ETIMEDOUT)
        return Error{ErrorCode::FileUnreadable, path.string(), "nobody has written into this pipe for 3 seconds", {}};
    else if (failure != 0)
        return Error{ErrorCode::FileUnreadable, path.string(), std::strerror(failure), {}};
    if (bytes.size() > limit)
        return Error{ErrorCode::FileOversize, path.string(), "no end", std::to_string(limit) + " bytes"};
    if (S_ISFIFO(info.st_mode))
        read[pipe] = bytes;
    return bytes;
}

Result<std::string> readPart(const std::filesystem::path& path, std::size_t offset, std::size_t limit)
{
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)); // else a pipe would hold it here
    if (file.get() < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return Error{ErrorCode::FileMissing, path.string(), {}, {}};
        return Error{ErrorCode::FileUnreadable, path.string(), std::strerror(errno), {}};
    }
    struct stat info { };
    if (::fstat(file.get(), &info) != 0 || S_ISDIR(info.st_mode))
        return Error{ErrorCode::FileUnreadable, path.string(), "it is a folder", {}};
    if (!S_ISREG(info.st_mode)) {
        constexpr std::size_t most = std::size_t(4) << 30; // as readFile(): a device may be without end
        Result<std::string> all = readStream(path, file, info, std::min(limit, most));
        return all && offset > 0 ? all->substr(std::min(offset, all->size())) : all;
    }
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

bool isStillAt(int descriptor, const std::filesystem::path& path)
{
    struct stat held {
    }, present{};
    return ::fstat(descriptor, &held) == 0 && ::stat(path.c_str(), &present) == 0 && held.st_ino == present.st_ino
           && held.st_dev == present.st_dev;
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

namespace {

/// Opens `name` for this writer alone and empties it: a lock tells a file that a killed process left, which is taken over, from one that is
/// being written. Returns -1 where it is being written, where it cannot be opened, or where the file system has no locks.
int openAlone(const std::string& name)
{
    Descriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666));
    if (file.get() < 0)
        return -1;
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK)
            ::unlink(name.c_str()); // without locks nobody writes it, and it is not to be left behind
        return -1;
    }
    struct stat ours {
    }, there{}; // they differ where its writer has given it its last name since it was opened
    const bool same =
        ::fstat(file.get(), &ours) == 0 && ::lstat(name.c_str(), &there) == 0 && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
    return same && S_ISREG(ours.st_mode) && ::ftruncate(file.get(), 0) == 0 ? file.release() : -1;
}

/// Opens a new file of a name that no other has, and adds to `name` what makes it so. Returns -1 on failure. The system takes its mode from the
/// mask; mkstemp() would make it private, and the mask cannot be read without changing it for all threads.
int openUnique(std::string& name)
{
    static std::atomic<std::uint32_t> next{std::uint32_t(::getpid()) * 4099};
    const std::string given = name;
    int file = -1;
    do {
        char ending[8];
        std::snprintf(ending, sizeof ending, ".%06x", unsigned(next++ & 0xffffff));
        name = given + ending;
        file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    } while (file < 0 && errno == EEXIST);
    return file;
}

/// Writes `bytes` into what cannot be replaced by a file: a device, a pipe.
Status writeInto(const std::filesystem::path& path, std::string_view bytes)
{
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (file.get() < 0)
        return writeError(path, errno);
    if (const int failure = writeAll(file.get(), bytes); failure != 0)
        return writeError(path, failure);
    return file.close() == 0 ? Status() : writeError(path, errno);
}

/// The file that a link leads to, or `path` itself: a link stays, and what it names is written.
std::filesystem::path behindLinks(const std::filesystem::path& path)
{
    std::filesystem::path at = path;
    constexpr int most = 40; // the system's own limit
    for (int i = 0; i < most; ++i) {
        std::error_code code;
        const std::filesystem::path next = std::filesystem::read_symlink(at, code);
        if (code)
            return at;
        at = next.is_absolute() ? next : at.parent_path() / next;
    }
    return path;
}

} // namespace

Status writeFileAtomic(const std::filesystem::path& given, std::string_view bytes)
{
    struct stat there { };
    if (::stat(given.c_str(), &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode))
        return writeInto(given, bytes);
    const std::filesystem::path path = behindLinks(given);
    std::string temporary = path.string() + ".reweigh-new";
    Descriptor file(openAlone(temporary));
    if (file.get() < 0) {
        temporary = path.string();
        file = Descriptor(openUnique(temporary));
    }
    if (file.get() < 0)
        return writeError(path, errno);
    const auto fail = [&](int code) {
        ::unlink(temporary.c_str());
        return writeError(path, code);
    };
    if (const int failure = writeAll(file.get(), bytes); failure != 0)
        return fail(failure);
    if (::fsync(file.get()) != 0)
        return fail(errno);
    if (::rename(temporary.c_str(), path.c_str()) != 0) // before the file is closed, which ends the lock
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
