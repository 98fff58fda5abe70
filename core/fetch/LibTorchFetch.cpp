// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/LibTorchFetch.h"

#include "core/base/FileIo.h"
#include "core/base/PathText.h"
#include "core/fetch/EmptyFolder.h"
#include "core/fetch/FetchLock.h"
#include "core/fetch/MoveFiles.h"
#include "core/fetch/SafeUnpack.h"

#include <algorithm>

namespace reweigh {
namespace {

namespace fs = std::filesystem;

constexpr const char* unpackPrefix = ".unpack-";

/// The file that says that what is wanted of this wheel is there.
fs::path wholeStamp(const LibTorchWheel& wheel, const fs::path& folder)
{
    return folder / ((wheel.cuda ? "cuda-" : "cpu-") + wheel.file.checksum.substr(0, 16) + ".whole");
}

fs::path archiveOf(const LibTorchWheel& wheel, const fs::path& folder)
{
    return folder / fs::path(wheel.file.name).filename();
}

bool isWanted(const LibTorchWheel& wheel, const std::string& member)
{
    if (!wheel.members.empty())
        return std::ranges::find(wheel.members, member) != wheel.members.end();
    return member.find("/lib/") != std::string::npos && member.find(".so") != std::string::npos;
}

std::uint64_t sizeOf(const fs::path& path)
{
    std::error_code code;
    const std::uint64_t size = fs::file_size(path, code);
    return code ? 0 : size;
}

/// Removes what calls that were killed while they unpacked left in `folder`: of any wheel, also of another version's.
void removeLeftovers(const fs::path& folder)
{
    std::error_code code;
    std::vector<fs::path> leftovers;
    for (fs::directory_iterator it(folder, code); !code && it != fs::directory_iterator(); it.increment(code))
        if (it->path().filename().string().starts_with(unpackPrefix))
            leftovers.push_back(it->path());
    for (const fs::path& leftover : leftovers)
        fs::remove_all(leftover, code);
}

Status unpackWheel(const LibTorchWheel& wheel, const fs::path& folder)
{
    const fs::path archive = archiveOf(wheel, folder);
    const fs::path unpacked = folder / (unpackPrefix + archive.filename().string());
    const EmptyFolder made(unpacked);
    if (!made.status)
        return made.status;
    const auto wanted = [&wheel](const std::string& member) { return isWanted(wheel, member); };
    if (const Status status = unpackZip(archive, unpacked, wheel.unpacked, wanted); !status)
        return status;
    for (const std::string& member : wheel.members)
        if (!isThere(unpacked / member))
            return Error{ErrorCode::FileMissing, (archive / member).string(), {}, {}};
    if (const Status status = moveFiles(unpacked, folder); !status)
        return status;
    return writeFileAtomic(wholeStamp(wheel, folder), {});
}

} // namespace

std::vector<LibTorchWheel> libTorchWheelsFor(bool cuda)
{
    std::vector<LibTorchWheel> wheels = libTorchWheels();
    std::erase_if(wheels, [cuda](const LibTorchWheel& wheel) { return wheel.cuda && !cuda; });
    return wheels;
}

LibTorchNeed libTorchNeed(const std::vector<LibTorchWheel>& wheels, const fs::path& folder)
{
    LibTorchNeed need;
    std::uint64_t archives = 0;
    for (const LibTorchWheel& wheel : wheels) {
        if (isThere(wholeStamp(wheel, folder)))
            continue;
        const auto sameFile = [&wheel](const LibTorchWheel& other) { return other.file.name == wheel.file.name; };
        const auto same = std::ranges::find_if(need.wheels, sameFile);
        if (same == need.wheels.end()) {
            const fs::path archive = archiveOf(wheel, folder);
            const std::uint64_t here = std::max(sizeOf(archive), sizeOf(archive.string() + ".part"));
            const std::uint64_t missing = wheel.file.bytes - std::min(here, wheel.file.bytes);
            need.download += missing;
            archives = std::max(archives, missing); // one at a time is on the disk
        }
        need.disk += wheel.unpacked;
        need.wheels.insert(same == need.wheels.end() ? same : same + 1, wheel); // what is of one file stands together
    }
    need.disk += archives;
    return need;
}

Status fetchLibTorch(const LibTorchNeed& need, const fs::path& folder, const FetchProgressCallback& onProgress, std::stop_token stop,
                     const std::string& baseUrl)
{
    if (!isUtf8(folder.string())) // a QString, and so a QFile, cannot hold its bytes
        return Error{ErrorCode::FileUnwritable, folder.string(), "its name is not UTF-8", {}};
    if (const Status status = makeFolder(folder); !status)
        return status;
    const Result<FetchLock> lock = FetchLock::take(folder / "setup");
    if (!lock)
        return Error{lock.error().code, folder.string(), lock.error().detail, {}};
    removeLeftovers(folder);
    std::error_code code;
    if (const fs::space_info space = fs::space(folder, code); !code && space.available < need.disk)
        return Error{ErrorCode::DiskFull,
                     folder.string(),
                     std::to_string(need.disk / 1'000'000) + " MB needed, " + std::to_string(space.available / 1'000'000) + " MB free",
                     {}};
    for (std::size_t i = 0; i < need.wheels.size(); ++i) {
        const LibTorchWheel& wheel = need.wheels[i];
        if (stop.stop_requested())
            return Error{ErrorCode::Interrupted, folder.string(), {}, {}};
        const fs::path archive = archiveOf(wheel, folder);
        if (const Status status = downloadFile(wheel.file, baseUrl, archive, onProgress, stop); !status)
            return status;
        if (const Status status = unpackWheel(wheel, folder); !status)
            return status;
        const auto usesIt = [&wheel](const LibTorchWheel& later) { return later.file.name == wheel.file.name; };
        if (std::none_of(need.wheels.begin() + std::ptrdiff_t(i) + 1, need.wheels.end(), usesIt))
            fs::remove(archive, code);
    }
    return {};
}

} // namespace reweigh
