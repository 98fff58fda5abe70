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

/// Whether `dataset` holds a user's own images under labels of their own ("folder"). The others are benchmark sets: their
/// labels are known, and experiments make them wrong on purpose.
bool hasOwnLabels(const std::string& dataset);

/// Makes `options` those of `dataset`. A switch from a benchmark set to data with labels of their own sets noise and
/// imbalance to none, so that nothing is changed or left out unless it is asked for. The switch back sets both to the
/// benchmark sets' defaults again, unless either was changed in between. Rate and factor stay as they are.
void switchDataSet(DataOptions& options, const std::string& dataset);


/// Per channel (x/255 - mean) / std. Sets of one channel use entry 0.
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

/// A file that must be there once the set is.
struct SetFile {
    std::string path; ///< relative to the data folder
    std::uint64_t bytes = 0;
};

/// How a data set is downloaded.
struct RemoteDataSet {
    std::string baseUrl;             ///< ends in '/'
    std::vector<RemoteFile> files;
    bool packed = false;             ///< the files are tar archives to unpack into the data folder
    std::string folder;              ///< below the data folder: where unpacked files go; for archives, what they contain
    std::vector<SetFile> contents;
    std::uint64_t mostUnpacked = 0;  ///< bytes an archive may unfold to
};

/// What is known of a data set before it is read. How its files are read is in core/data/readers/DataCatalog.cpp, under the same name.
struct DataSetRow {
    std::string name;
    const char* title = "";
    const char* help = "";
    int classes = 0;                              ///< 0: known only once it is read
    std::optional<Normalisation> normalisation;   ///< the customary constants; empty: those of its training images
    bool mirrors = true;                          ///< a mirrored image still shows its class
    bool ownLabels = false;                       ///< a user's images under labels of their own, which nobody can call right or wrong
    std::vector<std::string> subfolders;          ///< of the data folder: where its archives and other tools put it
    std::string systemFolder;                     ///< where the distribution installs it; empty: nowhere
    std::string howToGet;                         ///< what to do where it is not found
    std::optional<RemoteDataSet> remote;          ///< empty: cannot be downloaded
};

/// Every data set, in the order of the lists that offer them.
const std::vector<DataSetRow>& dataSetRows();

/// The row called `name`; null if there is none.
const DataSetRow* dataSetRow(const std::string& name);

/// Their names.
const std::vector<std::string>& dataSetNames();

} // namespace reweigh
