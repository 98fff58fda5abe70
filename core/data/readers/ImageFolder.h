// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"

#include <filesystem>

namespace reweigh {

/// Reads a folder that has one subfolder of PNG or JPEG files per class, named as the class. Images become imageSize x imageSize RGB
/// (see readImageFile); imageSize is 8 to 224 pixels.
/// Classes and files are ordered by the bytes of their names. Names that begin with a dot are skipped; every other file in a
/// class's folder must be an image, so that no image is left out unnoticed.
/// Where `folder` has train/ and test/, they are the two splits, and test/ may only have classes that train/ has.
/// Otherwise a fifth of the images of each class (rounded down, at least one where it has two) become test images: those whose names
/// ("class/file") have the lowest hashes (XXH3, 64 bits). So the test images do not depend on the seed of an experiment, and a
/// retraining with another seed is never tested on images that a search has seen.
/// Names that are not UTF-8 are converted by utf8Text().
/// Errors: ValueOutOfRange (imageSize), FileMissing, FileTruncated, FileOversize, FileCorrupt, NotAnImage, FolderWithoutClasses,
/// FolderOfOneClass, FolderOfManyClasses, FolderWithoutTest, ClassFolderEmpty, ClassFolderUnknown.
Result<DataSource> readImageFolder(const std::filesystem::path& folder, int imageSize);

} // namespace reweigh
