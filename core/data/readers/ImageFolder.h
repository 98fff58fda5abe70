// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"
#include "core/data/readers/ImageFile.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace reweigh {

/// Reads a folder that has one subfolder of PNG or JPEG files per class, named as the class; core/data/readers/README.md has the table of
/// what is read, passed over and refused. Images become side x side RGB (see readImageFile); side is 8 to 224 pixels.
/// Classes and files are ordered by the bytes of their names.
/// Where `folder` has folders of training and of test images (train/ and test/, or train/ and val/), these are the two splits. Otherwise a
/// fifth of the images of each class (rounded down, at least one where it has two) become test images: those whose names
/// ("class/file") have the lowest hashes (XXH3, 64 bits). So the test images do not depend on the seed of an experiment, and a
/// retraining with another seed is never tested on images that a search has seen.
/// Checked images: `clean` is empty, "all" (every label counts as right) or the path of a list (CleanSet.h). Those of clean/ are checked
/// too, unless `clean` is "all", which leaves that folder unread: they follow the others in the training set. Where there are checked
/// images but no folder of test images, the fifth of each class is taken of the checked ones alone.
/// `skipBroken`: image files that cannot be read are left out, and the result is the same as if they were not there; else they are
/// an error that lists the first of them. `unreadable`, where not null, receives all of them in order of their names, also where they are
/// an error. Files are decoded by up to eight threads; the result does not depend on how many. After `stop` no further file is looked at.
/// Memory: the pixels that are returned, the names of files, and a decoded file per thread.
/// Names that are not UTF-8 are converted by utf8Text().
/// Errors: ValueOutOfRange (image-size), FolderMissing, FileMissing, FileUnreadable, FileCorrupt, FileOversize (all images together), ImagesUnreadable,
/// FolderWithoutClasses, FolderOfOneClass, FolderOfManyClasses, FolderWithoutTest, ClassFolderEmpty, ClassFolderUnknown, OutOfMemory,
/// Interrupted; those of takeCleanList.
Result<DataSource> readImageFolder(const std::filesystem::path& folder, const ImageReading& reading, bool skipBroken = false,
                                   const std::string& clean = {}, std::vector<UnreadableImage>* unreadable = nullptr,
                                   const std::stop_token& stop = {});

} // namespace reweigh
