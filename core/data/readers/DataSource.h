// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"
#include "core/data/readers/SourceFingerprint.h"

#include <cstdint>
#include <string>
#include <vector>

namespace reweigh {

/// Images with the labels that came with them.
struct ImageSet {
    int height = 0, width = 0, channels = 0;
    std::vector<std::uint8_t> pixels;      ///< size() x height x width x channels, channels last
    std::vector<std::uint16_t> labels;     ///< in [0, classes)
    std::vector<std::uint16_t> superclass; ///< coarse labels, CIFAR-100 only
    std::vector<std::string> files;        ///< each image's file below the set's folder, as text ("cat/1.png"); empty where images have none

    std::size_t size() const { return labels.size(); }
    std::size_t imageBytes() const { return std::size_t(height) * width * channels; }
};

/// One data set: what can be trained on, and the test images nothing but reports may look at.
struct DataSource {
    std::string name;                    ///< "fashion-mnist"
    std::string note;                    ///< "2 of 5 training batches found", else empty
    std::vector<std::string> classNames; ///< K of them
    ImageSet train;
    ImageSet test;
    bool testSplitOff = false;           ///< no test images came with the set: a part of its images was kept for tests
    SourceFingerprint fingerprint;       ///< of all the above; loadDataSet() fills it in

    int classes() const { return int(classNames.size()); }
};

/// Reads the data set `options.dataset` from `options.dataDir`, or from where the system installs it.
/// Errors: DataSetNotInstalled, File*, Folder*, ClassFolder*, NotAnImage, LabelOutOfRange, UnknownValue, MissingOption.
Result<DataSource> loadDataSet(const DataOptions& options);

} // namespace reweigh
