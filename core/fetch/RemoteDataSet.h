// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

/// A file on a server.
struct RemoteFile {
    std::string name;        ///< appended to the base address
    std::uint64_t bytes = 0; ///< exact size
    std::string checksum;    ///< hexadecimal; 32 digits are MD5, 64 are SHA-256
};

/// A file that must be there once the set is.
struct SetFile {
    std::string path; ///< relative to the data folder
    std::uint64_t bytes = 0;
};

/// A data set that can be downloaded.
struct RemoteDataSet {
    std::string name;
    std::string baseUrl;             ///< ends in '/'
    std::vector<RemoteFile> files;
    bool packed = false;             ///< the files are tar archives to unpack into the data folder
    std::string folder;              ///< below the data folder: where unpacked files go; for archives, what they contain
    std::vector<SetFile> contents;
    std::uint64_t mostUnpacked = 0;  ///< bytes an archive may unfold to
};

/// The published place, size and checksum of `name` (cifar10, cifar100, mnist); null for any other.
const RemoteDataSet* findRemoteDataSet(const std::string& name);

/// Their names.
std::vector<std::string> remoteDataSetNames();

} // namespace reweigh
