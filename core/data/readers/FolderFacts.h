// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace reweigh {

/// An image file that cannot be read, and why.
struct UnreadableImage {
    std::string path; ///< below the data folder
    std::string reason;

    friend bool operator==(const UnreadableImage&, const UnreadableImage&) = default;
};

/// What a folder of images holds beside the images that are read. Paths are below the folder, as utf8Text().
struct FolderFacts {
    std::string testFolder;                  ///< where the test images are from, "test" or "val"; empty: from the training images
    std::vector<UnreadableImage> unreadable; ///< image files that are left out since they cannot be read
    std::size_t otherFiles = 0;              ///< files in the folders of classes that are no images
    std::string firstOther;                  ///< the first of them
    std::size_t looseImages = 0;             ///< image files beside the folders of classes, which have no class and are not read
    std::vector<std::string> foldersNotRead; ///< folders beside those of training and test images, such as "val" beside "test"
    std::size_t turned = 0;                  ///< images whose EXIF orientation says that they are to be turned or mirrored
    bool upright = false;                    ///< whether they were turned and mirrored

    friend bool operator==(const FolderFacts&, const FolderFacts&) = default;
};

} // namespace reweigh
