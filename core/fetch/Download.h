// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataSets.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>

namespace reweigh {

/// The published place, size and checksum of `name` (cifar10, cifar100, mnist); null for any other.
const RemoteDataSet* findRemoteDataSet(const std::string& name);

/// Their names.
std::vector<std::string> remoteDataSetNames();


struct FetchProgress {
    std::string file;
    std::uint64_t received = 0; ///< bytes, those of an earlier attempt included
    std::uint64_t total = 0;
};
using FetchProgressCallback = std::function<void(const FetchProgress&)>;

/// Downloads `file` from `baseUrl` to `path` and checks it. What has come so far lies in `path` + ".part"; a later call
/// goes on from there where the server can, so that a cut costs nothing. `path` appears only once size and checksum are
/// right; a file already there that is right is not fetched again. Blocks, running an event loop of its own; needs
/// a QCoreApplication.
/// Errors: DownloadFailed, ChecksumMismatch (the part is removed), FileUnwritable, DiskFull, Interrupted.
Status downloadFile(const RemoteFile& file, const std::string& baseUrl, const std::filesystem::path& path,
                    const FetchProgressCallback& onProgress, std::stop_token stop);

} // namespace reweigh
