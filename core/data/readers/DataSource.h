// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/DataOptions.h"
#include "core/data/readers/FolderFacts.h"
#include "core/data/readers/SourceFingerprint.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace reweigh {

/// Images with the labels that came with them.
struct ImageSet {
    int height = 0, width = 0, channels = 0;
    std::vector<std::uint8_t> pixels;      ///< size() x height x width x channels, channels last
    std::vector<std::uint16_t> labels;     ///< in [0, classes)
    std::vector<std::uint16_t> superclass; ///< coarse label per image, CIFAR-100 only; else empty
    std::vector<std::string> files;        ///< path of each image below the set's folder ("cat/1.png"); empty where images are no files

    std::size_t size() const { return labels.size(); }
    std::size_t imageBytes() const { return std::size_t(height) * width * channels; }
};

/// One data set: images to train, meta-train and validate on, and test images, which serve reports only and decide nothing.
struct DataSource {
    std::string name;                    ///< "fashion-mnist"
    std::string note;                    ///< what is missing, such as "2 of 5 training batches found"; else empty
    std::vector<std::string> classNames; ///< one per class
    ImageSet train;
    ImageSet test;
    bool testSplitOff = false;          ///< true: the set came without test images, and `test` is a part of its images
    bool testChecked = false;           ///< true: a part of those whose labels the user has checked
    std::vector<std::uint32_t> checked; ///< places in `train` of images whose labels the user has checked, ascending (CleanSet.h)
    FolderFacts folder;                 ///< of a folder of images
    SourceFingerprint fingerprint;      ///< of the images, test labels and class names; loadDataSet() fills it in

    int classes() const { return int(classNames.size()); }
};

/// Reads the data set `options.dataset` from the first of dataSetFolders() that has it ("folder": from `options.dataDir`); makes it
/// where it is "synthetic". Of a folder's images it marks those that `options.clean` says are checked. `unreadable`, where not null,
/// receives the folder's image files that cannot be read, in order of their names, also where they are the error. `stop` ends the reading
/// of a folder's images.
/// Errors: DataSetNotInstalled, File*, Folder*, ClassFolder*, ImagesUnreadable, LabelOutOfRange, ValueOutOfRange, UnknownValue,
/// MissingOption, OutOfMemory, Interrupted;
/// of a list of checked images Csv* and LabelImageUnknown too.
Result<DataSource> loadDataSet(const DataOptions& options, std::vector<UnreadableImage>* unreadable = nullptr,
                               const std::stop_token& stop = {});

} // namespace reweigh
