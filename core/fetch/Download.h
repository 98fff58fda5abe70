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

/// Finds the published address, sizes and checksums of the data set `name`; null for a set that cannot be downloaded.
const RemoteDataSet* findRemoteDataSet(const std::string& name);

/// The names of the data sets that can be downloaded.
std::vector<std::string> remoteDataSetNames();

/// Lets downloads go through the proxy that the desktop's settings or https_proxy and the like name. To be called once, by the program.
void useSystemProxy();

/// The progress of a download.
struct FetchProgress {
    std::string file;           ///< name of the file
    std::uint64_t received = 0; ///< bytes, including those of an earlier attempt
    std::uint64_t total = 0;    ///< bytes
};
using FetchProgressCallback = std::function<void(const FetchProgress&)>;

/// Downloads `file` from `baseUrl` to `path` and checks size and checksum. The bytes received so far are in `path` + ".part"; after an
/// interruption a later call continues there if the server supports it. `path` appears only once size and checksum are
/// right; a right file that exists is not downloaded again. Blocks and runs its own event loop meanwhile; needs
/// a QCoreApplication.
/// Errors: DownloadFailed, ChecksumMismatch (the part is removed), FileUnwritable, DiskFull, Interrupted.
Status downloadFile(const RemoteFile& file, const std::string& baseUrl, const std::filesystem::path& path,
                    const FetchProgressCallback& onProgress, std::stop_token stop);

} // namespace reweigh
