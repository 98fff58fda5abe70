// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch/Download.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace reweigh {

/// Downloads the data set `set` to `folder`, unless all its files are there in full size, and returns the folder that holds its files.
/// What an earlier call has downloaded is used (see downloadFile). An archive is unpacked in a folder of its own, ".unpack-" and its name,
/// which is emptied first where a killed process left it; its files are moved to `folder` once the set is complete there, and then the
/// archive is removed. `baseUrl`, if not empty, replaces the set's own.
/// Errors: those of downloadFile and unpackTar; FileMissing where an archive lacks a file of the set; FileUnwritable, also for a
/// `folder` whose name is not UTF-8.
Result<std::filesystem::path> fetchDataSet(const RemoteDataSet& set, const std::filesystem::path& folder,
                                           const FetchProgressCallback& onProgress = {}, std::stop_token stop = {},
                                           const std::string& baseUrl = {});

/// The same for the data set named `name`. Errors: also UnknownValue, for sets that cannot be downloaded.
Result<std::filesystem::path> fetchDataSet(const std::string& name, const std::filesystem::path& folder,
                                           const FetchProgressCallback& onProgress = {}, std::stop_token stop = {},
                                           const std::string& baseUrl = {});

} // namespace reweigh
