// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Choice.h"
#include "core/config/DataOptions.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// Whether `dataset` holds a user's own images with the user's labels ("folder"). The others are benchmark sets: their true
/// labels are known, and experiments make some of them wrong on purpose.
bool hasOwnLabels(const std::string& dataset);

/// Sets the data set of `options` and adapts noise and imbalance to it. A switch from a benchmark set to a user's own data sets
/// the types of noise and imbalance to none, so that no label is changed and no image left out unless the user asks for it. The
/// switch back restores both defaults of benchmark sets, unless either was changed in between. Rate and factor stay unchanged.
void switchDataSet(DataOptions& options, const std::string& dataset);

/// Constants of the normalisation (x/255 - mean) / std per channel, x in 0..255. Sets of one channel use entry 0.
struct Normalisation {
    std::array<double, 3> mean{0.0, 0.0, 0.0};
    std::array<double, 3> std{1.0, 1.0, 1.0};

    friend bool operator==(const Normalisation&, const Normalisation&) = default;
};

/// A file on a server.
struct RemoteFile {
    std::string name;        ///< appended to the base address
    std::uint64_t bytes = 0; ///< exact size
    std::string checksum;    ///< hexadecimal; 32 digits are MD5, 64 are SHA-256
};

/// A file that an installed data set must contain.
struct SetFile {
    std::string path; ///< relative to the data folder
    std::uint64_t bytes = 0;
};

/// How a data set is downloaded.
struct RemoteDataSet {
    std::string baseUrl; ///< ends in '/'
    std::vector<RemoteFile> files;
    bool packed = false; ///< the files are tar archives to unpack into the data folder
    std::string folder;  ///< below the data folder: where unpacked files go; for archives, what they contain
    std::vector<SetFile> contents;
    std::uint64_t mostUnpacked = 0; ///< bytes that an archive may unpack to at most
};

/// What is known about a data set before it is read. core/data/readers/DataCatalog.cpp says, under the same name, how its files are read.
struct DataSetRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    int classes = 0;                            ///< 0: known only once it is read
    std::optional<Normalisation> normalisation; ///< the customary constants; empty: computed from its training images
    bool mirrors = true;                        ///< a mirrored image still shows its class
    bool ownLabels = false;                     ///< a user's own images and labels; whether a label is right is unknown
    std::vector<std::string> subfolders;        ///< of the data folder: where its archives and other tools put it
    std::string systemFolder;                   ///< where the Linux distribution installs it; empty: nowhere
    std::string howToGet;                       ///< what to do if it is not found
    std::optional<RemoteDataSet> remote;        ///< empty: cannot be downloaded
};

/// Every data set, in the order of the lists that offer them.
const std::vector<DataSetRow>& dataSetRows();

/// The row called `name`; null if there is none.
const DataSetRow* dataSetRow(const std::string& name);

/// The names of dataSetRows(), in the same order.
const std::vector<std::string>& dataSetNames();

} // namespace reweigh
