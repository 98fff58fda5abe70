// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/readers/FolderFacts.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace reweigh {

/// What an image of a folder is there for.
enum class ImagePart : std::uint8_t {
    Train,
    Clean, ///< a training image from the folder clean/
    Test,
};

/// The images of a data folder: those to train on by class, then those of clean/ by class, then test images by class; within a class by
/// the bytes of their paths.
struct FolderListing {
    std::vector<std::string> classNames; ///< names of the training images' class folders, ordered by their bytes
    std::vector<std::string> files;      ///< path of each image below the data folder, as the file system has it ("train/cat/1.png")
    std::vector<std::uint16_t> labels;   ///< index of its class
    std::vector<ImagePart> parts;        ///< what it is there for
    std::vector<bool> checked;           ///< whether the user has checked its label: those of clean/ are
    std::size_t classesAt = 0;           ///< where the class begins in the path of a training image: 6 after "train/", else 0
    FolderFacts facts;                   ///< `unreadable` and `turned` are left empty: no image is opened
};

/// Walks through the data folder `folder` as core/data/readers/README.md describes, without reading images. After `stop` no
/// further file is looked at.
/// Errors: FolderMissing, FileUnreadable, FolderWithoutClasses, FolderOfOneClass, FolderOfManyClasses,
/// ClassFolderEmpty, ClassFolderUnknown, Interrupted.
Result<FolderListing> listImageFolder(const std::filesystem::path& folder, const std::stop_token& stop = {});

} // namespace reweigh
