// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fetch/Download.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace reweigh {

/// Makes the data set `set` be in `folder`: downloads what is missing (see downloadFile), unpacks archives beside their
/// place and moves the files in only when all of them are whole, then removes the archive. Nothing is fetched
/// where all files of the set are there in full size. Returns the folder that holds them. `baseUrl`, if not empty,
/// replaces the set's own.
/// Errors: those of downloadFile and unpackTar; FileMissing where an archive lacks a file of the set.
Result<std::filesystem::path> fetchDataSet(const RemoteDataSet& set, const std::filesystem::path& folder,
                                           const FetchProgressCallback& onProgress = {}, std::stop_token stop = {},
                                           const std::string& baseUrl = {});

/// The set named `name` from where its authors publish it. Errors: also UnknownValue, for sets that cannot be fetched.
Result<std::filesystem::path> fetchDataSet(const std::string& name, const std::filesystem::path& folder,
                                           const FetchProgressCallback& onProgress = {}, std::stop_token stop = {},
                                           const std::string& baseUrl = {});

} // namespace reweigh
