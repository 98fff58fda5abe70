// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fetch/DataSetFetch.h"

#include "core/base/NameList.h"
#include "core/base/PathText.h"
#include "core/fetch/EmptyFolder.h"
#include "core/fetch/FetchLock.h"
#include "core/fetch/MoveFiles.h"
#include "core/fetch/SafeUnpack.h"

namespace reweigh {
namespace {

namespace fs = std::filesystem;

/// The first file of the set that is missing in `folder` or has another size than published; null where all are right.
const SetFile* firstMissing(const RemoteDataSet& set, const fs::path& folder)
{
    for (const SetFile& file : set.contents) {
        std::error_code code;
        if (fs::file_size(folder / file.path, code) != file.bytes || code)
            return &file;
    }
    return nullptr;
}

/// Unpacks `archive` in a folder of its own below `folder`, and moves the files to `folder` once the set is complete.
Status unpackInto(const RemoteDataSet& set, const fs::path& archive, const fs::path& folder)
{
    const Result<FetchLock> lock = FetchLock::take(archive);
    if (!lock)
        return lock.error();
    if (!firstMissing(set, folder)) // another process unpacked it just now
        return {};
    const fs::path unpacked = folder / (".unpack-" + archive.filename().string());
    const EmptyFolder made(unpacked);
    if (!made.status)
        return made.status;
    if (const Status status = unpackTar(archive, unpacked, set.mostUnpacked); !status)
        return status;
    if (const SetFile* missing = firstMissing(set, unpacked))
        return Error{ErrorCode::FileMissing, (archive / missing->path).string(), {}, {}};
    if (const Status status = moveFiles(unpacked, folder); !status)
        return status;
    std::error_code code;
    fs::remove(archive, code);
    return {};
}

} // namespace

Result<fs::path> fetchDataSet(const RemoteDataSet& set, const fs::path& folder, const FetchProgressCallback& onProgress,
                              std::stop_token stop, const std::string& baseUrl)
{
    const fs::path place = folder / set.folder;
    if (!firstMissing(set, folder))
        return place;
    if (!isUtf8(folder.string())) // a QString, and so a QFile, cannot hold its bytes
        return Error{ErrorCode::FileUnwritable, folder.string(), "its name is not UTF-8", {}};
    for (const RemoteFile& file : set.files) {
        const fs::path path = (set.packed ? folder : place) / file.name;
        if (const Status status = downloadFile(file, baseUrl.empty() ? set.baseUrl : baseUrl, path, onProgress, stop); !status)
            return status.error();
        if (set.packed)
            if (const Status status = unpackInto(set, path, folder); !status)
                return status.error();
    }
    return place;
}

Result<fs::path> fetchDataSet(const std::string& name, const fs::path& folder, const FetchProgressCallback& onProgress,
                              std::stop_token stop, const std::string& baseUrl)
{
    if (const RemoteDataSet* set = findRemoteDataSet(name))
        return fetchDataSet(*set, folder, onProgress, stop, baseUrl);
    return Error{ErrorCode::UnknownValue, "dataset", name, listed(remoteDataSetNames())};
}

} // namespace reweigh
